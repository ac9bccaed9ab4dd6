#include "output/put_label.h"

#include "output/escape.h"

#include "check.h"
#include "texts.h"
#include "written.h"

static const char *label(const geodist_place *place)
{
    gd_put_label(begin(), place);
    return written();
}

static const char *beside(const geodist_place *place, const geodist_place *other)
{
    gd_put_label_beside(begin(), place, other);
    return written();
}

static geodist_place city(const char *name, const char *region, const char *country)
{
    return (geodist_place){.name = geodist_string(name),
                           .region = geodist_string(region),
                           .country = geodist_string(country),
                           .kind = GEODIST_CITY};
}

static void names_a_city_with_region_and_country(void **state)
{
    (void)state;
    geodist_place place = city("El Paso", "Texas", "United States");
    assert_string_equal(label(&place), "El Paso, Texas, United States");
    place = city("Singapore", "", "Singapore");
    assert_string_equal(label(&place), "Singapore, Singapore");
}

static geodist_place area(geodist_kind kind, const char *name, const char *region,
                          const char *country)
{
    geodist_place place = city(name, region, country);
    place.kind = kind;
    place.row = GEODIST_NO_ROW;
    return place;
}

static void says_what_an_area_is(void **state)
{
    (void)state;
    geodist_place place = area(GEODIST_COUNTRY, "Italy", "", "Italy");
    assert_true(gd_is_area(&place));
    assert_string_equal(label(&place), "Italy (a country)");
    place = area(GEODIST_OTHER_AREA, "Java", "an island of Indonesia", "Indonesia");
    assert_string_equal(label(&place), "Java (an island of Indonesia)");
    assert_string_equal(beside(&place, &place), "Java (an island of Indonesia)");
    place = city("El Paso", "Texas", "United States");
    assert_false(gd_is_area(&place));
}

static void uses_an_article_where_the_name_of_a_country_has_one(void **state)
{
    (void)state;
    static const struct {
        const char *country, *expected;
    } cases[] = {
        {"United States", "X (a region of the United States)"},
        {"Solomon Islands", "X (a region of the Solomon Islands)"},
        {"Netherlands", "X (a region of the Netherlands)"},
        {"Central African Republic", "X (a region of the Central African Republic)"},
        {"Italy", "X (a region of Italy)"},
        {"Unit", "X (a region of Unit)"},
        {"", "X (a region)"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        geodist_place place = area(GEODIST_REGION, "X", "", cases[i].country);
        assert_string_equal(label(&place), cases[i].expected);
        assert_string_equal(beside(&place, &place), cases[i].expected);
    }
}

static void leaves_out_a_region_that_repeats_the_name(void **state)
{
    (void)state;
    geodist_place place = city("Nairobi", "Nairobi County", "Kenya");
    place.region_repeats = true;
    assert_string_equal(label(&place), "Nairobi, Kenya");
}

static void leaves_out_a_shared_country_only_if_a_region_is_shown(void **state)
{
    (void)state;
    geodist_place missouri = city("Springfield", "Missouri", "United States");
    geodist_place bare = city("Springfield", "", "United States");
    geodist_place paris = city("Paris", "Texas", "United States");
    geodist_place france = city("Paris", "", "France");
    assert_string_equal(beside(&paris, &missouri), "Paris, Texas");
    assert_string_equal(beside(&bare, &missouri), "Springfield, United States");
    assert_string_equal(beside(&paris, &france), "Paris, Texas, United States");
    missouri.region_repeats = true;
    assert_string_equal(beside(&missouri, &paris), "Springfield, United States");
}

static void quotes_a_label_for_csv(void **state)
{
    (void)state;
    geodist_place place = city("Two \"Names\"", "", "Kenya");
    gd_put_csv_label(begin(), &place);
    assert_string_equal(written(), "\"Two \"\"Names\"\", Kenya\"");
}

static void writes_a_coordinate_that_is_found_again(void **state)
{
    (void)state;
    for (int i = -720; i <= 720; i++) {
        geodist_place place = {.point = {i / 8.1, i / 4.3}, .row = GEODIST_NO_ROW}, again;
        assert_int_equal(geodist_find(geodist_string(label(&place)), &again, NULL), GEODIST_OK);
        assert_same(again.point.lat, place.point.lat);
        assert_same(again.point.lon, place.point.lon);
        gd_put_coordinate(begin(), place.point);
        assert_int_equal(geodist_find(geodist_string(written()), &again, NULL), GEODIST_OK);
        assert_same(again.point.lat, place.point.lat);
    }
    gd_put_coordinate(begin(), (geodist_point){48, 2});
    assert_string_equal(written(), "48.0,2.0"); /* not a number with a decimal comma */
}

static void writes_the_whole_label_when_the_buffer_is_nearly_full(void **state)
{
    (void)state;
    geodist_place place = city("El Paso", "Texas", "United States");
    size_t length = strlen(label(&place));
    char room[2 * GEODIST_LABEL_SIZE];
    for (size_t capacity = 1; capacity < sizeof room; capacity++) {
        writer out = gd_memory_writer(room, capacity);
        gd_put_label(&out, &place);
        assert_int_equal(out.length, length < capacity ? length : 0);
    }
}

static void has_only_printable_labels_in_the_table(void **state)
{
    (void)state;
    geodist_place place;
    for (uint32_t row = 0; geodist_place_at(row, &place); row++) {
        gd_put_label(begin(), &place);
        if (!gd_is_printable(gd_written_text(&written_out)) &&
            written_out.length <= GD_ESCAPED_BYTES_MAX)
            fail_msg("row %u: %s", (unsigned)row, written());
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_a_city_with_region_and_country),
        cmocka_unit_test(says_what_an_area_is),
        cmocka_unit_test(uses_an_article_where_the_name_of_a_country_has_one),
        cmocka_unit_test(leaves_out_a_region_that_repeats_the_name),
        cmocka_unit_test(leaves_out_a_shared_country_only_if_a_region_is_shown),
        cmocka_unit_test(quotes_a_label_for_csv),
        cmocka_unit_test(writes_a_coordinate_that_is_found_again),
        cmocka_unit_test(writes_the_whole_label_when_the_buffer_is_nearly_full),
        cmocka_unit_test(has_only_printable_labels_in_the_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
