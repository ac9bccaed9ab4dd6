#include "output/fixed_lines.h"
#include "output/format_number.h"

#include "check.h"
#include "pairs.h"

#include <math.h>

enum { VALUES = 1000 };

static double values[VALUES];
static fixed_line lines[VALUES];

/* Returns how many of the values are written. Each of them is what gd_put_fixed() writes. */
static size_t check(size_t count, int decimals)
{
    size_t written = 0;
    gd_format_fixed_lines(values, count, decimals, lines);
    for (size_t i = 0; i < count; i++) {
        char expected[400], text[64];
        writer by_one = gd_memory_writer(expected, sizeof expected);
        writer by_line = gd_memory_writer(text, sizeof text);
        if (!gd_put_fixed_line(&by_line, &lines[i])) {
            assert_int_equal(by_line.length, 0);
            continue;
        }
        written++;
        gd_put_fixed(&by_one, values[i], decimals);
        gd_put(&by_one, "\n");
        if (by_line.length != by_one.length || memcmp(text, expected, by_one.length) != 0)
            fail_msg("%a with %d decimals: '%.*s' is not '%.*s'", values[i], decimals,
                     (int)by_line.length, text, (int)by_one.length, expected);
    }
    return written;
}

static void writes_what_single_numbers_are(void **state)
{
    (void)state;
    uint64_t seed = 5;
    for (int round = 0; round < 3000; round++) {
        int decimals = round % 16;
        size_t count = (size_t)(random_bits(&seed) % VALUES);
        for (size_t i = 0; i < count; i++)
            values[i] = ldexp(random_between(&seed, 0.5, 1), (int)(random_bits(&seed) % 64) - 32) *
                        (random_bits(&seed) % 8 ? 1 : -1);
        check(count, decimals);
    }
}

static void writes_nearly_all_distances(void **state)
{
    (void)state;
    uint64_t seed = 6;
    for (int decimals = 0; decimals <= 3; decimals++) {
        for (size_t i = 0; i < VALUES; i++)
            values[i] = random_between(&seed, 0, 20016);
        assert_true(check(VALUES, decimals) > VALUES * 98 / 100);
    }
}

/* Every number of digits, and the numbers around a half. */
static void writes_powers_of_ten_and_halves(void **state)
{
    (void)state;
    for (int decimals = 0; decimals <= 8; decimals++) {
        size_t count = 0;
        for (int digits = -8; digits <= 9; digits++)
            for (int step = -3; step <= 3; step++) {
                values[count++] = pow(10, digits) + step * pow(10, -decimals);
                values[count++] = pow(10, digits) + step * 0.25 * pow(10, -decimals);
                values[count++] = nextafter(pow(10, digits), step > 0 ? INFINITY : 0);
                values[count++] = nextafter((step + 3.5) * pow(10, -decimals), digits * 1e9);
            }
        check(count, decimals);
    }
}

static void leaves_the_rest_to_single_numbers(void **state)
{
    (void)state;
    static const double others[] = {NAN, INFINITY, -INFINITY, -1, 99999999, 1e300, 0.5, 2.5, 1.4999};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        values[i] = others[i];
    assert_int_equal(check(9, 0), 0);
    values[0] = -0.0;
    values[1] = 1;
    assert_int_equal(check(2, 0), 2);
    assert_int_equal(check(2, 3), 2);
    assert_int_equal(check(2, 4), 0);
}

static void writes_nothing_into_a_buffer_that_is_nearly_full(void **state)
{
    (void)state;
    values[0] = 1234.5;
    gd_format_fixed_lines(values, 1, 1, lines);
    for (size_t capacity = 2; capacity < 40; capacity++) {
        char buffer[40];
        writer out = gd_memory_writer(buffer, capacity);
        bool written = gd_put_fixed_line(&out, &lines[0]);
        assert_int_equal(written, capacity > 16);
        assert_int_equal(out.length, written ? 7 : 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_what_single_numbers_are),
        cmocka_unit_test(writes_nearly_all_distances),
        cmocka_unit_test(writes_powers_of_ten_and_halves),
        cmocka_unit_test(leaves_the_rest_to_single_numbers),
        cmocka_unit_test(writes_nothing_into_a_buffer_that_is_nearly_full),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
