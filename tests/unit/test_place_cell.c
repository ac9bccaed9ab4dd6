#include "formats/place_cell.h"

#include "check.h"
#include "answers.h"
#include "written.h"

static const cell_style csv = {',', QUOTES_ALWAYS}, tsv = {'\t', QUOTES_NEVER},
                        table = {';', QUOTES_IF_NEEDED};

static const char *cell(cell_style style, field_name field, const geodist_place *place)
{
    gd_put_place_cell(begin(), style, field, place);
    return written();
}

static const char *column(field_name field, const char *name, const char *place)
{
    wanted_field of = {field, geodist_string(name)};
    gd_put_column_name(begin(), table, &of, geodist_string(place), &gd_units[0]);
    return written();
}

static void says_what_the_place_is(void **state)
{
    (void)state;
    static const char *const cells[] = {
        "El Paso, Texas, United States", "El Paso", "Texas", "United States", "US", "31.75872",
        "-106.48693", "678815", "city", "", ""};
    geodist_place place = place_named("el paso");
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        if (i != FIELD_POPULATION)
            assert_string_equal(cell(tsv, (field_name)i, &place), cells[i]);
    assert_int_equal(strtoul(cell(tsv, FIELD_POPULATION, &place), NULL, 10), place.population);
    assert_int_equal(strtoul(cell(tsv, FIELD_GEONAMES_ID, &place), NULL, 10), place.geonames_id);
    place.rivals = 7;
    assert_string_equal(cell(tsv, FIELD_RIVALS, &place), "7");
    place = place_named("LHR");
    assert_string_equal(cell(tsv, FIELD_IATA, &place), "LHR");
    assert_string_equal(cell(tsv, FIELD_ICAO, &place), "EGLL");
    assert_string_equal(cell(tsv, FIELD_KIND, &place), "airport");
}

static void leaves_empty_what_a_coordinate_has_not(void **state)
{
    (void)state;
    geodist_place place = place_named("1.5,2");
    for (int field = FIELD_NAME; field <= FIELD_COUNTRY_CODE; field++)
        assert_string_equal(cell(table, (field_name)field, &place), "");
    assert_string_equal(cell(table, FIELD_LABEL, &place), "1.5,2");
    assert_string_equal(cell(csv, FIELD_LABEL, &place), "\"1.5,2\"");
    assert_string_equal(cell(table, FIELD_LAT, &place), "1.5");
    assert_string_equal(cell(table, FIELD_KIND, &place), "coordinate");
    assert_string_equal(cell(table, FIELD_POPULATION, &place), "0");
    assert_string_equal(cell(table, FIELD_GEONAMES_ID, &place), "0");
}

static void quotes_as_the_style_says(void **state)
{
    (void)state;
    geodist_place place = place_named("paris");
    const cell_style commas = {',', QUOTES_IF_NEEDED};
    assert_string_equal(cell(csv, FIELD_NAME, &place), "\"Paris\"");
    assert_string_equal(cell(commas, FIELD_NAME, &place), "Paris");
    assert_string_equal(cell(commas, FIELD_LABEL, &place), "\"Paris, Île-de-France, France\"");
    assert_string_equal(cell(table, FIELD_LABEL, &place), "Paris, Île-de-France, France");
    assert_string_equal(cell(csv, FIELD_COUNTRY_CODE, &place), "FR");
}

static void names_columns(void **state)
{
    (void)state;
    assert_string_equal(column(FIELD_LABEL, "", ""), "label");
    assert_string_equal(column(FIELD_LABEL, "", "from"), "from_label");
    assert_string_equal(column(FIELD_LABEL, "place", "from"), "from_place");
    assert_string_equal(column(FIELD_LABEL, "place", ""), "place");
    assert_string_equal(column(FIELD_DISTANCE, "", "from"), "distance_km");
    assert_string_equal(column(FIELD_DISTANCE, "far", "from"), "far");
    assert_string_equal(column(FIELD_BEARING, "", "from"), "bearing");
    assert_string_equal(column(FIELD_ERROR, "", "from"), "error");
    assert_string_equal(column(FIELD_LAT, "", "home;town"), "\"home;town_lat\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_what_the_place_is),
        cmocka_unit_test(leaves_empty_what_a_coordinate_has_not),
        cmocka_unit_test(quotes_as_the_style_says),
        cmocka_unit_test(names_columns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
