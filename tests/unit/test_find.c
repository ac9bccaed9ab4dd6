/* Texts to places through the public interface. */
#include <geodist.h>

#include "places/fold.h"
#include "check.h"
#include "text/utf8.h"
#include "texts.h"
#include "utf8_reference.h"

#include <stdio.h>

/* ---- Text that is not valid ---------------------------------------------------------------- */

/* Before such text was refused, "\x80aris" was Arys in Kazakhstan. */
static void expect_fault(geodist_text text, geodist_status status, size_t offset, size_t length)
{
    char *copy = exact_copy(text.bytes, text.length);
    geodist_place place = {.population = 12345}, places[3];
    geodist_error error = {GEODIST_OK, 0, 0};
    geodist_text exact = {copy, text.length};
    geodist_status found = geodist_find(exact, &place, &error);
    if (found != status || error.status != status || error.offset != offset ||
        error.length != length)
        fail_msg("'%.*s': %s, %zu bytes from %zu", (int)text.length, text.bytes,
                 geodist_describe(found), error.length, error.offset);
    assert_int_equal(place.population, 12345);
    assert_int_equal(geodist_find(exact, &place, NULL), status);
    assert_int_equal(geodist_rivals(exact, places, 3), 0);
    assert_int_equal(geodist_suggest(exact, places, 3), 0);
    assert_int_equal(geodist_search(exact, places, 3), 0);
    assert_false(geodist_qualifier(exact));
    free(copy);
}

static void refuses_bytes_that_are_not_utf8(void **state)
{
    (void)state;
    expect_fault(geodist_string("\x80" "aris"), GEODIST_NOT_UTF8, 0, 1);
    expect_fault(geodist_string("S\xe3o Paulo"), GEODIST_NOT_UTF8, 1, 1);
    expect_fault(geodist_string("M\xfcnchen, Bayern"), GEODIST_NOT_UTF8, 1, 1);
    expect_fault(geodist_string("paris, tx\xc3"), GEODIST_NOT_UTF8, 9, 1);
    expect_fault(geodist_string("paris\xed\xa0\x80"), GEODIST_NOT_UTF8, 5, 1);
    expect_fault(geodist_string("\xff\xfep\0"), GEODIST_NOT_UTF8, 0, 1);
    expect_fault(geodist_string("\xc0\xaf"), GEODIST_NOT_UTF8, 0, 1);
    expect_fault(geodist_string("100 Mile House\xff"), GEODIST_NOT_UTF8, 14, 1);
    expect_fault(geodist_string("S\xef\xbf\xbdo Lu\xef\xbf\xbds"), GEODIST_NOT_UTF8, 1, 3);
    expect_fault(geodist_string("paris, tx\xef\xbf\xbd"), GEODIST_NOT_UTF8, 9, 3);
    expect_fault(geodist_string("\xef\xbf\xbd"), GEODIST_NOT_UTF8, 0, 3);
}

static void refuses_control_characters_except_white_space_at_the_ends(void **state)
{
    geodist_place place;
    (void)state;
    expect_fault((geodist_text){"el\0paso", 7}, GEODIST_CONTROL_CHARACTER, 2, 1);
    expect_fault((geodist_text){"paris\0", 6}, GEODIST_CONTROL_CHARACTER, 5, 1);
    expect_fault(geodist_string("el\tpaso"), GEODIST_CONTROL_CHARACTER, 2, 1);
    expect_fault(geodist_string("paris,\ntx"), GEODIST_CONTROL_CHARACTER, 6, 1);
    expect_fault(geodist_string("\x1b[1mparis"), GEODIST_CONTROL_CHARACTER, 0, 1);
    expect_fault(geodist_string("par\x7fis"), GEODIST_CONTROL_CHARACTER, 3, 1);
    expect_fault(geodist_string("paris\xc2\x85"), GEODIST_CONTROL_CHARACTER, 5, 2);
    expect_fault(geodist_string("\xc2\x9fparis"), GEODIST_CONTROL_CHARACTER, 0, 2);
    assert_int_equal(geodist_find(geodist_string("\r\n\t\v\f paris, tx \f\v\t\r\n"), &place, NULL),
                     GEODIST_OK);
    assert_true(is_text(place.region, "Texas"));
}

/* "Montr?al" was Mont-ral in Spain, and "S?o Lu?s" Harrisville, which is also called Solus. */
static void refuses_names_with_a_question_mark_in_the_place_of_a_letter(void **state)
{
    static const struct {
        const char *text;
        geodist_status status;
        size_t offset, length;
    } cases[] = {
        {"Montr?al", GEODIST_UNKNOWN_NAME, 0, 8},
        {"S?o Lu?s", GEODIST_UNKNOWN_NAME, 0, 8},
        {" Hu? , Belgium", GEODIST_UNKNOWN_NAME, 1, 3},
        {"Hu?, Vietnam", GEODIST_UNKNOWN_NAME, 0, 3},
        {"paris?", GEODIST_UNKNOWN_NAME, 0, 6},
        {"ital?y", GEODIST_UNKNOWN_NAME, 0, 6},
        {"\xE6\x9D\xB1?\xE4\xBA\xAC", GEODIST_UNKNOWN_NAME, 0, 7},
        {"Paris, T?exas", GEODIST_UNKNOWN_QUALIFIER, 7, 6},
        {"Paris, France?", GEODIST_UNKNOWN_QUALIFIER, 7, 7},
        {"31?45'31\"N 106?29'13\"W", GEODIST_BAD_COORDINATE, 2, 1},
        {"https://www.google.com/maps?q=1,2", GEODIST_MAP_LINK, 0, 33},
        {"?", GEODIST_EMPTY, 0, 1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        geodist_place place;
        geodist_error error = {GEODIST_OK, 0, 0};
        geodist_status status = geodist_find(geodist_string(cases[i].text), &place, &error);
        if (status != cases[i].status || error.offset != cases[i].offset ||
            error.length != cases[i].length)
            fail_msg("'%s': %s, %zu bytes from %zu", cases[i].text, geodist_describe(status),
                     error.length, error.offset);
    }
    assert_false(geodist_qualifier(geodist_string("Ital?y")));
}

/* Some names of GeoNames have question marks; and one that stands alone is punctuation. */
static void finds_names_that_have_such_question_marks(void **state)
{
    (void)state;
    geodist_place place, found;
    size_t count = 0;
    for (uint32_t row = 0; row < geodist_table_info().places; row++) {
        char label[GEODIST_LABEL_SIZE];
        assert_true(geodist_place_at(row, &place));
        if (!memchr(place.name.bytes, '?', place.name.length))
            continue;
        count++;
        geodist_text text = {label, geodist_label(&place, label, sizeof label)};
        assert_int_equal(geodist_find(text, &found, NULL), GEODIST_OK);
        assert_int_equal(found.row, row);
    }
    print_message("%zu names with a question mark\n", count);
    assert_int_equal(geodist_find(geodist_string("paris ?"), &found, NULL), GEODIST_OK);
}

/* A coordinate with a foreign byte anywhere is no coordinate, whatever its form. */
static void refuses_coordinates_with_such_bytes(void **state)
{
    static const char *const coordinates[] = {"31.75872,-106.48693", "31.7 -106.4",
                                              "31°45'31\"N 106°29'13\"W", "geo:-1.28,36.82",
                                              "N31.7 W106.4", "5e-05,1"};
    static const char *const foreign[] = {"\x80", "\xff", "\xc3", "\x01", "\x7f", "\xc2\x85"};
    (void)state;
    for (size_t i = 0; i < sizeof coordinates / sizeof *coordinates; i++)
        for (size_t j = 0; j < sizeof foreign / sizeof *foreign; j++)
            for (size_t at = 0; at <= strlen(coordinates[i]); at++) {
                char text[64];
                geodist_place place;
                if (is_utf8_continuation(coordinates[i][at]))
                    continue;
                snprintf(text, sizeof text, "%.*s%s%s", (int)at, coordinates[i], foreign[j],
                         coordinates[i] + at);
                geodist_status status = j < 3 ? GEODIST_NOT_UTF8 : GEODIST_CONTROL_CHARACTER;
                geodist_error error = {GEODIST_OK, 0, 0};
                assert_int_equal(geodist_find(geodist_string(text), &place, &error), status);
                assert_int_equal(error.offset, at);
                assert_int_equal(error.length, strlen(foreign[j]));
            }
}

/* The text in Latin-1; 0 if it is ASCII or has characters beyond. */
static size_t to_latin1(geodist_text text, char *latin1)
{
    size_t length = 0;
    bool ascii = true;
    while (text.length) {
        size_t size;
        uint32_t code = utf8_decode(text, &size);
        if (code > 0xFF)
            return 0;
        ascii = ascii && code < 0x80;
        latin1[length++] = (char)code;
        text = (geodist_text){text.bytes + size, text.length - size};
    }
    return ascii ? 0 : length;
}

static bool is_utf8(geodist_text text)
{
    while (text.length) {
        size_t length = reference_length(text);
        if (length == 0)
            return false;
        text = (geodist_text){text.bytes + length, text.length - length};
    }
    return true;
}

static void refuses_every_name_of_the_table_in_latin1(void **state)
{
    unsigned refused = 0, valid = 0;
    (void)state;
    for (uint32_t row = 0; row < geodist_table_info().places; row++) {
        geodist_place place, found, whole;
        char bytes[256];
        assert_true(geodist_place_at(row, &place));
        size_t length = to_latin1(place.name, bytes);
        if (length == 0)
            continue;
        geodist_text latin1 = {bytes, length};
        if (is_utf8(latin1)) {
            valid++;
            assert_int_equal(geodist_find(place.name, &whole, NULL), GEODIST_OK);
            assert_int_equal(geodist_find(latin1, &found, NULL), GEODIST_OK);
            assert_int_equal(found.row, whole.row);
        } else {
            refused++;
            assert_int_equal(geodist_find(latin1, &found, NULL), GEODIST_NOT_UTF8);
        }
    }
    print_message("%u names in Latin-1 are refused, %u are UTF-8 as well\n", refused, valid);
    assert_true(refused > 25000);
}

/* ---- Characters that nobody sees ----------------------------------------------------------- */

static const char *const invisible[] = {
    "\u00ad", "\u034f", "\u061c", "\u180e", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f",
    "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2060", "\u2061", "\u2064", "\u2066",
    "\u2067", "\u2068", "\u2069", "\ufe0f", "\ufeff", "\U000e0001", "\U000e0020",
};

static void ignores_invisible_characters_anywhere(void **state)
{
    static const char name[] = "el paso, tx";
    geodist_place plain, found;
    (void)state;
    assert_int_equal(geodist_find(geodist_string(name), &plain, NULL), GEODIST_OK);
    for (size_t i = 0; i < sizeof invisible / sizeof *invisible; i++)
        for (size_t at = 0; at < sizeof name; at++) {
            char text[32];
            snprintf(text, sizeof text, "%.*s%s%s", (int)at, name, invisible[i], name + at);
            assert_int_equal(geodist_find(geodist_string(text), &found, NULL), GEODIST_OK);
            assert_int_equal(found.row, plain.row);
        }
}

static void calls_text_of_only_invisible_characters_empty(void **state)
{
    geodist_place place;
    char all[128] = "";
    (void)state;
    for (size_t i = 0; i < sizeof invisible / sizeof *invisible; i++) {
        assert_int_equal(geodist_find(geodist_string(invisible[i]), &place, NULL), GEODIST_EMPTY);
        strcat(all, invisible[i]);
    }
    assert_int_equal(geodist_find(geodist_string(all), &place, NULL), GEODIST_EMPTY);
    assert_int_equal(geodist_search(geodist_string(all), &place, 1), 0);
    assert_int_equal(geodist_suggest(geodist_string(all), &place, 1), 0);
    assert_false(geodist_qualifier(geodist_string(all)));
}

/* ---- Any text -------------------------------------------------------------------------------- */

static void reads_any_bytes_of_any_length(void **state)
{
    static char text[10000];
    const char bytes[] = "a \xff,\0t1-N.\xc3\xa9";
    geodist_place place;
    (void)state;
    assert_int_equal(geodist_find((geodist_text){NULL, 0}, &place, NULL), GEODIST_EMPTY);
    assert_int_equal(geodist_rivals((geodist_text){NULL, 0}, NULL, 0), 0);
    srand(20261120);
    for (int round = 0; round < 4000; round++) {
        size_t length = (size_t)rand() % (round % 100 ? 40 : sizeof text);
        for (size_t i = 0; i < length; i++)
            text[i] = bytes[(size_t)rand() % (sizeof bytes - (round % 2 ? 1 : 9))];
        char *copy = exact_copy(text, length);
        geodist_error error = {GEODIST_OK, 0, 0};
        geodist_status status = geodist_find((geodist_text){copy, length}, &place, &error);
        assert_int_equal(error.status == GEODIST_OK ? status : error.status, status);
        if (status != GEODIST_OK)
            assert_true(error.offset <= length && error.length <= length - error.offset);
        else
            assert_true(is_utf8((geodist_text){copy, length}));
        free(copy);
    }
}

static void gives_a_coordinate_empty_names(void **state)
{
    geodist_place place;
    (void)state;
    assert_int_equal(geodist_find(geodist_string("31.75872\t-106.48693"), &place, NULL),
                     GEODIST_OK);
    assert_int_equal(place.row, GEODIST_NO_ROW);
    assert_int_equal(place.geonames_id, 0);
    assert_int_equal(place.rivals, 0);
    const geodist_text texts[] = {place.name, place.region, place.country, place.country_code};
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(texts[i].length, 0);
        assert_int_equal(texts[i].bytes[0], '\0');
    }
}

/* ---- Rivals ---------------------------------------------------------------------------------- */

static void counts_the_rivals_it_names(void **state)
{
    geodist_place places[64], found;
    (void)state;
    assert_int_equal(geodist_find(geodist_string("springfield"), &found, NULL), GEODIST_OK);
    assert_true(found.rivals >= 3);
    size_t count = geodist_rivals(geodist_string("springfield"), places, 64);
    assert_int_equal(count, found.rivals);
    for (size_t i = 0; i < count; i++) {
        assert_true(geodist_distance(geodist_sphere, found.point, places[i].point) >= 50000);
        assert_true(places[i].population * 5.0 >= found.population);
    }
    places[1].row = 7;
    assert_int_equal(geodist_rivals(geodist_string("springfield"), places, 1), count);
    assert_int_equal(places[1].row, 7); /* beyond the capacity */
    assert_int_equal(geodist_rivals(geodist_string("springfield"), NULL, 0), count);

    assert_int_equal(geodist_find(geodist_string("springfield, illinois"), &found, NULL),
                     GEODIST_OK);
    assert_int_equal(found.rivals, 0);
    assert_int_equal(geodist_find(geodist_string("31.7,-106.4"), &found, NULL), GEODIST_OK);
    assert_int_equal(found.rivals, 0);
    assert_int_equal(found.row, GEODIST_NO_ROW);
    assert_int_equal(geodist_rivals(geodist_string("31.7,-106.4"), places, 64), 0);
}

/* ---- Areas ----------------------------------------------------------------------------------- */

static void says_which_bytes_name_an_area(void **state)
{
    static const char *const texts[] = {"italy", "Italien", "中国", "texas", "africa", "Россия",
                                        "England", "USA", "ontario, canada", " java "};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        geodist_place untouched = {.population = 12345}, areas[8];
        geodist_text text = geodist_string(texts[i]);
        geodist_error error = {GEODIST_OK, 0, 0};
        if (geodist_find(text, &untouched, &error) != GEODIST_AREA)
            fail_msg("'%s' is no area", texts[i]);
        assert_int_equal(untouched.population, 12345);
        assert_int_equal(error.status, GEODIST_AREA);
        assert_true(error.length && error.offset + error.length <= text.length);
        assert_true(geodist_areas(text, areas, 8) >= 1);
        assert_true(areas[0].kind >= GEODIST_COUNTRY);
        assert_nan(areas[0].point.lat);
        assert_nan(areas[0].point.lon);
        assert_int_equal(areas[0].row, GEODIST_NO_ROW);
    }
}

static void names_no_area_for_what_is_a_place_or_nothing(void **state)
{
    static const char *const texts[] = {"paris", "LHR", "31.7,-106.4", "", "xyzzyq", "paris, xyzzy",
                                        "singapore", "natal"};
    geodist_place area;
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(geodist_areas(geodist_string(texts[i]), &area, 1), 0);
}

static void counts_areas_beyond_the_capacity(void **state)
{
    geodist_place areas[2];
    (void)state;
    areas[1].population = 12345;
    assert_int_equal(geodist_areas(geodist_string("georgia"), areas, 1), 2);
    assert_int_equal(areas[1].population, 12345);
    assert_int_equal(geodist_areas(geodist_string("georgia"), NULL, 0), 2);
}

static void names_the_places_that_have_the_name_of_an_area(void **state)
{
    geodist_place places[32];
    (void)state;
    assert_true(geodist_rivals(geodist_string("italy"), places, 32) >= 1);
    assert_true(is_text(places[0].name, "Italy") && is_text(places[0].region, "Texas"));
}

/* "A country or region that is not chosen is a rival of the city only if the city lies outside it." */
static void makes_an_area_a_rival_of_places_outside_it(void **state)
{
    static const struct {
        const char *text;
        bool has_area;
    } cities[] = {{"santander", true}, {"victoria", true},   {"singapore", false},
                  {"new york", false}, {"tokyo", false}, {"gold coast", true}};
    (void)state;
    for (size_t i = 0; i < sizeof cities / sizeof *cities; i++) {
        geodist_place rivals[32];
        size_t count = geodist_rivals(geodist_string(cities[i].text), rivals, 32);
        bool has_area = false;
        for (size_t j = 0; j < count && j < 32; j++)
            has_area = has_area || rivals[j].kind >= GEODIST_COUNTRY;
        if (has_area != cities[i].has_area)
            fail_msg("'%s' has %san area as a rival", cities[i].text, has_area ? "" : "not ");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_bytes_that_are_not_utf8),
        cmocka_unit_test(refuses_control_characters_except_white_space_at_the_ends),
        cmocka_unit_test(refuses_names_with_a_question_mark_in_the_place_of_a_letter),
        cmocka_unit_test(finds_names_that_have_such_question_marks),
        cmocka_unit_test(refuses_coordinates_with_such_bytes),
        cmocka_unit_test(refuses_every_name_of_the_table_in_latin1),
        cmocka_unit_test(ignores_invisible_characters_anywhere),
        cmocka_unit_test(calls_text_of_only_invisible_characters_empty),
        cmocka_unit_test(reads_any_bytes_of_any_length),
        cmocka_unit_test(gives_a_coordinate_empty_names),
        cmocka_unit_test(counts_the_rivals_it_names),
        cmocka_unit_test(says_which_bytes_name_an_area),
        cmocka_unit_test(names_no_area_for_what_is_a_place_or_nothing),
        cmocka_unit_test(counts_areas_beyond_the_capacity),
        cmocka_unit_test(names_the_places_that_have_the_name_of_an_area),
        cmocka_unit_test(makes_an_area_a_rival_of_places_outside_it),
    };
    return cmocka_run_group_tests_name("find", tests, NULL, NULL);
}
