#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "coordinates/coordinate_list.h"
#include "coordinates/coordinate_list_simd.h"
#include "check.h"
#include "pairs.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { MOST = 40 };

/* ---- The oracle: the grammar of <geodist.h> by hand, the numbers by strtod ------------------- */

static size_t span(const char *text, const char *bytes)
{
    return strspn(text, bytes);
}

/* The length of a number with its sign; 0 if there is none. */
static size_t number_span(const char *text)
{
    static const char digits[] = "0123456789";
    size_t at = *text == '-' || *text == '+';
    size_t whole = span(text + at, digits), decimals = 0;
    at += whole;
    if (text[at] == '.') {
        decimals = span(text + at + 1, digits);
        at += 1 + decimals;
    }
    if (whole + decimals == 0)
        return 0;
    if (text[at] == 'e' || text[at] == 'E') {
        size_t sign = text[at + 1] == '-' || text[at + 1] == '+';
        size_t exponent = span(text + at + 1 + sign, digits);
        at = exponent ? at + 1 + sign + exponent : at;
    }
    return at;
}

/* The numbers of a text, or 0 if it is no list. */
static size_t list_by_strtod(const char *text, double *numbers)
{
    static const char blanks[] = " \t\n\v\f\r";
    size_t count = 0;
    text += span(text, blanks);
    while (*text) {
        size_t length = number_span(text);
        if (length == 0 || count == 2 * MOST)
            return 0;
        numbers[count] = strtod(text, NULL) + 0; /* not -0 */
        if (fabs(numbers[count]) > (count % 2 ? 180 : 90))
            return 0;
        count++;
        text += length;
        size_t blank = span(text, blanks), comma = text[blank] == ',';
        size_t separator = blank + comma + (comma ? span(text + blank + 1, blanks) : 0);
        text += separator;
        if (*text ? separator == 0 : comma)
            return 0;
    }
    return count % 2 ? 0 : count;
}

/* ---- Every text ------------------------------------------------------------------------------ */

/* A page between two that cannot be read: a byte read too far ends the program. */
static char *page_start, *page_end;

static int make_pages(void **state)
{
    (void)state;
    size_t size = (size_t)sysconf(_SC_PAGESIZE);
    char *pages = mmap(NULL, 3 * size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    assert_true(pages != MAP_FAILED && mprotect(pages, size, PROT_NONE) == 0 &&
                mprotect(pages + 2 * size, size, PROT_NONE) == 0);
    page_start = pages + size;
    page_end = pages + 2 * size;
    return 0;
}

/* How many texts of the current test each vector version read. */
static size_t read_by_sse2, read_by_avx512;

typedef size_t points_reader(geodist_text text, double *lat, double *lon, size_t capacity);

static size_t check_reader(points_reader *read, geodist_text text, const double *numbers,
                           size_t expected)
{
    double lat[MOST], lon[MOST];
    size_t count = read(text, lat, lon, MOST);
    if (count != 0 && count != expected)
        print_error("\"%.*s\": %zu points by one reader, not %zu\n", (int)text.length, text.bytes,
                    count, expected);
    assert_true(count == 0 || count == expected);
    for (size_t i = 0; i < count; i++) {
        assert_same(lat[i], numbers[2 * i]);
        assert_same(lon[i], numbers[2 * i + 1]);
    }
    return count > 0;
}

static void check_text(geodist_text text, const double *numbers, size_t expected)
{
    double lat[MOST], lon[MOST];
    size_t count = geodist_parse_points(text, lat, lon, MOST);
    size_t without_room = geodist_parse_points(text, NULL, NULL, 0);
    if (count != expected || without_room != expected)
        print_error("\"%.*s\": %zu points, %zu without room; not %zu\n", (int)text.length,
                    text.bytes, count, without_room, expected);
    assert_int_equal(count, expected);
    assert_int_equal(without_room, expected);
    for (size_t i = 0; i < count; i++) {
        assert_same(lat[i], numbers[2 * i]);
        assert_same(lon[i], numbers[2 * i + 1]);
    }
    assert_int_equal(check_reader(gd_parse_points_plain, text, numbers, expected), expected > 0);
    read_by_sse2 += check_reader(gd_parse_points_sse2, text, numbers, expected);
    if (gd_has_avx512_reader())
        read_by_avx512 += check_reader(gd_parse_points_avx512, text, numbers, expected);
}

/* Reads copies at both ends of a page, and one of exactly its size, for sanitizers. */
static void check(const char *string)
{
    double numbers[2 * MOST];
    size_t length = strlen(string), expected = list_by_strtod(string, numbers) / 2;
    char *copy = malloc(length ? length : 1);
    assert_non_null(copy);
    memcpy(copy, string, length);
    memcpy(page_start, string, length);
    memcpy(page_end - length, string, length);
    check_text((geodist_text){copy, length}, numbers, expected);
    check_text((geodist_text){page_start, length}, numbers, expected);
    check_text((geodist_text){page_end - length, length}, numbers, expected);
    free(copy);
}

static void forget_readers(void)
{
    read_by_sse2 = read_by_avx512 = 0;
}

static void assert_read_by_vectors(size_t least)
{
#if defined(__SSE2__)
    assert_true(read_by_sse2 > least);
#endif
    assert_true(!gd_has_avx512_reader() || read_by_avx512 > read_by_sse2);
}

static void reads_lists_of_bare_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t points;
    } cases[] = {
        {"", 0}, {" ", 0}, {"5", 0}, {"5 6", 1}, {"5,6", 1}, {" 5 , 6\r\n", 1}, {"1 2 3", 0},
        {"1 2 3 4", 2}, {"1,2,3,4", 2}, {"-1.5 +2.5\t.5 5.", 2}, {"5e-05,1.5E+1", 1},
        {"51.507222222222225 -0.12749999999999998", 1},
        {"51.50000000000000000000000000000000000 -0.12", 1}, {"90 180 -90 -180", 2},
        {"90.000000000000000000000000 180.0000000000000000000000", 1},
        {"51.50853 -0.12574 -33.86785 151.20732", 2}, {"51.50853,-0.12574,-33.86785,151.20732", 2},
        /* a missing number is no separator */
        {",1,2", 0}, {"1,2,", 0}, {"1,,2", 0}, {"1,2,,3,4", 0}, {"1,2, ,3,4", 0},
        {"51.50853,-0.12574,", 0}, {"51.50853,-0.12574,,-33.86785,151.20732", 0},
        /* out of range, decided on the digits */
        {"91 5", 0}, {"5 181", 0}, {"5 1e3", 0}, {"5 190", 0},
        /* not a list of bare numbers */
        {"5;6", 0}, {"5N 6E", 0}, {"5-6", 0}, {"- 5 6", 0}, {"0x10 5", 0}, {"nan 5", 0},
        {"inf 5", 0}, {"1e 5", 0}, {"1e+ 5", 0}, {"1.2.3 5", 0}, {"(5,6)", 0}, {"geo:5,6", 0},
        {"\xE2\x88\x92" "5 6", 0}, {"5\xC2\xA0" "6", 0}, {"51.50853 -0.12574 nairobi", 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        double lat[2], lon[2];
        size_t points = geodist_parse_points(geodist_string(cases[i].text), lat, lon, 2);
        if (points != cases[i].points)
            print_error("%s: %zu\n", cases[i].text, points);
        assert_int_equal(points, cases[i].points);
        check(cases[i].text);
    }
    geodist_text beyond = geodist_string("90.00000000000000000000000001 5"), nul = {"5 6\0", 4};
    assert_int_equal(geodist_parse_points(beyond, NULL, NULL, 0), 0);
    assert_int_equal(geodist_parse_points(nul, NULL, NULL, 0), 0);
    assert_int_equal(geodist_parse_points(geodist_string(NULL), NULL, NULL, 0), 0);
}

static void writes_no_more_than_the_capacity(void **state)
{
    (void)state;
    static const char *const texts[] = {"1 2 3 4 5 6", "1.5 2.5 3.5 4.5 5.5 6.5"};
    for (size_t i = 0; i < COUNT(texts); i++)
        for (size_t capacity = 0; capacity < 5; capacity++) {
            double lat[5] = {-1, -1, -1, -1, -1}, lon[5] = {-1, -1, -1, -1, -1};
            assert_int_equal(geodist_parse_points(geodist_string(texts[i]), lat, lon, capacity), 3);
            for (size_t at = capacity; at < 5; at++)
                assert_true(lat[at] == -1 && lon[at] == -1);
        }
}

static void reads_every_short_text_as_strtod_does(void **state)
{
    (void)state;
    static const char alphabet[] = "19.,  -+e"; /* the blank twice: the last is a tab */
    char bytes[sizeof alphabet], text[8];
    memcpy(bytes, alphabet, sizeof alphabet);
    bytes[5] = '\t';
    size_t letters = sizeof alphabet - 1, texts = 1;
    for (size_t length = 0; length <= 6; length++, texts *= letters)
        for (size_t i = 0; i < texts; i++) {
            size_t rest = i;
            for (size_t at = 0; at < length; at++, rest /= letters)
                text[at] = bytes[rest % letters];
            text[length] = '\0';
            check(text);
        }
}

static void reads_every_change_of_two_bytes_as_strtod_does(void **state)
{
    (void)state;
    static const char line[] = "12.5 -3.25,45.125 100.5", alphabet[] = "09. ,-+eEx\n";
    forget_readers();
    char text[sizeof line];
    memcpy(text, line, sizeof line);
    for (size_t a = 0; a + 1 < sizeof line; a++)
        for (size_t b = a; b + 1 < sizeof line; b++)
            for (size_t i = 0; i + 1 < sizeof alphabet; i++)
                for (size_t j = 0; j + 1 < sizeof alphabet; j++) {
                    text[a] = alphabet[i];
                    text[b] = alphabet[j];
                    check(text);
                    text[a] = line[a];
                    text[b] = line[b];
                }
    assert_read_by_vectors(3000);
}

static void reads_every_byte_in_every_place_as_strtod_does(void **state)
{
    (void)state;
    static const char line[] = "51.50853,-0.12574 -33.86785\t151.20732";
    char text[sizeof line];
    memcpy(text, line, sizeof line);
    for (size_t at = 0; at + 1 < sizeof line; at++) {
        for (int byte = 1; byte < 256; byte++) {
            text[at] = (char)byte;
            check(text);
        }
        text[at] = line[at];
    }
}

static void append_number(char *text, uint64_t *seed, size_t whole, size_t decimals)
{
    size_t end = strlen(text);
    if (random_bits(seed) % 3 == 0)
        text[end++] = random_bits(seed) % 4 ? '-' : '+';
    for (size_t i = 0; i < whole; i++)
        text[end++] = (char)('0' + random_bits(seed) % (i == 0 && whole > 2 ? 2 : i == 0 ? 9 : 10));
    if (decimals || random_bits(seed) % 4 == 0)
        text[end++] = '.';
    for (size_t i = 0; i < decimals; i++)
        text[end++] = (char)('0' + random_bits(seed) % 10);
    text[end] = '\0';
}

/* Numbers of every number of digits, every separator, texts of every length around those that the
 * vector version reads. */
static void reads_every_length_and_separator_as_strtod_does(void **state)
{
    (void)state;
    static const char *const separators[] = {" ",   ",",  "\t", ", ", " ,", " , ",
                                             "  ", "\n", ",,", ";",  ""};
    static const char *const ends[] = {"", "", "", " ", ",", "\r\n", " x"};
    uint64_t seed = 1;
    forget_readers();
    for (int i = 0; i < 400000; i++) {
        char text[600] = "";
        size_t numbers = 1 + random_bits(&seed) % (i % 8 < 6 ? 6 : 14);
        if (i % 50 == 0)
            strcat(text, " ");
        for (size_t n = 0; n < numbers; n++) {
            bool usual = i % 2;
            append_number(text, &seed, (usual ? 1 : 0) + random_bits(&seed) % (usual ? 2 : 4),
                          (usual ? 1 : 0) + random_bits(&seed) % (usual ? 8 : 20));
            if (random_bits(&seed) % 40 == 0)
                strcat(text, i % 4 < 2 ? "e-1" : "E0");
            if (n + 1 < numbers)
                strcat(text, separators[random_bits(&seed) % (i % 8 ? 3 : COUNT(separators))]);
        }
        strcat(text, ends[random_bits(&seed) % COUNT(ends)]);
        check(text);
    }
    assert_read_by_vectors(60000);
}

static void reads_back_what_is_written(void **state)
{
    (void)state;
    uint64_t seed = 2;
    for (int i = 0; i < 100000; i++) {
        char text[4 * GEODIST_DEGREES_SIZE];
        double lat[2], lon[2];
        size_t length = 0;
        geodist_point points[2] = {random_point(&seed), random_point(&seed)};
        for (int n = 0; n < 4; n++) {
            double *number = n % 2 ? &points[n / 2].lon : &points[n / 2].lat;
            if (i % 2)
                *number = round(*number * 1e5) / 1e5 + 0;
            length += geodist_format_degrees(*number, text + length, GEODIST_DEGREES_SIZE);
            text[length++] = n == 3 ? '\0' : ' ';
        }
        assert_int_equal(geodist_parse_points(geodist_string(text), lat, lon, 2), 2);
        for (int n = 0; n < 2; n++) {
            assert_same(lat[n], points[n].lat);
            assert_same(lon[n], points[n].lon);
        }
        check(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_lists_of_bare_numbers),
        cmocka_unit_test(writes_no_more_than_the_capacity),
        cmocka_unit_test(reads_every_short_text_as_strtod_does),
        cmocka_unit_test(reads_every_change_of_two_bytes_as_strtod_does),
        cmocka_unit_test(reads_every_byte_in_every_place_as_strtod_does),
        cmocka_unit_test(reads_every_length_and_separator_as_strtod_does),
        cmocka_unit_test(reads_back_what_is_written),
    };
    return cmocka_run_group_tests(tests, make_pages, NULL);
}
