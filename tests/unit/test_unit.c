#include "options/unit.h"

#include "check.h"

#include <string.h>

static const unit *find(const char *name)
{
    for (const unit *at = gd_units; at->name; at++)
        if (strcmp(at->name, name) == 0)
            return at;
    fail_msg("there is no unit %s", name);
    return NULL;
}

/* The international mile, nautical mile (1929) and foot (1959) are exact in metres. */
static void has_units_of_their_defined_lengths(void **state)
{
    (void)state;
    assert_same(find("m")->metres, 1);
    assert_same(find("km")->metres, 1000);
    assert_same(find("mi")->metres, 1609.344);
    assert_same(find("nmi")->metres, 1852);
    assert_same(find("ft")->metres, 0.3048);
    assert_ptr_equal(find("km"), gd_units);
}

static void gives_programs_a_millimetre_of_every_unit(void **state)
{
    (void)state;
    for (const unit *at = gd_units; at->name; at++) {
        assert_true(at->metres * pow(10, -at->machine_decimals) <= 2e-3);
        assert_int_equal(at->decimals, at->metres > 1 ? 1 : 0);
    }
}

static void parses_lengths_with_and_without_a_unit(void **state)
{
    (void)state;
    static const struct {
        const char *string;
        double metres;
    } cases[] = {
        {"100", 160934.4},  {"62.5mi", 100584}, {"54 nmi", 100008}, {"1km", 1000},
        {".5 m", 0.5},      {"0", 0},           {"10ft", 3.048},    {"7.   km", 7000},
        {"1000000 km", 1e9}, {"00000000000000000000000000000000000001km", 1000},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double metres = -1;
        assert_true(gd_parse_length(cases[i].string, find("mi"), &metres));
        assert_relative(metres, cases[i].metres, 1e-15);
    }
}

static void refuses_what_is_no_length(void **state)
{
    (void)state;
    static const char *const bad[] = {"",       "km",       "-1",    "1e3",    "1 furlong", "1km ",
                                      "1 k m",  "1,5",      ".",     "1..5",   "inf",       "nan",
                                      "0x10",   "1000001 km", "1000000001m", "+1", " 1", "1\tkm"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        double metres;
        if (gd_parse_length(bad[i], gd_units, &metres))
            fail_msg("'%s' is no length", bad[i]);
    }
}

static void refuses_numbers_of_any_length_that_are_too_large(void **state)
{
    (void)state;
    char digits[400];
    memset(digits, '9', sizeof digits);
    for (size_t length = 11; length < sizeof digits; length++) {
        double metres;
        digits[length] = '\0';
        assert_false(gd_parse_length(digits, gd_units, &metres));
        digits[length] = '9';
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_units_of_their_defined_lengths),
        cmocka_unit_test(gives_programs_a_millimetre_of_every_unit),
        cmocka_unit_test(parses_lengths_with_and_without_a_unit),
        cmocka_unit_test(refuses_what_is_no_length),
        cmocka_unit_test(refuses_numbers_of_any_length_that_are_too_large),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
