#include "output/fixed_lines.h"

#include "check.h"
#include "pairs.h"

#include <math.h>
#include <stdio.h>

enum { ROOM = 400 }; /* for a line of any number */

static fixed_lines lines;

/* What the C library makes of it, without the sign of a zero. */
static void set_expected(char text[ROOM], double value, int decimals)
{
    snprintf(text, ROOM, "%.*f\n", decimals, value);
    if (text[0] == '-' && text[strspn(text, "-0.")] == '\n')
        memmove(text, text + 1, strlen(text));
}

static void check(size_t count, int decimals)
{
    gd_spread_fixed_lines(&lines, count, decimals);
    for (size_t i = 0; i < count; i++) {
        char expected[ROOM], text[ROOM];
        writer out = gd_memory_writer(text, sizeof text);
        set_expected(expected, lines.numbers[i], decimals);
        gd_put_fixed_line(&out, &lines, i);
        if (out.length != strlen(expected) || memcmp(text, expected, out.length) != 0)
            fail_msg("%a with %d decimals: '%.*s' is not '%s'", lines.numbers[i], decimals,
                     (int)out.length, text, expected);
    }
}

static void writes_numbers_of_every_size_as_the_c_library_does(void **state)
{
    (void)state;
    uint64_t seed = 5;
    for (int round = 0; round < 3000; round++) {
        size_t count = (size_t)(random_bits(&seed) % (GD_FIXED_LINES + 1));
        for (size_t i = 0; i < count; i++)
            lines.numbers[i] =
                ldexp(random_between(&seed, 0.5, 1), (int)(random_bits(&seed) % 64) - 32) *
                (random_bits(&seed) % 8 ? 1 : -1);
        check(count, round % 16);
    }
}

/* Every number of digits, and the numbers around a half. */
static void writes_powers_of_ten_and_halves_as_the_c_library_does(void **state)
{
    (void)state;
    for (int decimals = 0; decimals <= 15; decimals++) {
        size_t count = 0;
        for (int digits = -8; digits <= 9; digits++)
            for (int step = -3; step <= 3; step++) {
                lines.numbers[count++] = pow(10, digits) + step * pow(10, -decimals);
                lines.numbers[count++] = pow(10, digits) + step * 0.25 * pow(10, -decimals);
                lines.numbers[count++] = nextafter(pow(10, digits), step > 0 ? INFINITY : 0);
                lines.numbers[count++] = nextafter((step + 3.5) * pow(10, -decimals), digits * 1e9);
            }
        check(count, decimals);
    }
}

static void writes_ties_to_even_and_no_sign_of_zero(void **state)
{
    (void)state;
    static const double numbers[] = {0.5, 1.5, 2.5, -0.5, -0.0, 0, 99999999.5, -1, 1e300, 1.4999};
    static const char expected[][16] = {"0\n", "2\n", "2\n",         "0\n", "0\n",
                                        "0\n", "100000000\n", "-1\n"};
    memcpy(lines.numbers, numbers, sizeof numbers);
    for (int decimals = 0; decimals <= 15; decimals++)
        check(sizeof numbers / sizeof *numbers, decimals);
    gd_spread_fixed_lines(&lines, sizeof expected / sizeof *expected, 0);
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        char text[ROOM];
        writer out = gd_memory_writer(text, sizeof text);
        gd_put_fixed_line(&out, &lines, i);
        assert_int_equal(out.length, strlen(expected[i]));
        assert_memory_equal(text, expected[i], out.length);
    }
}

/* A number that is not finite is not written, but must not change the others. */
static void takes_numbers_that_are_not_finite(void **state)
{
    (void)state;
    static const double numbers[] = {NAN, 12.5, INFINITY, -INFINITY, 7};
    memcpy(lines.numbers, numbers, sizeof numbers);
    gd_spread_fixed_lines(&lines, 5, 1);
    char text[ROOM];
    writer out = gd_memory_writer(text, sizeof text);
    gd_put_fixed_line(&out, &lines, 4);
    gd_put_fixed_line(&out, &lines, 1);
    assert_int_equal(out.length, 9);
    assert_memory_equal(text, "7.0\n12.5\n", 9);
}

/* Each buffer is too short for the quick way, and most hold the text nevertheless. */
static void writes_the_same_into_a_buffer_that_is_nearly_full(void **state)
{
    (void)state;
    lines.numbers[0] = 1234.5;
    gd_spread_fixed_lines(&lines, 1, 1);
    for (size_t capacity = 8; capacity < 40; capacity++) {
        char buffer[41];
        memset(buffer, '#', sizeof buffer);
        writer out = gd_memory_writer(buffer, capacity);
        gd_put_fixed_line(&out, &lines, 0);
        assert_int_equal(out.length, 7);
        assert_memory_equal(buffer, "1234.5\n", 7);
        assert_int_equal(buffer[capacity], '#');
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_numbers_of_every_size_as_the_c_library_does),
        cmocka_unit_test(writes_powers_of_ten_and_halves_as_the_c_library_does),
        cmocka_unit_test(writes_ties_to_even_and_no_sign_of_zero),
        cmocka_unit_test(takes_numbers_that_are_not_finite),
        cmocka_unit_test(writes_the_same_into_a_buffer_that_is_nearly_full),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
