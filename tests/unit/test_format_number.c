#include "output/format_number.h"

#include "check.h"
#include "pairs.h"
#include "written.h"

#include <float.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static const char *fixed(double value, int decimals)
{
    gd_put_fixed(begin(), value, decimals);
    return written();
}

static const char *degrees(double value)
{
    gd_put_degrees(begin(), value);
    return written();
}

static const char *integer(uint64_t value)
{
    gd_put_integer(begin(), value);
    return written();
}

/* What the C library makes of it, without the sign of a zero. */
static void assert_as_c_library(double value, int decimals)
{
    char expected[400];
    snprintf(expected, sizeof expected, "%.*f", decimals, value);
    const char *start = expected;
    if (start[0] == '-' && strspn(start, "-0.") == strlen(start))
        start++;
    if (strcmp(fixed(value, decimals), start) != 0)
        fail_msg("%a with %d decimals: %s is not %s", value, decimals, written(), start);
}

static void rounds_random_numbers_as_the_c_library_does(void **state)
{
    (void)state;
    uint64_t seed = 2;
    for (int round = 0; round < 1000000; round++) {
        double sign = random_bits(&seed) % 2 ? 1 : -1;
        int decimals = (int)(random_bits(&seed) % 16);
        assert_as_c_library(sign * random_between(&seed, 0, 20016), decimals);
        int exponent = (int)(random_bits(&seed) % 140) - 70;
        assert_as_c_library(sign * ldexp(random_between(&seed, 0.5, 1), exponent), decimals);
    }
}

/* Numbers that are half way between two results, or next to it. */
static void rounds_ties_as_the_c_library_does(void **state)
{
    (void)state;
    uint64_t seed = 3;
    for (int round = 0; round < 200000; round++) {
        int decimals = (int)(random_bits(&seed) % 16);
        double exact = (double)(random_bits(&seed) % 100000) / (double)(1 << random_bits(&seed) % 12);
        uint64_t whole = random_bits(&seed) % ((uint64_t)1 << (1 + random_bits(&seed) % 41));
        double half = ((double)whole + 0.5) / pow(10, decimals);
        double near_half = ((double)whole + random_between(&seed, 0.498, 0.502)) / pow(10, decimals);
        const double values[] = {exact, half, nextafter(half, 0), nextafter(half, INFINITY), near_half};
        for (size_t i = 0; i < sizeof values / sizeof *values; i++)
            assert_as_c_library(values[i], decimals);
    }
}

static void writes_the_edges_of_doubles_as_the_c_library_does(void **state)
{
    (void)state;
    static const double edges[] = {0,    5e-324, DBL_MIN, 0.5,    1,       9.5,     99.95, 0x1p39,
                                   0x1p40, 0x1p52, 0x1p53,  0x1p63, 0x1p64, 1e15,    1e22,  DBL_MAX};
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++)
        for (int decimals = 0; decimals <= 15; decimals++)
            for (int direction = -1; direction <= 1; direction++) {
                double value = direction ? nextafter(edges[i], direction * HUGE_VAL) : edges[i];
                if (!isfinite(value))
                    continue;
                assert_as_c_library(value, decimals);
                assert_as_c_library(-value, decimals);
            }
    for (int exponent = -16; exponent <= 22; exponent++)
        for (int decimals = 0; decimals <= 15; decimals++) {
            assert_as_c_library(pow(10, exponent), decimals);
            assert_as_c_library(nextafter(pow(10, exponent), 0), decimals);
            assert_as_c_library(-9.9999999 * pow(10, exponent), decimals);
        }
}

static void never_writes_minus_zero(void **state)
{
    (void)state;
    assert_string_equal(fixed(-0.0, 0), "0");
    assert_string_equal(fixed(-0.0, 1), "0.0");
    assert_string_equal(fixed(-0.04, 1), "0.0");
    assert_string_equal(fixed(-0.05, 1), "-0.1"); /* 0.05 is a little more than its digits say */
    assert_string_equal(fixed(-0.5, 0), "0");
    assert_string_equal(fixed(-0.5000001, 0), "-1");
    assert_string_equal(degrees(-0.0), "0");
    assert_string_equal(degrees(-1e-300), "0");
}

/* A writer whose room ends at every possible position must not change the number. */
static void writes_the_same_without_room_in_the_buffer(void **state)
{
    (void)state;
    static const double values[] = {0, 12.5, -14888.798459, 1e12, 123456789012.25};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        for (size_t capacity = 2; capacity < 48; capacity++) {
            char expected[64], buffer[48];
            snprintf(expected, sizeof expected, "%.3f", values[i]);
            writer out = gd_memory_writer(buffer, capacity);
            gd_put_fixed(&out, values[i], 3);
            if (strlen(expected) < capacity) {
                assert_int_equal(out.length, strlen(expected));
                assert_memory_equal(buffer, expected, out.length);
            } else {
                assert_int_equal(out.length, 0);
            }
            out = gd_memory_writer(buffer, capacity);
            gd_put_degrees(&out, 31.75872);
            assert_int_equal(out.length, capacity > 8 ? 8 : 0);
        }
}

static void writes_integers_as_the_c_library_does(void **state)
{
    (void)state;
    uint64_t seed = 4, power = 1;
    char expected[32];
    for (int round = 0; round < 300000; round++) {
        uint64_t number = random_bits(&seed) >> random_bits(&seed) % 64;
        snprintf(expected, sizeof expected, "%" PRIu64, number);
        if (strcmp(integer(number), expected) != 0)
            fail_msg("%s is not %s", written(), expected);
    }
    for (int i = 0; i < 20; i++, power *= 10)
        for (uint64_t number = power - 1; number != power + 2; number++) {
            snprintf(expected, sizeof expected, "%" PRIu64, number);
            assert_string_equal(integer(number), expected);
        }
    assert_string_equal(integer(UINT64_MAX), "18446744073709551615");
}

static void writes_the_fewest_decimals_of_degrees_that_read_back(void **state)
{
    (void)state;
    assert_string_equal(degrees(36.81667), "36.81667");
    assert_string_equal(degrees(-180), "-180");
    assert_string_equal(degrees(0.1 + 0.2), "0.30000000000000004");
    for (int i = -64800; i <= 64800; i++) {
        double value = i / 360.0 + i * 1e-9; /* nearly all have no short decimal */
        const char *digits = degrees(value), *point = strchr(digits, '.');
        if (strtod(digits, NULL) != value || strpbrk(digits, "eE"))
            fail_msg("%.17g is written as %s", value, digits);
        if (point) {
            char shorter[64];
            snprintf(shorter, sizeof shorter, "%.*f", (int)strlen(point) - 2, value);
            if (strtod(shorter, NULL) == value)
                fail_msg("%s is longer than %s", digits, shorter);
        }
    }
}

static void reads_decimal_numbers_and_nothing_else(void **state)
{
    (void)state;
    static const char *const good[] = {"0", "6371.0088", ".5", "6378.", "00012", "1000000000000000000000"};
    static const char *const bad[] = {"",    ".",   "-1",  "+1", "1e3", "0x10", "inf", "nan", "1,5",
                                      "1 ",  " 1",  "1.2.3", "km", "1..", "..1", "1_0", "\xD9\xA1"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        double value = -1;
        assert_true(gd_parse_decimal_string(good[i], &value));
        assert_same(value, strtod(good[i], NULL));
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        double value;
        if (gd_parse_decimal_string(bad[i], &value))
            fail_msg("'%s' is no decimal number", bad[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rounds_random_numbers_as_the_c_library_does),
        cmocka_unit_test(rounds_ties_as_the_c_library_does),
        cmocka_unit_test(writes_the_edges_of_doubles_as_the_c_library_does),
        cmocka_unit_test(never_writes_minus_zero),
        cmocka_unit_test(writes_the_same_without_room_in_the_buffer),
        cmocka_unit_test(writes_integers_as_the_c_library_does),
        cmocka_unit_test(writes_the_fewest_decimals_of_degrees_that_read_back),
        cmocka_unit_test(reads_decimal_numbers_and_nothing_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
