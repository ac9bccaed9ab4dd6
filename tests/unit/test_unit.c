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

/* The international mile, nautical mile (1929), foot and yard (1959) are exact in metres. */
static void has_units_of_their_defined_lengths(void **state)
{
    (void)state;
    assert_same(find("m")->metres, 1);
    assert_same(find("km")->metres, 1000);
    assert_same(find("mi")->metres, 1609.344);
    assert_same(find("nmi")->metres, 1852);
    assert_same(find("ft")->metres, 0.3048);
    assert_same(find("yd")->metres, 0.9144);
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

static void finds_units_by_common_words_in_any_case(void **state)
{
    (void)state;
    static const struct {
        const char *name, *words[12];
    } cases[] = {
        {"km", {"km", "KM", "Km", "kilometers", "Kilometres", "KILOMETER", "kilometre", "kms"}},
        {"mi", {"mi", "MI", "mile", "miles", "Miles", "MILES"}},
        {"nmi", {"nmi", "NMI", "nm", "NM", "nautical-miles", "Nautical Miles", "nautical mile",
                 "nautical-mile", "NauticalMiles"}},
        {"m", {"m", "M", "meter", "meters", "metre", "METRES"}},
        {"ft", {"ft", "FT", "foot", "feet", "Feet"}},
        {"yd", {"yd", "YD", "yds", "yard", "yards", "YARDS"}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (const char *const *word = cases[i].words; *word; word++) {
            const unit *found = gd_find_unit(geodist_string(*word));
            if (found != find(cases[i].name))
                fail_msg("%s is %s, not %s", *word, found ? found->name : "no unit", cases[i].name);
        }
}

static void finds_each_unit_by_its_name(void **state)
{
    (void)state;
    for (const unit *at = gd_units; at->name; at++)
        assert_ptr_equal(gd_find_unit(geodist_string(at->name)), at);
    for (size_t i = 0; gd_unit_word(i); i++)
        assert_non_null(gd_find_unit(geodist_string(gd_unit_word(i))));
}

static void finds_no_unit_by_other_words(void **state)
{
    (void)state;
    static const char *const bad[] = {"", "k", "mil", "milesx", " km", "km ", "k m", "nautical",
                                      "\u212Am" /* Kelvin sign */, "furlong", "km\n"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_null(gd_find_unit(geodist_string(bad[i])));
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
        {"1000000 km", 1e9}, {"1e3km", 1e6}, {"1E3 KM", 1e6},
        {"2.5e+2Metres", 250}, {"5e-1m", 0.5}, {"1e-400 m", 0}, {"1e2", 16093440 / 100.0},
        {"60miles", 96560.64}, {"60 MI", 96560.64}, {"60NM", 111120}, {"100 yards", 91.44},
        {"54   Nautical Miles", 100008}, {"00000000000000000000000000000000000001km", 1000},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double metres = -1;
        if (!gd_parse_length(cases[i].string, find("mi"), &metres))
            fail_msg("'%s' is a length", cases[i].string);
        assert_relative(metres, cases[i].metres, 1e-15);
    }
}

static void tells_what_unit_a_length_names(void **state)
{
    (void)state;
    assert_string_equal(gd_unit_of_length("60 milse"), "milse");
    assert_string_equal(gd_unit_of_length("1e3furlongs"), "furlongs");
    assert_string_equal(gd_unit_of_length("1e"), "e");
    assert_string_equal(gd_unit_of_length("7.  "), "");
    assert_null(gd_unit_of_length("far"));
    assert_null(gd_unit_of_length(".km"));
    assert_null(gd_unit_of_length(""));
}

static void refuses_what_is_no_length(void **state)
{
    (void)state;
    static const char *const bad[] = {"",       "km",       "-1",    "1e",     "1 furlong", "1km ",
                                      "1 k m",  "1,5",      ".",     "1..5",   "inf",       "nan",
                                      "0x10",   "1000001 km", "1000000001m", "+1", " 1", "1\tkm",
                                      "1e+km",  "1e7km",    "1e999", "1e3.5m",   "1e 3 m",    "0x1p3m",
                                      "1kmh",   "1 mile s", "km 1",  "1e99999999999999999999"};
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
        cmocka_unit_test(finds_units_by_common_words_in_any_case),
        cmocka_unit_test(finds_each_unit_by_its_name),
        cmocka_unit_test(finds_no_unit_by_other_words),
        cmocka_unit_test(tells_what_unit_a_length_names),
        cmocka_unit_test(parses_lengths_with_and_without_a_unit),
        cmocka_unit_test(refuses_what_is_no_length),
        cmocka_unit_test(refuses_numbers_of_any_length_that_are_too_large),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
