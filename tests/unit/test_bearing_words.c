#include "options/bearing_words.h"

#include "check.h"
#include "written.h"

#include <string.h>

static const char *words(double bearing)
{
    gd_put_bearing(begin(), bearing);
    return written();
}

static void names_the_nearest_point_of_the_compass(void **state)
{
    (void)state;
    assert_string_equal(words(0), "north (0.0°)");
    assert_string_equal(words(11.24), "north (11.2°)");
    assert_string_equal(words(11.26), "north-northeast (11.3°)");
    assert_string_equal(words(45), "northeast (45.0°)");
    assert_string_equal(words(318.1), "northwest (318.1°)");
    assert_string_equal(words(348.74), "north-northwest (348.7°)");
    assert_string_equal(words(348.76), "north (348.8°)");
}

static void writes_360_degrees_as_0(void **state)
{
    (void)state;
    assert_string_equal(words(359.94), "north (359.9°)");
    assert_string_equal(words(359.96), "north (0.0°)");
    assert_string_equal(words(nextafter(360, 0)), "north (0.0°)");
    assert_string_equal(words(nextafter(359.95, 0)), "north (359.9°)");
}

/* What it writes before the parenthesis is a direction that it parses, and the nearest one. */
static void parses_the_words_that_it_writes(void **state)
{
    (void)state;
    for (int i = 0; i < 3600; i++) {
        char name[32] = "";
        double bearing = i / 10.0, parsed;
        const char *text = words(bearing);
        strncat(name, text, strcspn(text, " "));
        assert_true(gd_parse_bearing(name, &parsed));
        double difference = fabs(remainder(parsed - bearing, 360));
        assert_true(difference <= 11.25 + 1e-9);
    }
}

static void parses_directions_in_any_case_and_degrees(void **state)
{
    (void)state;
    static const struct {
        const char *string;
        double degrees;
    } cases[] = {
        {"N", 0},         {"e", 90},      {"nw", 315},   {"NnE", 22.5}, {"South-SouthWest", 202.5},
        {"northwest", 315}, {"318.1", 318.1}, {"-41.9", -41.9}, {"+90", 90}, {"720", 720}, {".5", .5},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double degrees = -1;
        assert_true(gd_parse_bearing(cases[i].string, &degrees));
        assert_same(degrees, cases[i].degrees);
    }
}

static void refuses_what_is_neither(void **state)
{
    (void)state;
    static const char *const bad[] = {"",     "X",   "NN",  "north ", " N",  "nort", "northwestern",
                                      "1e3",  "inf", "nan", "--1",    "+-1", "+",    "-",
                                      "1,5",  "1°",  "0x1", "-N"};
    char huge[401];
    double degrees;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (gd_parse_bearing(bad[i], &degrees))
            fail_msg("'%s' is no bearing", bad[i]);
    memset(huge, '9', sizeof huge - 1); /* infinite as a double */
    huge[sizeof huge - 1] = '\0';
    assert_false(gd_parse_bearing(huge, &degrees));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_the_nearest_point_of_the_compass),
        cmocka_unit_test(writes_360_degrees_as_0),
        cmocka_unit_test(parses_the_words_that_it_writes),
        cmocka_unit_test(parses_directions_in_any_case_and_degrees),
        cmocka_unit_test(refuses_what_is_neither),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
