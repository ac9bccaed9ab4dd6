#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "coordinates/decimal.h"
#include "check.h"
#include "pairs.h"

/* Reads a copy of exactly its size, so that a sanitizer sees a byte read too far. */
static gd_decimal decimal(const char *digits)
{
    size_t length = strlen(digits);
    char *copy = malloc(length);
    assert_non_null(copy);
    memcpy(copy, digits, length);
    gd_decimal n = gd_parse_decimal((geodist_text){copy, length});
    free(copy);
    return n;
}

static void check_against_strtod(const char *digits)
{
    double expected = strtod(digits, NULL), actual = decimal(digits).value;
    if (actual == expected)
        return;
    print_error("%s\nis %.17g, not %.17g\n", digits, expected, actual);
    fail();
}

static void reads_every_spelling(void **state)
{
    (void)state;
    static const char *const spellings[] = {
        "0", "5", ".5", "5.", "0.0", ".0", "0.", "000", "31.75872", "106.48693", "0.1", "0.3",
        "31.758720000000002", "000000000000000000000000000031.75872", "900719925474099.25",
        "5e-05", "1.5E+1", "5e5", "0e5", ".5e1", "5.e-1", "100e-2", "00100.00e-2", "0.001e3",
        "123456789e-4", "1e14", "1e-400", "4.9e-324", "2.4703282292062328e-324", "1e-1000000000000000000000",
        "0e1000000000000000000000", "0.000e5", "9007199254740993e-10", "1234567890123456789012345e-20",
        "999999999999999", "999999999999999.99999999999", "0.00000000000000000001", "9007199254.740993",
    };
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
        check_against_strtod(spellings[i]);
}

static void rounds_random_numerals_correctly(void **state)
{
    (void)state;
    enum { most = 900 };
    uint64_t seed = 1;
    char digits[most + 3];
    for (int i = 0; i < 300000; i++) {
        size_t length = 1 + random_bits(&seed) % (i % 10 ? 30 : most);
        size_t point = random_bits(&seed) % (length < 16 ? length + 1 : 16);
        uint64_t pool = 0;
        for (size_t at = 0; at < length; at++, pool /= 10) {
            if (at % 16 == 0)
                pool = random_bits(&seed);
            digits[at] = (char)('0' + pool % 10);
        }
        digits[length] = 0;
        if (i % 7 == 0)
            memset(digits, '0', length - 1 - random_bits(&seed) % length);
        if (i % 3) {
            memmove(digits + point + 1, digits + point, length + 1 - point);
            digits[point] = '.';
        } else if (length > 15) {
            digits[15] = 0;
        }
        check_against_strtod(digits);
    }
}

/* 16 to 19 digits: an integer that is no double divided by a power of ten. */
static void rounds_numbers_of_17_digits_correctly(void **state)
{
    (void)state;
    uint64_t seed = 4;
    char digits[60];
    int quick = 0, count = 1000000;
    for (int i = 0; i < count; i++) {
        snprintf(digits, sizeof digits, "%.*f", 13 + (int)(random_bits(&seed) % 4),
                 i % 2 ? random_between(&seed, 0, 180) : (double)(random_bits(&seed) % 1440000) / 8000);
        double value;
        geodist_text text = geodist_string(digits);
        if (gd_parse_short_decimal(text, 0, &value) == text.length) {
            assert_same(value, strtod(digits, NULL));
            quick++;
        }
        check_against_strtod(digits);
    }
    assert_true(quick > count / 100 * 99);
}

static void reads_any_exponent(void **state)
{
    (void)state;
    uint64_t seed = 5;
    char digits[100];
    for (int i = 0; i < 300000; i++) {
        int length = snprintf(digits, sizeof digits, "%.*f", (int)(random_bits(&seed) % 30),
                              random_between(&seed, 0, 100));
        snprintf(digits + length, sizeof digits - (size_t)length, "%c%s%d", i % 2 ? 'e' : 'E',
                 i % 3 ? "-" : "", (int)(random_bits(&seed) % (i % 3 ? 350 : 13)));
        check_against_strtod(digits);
    }
}

/* A point that is moved by digits and back by the exponent leaves the value as it is. */
static void reads_the_same_with_the_point_moved(void **state)
{
    (void)state;
    uint64_t seed = 6;
    char moved[3000];
    for (int i = 0; i < 20000; i++) {
        char digits[30];
        int shift = 1 + (int)(random_bits(&seed) % 1200);
        snprintf(digits, sizeof digits, "%.17f", random_between(&seed, 0, 10));
        double value = strtod(digits, NULL);
        if (i % 2)
            snprintf(moved, sizeof moved, "0.%0*d%c%se%d", shift, 0, digits[0], digits + 2, shift + 1);
        else
            snprintf(moved, sizeof moved, "%c%s%0*de-%d", digits[0], digits + 2, shift + 1, 0,
                     17 + shift + 1);
        assert_same(decimal(moved).value, value);
    }
}

static void knows_where_a_number_ends(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t length;
    } cases[] = {
        {"", 0}, {".", 0}, {"e5", 0}, {"-5", 0}, {"x", 0}, {".e5", 0}, {"5", 1}, {"5.", 2},
        {".5", 2}, {"5.5.5", 3}, {"..5", 0}, {"5e5", 3}, {"5E+5,", 4}, {"5e-05 ", 5}, {"5.e5", 4},
        {"5e", 1}, {"5e+", 1}, {"5e+x", 1}, {"5ee5", 1}, {"5e5.5", 1}, {"5e5.", 1}, {"5e5e5", 3},
        {"5e5N", 3}, {"5e 5", 1}, {"5 e5", 1}, {"0x10", 1}, {"1_0", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(gd_decimal_length(geodist_string(cases[i].text)), cases[i].length);
}

/* Puts the decimals of (a + b) / 2 for two neighbouring doubles: too fine for a double. */
static void write_middle(char *sum, size_t size, double a, double b)
{
    char other[1200];
    int length = snprintf(sum, size, "%01090.1080f", a);
    snprintf(other, sizeof other, "%01090.1080f", b);
    int carry = 0;
    for (int i = length - 1; i >= 0; i--) {
        if (sum[i] == '.')
            continue;
        int digit = sum[i] - '0' + other[i] - '0' + carry;
        sum[i] = (char)('0' + digit % 10);
        carry = digit / 10;
    }
    int rest = 0;
    for (int i = 0; i < length; i++) {
        if (sum[i] == '.')
            continue;
        int digit = sum[i] - '0' + 10 * rest;
        sum[i] = (char)('0' + digit / 2);
        rest = digit % 2;
    }
}

static void rounds_the_middle_between_two_doubles_to_even(void **state)
{
    (void)state;
    uint64_t seed = 2;
    char digits[1400];
    for (int i = 0; i < 20000; i++) {
        double a = ldexp(random_between(&seed, 0, 1), i % 4 ? (int)(random_bits(&seed) % 9)
                                                            : -(int)(random_bits(&seed) % 1074));
        double b = nextafter(a, 1000);
        write_middle(digits, sizeof digits, a, b);
        uint64_t last;
        memcpy(&last, &a, sizeof last);
        gd_decimal n = decimal(digits);
        assert_same(n.value, last & 1 ? b : a);
        size_t end = strlen(digits);
        strcpy(digits + end, i % 2 ? "1" : "00000000000000000000000000000000000000000000001");
        assert_same(decimal(digits).value, b);
        do /* ...5000 to ...4999 */
            digits[--end] = '9';
        while (digits[end - 1] == '0');
        digits[end - 1]--;
        assert_same(decimal(digits).value, a);
    }
}

static void rounds_the_smallest_doubles(void **state)
{
    (void)state;
    uint64_t seed = 3;
    char digits[1400];
    for (int i = 0; i < 2000; i++) {
        double tiny = ldexp((double)(random_bits(&seed) >> (11 + i % 53)), -1074);
        snprintf(digits, sizeof digits, "%.1080f", tiny);
        check_against_strtod(digits);
        write_middle(digits, sizeof digits, tiny, nextafter(tiny, 1));
        check_against_strtod(digits);
    }
}

static void needs_no_more_memory_for_more_digits(void **state)
{
    (void)state;
    enum { many = 100000 };
    static char digits[many + 8];
    memset(digits, '0', many);
    memcpy(digits + many, "12.5", 5);
    assert_same(decimal(digits).value, 12.5);
    memset(digits + 1, '0', many);
    digits[1] = '.';
    memcpy(digits + many, "1", 2);
    assert_same(decimal(digits).value, 0);
    assert_int_equal(decimal(digits).rest, 1);
    memset(digits, '9', many);
    assert_same(decimal(digits).value, INFINITY);
    digits[3] = '.';
    assert_same(decimal(digits).value, 1000);
    assert_int_equal(decimal(digits).rest, -1);
}

static void knows_on_which_side_of_a_whole_number_it_is(void **state)
{
    (void)state;
    static const struct {
        const char *digits;
        double limit;
        bool exceeds, reaches;
    } cases[] = {
        {"90", 90, false, true},
        {"90.", 90, false, true},
        {"90.000000000000000000000", 90, false, true},
        {"90.00000000000000000001", 90, true, true},
        {"90.00000000000001", 90, true, true},
        {"89.99999999999999999999", 90, false, false},
        {"89.99999999999999", 90, false, false},
        {"59.9999999999999999999999999", 60, false, false},
        {"60.0000000000000000000000000", 60, false, true},
        {"360.0000000000000000000000001", 360, true, true},
        {"0.00000", 0, false, true},
        {".000000000000000000000000000000000000000000000000001", 0, true, true},
        {"1000000000000000", 360, true, true},
        {"9.00000000000000000000000000001e1", 90, true, true},
        {"9e1", 90, false, true},
        {"8.9999999999999999999999999999999e1", 90, false, false},
        {"1e-5000", 0, true, true},
        {"90.00000000000000001", 90, true, true},
        {"89.99999999999999999", 90, false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gd_decimal n = decimal(cases[i].digits);
        assert_int_equal(exceeds(n, cases[i].limit), cases[i].exceeds);
        assert_int_equal(reaches(n, cases[i].limit), cases[i].reaches);
    }
}

static void reads_short_numerals_to_their_end(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t length;
        double value;
    } cases[] = {
        {"51.507222222222225,", 18, 51.507222222222225},
        {"0.12749999999999998", 19, 0.12749999999999998},
        {"5e5", 1, 5},
        {"90.00000000000000001", 0, 0},
        {"90.00000000000000000", 20, 90},

        {"31.75872,-106", 8, 31.75872}, {"5", 1, 5},   {".5 ", 2, 0.5},
        {"5.,", 2, 5},                  {"1.2.3", 3, 1.2}, {"", 0, 0},
        {".", 0, 0},                    {"x", 0, 0},   {"-5", 0, 0},
        {"9007199254.740993", 0, 0},
        {"00000000000000000001", 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double value = 0;
        assert_int_equal(gd_parse_short_decimal(geodist_string(cases[i].text), 0, &value),
                         cases[i].length);
        if (cases[i].length)
            assert_same(value, cases[i].value);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_spelling),
        cmocka_unit_test(rounds_random_numerals_correctly),
        cmocka_unit_test(rounds_numbers_of_17_digits_correctly),
        cmocka_unit_test(reads_any_exponent),
        cmocka_unit_test(reads_the_same_with_the_point_moved),
        cmocka_unit_test(knows_where_a_number_ends),
        cmocka_unit_test(rounds_the_middle_between_two_doubles_to_even),
        cmocka_unit_test(rounds_the_smallest_doubles),
        cmocka_unit_test(needs_no_more_memory_for_more_digits),
        cmocka_unit_test(knows_on_which_side_of_a_whole_number_it_is),
        cmocka_unit_test(reads_short_numerals_to_their_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
