#include "input/split_simd.h"

/* The rules alone, without the quick way; first, for cmocka has a macro skip(). */
#define cli_cut cut_by_rules
#define cli_bare bare_by_rules
#define cli_cut_csv_raw cut_csv_raw_by_rules
#define cli_cut_quickly(line, fields, count) false
#include "input/split.c"
#undef cli_cut_quickly

#include "check.h"
#include "pairs.h"

static uint64_t seed = 31;

static size_t below(size_t limit)
{
    return (size_t)(random_bits(&seed) % limit);
}

/* A line of up to 90 bytes put together from the pieces. */
static size_t make_line(const char *const *pieces, size_t count, char line[100])
{
    size_t length = 0, wanted = below(24);
    for (size_t i = 0; i < wanted; i++) {
        const char *piece = pieces[below(count)];
        if (length + strlen(piece) > 90)
            break;
        memcpy(line + length, piece, strlen(piece));
        length += strlen(piece);
    }
    return length;
}

static void cuts_quickly_what_the_rules_cut(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        ",", ",", ",", ",", " ", " ", " ", "to", "To", " to ", "t", "o", "a", "Paris", "San", "El Paso",
        "Nairobi", "New York", "N", "S", "g", "geo:", "geo:1,2", "-", "1", "31.5", "\xE2\x88\x92", "\xC3\xA9",
        "\"", ";", "\t", "'", "\r", "\x01", "\x7f", "Toronto", "\xE6\x9D\xB1\xE4\xBA\xAC", "#",
    };
    size_t quick = 0;
    for (int round = 0; round < 300000; round++) {
        char line[100], same[100];
        size_t length = make_line(pieces, sizeof pieces / sizeof *pieces, line), count = 0, expected = 0;
        memcpy(same, line, length);
        geodist_text fields[100], truth[100];
        if (!cli_cut_quickly((geodist_text){line, length}, fields, &count)) {
            assert_int_equal(count, 0);
            continue;
        }
        quick++;
        assert_int_equal(cut_by_rules((geodist_text){same, length}, CUT_AUTO, truth, &expected), CUT_DONE);
        assert_int_equal(count, expected);
        for (size_t i = 0; i < count; i++) {
            assert_int_equal(fields[i].bytes - line, truth[i].bytes - same);
            assert_int_equal(fields[i].length, truth[i].length);
        }
    }
#if defined(__SSE2__)
    assert_true(quick > 1000);
#endif
}

/* How many points the rules see, if all of them are in range and without the 0-360 habit. */
static size_t points_by_rules(geodist_text line, geodist_point *points)
{
    geodist_text fields[100];
    size_t count = 0;
    if (kinds_in(line) & (unsigned)~(NUMERIC | BLANK | COMMA) || !cut_numbers(line, fields, &count))
        return 0;
    for (size_t i = 0; i < count; i++)
        if (geodist_parse_coordinate(fields[i], &points[i], NULL) != GEODIST_OK)
            return 0;
    return count;
}

static void reads_the_points_that_the_rules_read(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        " 1.5", " -2.25", " 31.75872", ",-106.48693", ", 179.99999999", " .5", " 5.", " 7", ",,8.5",
        " 0.123456789", " 12.1234567890123456", " -0", " +3.5", ",-0.0", " 90.0", " 90.00000001",
        " 180.0", "1", ".", " -", " --1", " 0000001.5", "  ", "\r", "x", " ,", " 2.5", " 4.5", ",6.125",
    };
    size_t read = 0;
    for (int round = 0; round < 300000; round++) {
        char line[100];
        size_t start = below(2), most = 1 + below(25), /* of these, or only the common ones */
            length = make_line(pieces, most, line);
        geodist_text text = {line + (start && length ? 1 : 0), length - (start && length ? 1 : 0)};
        geodist_point points[100];
        double lat[100], lon[100];
        size_t count = geodist_parse_points(text, lat, lon, 100);
        if (count < 2)
            continue; /* no journey, or left to the rules */
        assert_int_equal(count, points_by_rules(text, points));
        read++;
        for (size_t i = 0; i < count; i++) {
            assert_same(lat[i], points[i].lat);
            assert_same(lon[i], points[i].lon);
        }
    }
    assert_true(read > 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_quickly_what_the_rules_cut),
        cmocka_unit_test(reads_the_points_that_the_rules_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
