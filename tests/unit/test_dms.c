#include <stdio.h>
#include <string.h>

#include "coordinates/dms.h"
#include "check.h"
#include "pairs.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

typedef struct {
    geodist_status status;
    gd_angle angle;
    gd_extent extent;
    size_t offset, length; /* of the bytes at fault */
} outcome;

static outcome read_angle(const char *string)
{
    gd_tokens tokens;
    outcome o = {.length = 0};
    geodist_text fault = {string, 0};
    gd_scan_coordinate(geodist_string(string), &tokens);
    assert_int_equal(tokens.stray.length, 0);
    o.status = gd_parse_angle((gd_span){tokens.token, tokens.count}, &o.angle, &fault);
    if (o.status == GEODIST_OK)
        o.status = gd_measure_angle(&o.angle, &o.extent, &fault);
    if (o.status != GEODIST_OK) {
        o.offset = fault.length ? (size_t)(fault.bytes - string) : 0;
        o.length = fault.length;
    }
    return o;
}

static void measures_an_angle(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double degrees;
        char letter;
        bool negative;
    } cases[] = {
        {"5", 5, 0, false}, {"-5.5", 5.5, 0, true}, {"+.5", 0.5, 0, false}, {"5e-05", 5e-05, 0, false},
        {"-0", 0, 0, true}, {"5N", 5, 'N', false}, {"S 5", 5, 'S', true}, {"5 w", 5, 'W', true},
        {"31\u00B0" "45'31\"", 114331.0 / 3600, 0, false}, {"31 45 31 N", 114331.0 / 3600, 'N', false},
        {"31:45.5", 1905.5 / 60, 0, false}, {"-31d45m", 31.75, 0, true}, {"31\u00B0" "45", 31.75, 0, false},
        {"999", 999, 0, false}, /* the range is not checked here */
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        outcome o = read_angle(cases[i].text);
        assert_int_equal(o.status, GEODIST_OK);
        assert_same(o.extent.degrees, cases[i].degrees);
        assert_int_equal(o.angle.letter, cases[i].letter);
        assert_int_equal(o.angle.negative, cases[i].negative);
    }
}

static void names_the_bytes_at_fault(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        geodist_status status;
        size_t offset, length;
    } cases[] = {
        {"", GEODIST_BAD_COORDINATE, 0, 0}, {"N", GEODIST_BAD_COORDINATE, 0, 0},
        {"5 6", GEODIST_BAD_COORDINATE, 2, 1}, {"5N6", GEODIST_BAD_COORDINATE, 2, 1},
        {"5'", GEODIST_BAD_COORDINATE, 1, 1}, {"1:2'", GEODIST_BAD_COORDINATE, 3, 1},
        {"1.5\u00B0" "2'", GEODIST_BAD_COORDINATE, 0, 3}, {"1e0\u00B0" "2'", GEODIST_BAD_COORDINATE, 0, 3},
        {"1\u00B0" "2e0'", GEODIST_BAD_COORDINATE, 3, 3}, {"1\u00B0" "2E0", GEODIST_BAD_COORDINATE, 3, 3},
        {"1\u00B0" "60'", GEODIST_MINUTES_RANGE, 3, 2}, {"1 2 60.0 N", GEODIST_MINUTES_RANGE, 4, 4},
        {"-5N", GEODIST_SIGN_AND_LETTER, 0, 3}, {"N-5", GEODIST_SIGN_AND_LETTER, 0, 3},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        outcome o = read_angle(cases[i].text);
        if (o.status != cases[i].status || o.offset != cases[i].offset || o.length != cases[i].length)
            print_error("%s: %d at %zu, %zu\n", cases[i].text, (int)o.status, o.offset, o.length);
        assert_int_equal(o.status, cases[i].status);
        assert_int_equal(o.offset, cases[i].offset);
        assert_int_equal(o.length, cases[i].length);
    }
}

static void counts_minutes_and_seconds_for_a_limit(void **state)
{
    (void)state;
    assert_false(exceeds(read_angle("90\u00B0" "0'0.000\"").extent.first, 90));
    assert_true(exceeds(read_angle("90\u00B0" "0'0.00000000000000000001\"").extent.first, 90));
    assert_true(exceeds(read_angle("90\u00B0" "1'").extent.first, 90));
    assert_false(exceeds(read_angle("89\u00B0" "59'59.999999999999999999\"").extent.first, 90));
    assert_true(exceeds(read_angle("90.00000000000000000001").extent.first, 90));
}

/* Eighths of a second are doubles, and the quotient of two whole numbers is rounded once. */
static void rounds_the_sum_to_the_nearest_double(void **state)
{
    (void)state;
    uint64_t seed = 1;
    for (int i = 0; i < 300000; i++) {
        char text[100];
        unsigned degrees = (unsigned)(random_bits(&seed) % 180);
        unsigned minutes = (unsigned)(random_bits(&seed) % 60);
        unsigned eighths = (unsigned)(random_bits(&seed) % 480);
        snprintf(text, sizeof text, "%u\u00B0%u'%.3f\"", degrees, minutes, eighths / 8.0);
        double nearest = (degrees * 28800.0 + minutes * 480.0 + eighths) / 28800; /* one rounding */
        assert_same(read_angle(text).extent.degrees, nearest);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(measures_an_angle),
        cmocka_unit_test(names_the_bytes_at_fault),
        cmocka_unit_test(counts_minutes_and_seconds_for_a_limit),
        cmocka_unit_test(rounds_the_sum_to_the_nearest_double),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
