#include "places/qualifier.h"

#include "texts.h"

#include <stdio.h>

static gd_qualifier read_qualifier(const char *text)
{
    gd_qualifier read;
    if (!gd_read_qualifier(geodist_string(text), &read))
        fail_msg("'%s' is no qualifier", text);
    return read;
}

static bool has_area(const gd_qualifier *read, const char *name)
{
    for (unsigned i = 0; i < read->count; i++)
        if (is_text(area_name(read->areas[i]), name))
            return true;
    return false;
}

static uint32_t division_of(const char *text)
{
    geodist_place place;
    assert_int_equal(geodist_find(geodist_string(text), &place, NULL), GEODIST_OK);
    return place_division(place.row);
}

/* ---- Reading ------------------------------------------------------------------------------- */

static void reads_every_area_that_a_code_or_name_means(void **state)
{
    (void)state;
    gd_qualifier in = read_qualifier("IN");
    assert_true(has_area(&in, "India") && has_area(&in, "Indiana"));
    gd_qualifier georgia = read_qualifier("georgia");
    assert_int_equal(georgia.count, 2);
    assert_int_equal(georgia.names, 2);
    gd_qualifier texas = read_qualifier("Texas");
    assert_int_equal(texas.names, 1);
    assert_true(has_area(&texas, "Texas"));
    gd_qualifier ustx = read_qualifier("US-TX");
    assert_int_equal(ustx.count, 1);
    assert_int_equal(ustx.areas[0], texas.areas[0]);
}

static void puts_the_areas_of_that_name_before_aliases(void **state)
{
    (void)state;
    gd_qualifier altai = read_qualifier("Altai");
    assert_true(altai.count > altai.names && altai.names >= 1);
    for (unsigned i = 0; i < altai.names; i++)
        assert_true(is_text(area_name(altai.areas[i]), "Altai"));
}

static void knows_the_postal_codes_of_states_and_provinces_in_capitals(void **state)
{
    static const char *const codes[][2] = {{"IN", "Indiana"},   {"KY", "Kentucky"},
                                           {"CA", "California"}, {"TX", "Texas"},
                                           {"ON", "Ontario"},    {"QC", "Quebec"}};
    static const char *const others[] = {"in", "Tx", "Texas", "FR", "USA", "NSW", "US-TX"};
    (void)state;
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        gd_qualifier read = read_qualifier(codes[i][0]);
        assert_int_not_equal(read.postal, GD_NO_DIVISION);
        assert_true(read.in_capitals);
        assert_true(is_text(area_name(read.postal), codes[i][1]));
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_true(read_qualifier(others[i]).postal == GD_NO_DIVISION ||
                    !read_qualifier(others[i]).in_capitals);
}

static void reads_no_place_and_no_other_area(void **state)
{
    static const char *const texts[] = {"", "-", "xyzzy", "El Paso", "africa", "LHR", "EGLL"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        gd_qualifier read = {.count = 7};
        if (gd_read_qualifier(geodist_string(texts[i]), &read))
            fail_msg("'%s' is a qualifier", texts[i]);
        assert_int_equal(read.count, 0);
    }
}

static void has_room_for_every_key(void **state)
{
    gd_cursor cursor = gd_cursor_at(0);
    unsigned most = 0;
    (void)state;
    while (gd_cursor_next(&cursor)) {
        gd_candidates of = gd_name_index_candidates(cursor.index);
        unsigned areas = 0;
        for (uint32_t i = 0; i < of.count; i++)
            areas += !is_place(candidate_row(candidate_at(of, i)));
        most = areas > most ? areas : most;
    }
    print_message("a key names up to %u areas\n", most);
    assert_in_range(most, 2, GD_READINGS_MAX);
}

/* ---- Where a place lies ------------------------------------------------------------------- */

static void gives_the_region_or_country_in_which_a_row_lies(void **state)
{
    geodist_place place;
    (void)state;
    uint32_t texas = read_qualifier("Texas").areas[0], us = division_country(texas);
    uint32_t areas_at = table_field(GD_FIELD_PLACES);
    assert_int_equal(geodist_find(geodist_string("El Paso"), &place, NULL), GEODIST_OK);
    assert_int_equal(gd_division_of(place.row), texas);
    assert_int_equal(geodist_find(geodist_string("DFW"), &place, NULL), GEODIST_OK);
    assert_int_equal(gd_division_of(place.row), texas); /* an airport */
    assert_int_equal(gd_division_of(areas_at + texas), us);
    assert_int_equal(gd_division_of(areas_at + us), GD_NO_DIVISION);
    for (uint32_t i = table_field(GD_FIELD_DIVISIONS); i < table_field(GD_FIELD_AREAS); i++)
        assert_int_equal(gd_division_of(areas_at + i), GD_NO_DIVISION);
}

static void counts_region_and_country(void **state)
{
    (void)state;
    uint32_t texas = division_of("El Paso, Texas"), mexico_state = division_of("toluca");
    gd_qualifier us = read_qualifier("USA"), mexico = read_qualifier("mexico");
    assert_int_equal(gd_count_divisions(&us, texas, GD_ALL_READINGS), 1);
    assert_int_equal(gd_count_divisions(&mexico, texas, GD_ALL_READINGS), 0);
    assert_int_equal(gd_count_divisions(&mexico, mexico_state, GD_ALL_READINGS), 2);
    assert_int_equal(gd_count_divisions(&us, GD_NO_DIVISION, GD_ALL_READINGS), 0);
}

static void narrows_a_postal_code_to_its_state(void **state)
{
    gd_qualifier in = read_qualifier("IN");
    (void)state;
    uint32_t indiana = division_of("Indianapolis"), tamil_nadu = division_of("Chennai");
    assert_int_equal(gd_count_divisions(&in, indiana, GD_POSTAL), 1);
    assert_int_equal(gd_count_divisions(&in, tamil_nadu, GD_POSTAL), 0);
    assert_int_equal(gd_count_divisions(&in, tamil_nadu, GD_ALL_READINGS), 1);
}

static void tells_apart_the_readings_of_two_places(void **state)
{
    (void)state;
    gd_qualifier in = read_qualifier("IN"), us = read_qualifier("US");
    uint32_t indiana = division_of("Indianapolis"), tamil_nadu = division_of("Chennai");
    uint32_t delhi = division_of("Delhi");
    assert_true(gd_readings_differ(&in, indiana, tamil_nadu));
    assert_false(gd_readings_differ(&in, delhi, tamil_nadu));
    assert_false(gd_readings_differ(&us, indiana, division_of("El Paso, Texas")));
}

/* ---- Through the public interface --------------------------------------------------------- */

static void expect(const char *text, const char *region, const char *country)
{
    geodist_place place;
    if (geodist_find(geodist_string(text), &place, NULL) != GEODIST_OK)
        fail_msg("'%s' is not found", text);
    if (!is_text(place.region, region) || !is_text(place.country_code, country))
        fail_msg("'%s' is in %.*s, %.*s", text, (int)place.region.length, place.region.bytes,
                 (int)place.country.length, place.country.bytes);
}

static bool has_rival_in(const char *text, const char *country)
{
    geodist_place rivals[16];
    size_t count = geodist_rivals(geodist_string(text), rivals, 16);
    for (size_t i = 0; i < count && i < 16; i++)
        if (is_text(rivals[i].country_code, country))
            return true;
    return false;
}

static void chooses_the_state_or_province_for_its_postal_code(void **state)
{
    (void)state;
    expect("Salem, IN", "Indiana", "US");
    expect("Georgetown, KY", "Kentucky", "US");
    expect("Ontario, CA", "California", "US");
    expect("Vancouver, WA", "Washington", "US");
    expect("London, CA", "California", "US");
    expect("Paris, ON", "Ontario", "CA");
    expect("Perth, WA", "Western Australia", "AU"); /* none in the state of Washington */
    expect("Mumbai, IN", "Maharashtra", "IN");
}

/* "If the name exists under both, the other reading is always a rival". */
static void makes_the_other_reading_a_rival(void **state)
{
    (void)state;
    assert_true(has_rival_in("Salem, IN", "IN"));
    assert_true(has_rival_in("Georgetown, KY", "KY"));
    assert_true(has_rival_in("London, CA", "CA"));
    expect("salem, in", "Tamil Nadu", "IN");
    assert_true(has_rival_in("salem, in", "US"));
    expect("london, ca", "Ontario", "CA");
    assert_true(has_rival_in("london, ca", "US"));
}

/* geodist_name_is_in() is a short way to geodist_find(). */
static void says_what_find_says_of_name_and_qualifier(void **state)
{
    static const char *const qualifiers[] = {"US", "IN", "georgia", "fr", "Texas", "CA", "mexico",
                                             "UK", "Spain", "PR"};
    uint32_t compared = 0, found = 0;
    (void)state;
    for (uint32_t row = 0; row < table_field(GD_FIELD_CITIES); row += 397) {
        geodist_place place, with;
        if (geodist_find(place_name(row), &place, NULL) != GEODIST_OK || !place.name_id)
            continue;
        for (size_t i = 0; i < sizeof qualifiers / sizeof *qualifiers; i++) {
            char text[300];
            uint32_t qualifier = geodist_qualifier(geodist_string(qualifiers[i]));
            snprintf(text, sizeof text, "%s, %s", place_name(row).bytes, qualifiers[i]);
            bool is_in = geodist_name_is_in(place.name_id, qualifier);
            geodist_status status = geodist_find(geodist_string(text), &with, NULL);
            bool answered = status == GEODIST_OK || status == GEODIST_AREA;
            bool may_be_code = place_name(row).length <= 4; /* Kord is no code, but KORD is one */
            if (is_in && !answered && !may_be_code)
                fail_msg("'%s' is not found", text);
            compared++;
            found += is_in;
        }
    }
    print_message("%u of %u names are in the region or country\n", found, compared);
    assert_true(found > 200);
    assert_false(geodist_name_is_in(0, geodist_qualifier(geodist_string("US"))));
    assert_false(geodist_name_is_in(1, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_area_that_a_code_or_name_means),
        cmocka_unit_test(puts_the_areas_of_that_name_before_aliases),
        cmocka_unit_test(knows_the_postal_codes_of_states_and_provinces_in_capitals),
        cmocka_unit_test(reads_no_place_and_no_other_area),
        cmocka_unit_test(has_room_for_every_key),
        cmocka_unit_test(gives_the_region_or_country_in_which_a_row_lies),
        cmocka_unit_test(counts_region_and_country),
        cmocka_unit_test(narrows_a_postal_code_to_its_state),
        cmocka_unit_test(tells_apart_the_readings_of_two_places),
        cmocka_unit_test(chooses_the_state_or_province_for_its_postal_code),
        cmocka_unit_test(makes_the_other_reading_a_rival),
        cmocka_unit_test(says_what_find_says_of_name_and_qualifier),
    };
    return cmocka_run_group_tests_name("qualifier", tests, NULL, NULL);
}
