/* Names with their qualifiers, rivals and suggestions, through the public interface. */
#include <geodist.h>

#include "places/fold.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static geodist_status find(const char *text, geodist_place *place, geodist_error *error)
{
    return geodist_find(geodist_string(text), place, error);
}

static bool is(geodist_text text, const char *string)
{
    return text.length == strlen(string) && memcmp(text.bytes, string, text.length) == 0;
}

static void expect(const char *text, const char *name, const char *region, const char *country)
{
    geodist_place place;
    if (find(text, &place, NULL) != GEODIST_OK)
        fail_msg("'%s' is not found", text);
    if (!is(place.name, name) || !is(place.region, region) || !is(place.country_code, country))
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

static void reads_qualifiers_behind_commas_and_as_words(void **state)
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

static void reads_any_bytes_of_any_length(void **state)
{
    (void)state;
    geodist_place place;
    assert_int_equal(geodist_find((geodist_text){NULL, 0}, &place, NULL), GEODIST_EMPTY);
    assert_int_equal(geodist_rivals((geodist_text){NULL, 0}, NULL, 0), 0);
    assert_int_equal(geodist_suggest((geodist_text){NULL, 0}, NULL, 0), 0);
    assert_int_equal(geodist_find((geodist_text){"el\0paso", 7}, &place, NULL), GEODIST_OK);
    static char text[10000];
    const char bytes[] = "a \xff,\0t1-N.";
    srand(20261120);
    for (int round = 0; round < 2000; round++) {
        size_t length = (size_t)rand() % (round % 100 ? 40 : sizeof text);
        char *exact = malloc(length ? length : 1);
        for (size_t i = 0; i < length; i++)
            exact[i] = bytes[(size_t)rand() % (sizeof bytes - 1)];
        geodist_error error = {GEODIST_OK, 0, 0};
        geodist_status status = geodist_find((geodist_text){exact, length}, &place, &error);
        if (status != GEODIST_OK)
            assert_true(error.offset <= length && error.length <= length - error.offset);
        free(exact);
    }
}

static void counts_the_rivals_it_names(void **state)
{
    geodist_place places[64], found;
    (void)state;
    assert_int_equal(find("springfield", &found, NULL), GEODIST_OK);
    assert_true(found.rivals >= 3);
    size_t count = geodist_rivals(geodist_string("springfield"), places, 64);
    assert_int_equal(count, found.rivals);
    for (size_t i = 0; i < count; i++) {
        assert_true(geodist_distance(found.point, places[i].point) >= 50000);
        assert_true(places[i].population * 5.0 >= found.population);
    }
    places[1].city = 7;
    assert_int_equal(geodist_rivals(geodist_string("springfield"), places, 1), count);
    assert_int_equal(places[1].city, 7); /* beyond the capacity */
    assert_int_equal(geodist_rivals(geodist_string("springfield"), NULL, 0), count);

    assert_int_equal(find("springfield, illinois", &found, NULL), GEODIST_OK);
    assert_int_equal(found.rivals, 0);
    assert_int_equal(find("31.7,-106.4", &found, NULL), GEODIST_OK);
    assert_int_equal(found.rivals, 0);
    assert_int_equal(found.city, GEODIST_NO_ROW);
    assert_int_equal(geodist_rivals(geodist_string("31.7,-106.4"), places, 64), 0);
}

static void suggests_only_for_what_is_not_found(void **state)
{
    geodist_place places[3];
    (void)state;
    assert_int_equal(geodist_suggest(geodist_string("nairobi"), places, 3), 0);
    assert_int_equal(geodist_suggest(geodist_string("31.7,-106.4"), places, 3), 0);
    assert_int_equal(geodist_suggest(geodist_string("xyzzyqwertyxyzzy"), places, 3), 0);
    assert_int_equal(geodist_suggest(geodist_string("zq"), places, 3), 0);
    assert_true(geodist_suggest(geodist_string("nairobbi"), places, 3) >= 1);
    assert_true(is(places[0].name, "Nairobi"));
    assert_int_equal(geodist_suggest(geodist_string("nairobbi"), NULL, 0), 0);
    assert_int_equal(geodist_suggest(geodist_string("londoon, canada"), places, 1), 1);
    assert_true(is(places[0].region, "Ontario"));
    assert_int_equal(geodist_suggest(geodist_string("paris, germany"), places, 3), 3);
    assert_true(is(places[0].country_code, "FR") && is(places[1].region, "Texas"));
}

/* "name, region, country", the region left out as labels do. */
static geodist_text label(const geodist_place *place, char *bytes, size_t capacity)
{
    bool region = place->region.length && !place->region_repeats;
    int length = snprintf(bytes, capacity, "%.*s%s%.*s, %.*s", (int)place->name.length,
                          place->name.bytes, region ? ", " : "",
                          region ? (int)place->region.length : 0, place->region.bytes,
                          (int)place->country.length, place->country.bytes);
    assert_in_range(length, 1, capacity - 1);
    return (geodist_text){bytes, (size_t)length};
}

static bool same_name(geodist_text a, geodist_text b)
{
    char keys[2][GD_KEY_MAX];
    size_t lengths[] = {gd_fold(a, keys[0]), gd_fold(b, keys[1])};
    return lengths[0] == lengths[1] && memcmp(keys[0], keys[1], lengths[0]) == 0;
}

/* Some places share name, region and country (San Antonio, Oaxaca, Mexico), or the table
 * does not know their region: then the best known of the namesakes is what the label means.
 * Every other printed place leads back to itself. */
static void reads_back_every_place_it_prints(void **state)
{
    uint32_t cities = geodist_table_info().cities, homonyms = 0;
    (void)state;
    for (uint32_t row = 0; row < cities; row++) {
        geodist_place printed, read;
        char bytes[512];
        assert_true(geodist_place_at(row, &printed));
        geodist_text text = label(&printed, bytes, sizeof bytes);
        if (geodist_find(text, &read, NULL) != GEODIST_OK)
            fail_msg("'%.*s' is not found", (int)text.length, text.bytes);
        if (read.city == row)
            continue;
        homonyms++;
        bool same_region = !printed.region.length || same_name(read.region, printed.region);
        if (!same_region || !same_name(read.country, printed.country))
            fail_msg("'%.*s' is read as %.*s, %.*s, %.*s", (int)text.length, text.bytes,
                     (int)read.name.length, read.name.bytes, (int)read.region.length,
                     read.region.bytes, (int)read.country.length, read.country.bytes);
    }
    print_message("%u of %u places have a better known namesake in their region\n", homonyms, cities);
    geodist_place untouched = {.population = 12345};
    assert_false(geodist_place_at(cities, &untouched));
    assert_false(geodist_place_at(GEODIST_NO_ROW, &untouched));
    assert_int_equal(untouched.population, 12345);
}

static void is_as_large_as_was_promised(void **state)
{
    (void)state;
    geodist_table table = geodist_table_info();
    assert_true(table.cities >= 225000);
    assert_true(table.keys >= 600000);
    assert_true(table.bytes <= 14000000);
    assert_int_equal(table.edition.length, 10);
    assert_non_null(strstr(table.credit.bytes, "GeoNames"));
    assert_true(geodist_self_test());
    print_message("%u places, %u keys, %u ambiguous, %u bytes\n", table.cities, table.keys,
                  table.ambiguous_keys, table.bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_qualifiers_behind_commas_and_as_words),
        cmocka_unit_test(reads_a_qualifier_both_ways),
        cmocka_unit_test(says_which_bytes_are_at_fault),
        cmocka_unit_test(reads_any_bytes_of_any_length),
        cmocka_unit_test(counts_the_rivals_it_names),
        cmocka_unit_test(suggests_only_for_what_is_not_found),
        cmocka_unit_test(reads_back_every_place_it_prints),
        cmocka_unit_test(is_as_large_as_was_promised),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
