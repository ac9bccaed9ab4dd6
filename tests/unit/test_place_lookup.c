#include "route/place_lookup.h"

#include "check.h"

static place_lookup by(const char *code)
{
    place_lookup made;
    assert_true(gd_set_lookup_country(&made, code));
    return made;
}

/* The country code of the place, or the status if there is none. */
static const char *country_of(const char *code, const char *text)
{
    static char found[4];
    place_lookup in = by(code);
    geodist_place place;
    if (gd_find_place(&in, geodist_string(text), &place, NULL) != GEODIST_OK)
        return "none";
    memcpy(found, place.country_code.bytes, place.country_code.length);
    found[place.country_code.length] = '\0';
    return found;
}

static geodist_status status_of(const char *code, const char *text)
{
    place_lookup in = by(code);
    geodist_place place;
    return gd_find_place(&in, geodist_string(text), &place, NULL);
}

static void takes_codes_of_countries_in_any_case(void **state)
{
    (void)state;
    assert_string_equal(by("fr").country_code, "FR");
    assert_memory_equal(by("Fr").country_name.bytes, "France", 6);
    assert_string_equal(by("uk").country_code, "GB");
    assert_string_equal(by(NULL).country_code, "");
    assert_string_equal(by("").country_code, "");
}

static void refuses_other_codes(void **state)
{
    (void)state;
    place_lookup made;
    assert_false(gd_set_lookup_country(&made, "ZZ"));
    assert_false(gd_set_lookup_country(&made, "X1"));
    assert_false(gd_set_lookup_country(&made, "F"));
}

static void is_geodist_find_without_a_country(void **state)
{
    (void)state;
    static const char *const texts[] = {"paris", "Paris, Texas", "LHR", "1,2", "", "xqzzy", "italy",
                                        "los angeles", "n/a"};
    place_lookup none = by(NULL);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        geodist_text text = geodist_string(texts[i]);
        geodist_place place = {.row = 0}, expected = {.row = 0};
        geodist_error error = {.offset = 0}, expected_error = {.offset = 0};
        assert_int_equal(gd_find_place(&none, text, &place, &error),
                         geodist_find(text, &expected, &expected_error));
        assert_int_equal(place.row, expected.row);
        assert_int_equal(error.offset, expected_error.offset);
        assert_int_equal(gd_find_rivals(&none, text, NULL, 0), geodist_rivals(text, NULL, 0));
    }
}

static void prefers_the_country_for_names_without_qualifiers(void **state)
{
    (void)state;
    assert_string_equal(country_of(NULL, "cordoba"), "ES");
    assert_string_equal(country_of("AR", "cordoba"), "AR");
    assert_string_equal(country_of("AR", " Córdoba "), "AR");
    assert_string_equal(country_of("US", "paris"), "US");
    assert_string_equal(country_of("CO", "armenia"), "CO"); /* the city is large */
    assert_string_equal(country_of("CA", "london"), "CA");  /* CA is California as well */
    assert_string_equal(country_of("GE", "batumi"), "GE");  /* Georgia is a state as well */
}

static void finds_names_that_the_country_has_not_elsewhere(void **state)
{
    (void)state;
    assert_string_equal(country_of("ES", "nairobi"), "KE");
    assert_string_equal(country_of("ES", "paris, texas"), "US");
    assert_string_equal(country_of("US", "paris, france"), "FR");
    assert_string_equal(country_of("US", "LHR"), "GB");
}

/* What means no place or no name means none in any country. */
static void leaves_other_texts_alone(void **state)
{
    (void)state;
    assert_int_equal(status_of("IT", "none"), GEODIST_EMPTY);
    assert_int_equal(status_of("US", "n/a"), GEODIST_EMPTY);
    assert_int_equal(status_of("FR", ""), GEODIST_EMPTY);
    assert_string_equal(country_of("FR", "1,2"), "");
    assert_int_equal(status_of("US", "91,2"), GEODIST_LATITUDE_RANGE);
    assert_int_equal(status_of("US", "xqzzy"), GEODIST_UNKNOWN_NAME);
    assert_int_equal(status_of("US", "lebanon"), GEODIST_AREA); /* its towns are small */
    assert_int_equal(status_of("US", "texas"), GEODIST_AREA);
}

/* Quebec was New Britain in Connecticut, one of whose names it is, and Mexico a town in Missouri. */
static void takes_no_small_town_for_a_name_that_is_also_an_area(void **state)
{
    static const struct {
        const char *country, *text, *found_in;
    } cases[] = {
        {"US", "Quebec", "CA"},     {"US", "Mexico", "MX"},    {"US", "Luxembourg", "LU"},
        {"BE", "Luxembourg", "LU"}, {"US", "Panama", "PA"},    {"US", "Berlin", "DE"},
        {"ES", "Cordoba", "ES"},    {"CA", "Victoria", "CA"},  {"US", "Washington", "US"},
        {"ES", "Toledo", "ES"},     {"ES", "Mérida", "ES"},    {"US", "Moscow", "US"},
        {"NI", "granada", "NI"},    {"CO", "Madrid", "CO"},    {"ES", "Santiago", "ES"},
        {"ES", "santiago ", "ES"},  {"US", "Ontario", "US"},   {"CO", "Armenia", "CO"},
        {"US", "New York", "US"},   {"AT", "Salzburg", "AT"},  {"US", "Cairo", "EG"},
        {"US", "Georgia", "none"},  {"NL", "Limburg", "none"}, {"BE", "Limburg", "none"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (strcmp(country_of(cases[i].country, cases[i].text), cases[i].found_in) != 0)
            fail_msg("%s in %s: %s", cases[i].text, cases[i].country,
                     country_of(cases[i].country, cases[i].text));
}

/* Victoria in Australia was the city in Canada. */
static void takes_no_place_elsewhere_for_an_area_of_the_country(void **state)
{
    static const char *const areas[][2] = {
        {"AU", "Victoria"}, {"BZ", "toledo"}, {"CO", "Santander"}, {"BR", "Paraná"}, {"AU", "VIC"}};
    (void)state;
    for (size_t i = 0; i < sizeof areas / sizeof *areas; i++) {
        place_lookup in = by(areas[i][0]);
        geodist_place place = {.population = 12345};
        geodist_error error;
        qualified_name made;
        geodist_text text = geodist_string(areas[i][1]);
        assert_int_equal(gd_find_place(&in, text, &place, &error), GEODIST_AREA);
        assert_int_equal(place.population, 12345);
        assert_int_equal(error.status, GEODIST_AREA);
        assert_int_equal(error.length, text.length);
        assert_true(geodist_areas(gd_lookup_text(&in, text, &made), &place, 1) > 0);
        assert_memory_equal(place.country_code.bytes, areas[i][0], 2);
    }
}

static void counts_rivals_within_the_country(void **state)
{
    (void)state;
    place_lookup in = by("US");
    geodist_place place, rivals[32];
    geodist_text paris = geodist_string("paris");
    assert_int_equal(gd_find_place(&in, paris, &place, NULL), GEODIST_OK);
    size_t count = gd_find_rivals(&in, paris, rivals, 32);
    assert_true(count > 0 && count <= 32);
    assert_int_equal(place.rivals, count);
    for (size_t i = 0; i < count; i++)
        assert_memory_equal(rivals[i].country_code.bytes, "US", 2);
}

static void takes_a_text_that_is_too_long(void **state)
{
    (void)state;
    static char text[2000];
    memset(text, 'a', sizeof text - 1);
    assert_int_equal(status_of("US", text), status_of(NULL, text));
}

static void reads_two_numbers_at_a_semicolon(void **state)
{
    (void)state;
    static const char *const codes[] = {NULL, "FR"};
    for (size_t i = 0; i < 2; i++) {
        place_lookup in = by(codes[i]);
        geodist_place place;
        assert_int_equal(gd_find_place(&in, geodist_string("+52.52 ; 13.405"), &place, NULL), GEODIST_OK);
        assert_same(place.point.lat, 52.52);
        assert_same(place.point.lon, 13.405);
    }
    assert_int_equal(status_of(NULL, "1;2;3"), GEODIST_BAD_COORDINATE);
    assert_int_equal(status_of(NULL, "91;2"), GEODIST_BAD_COORDINATE);
    assert_true(status_of(NULL, "paris;london") != GEODIST_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_codes_of_countries_in_any_case),
        cmocka_unit_test(refuses_other_codes),
        cmocka_unit_test(is_geodist_find_without_a_country),
        cmocka_unit_test(prefers_the_country_for_names_without_qualifiers),
        cmocka_unit_test(finds_names_that_the_country_has_not_elsewhere),
        cmocka_unit_test(leaves_other_texts_alone),
        cmocka_unit_test(takes_no_small_town_for_a_name_that_is_also_an_area),
        cmocka_unit_test(takes_no_place_elsewhere_for_an_area_of_the_country),
        cmocka_unit_test(counts_rivals_within_the_country),
        cmocka_unit_test(takes_a_text_that_is_too_long),
        cmocka_unit_test(reads_two_numbers_at_a_semicolon),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
