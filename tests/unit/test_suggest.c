#include "table/table.h"

#include "texts.h"

static geodist_place places[GEODIST_SUGGESTIONS_MAX];

static size_t suggest(const char *text)
{
    return geodist_suggest(geodist_string(text), places, GEODIST_SUGGESTIONS_MAX);
}

static void suggests_places_with_nearly_that_name(void **state)
{
    (void)state;
    assert_in_range(suggest("nairobbi"), 1, GEODIST_SUGGESTIONS_MAX);
    assert_true(is_text(places[0].name, "Nairobi"));
    assert_in_range(suggest("Montr?al"), 1, GEODIST_SUGGESTIONS_MAX);
    assert_true(is_text(places[0].country_code, "CA"));
    assert_in_range(suggest("londoon, canada"), 1, GEODIST_SUGGESTIONS_MAX);
    assert_true(is_text(places[0].region, "Ontario"));
}

/* Letters of two and of three bytes, and one of another script among them. */
static void suggests_names_in_any_script(void **state)
{
    static const char *const texts[][2] = {
        {"Москвва", "RU"}, {"Чосква", "RU"},     {"Αθθήναι", "GR"}, {"القاهرر", "EG"},
        {"กรุงเทพพ", "TH"}, {"横浜浜市", "JP"}, {"サンフランシスッコ", "US"}, {"Цюрихq", "CH"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (suggest(texts[i][0]) == 0 || !is_text(places[0].country_code, texts[i][1]))
            fail_msg("'%s': %.*s", texts[i][0], (int)places[0].name.length, places[0].name.bytes);
}

static void suggests_the_places_of_a_name_in_the_wrong_region(void **state)
{
    (void)state;
    assert_in_range(suggest("paris, germany"), 3, GEODIST_SUGGESTIONS_MAX);
    assert_true(is_text(places[0].country_code, "FR") && is_text(places[1].region, "Texas"));
    assert_in_range(suggest("paris, xyzzy"), 3, GEODIST_SUGGESTIONS_MAX);
    assert_true(is_text(places[0].country_code, "FR"));
}

static void suggests_nothing_for_what_is_found(void **state)
{
    static const char *const texts[] = {"nairobi", "31.7,-106.4", "610,12", "10 20", "paris tx", "東京"};
    geodist_place found;
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (geodist_find(geodist_string(texts[i]), &found, NULL) == GEODIST_OK)
            assert_int_equal(suggest(texts[i]), 0);
    for (uint32_t row = 0; row < geodist_table_info().places; row += 5000) {
        assert_true(geodist_place_at(row, &found));
        geodist_text name = found.name;
        if (geodist_find(name, &found, NULL) == GEODIST_OK)
            assert_int_equal(geodist_suggest(name, places, GEODIST_SUGGESTIONS_MAX), 0);
    }
}

static void suggests_the_capital_or_seat_and_the_largest_city_of_an_area(void **state)
{
    static const char *const areas[][3] = {
        {"italy", "Rome", "Milan"},          {"Italien", "Rome", "Milan"},
        {"turkey", "Ankara", "Istanbul"},    {"USA", "Washington", "New York City"},
        {"texas", "Austin", "Houston"},      {"australia", "Canberra", "Sydney"},
        {"TX", "Austin", "Houston"},         {"中国", "Beijing", "Shanghai"},
        {"ontario, canada", "Toronto", "Ottawa"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof areas / sizeof *areas; i++) {
        geodist_place found;
        assert_int_equal(geodist_find(geodist_string(areas[i][0]), &found, NULL), GEODIST_AREA);
        size_t count = suggest(areas[i][0]);
        if (count < 2 || !is_text(places[0].name, areas[i][1]) ||
            !is_text(places[1].name, areas[i][2]))
            fail_msg("'%s': %zu, %.*s", areas[i][0], count, (int)places[0].name.length,
                     places[0].name.bytes);
    }
}

/* Each area of the name in turn. */
static void suggests_cities_of_all_areas_of_a_name(void **state)
{
    (void)state;
    assert_int_equal(suggest("georgia"), 4);
    assert_true(is_text(places[0].name, "Tbilisi"));
    assert_true(is_text(places[2].name, "Atlanta"));
}

static void suggests_a_city_for_every_area(void **state)
{
    uint32_t without = 0;
    (void)state;
    for (uint32_t area = 0; area < table_field(GD_FIELD_AREAS); area++) {
        without += area_city(area, 0) == GD_NO_CITY && area_city(area, 1) == GD_NO_CITY;
        for (unsigned i = 0; i < GD_AREA_CITIES; i++) {
            uint32_t row = area_city(area, i);
            assert_true(row == GD_NO_CITY || is_city(row));
            if (row != GD_NO_CITY && is_division(area))
                assert_true(place_division(row) == area ||
                            division_country(place_division(row)) == area);
        }
    }
    print_message("%u areas have no city\n", without);
    assert_in_range(without, 0, 100);
}

static void suggests_nothing_for_what_is_like_nothing(void **state)
{
    (void)state;
    assert_int_equal(suggest(""), 0);
    assert_int_equal(suggest("xyzzyqwertyxyzzy"), 0);
    assert_int_equal(suggest("zq"), 0);
    assert_int_equal(suggest("\xff\xfe"), 0);
    assert_int_equal(suggest("nairobb\xff"), 0);
    assert_int_equal(suggest("nairobbi\x01"), 0);
    assert_int_equal(geodist_suggest((geodist_text){NULL, 0}, NULL, 0), 0);
}

static void returns_how_many_there_are_for_any_capacity(void **state)
{
    static const char *const texts[] = {"nairobbi", "paris, germany", "maruq", "springfeld", "sanjose, fr"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        size_t count = suggest(texts[i]);
        assert_in_range(count, 1, GEODIST_SUGGESTIONS_MAX);
        for (size_t capacity = 0; capacity <= GEODIST_SUGGESTIONS_MAX; capacity++) {
            geodist_place *few = malloc((capacity ? capacity : 1) * sizeof *few);
            assert_non_null(few);
            assert_int_equal(geodist_suggest(geodist_string(texts[i]), few, capacity), count);
            for (size_t at = 0; at < capacity && at < count; at++)
                assert_int_equal(few[at].row, places[at].row);
            free(few);
        }
        assert_int_equal(geodist_suggest(geodist_string(texts[i]), NULL, 0), count);
    }
}

static void lists_no_place_twice(void **state)
{
    static const char *const texts[] = {"maruq", "springfeld", "sanjose, fr", "londn"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        size_t count = suggest(texts[i]);
        for (size_t a = 0; a < count; a++)
            for (size_t b = 0; b < a; b++)
                assert_int_not_equal(places[a].row, places[b].row);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(suggests_places_with_nearly_that_name),
        cmocka_unit_test(suggests_names_in_any_script),
        cmocka_unit_test(suggests_the_places_of_a_name_in_the_wrong_region),
        cmocka_unit_test(suggests_nothing_for_what_is_found),
        cmocka_unit_test(suggests_the_capital_or_seat_and_the_largest_city_of_an_area),
        cmocka_unit_test(suggests_cities_of_all_areas_of_a_name),
        cmocka_unit_test(suggests_a_city_for_every_area),
        cmocka_unit_test(suggests_nothing_for_what_is_like_nothing),
        cmocka_unit_test(returns_how_many_there_are_for_any_capacity),
        cmocka_unit_test(lists_no_place_twice),
    };
    return cmocka_run_group_tests_name("suggest", tests, NULL, NULL);
}
