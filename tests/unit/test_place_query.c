#include "places/place_query.h"

#include "texts.h"

static geodist_status find(const char *text, geodist_place *place, geodist_error *error)
{
    return geodist_find(geodist_string(text), place, error);
}

static void expect(const char *text, const char *name, const char *region, const char *country)
{
    geodist_place place;
    if (find(text, &place, NULL) != GEODIST_OK)
        fail_msg("'%s' is not found", text);
    if (!is_text(place.name, name) || !is_text(place.region, region) ||
        !is_text(place.country_code, country))
        fail_msg("'%s' is %.*s, %.*s, %.*s", text, (int)place.name.length, place.name.bytes,
                 (int)place.region.length, place.region.bytes, (int)place.country.length,
                 place.country.bytes);
}

static void expect_error(const char *text, geodist_status status, const char *at_fault)
{
    geodist_place place = {.population = 12345};
    geodist_error error = {0};
    geodist_status got = find(text, &place, &error);
    if (got != status || error.status != status)
        fail_msg("'%s': %s", text, geodist_describe(got));
    assert_int_equal(place.population, 12345); /* left as it was */
    if (error.length != strlen(at_fault) || memcmp(text + error.offset, at_fault, error.length))
        fail_msg("'%s': at fault is '%.*s'", text, (int)error.length, text + error.offset);
}

static void reads_qualifiers_after_commas_and_as_trailing_words(void **state)
{
    (void)state;
    expect("paris", "Paris", "Île-de-France", "FR");
    expect("Paris, TX", "Paris", "Texas", "US");
    expect("paris tx", "Paris", "Texas", "US");
    expect("paris tx usa", "Paris", "Texas", "US");
    expect("paris tx, usa", "Paris", "Texas", "US");
    expect("  paris  ,  united states of america , texas ", "Paris", "Texas", "US");
    expect("paris, ustx", "Paris", "Texas", "US");
    expect("Paris,", "Paris", "Île-de-France", "FR");
    expect("Paris,,TX", "Paris", "Texas", "US");
    expect("new york new york", "New York City", "New York", "US");
    expect("Springfield, Illinois, USA", "Springfield", "Illinois", "US");
    expect("münchen, bayern, deutschland", "Munich", "Bavaria", "DE");
}

static void reads_a_qualifier_both_ways(void **state)
{
    (void)state;
    expect("london, ca", "London", "Ontario", "CA");
    expect("san diego, ca", "San Diego", "California", "US");
    expect("perth, wa", "Perth", "Western Australia", "AU");
    expect("seattle, wa", "Seattle", "Washington", "US");
    expect("san juan, usa", "San Juan", "San Juan", "PR");
}

/* A place near a city that is far larger counts as part of it. */
static void reads_a_city_after_the_name_of_a_part_of_it(void **state)
{
    (void)state;
    expect("Kings Cross, London", "King's Cross", "England", "GB");
    expect("Harlem, New York", "Harlem", "New York", "US");
    expect_error("Nairobi, London", GEODIST_UNKNOWN_QUALIFIER, "London");
}

static void reads_codes_as_labels_and_people_write_them(void **state)
{
    static const char *const texts[] = {"London Heathrow Airport (LHR), England, United Kingdom",
                                        "London Heathrow Airport (LHR)", "London Heathrow Airport (EGLL)",
                                        "LHR airport", "lhr airport", "EGLL airport", "heathrow"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        geodist_place place;
        assert_int_equal(find(texts[i], &place, NULL), GEODIST_OK);
        assert_int_equal(place.kind, GEODIST_AIRPORT);
        assert_string_equal(place.iata, "LHR");
        assert_string_equal(place.icao, "EGLL");
    }
    expect_error("London Heathrow Airport (JFK)", GEODIST_UNKNOWN_NAME, "London Heathrow Airport (JFK)");
}

static void says_which_bytes_are_at_fault(void **state)
{
    (void)state;
    expect_error("", GEODIST_EMPTY, "");
    expect_error(" - ", GEODIST_EMPTY, "-");
    expect_error(",", GEODIST_EMPTY, "");
    expect_error(" , TX", GEODIST_EMPTY, "");
    expect_error("nairobbi", GEODIST_UNKNOWN_NAME, "nairobbi");
    expect_error("nairobbi, kenya", GEODIST_UNKNOWN_NAME, "nairobbi");
    expect_error(" nairobbi kenya", GEODIST_UNKNOWN_NAME, "nairobbi kenya");
    expect_error("paris, xyzzy", GEODIST_UNKNOWN_QUALIFIER, "xyzzy");
    expect_error("paris, usa, xyzzy", GEODIST_UNKNOWN_QUALIFIER, "xyzzy");
    expect_error("paris, germany", GEODIST_QUALIFIER_MISMATCH, "germany");
    expect_error("paris, usa, bavaria", GEODIST_QUALIFIER_MISMATCH, "bavaria");
    expect_error("paris germany", GEODIST_QUALIFIER_MISMATCH, "germany");
    expect_error("paris, tx, tx, tx, tx, tx, tx, tx, tx, fr", GEODIST_UNKNOWN_QUALIFIER, "fr");
}

/* What geodist_find() makes of a text after the name of a place and a comma. The place is the only
 * one of its name, so that it is not a part of the cities that the text names. */
static bool is_accepted(geodist_text part)
{
    static const char name[] = "antananarivo,";
    enum { LENGTH = sizeof name - 1 };
    char text[400];
    geodist_place place;
    if (part.length > sizeof text - LENGTH)
        return false;
    memcpy(text, name, LENGTH);
    if (part.length)
        memcpy(text + LENGTH, part.bytes, part.length);
    geodist_status status = geodist_find((geodist_text){text, LENGTH + part.length}, &place, NULL);
    return status == GEODIST_OK || status == GEODIST_QUALIFIER_MISMATCH;
}

static bool is_blank(geodist_text part)
{
    char key[GD_KEY_MAX];
    return gd_fold(part, key) == 0;
}

static void check_qualifier(geodist_text part)
{
    if ((geodist_qualifier(part) != 0) != (is_accepted(part) && !is_blank(part)))
        fail_msg("'%.*s' is %sa qualifier", (int)part.length, part.bytes,
                 geodist_qualifier(part) ? "" : "not ");
}

static void calls_qualifier_exactly_what_find_accepts_after_a_comma(void **state)
{
    (void)state;
    gd_cursor cursor = gd_cursor_at(0);
    while (gd_cursor_next(&cursor)) {
        geodist_text key = {cursor.key, cursor.length};
        uint32_t first = candidate_at(gd_name_index_candidates(cursor.index), 0);
        if (!(first & GD_QUALIFIER_FLAG))
            continue;
        assert_true(geodist_qualifier(key));
        check_qualifier(key);
        check_qualifier((geodist_text){cursor.key, cursor.length - 1});
    }
    for (uint32_t division = 0; division < table_field(GD_FIELD_DIVISIONS); division++) {
        check_qualifier(area_name(division));
        check_qualifier(division_country_code(division));
    }
    for (uint32_t row = 0; row < table_field(GD_FIELD_PLACES); row += 50)
        check_qualifier(place_name(row));
    const char bytes[] = "tTxXuUsS .-\xc3\x85\xff\t\n";
    srand(20261121);
    for (int round = 0; round < 20000; round++) {
        char part[6];
        size_t length = (size_t)rand() % sizeof part;
        for (size_t i = 0; i < length; i++)
            part[i] = bytes[(size_t)rand() % (sizeof bytes - 1)];
        geodist_text text = {part, length};
        size_t start = 0;
        while (start < length && part[start] == ' ')
            start++;
        if (start < length && (part[start] == '\t' || part[start] == '\n'))
            continue; /* at an end of the part, but within the text that find gets */
        check_qualifier(text);
    }
}

static void takes_codes_and_names_in_any_spelling_as_qualifiers(void **state)
{
    static const char *const yes[] = {"TX", "tx", "texas", " Texas\n", "Île-de-France",
                                      "ile de france", "USA", "ustx", "Deutschland"};
    static const char *const no[] = {"", " ", "-", "xyzzy", "tx,", ",tx", "tx, us", "t\tx",
                                     "\xffTX", "El Paso"};
    (void)state;
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        assert_true(geodist_qualifier(geodist_string(yes[i])));
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        assert_false(geodist_qualifier(geodist_string(no[i])));
    assert_false(geodist_qualifier((geodist_text){NULL, 0}));
}

/* They were Aioi in Japan (Ō), a village in Norway and Totness in Suriname. */
static void takes_no_letter_or_abbreviation_for_a_name(void **state)
{
    (void)state;
    expect_error("A", GEODIST_UNKNOWN_NAME, "A");
    expect_error("\u00D8", GEODIST_UNKNOWN_NAME, "\u00D8");
    expect_error(" \u00C5 ", GEODIST_UNKNOWN_NAME, "\u00C5");
    expect_error("o.", GEODIST_UNKNOWN_NAME, "o.");
    expect_error("\u201C\u00D8\u201D", GEODIST_UNKNOWN_NAME, "\u201C\u00D8\u201D");
    expect_error("c/o Rome", GEODIST_UNKNOWN_NAME, "c/o Rome");
    expect_error("C/O Rome, Italy", GEODIST_UNKNOWN_NAME, "C/O Rome");
    expect("\u00C5 i \u00C5" "fjord", "\u00C5 i \u00C5" "fjord", "Tr\u00F8ndelag", "NO");
    expect("Alphen a/d Rijn", "Alphen aan den Rijn", "South Holland", "NL");
    expect("Frankfurt a/M", "Frankfurt am Main", "Hesse", "DE");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_qualifiers_after_commas_and_as_trailing_words),
        cmocka_unit_test(reads_a_qualifier_both_ways),
        cmocka_unit_test(reads_a_city_after_the_name_of_a_part_of_it),
        cmocka_unit_test(reads_codes_as_labels_and_people_write_them),
        cmocka_unit_test(says_which_bytes_are_at_fault),
        cmocka_unit_test(takes_no_letter_or_abbreviation_for_a_name),
        cmocka_unit_test(calls_qualifier_exactly_what_find_accepts_after_a_comma),
        cmocka_unit_test(takes_codes_and_names_in_any_spelling_as_qualifiers),
    };
    return cmocka_run_group_tests_name("place_query", tests, NULL, NULL);
}
