#include <geodist.h>

#include "check.h"
#include "text/utf8.h"
#include "texts.h"

/* Labels a place in blocks of every capacity and compares them with the whole label. */
static void check_capacities(const geodist_place *place, const char *label, size_t length)
{
    for (size_t capacity = 0; capacity <= length + 2; capacity++) {
        char *buffer = malloc(capacity ? capacity : 1);
        assert_non_null(buffer);
        assert_int_equal(geodist_label(place, buffer, capacity), length);
        if (capacity) {
            size_t kept = strlen(buffer);
            assert_memory_equal(buffer, label, kept);
            assert_false(is_utf8_continuation(label[kept])); /* not cut inside a character */
            assert_in_range(kept, 0, capacity - 1);
            assert_true(kept == length || kept + GD_UTF8_MAX >= capacity); /* and not too early */
        }
        free(buffer);
    }
}

static void is_shorter_than_promised_for_every_place(void **state)
{
    size_t longest = 0;
    (void)state;
    for (uint32_t row = 0; row < geodist_table_info().places; row++) {
        geodist_place place;
        char label[GEODIST_LABEL_SIZE];
        assert_true(geodist_place_at(row, &place));
        size_t length = geodist_label(&place, label, sizeof label);
        assert_in_range(length, place.name.length + 2 + place.country.length, sizeof label - 1);
        assert_int_equal(strlen(label), length);
        longest = length > longest ? length : longest;
    }
    print_message("the longest label has %zu bytes\n", longest);
}

static void fits_every_capacity(void **state)
{
    geodist_place place;
    char label[GEODIST_LABEL_SIZE];
    (void)state;
    for (uint32_t row = 0; row < geodist_table_info().places; row += 29) {
        assert_true(geodist_place_at(row, &place));
        check_capacities(&place, label, geodist_label(&place, label, sizeof label));
    }
    assert_int_equal(geodist_label(&place, NULL, 0), geodist_label(&place, label, sizeof label));
}

static void has_the_region_unless_it_is_empty_or_repeats_the_name(void **state)
{
    char label[GEODIST_LABEL_SIZE];
    geodist_place place = {
        .kind = GEODIST_CITY, .name = geodist_string("A"), .country = geodist_string("C")};
    (void)state;
    place.region = geodist_string("B");
    assert_int_equal(geodist_label(&place, label, sizeof label), 7);
    assert_string_equal(label, "A, B, C");
    place.region_repeats = true;
    geodist_label(&place, label, sizeof label);
    assert_string_equal(label, "A, C");
    place.region_repeats = false;
    place.region = geodist_string("");
    geodist_label(&place, label, sizeof label);
    assert_string_equal(label, "A, C");
    place.region = place.country = (geodist_text){NULL, 0};
    geodist_label(&place, label, sizeof label);
    assert_string_equal(label, "A");
}

static void names_places_as_people_do(void **state)
{
    static const char *const labels[][2] = {
        {"elpaso", "El Paso, Texas, United States"},
        {"nairobi", "Nairobi, Kenya"},
        {"new york", "New York City, New York, United States"},
        {"singapore", "Singapore, Singapore"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        char label[GEODIST_LABEL_SIZE];
        geodist_place place;
        assert_int_equal(geodist_find(geodist_string(labels[i][0]), &place, NULL), GEODIST_OK);
        geodist_label(&place, label, sizeof label);
        assert_string_equal(label, labels[i][1]);
    }
}

/* "48,2" was refused as a cell of a table, as it may be a number with a decimal comma. */
static void shows_a_coordinate_as_formatted_degrees(void **state)
{
    static const struct {
        geodist_point point;
        const char *label;
    } cases[] = {
        {{31.75872, -106.48693}, "31.75872,-106.48693"},
        {{0, 0}, "0.0,0.0"},
        {{48, 2}, "48.0,2.0"},
        {{-90, 180}, "-90.0,180.0"},
        {{48, 2.5}, "48,2.5"},
        {{-0.25, 7}, "-0.25,7"},
        {{1e-7, -1e-7}, "0.0000001,-0.0000001"},
        {{1e-200, -0.0}, "0.0,0.0"},
        {{12.3456789012345, 6}, "12.3456789012345,6"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        geodist_place place = {.point = cases[i].point, .row = GEODIST_NO_ROW}, found;
        char label[GEODIST_LABEL_SIZE];
        size_t length = geodist_label(&place, label, sizeof label);
        assert_string_equal(label, cases[i].label);
        assert_int_equal(length, strlen(label));
        check_capacities(&place, label, length);
        assert_int_equal(geodist_find(geodist_string(label), &found, NULL), GEODIST_OK);
        if (fabs(cases[i].point.lat) > 1e-100)
            assert_same(found.point.lat, cases[i].point.lat);
        if (cases[i].point.lon != 0)
            assert_same(found.point.lon, cases[i].point.lon);
    }
}

static void has_the_code_of_an_airport(void **state)
{
    geodist_place place = {.kind = GEODIST_AIRPORT,
                           .name = geodist_string("A"),
                           .region = geodist_string("B"),
                           .country = geodist_string("C"),
                           .iata = "AAA",
                           .icao = "BBBB"};
    char label[GEODIST_LABEL_SIZE];
    (void)state;
    geodist_label(&place, label, sizeof label);
    assert_string_equal(label, "A (AAA), B, C");
    place.iata[0] = '\0';
    geodist_label(&place, label, sizeof label);
    assert_string_equal(label, "A (BBBB), B, C");
}

static void has_the_geonames_id_of_a_city_with_a_better_known_namesake(void **state)
{
    geodist_place place = {.kind = GEODIST_CITY,
                           .name = geodist_string("A"),
                           .region = geodist_string("B"),
                           .country = geodist_string("C"),
                           .geonames_id = 1258847,
                           .has_namesake = true};
    char label[GEODIST_LABEL_SIZE];
    (void)state;
    geodist_label(&place, label, sizeof label);
    assert_string_equal(label, "A (GeoNames 1258847), B, C");
    check_capacities(&place, label, strlen(label));
}

static void names_areas(void **state)
{
    static const char *const labels[][2] = {{"italy", "Italy"},
                                            {"texas", "Texas, United States"},
                                            {"africa", "Africa"}};
    (void)state;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        geodist_place area;
        char label[GEODIST_LABEL_SIZE];
        assert_int_equal(geodist_areas(geodist_string(labels[i][0]), &area, 1), 1);
        geodist_label(&area, label, sizeof label);
        assert_string_equal(label, labels[i][1]);
    }
}

/* ---- Labels are read back ------------------------------------------------------------------ */

/* The most labels that may lead to another place than theirs: places without a GeoNames id that
 * share name, region and country with a better known one. To be lowered when the table allows. */
enum { MOST_LOST = 20, MOST_LOST_TOWNS = 0, MOST_LOST_AIRPORTS = 0 };
enum { TOWN = 1000 }; /* people */

static void leads_back_to_its_place(void **state)
{
    unsigned lost = 0, towns = 0, airports = 0, not_found = 0, with_id = 0;
    (void)state;
    for (uint32_t row = 0; row < geodist_table_info().places; row++) {
        geodist_place labelled, found = {.row = GEODIST_NO_ROW};
        char label[GEODIST_LABEL_SIZE];
        assert_true(geodist_place_at(row, &labelled));
        geodist_text text = {label, geodist_label(&labelled, label, sizeof label)};
        geodist_status status = geodist_find(text, &found, NULL);
        with_id += labelled.has_namesake;
        if (status == GEODIST_OK && found.row == row)
            continue;
        if (status != GEODIST_OK && not_found++ < 10)
            print_message("'%s': %s\n", label, geodist_describe(status));
        if (labelled.population >= TOWN || labelled.kind == GEODIST_AIRPORT)
            print_message("'%s' is row %u, not %u\n", label, (unsigned)found.row, (unsigned)row);
        lost++;
        towns += labelled.population >= TOWN;
        airports += labelled.kind == GEODIST_AIRPORT;
    }
    print_message("%u labels lead elsewhere, %u of them of places with %d people or more and %u of "
                  "airports; %u are not found; %u have an id\n",
                  lost, towns, TOWN, airports, not_found, with_id);
    assert_int_equal(not_found, 0);
    assert_in_range(lost, 0, MOST_LOST);
    assert_in_range(towns, 0, MOST_LOST_TOWNS);
    assert_in_range(airports, 0, MOST_LOST_AIRPORTS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_shorter_than_promised_for_every_place),
        cmocka_unit_test(fits_every_capacity),
        cmocka_unit_test(has_the_region_unless_it_is_empty_or_repeats_the_name),
        cmocka_unit_test(names_places_as_people_do),
        cmocka_unit_test(shows_a_coordinate_as_formatted_degrees),
        cmocka_unit_test(has_the_code_of_an_airport),
        cmocka_unit_test(has_the_geonames_id_of_a_city_with_a_better_known_namesake),
        cmocka_unit_test(names_areas),
        cmocka_unit_test(leads_back_to_its_place),
    };
    return cmocka_run_group_tests_name("label", tests, NULL, NULL);
}
