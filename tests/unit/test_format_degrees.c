#include <float.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <geodist.h>

#include "check.h"
#include "pairs.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { LARGEST = 400 };

/* The fewest decimals that read back, by the C library, which rounds correctly. */
static void format_by_trial(double value, char text[LARGEST])
{
    for (int decimals = 0; decimals <= 20; decimals++) {
        snprintf(text, LARGEST, "%.*f", decimals, value);
        if (strtod(text, NULL) == value)
            break;
    }
    if (text[strspn(text, "-0.")] == '\0')
        strcpy(text, "0");
}

static void check(double value)
{
    char expected[LARGEST], actual[LARGEST];
    format_by_trial(value, expected);
    size_t length = geodist_format_degrees(value, actual, sizeof actual);
    if (strcmp(actual, expected) != 0)
        print_error("%.17g is %s, not %s\n", value, expected, actual);
    assert_string_equal(actual, expected);
    assert_int_equal(length, strlen(expected));
    assert_true(fabs(value) > 360 || length < GEODIST_DEGREES_SIZE);
}

static void check_both_signs(double value)
{
    check(value);
    check(-value);
}

static void writes_every_form(void **state)
{
    (void)state;
    static const struct {
        double degrees;
        const char *text;
    } cases[] = {
        {0, "0"}, {-0.0, "0"}, {5, "5"}, {-5, "-5"}, {10, "10"}, {100, "100"}, {360, "360"},
        {0.5, "0.5"}, {-0.1, "-0.1"}, {31.75872, "31.75872"}, {-106.48693, "-106.48693"},
        {0.00001, "0.00001"}, {-0.00001, "-0.00001"}, {999.99999, "999.99999"}, {1000, "1000"},
        {0.1 + 0.2, "0.30000000000000004"}, {114331.0 / 3600, "31.75861111111111"},
        {-383353.0 / 3600, "-106.48694444444445"}, {1e-20, "0.00000000000000000001"},
        {-4e-21, "0"}, {-6e-21, "-0.00000000000000000001"}, {DBL_MIN, "0"}, {5e-324, "0"},
        {1.2343e-17, "0.00000000000000001234"}, {-1e-300, "0"}, {0x1p-21, "0.00000047683715820312"},
        {9007199254740993e0, "9007199254740992"}, {1e22, "10000000000000000000000"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[LARGEST];
        geodist_format_degrees(cases[i].degrees, text, sizeof text);
        assert_string_equal(text, cases[i].text);
        check_both_signs(cases[i].degrees);
    }
}

static void writes_nothing_for_what_is_no_number(void **state)
{
    (void)state;
    static const double none[] = {NAN, INFINITY, -INFINITY};
    for (size_t i = 0; i < COUNT(none); i++) {
        char text[] = "before";
        assert_int_equal(geodist_format_degrees(none[i], text, sizeof text), 0);
        assert_string_equal(text, "");
        assert_int_equal(geodist_format_degrees(none[i], NULL, 0), 0);
    }
}

static void writes_the_fewest_decimals_of_random_doubles(void **state)
{
    (void)state;
    uint64_t seed = 1;
    for (int i = 0; i < 20000; i++) {
        check_both_signs(random_between(&seed, 0, 360));
        check_both_signs(ldexp(random_between(&seed, 0.5, 1), -(int)(random_bits(&seed) % 75)));
        check(ldexp(random_between(&seed, 0.5, 1), (int)(random_bits(&seed) % 60)));
        check((double)(random_bits(&seed) % 36000000) / 1e5);
        check((double)(random_bits(&seed) % 360000000000) / 1e9);
        check(nextafter((double)(random_bits(&seed) % 36000000) / 1e5, i % 2 ? -1 : 361));
    }
}

static void writes_any_bit_pattern(void **state)
{
    (void)state;
    uint64_t seed = 2;
    for (int i = 0; i < 20000; i++) {
        uint64_t bits = random_bits(&seed);
        double value;
        memcpy(&value, &bits, sizeof value);
        if (isfinite(value))
            check(value);
    }
    check_both_signs(DBL_MAX);
}

static void writes_powers_of_two_and_their_neighbours(void **state)
{
    (void)state;
    for (int exponent = -1074; exponent < 1024; exponent++) {
        double power = ldexp(1, exponent);
        check_both_signs(power);
        check_both_signs(nextafter(power, 0));
        check_both_signs(nextafter(power, INFINITY));
    }
}

static void writes_every_position_of_few_decimals(void **state)
{
    (void)state;
    char expected[32], actual[32];
    for (uint32_t scaled = 0; scaled < 1000000; scaled++) {
        uint32_t position = scaled < 500000 ? scaled : scaled * 36; /* up to 360 */
        snprintf(expected, sizeof expected, "%u.%05u", position / 100000, position % 100000);
        size_t length = strlen(expected);
        while (expected[length - 1] == '0')
            length--;
        if (expected[length - 1] == '.')
            length--;
        assert_int_equal(geodist_format_degrees(position / 1e5, actual, sizeof actual), length);
        assert_memory_equal(actual, expected, length);
    }
}

static void cuts_what_does_not_fit(void **state)
{
    (void)state;
    static const double values[] = {-106.48693, 114331.0 / 3600, 0, 1e300};
    for (size_t i = 0; i < COUNT(values); i++) {
        char whole[LARGEST];
        size_t length = geodist_format_degrees(values[i], whole, sizeof whole);
        assert_int_equal(geodist_format_degrees(values[i], NULL, 0), length);
        for (size_t capacity = 1; capacity < length + 3; capacity++) {
            char *buffer = malloc(capacity); /* of exactly its size, for a sanitizer */
            assert_non_null(buffer);
            size_t kept = length < capacity ? length : capacity - 1;
            assert_int_equal(geodist_format_degrees(values[i], buffer, capacity), length);
            assert_int_equal(strlen(buffer), kept);
            assert_memory_equal(buffer, whole, kept);
            free(buffer);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_every_form),
        cmocka_unit_test(writes_nothing_for_what_is_no_number),
        cmocka_unit_test(writes_the_fewest_decimals_of_random_doubles),
        cmocka_unit_test(writes_any_bit_pattern),
        cmocka_unit_test(writes_powers_of_two_and_their_neighbours),
        cmocka_unit_test(writes_every_position_of_few_decimals),
        cmocka_unit_test(cuts_what_does_not_fit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
