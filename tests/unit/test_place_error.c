#include "messages/place_error.h"

#include "texts.h"
#include "written.h"

static const char *explain(const char *text, bool with_help)
{
    geodist_place place;
    geodist_error error;
    if (geodist_find(geodist_string(text), &place, &error) == GEODIST_OK)
        fail_msg("'%s' is a place", text);
    gd_put_place_error(begin(), &(place_lookup){.country_code = ""}, geodist_string(text), &error, with_help);
    return written();
}

static const char *explain_as(geodist_status status, const char *text, const char *fault)
{
    size_t offset = (size_t)(strstr(text, fault) - text);
    geodist_error error = {status, offset, strlen(fault)};
    gd_put_place_error(begin(), &(place_lookup){.country_code = ""}, geodist_string(text), &error, true);
    return written();
}

static void assert_begins(const char *text, const char *expected)
{
    if (strncmp(text, expected, strlen(expected)) != 0)
        fail_msg("%s does not begin with %s", text, expected);
}

static void says_what_is_wrong(void **state)
{
    (void)state;
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"nairobbi", "no place called 'nairobbi'; did you mean Nairobi, Kenya?"},
        {"paris, kenya", "no place called 'paris, kenya'; there is Paris, "},
        {"paris, nowhereland", "no region or country called 'nowhereland' in 'paris, nowhereland'; "
                               "there is Paris, "},
        {"95,10", "latitude 95 is outside -90 to 90 in '95,10'; the order is LAT,LON; swapped?"},
        {"95,100", "latitude 95 is outside -90 to 90 in '95,100'"},
        {"10,361", "longitude 361 is outside -180 to 360 in '10,361'"},
        {"caf\xE9", "'caf\\xE9': byte 4, '\\xE9', is not UTF-8; convert it"},
        {"S\xEF\xBF\xBDo", "'S\xEF\xBF\xBDo': byte 2, '\xEF\xBF\xBD', stands for a character that an earlier "
                          "conversion damaged"},
        {"Montr?al", "no place called 'Montr?al'; did you mean Montréal, Quebec, Canada"},
        {"pa\x1Bris", "'pa\\x1Bris': byte 3, '\\x1B', is a control character"},
        {"48,85, 2,35", "'48,85, 2,35': begins like a coordinate, but is none (at ','); for decimal "
                        "commas use --decimal-comma"},
        {"48,85 2,35", "'48,85 2,35': begins like a coordinate, but is none (at ','); for decimal commas"},
        {"1N,2N", "'1N,2N': one letter for the latitude"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_begins(explain(cases[i].text, true), cases[i].message);
}

static void names_decimal_commas_only_where_there_are_two(void **state)
{
    (void)state;
    assert_null(strstr(explain("48.85 2,35 5", true), "--decimal-comma"));
    assert_null(strstr(explain("1, 2, 3", true), "--decimal-comma"));
}

static void suggests_for_unknown_names_only_with_help(void **state)
{
    (void)state;
    assert_string_equal(explain("nairobbi", false), "no place called 'nairobbi'");
    assert_string_equal(explain("from", true), "no place called 'from'"); /* and not Rome */
    assert_begins(explain("paris, kenya", false), "no place called 'paris, kenya'; there is Paris");
}

static void recognizes_the_reversed_order(void **state)
{
    (void)state;
    explain("USA, New York", true);
    assert_non_null(strstr(written(), "; write 'New York, USA'"));
    explain("Россия, Москва", false);
    assert_non_null(strstr(written(), "; write 'Москва, Россия'"));
}

static void says_that_no_place_is_given(void **state)
{
    (void)state;
    assert_string_equal(explain_as(GEODIST_EMPTY, "", ""), "no place given");
    assert_string_equal(explain_as(GEODIST_EMPTY, " \t", ""), "no place given");
    assert_string_equal(explain_as(GEODIST_EMPTY, "N/A", "N/A"), "no place given, only 'N/A'");
}

static void names_forms_that_are_not_supported(void **state)
{
    (void)state;
    static const struct {
        geodist_status status;
        const char *text, *form;
    } cases[] = {
        {GEODIST_STREET_ADDRESS, "10 Downing Street", "a street address"},
        {GEODIST_POSTAL_CODE, "SW1A 1AA", "a postal code"},
        {GEODIST_PLUS_CODE, "9C3XGV4C+XV", "a plus code"},
        {GEODIST_GRID_REFERENCE, "33U 391545 5820000", "a UTM or MGRS grid reference"},
        {GEODIST_GEOHASH, "u33dc0", "a geohash"},
        {GEODIST_MAP_LINK, "https://maps.example/@1,2", "a link to a map"},
        {GEODIST_WKT, "POINT (13.4 52.5)", "well-known text (WKT)"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *at = explain_as(cases[i].status, cases[i].text, cases[i].text);
        assert_begins(at, "'");
        assert_begins(at + 1, cases[i].text);
        at += 1 + strlen(cases[i].text);
        assert_begins(at, "' looks like ");
        assert_begins(at + 13, cases[i].form);
        assert_string_equal(at + 13 + strlen(cases[i].form),
                            ", which is not supported; write a city or LAT,LON");
    }
}

static void says_what_to_write_without_the_postal_code(void **state)
{
    (void)state;
    assert_string_equal(explain_as(GEODIST_POSTAL_CODE, "Berlin 10115", "10115"),
                        "'Berlin 10115' has a postal code, which is not supported; write 'Berlin'");
    assert_string_equal(explain_as(GEODIST_POSTAL_CODE, "New York, NY 10001", "10001"),
                        "'New York, NY 10001' has a postal code, which is not supported; write "
                        "'New York, NY'");
    assert_begins(explain_as(GEODIST_POSTAL_CODE, "qqzzqx 10115", "10115"),
                  "'qqzzqx 10115' looks like a postal code");
}

/* Every status, with bytes at fault anywhere. */
static void is_one_clause_for_any_text(void **state)
{
    (void)state;
    static const char *const texts[] = {"", " ", ",", "a,b", "1 2", "\x1B[0m", "'x'", "95,10",
                                        "\xE2\x80\xAE", "\xFF", "paris, texas", "italy"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (int status = GEODIST_EMPTY; status <= GEODIST_HEMISPHERES; status++)
            for (size_t offset = 0; offset <= strlen(texts[i]); offset++) {
                geodist_text text = geodist_string(texts[i]);
                geodist_error error = {(geodist_status)status, offset, text.length - offset};
                gd_put_place_error(begin(), &(place_lookup){.country_code = ""}, text, &error, false);
                assert_true(strlen(written()) > 5);
                assert_null(strpbrk(written(), "\n\x1B\xFF"));
                assert_true(written_out.bytes[written_out.length - 1] != '.');
                assert_true(written_out.length < 1500);
            }
}

static const char *explain_in(const char *country, const char *text)
{
    place_lookup by;
    geodist_place place;
    geodist_error error;
    assert_true(gd_set_lookup_country(&by, country));
    assert_int_not_equal(gd_find_place(&by, geodist_string(text), &place, &error), GEODIST_OK);
    gd_put_place_error(begin(), &by, geodist_string(text), &error, true);
    return written();
}

static void suggests_places_of_the_country_first(void **state)
{
    (void)state;
    assert_non_null(strstr(explain_in("GB", "cambrigde"), "did you mean Cambridge, England"));
    assert_non_null(strstr(explain_in("US", "cambrigde"), "did you mean Cambridge, Massachusetts"));
    assert_non_null(strstr(explain_in("CA", "cambrigde"), "did you mean Cambridge, Ontario"));
    assert_non_null(strstr(explain_in("IT", "cambrigde"), "did you mean Cambridge, England"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_what_is_wrong),
        cmocka_unit_test(names_decimal_commas_only_where_there_are_two),
        cmocka_unit_test(suggests_for_unknown_names_only_with_help),
        cmocka_unit_test(recognizes_the_reversed_order),
        cmocka_unit_test(says_that_no_place_is_given),
        cmocka_unit_test(names_forms_that_are_not_supported),
        cmocka_unit_test(says_what_to_write_without_the_postal_code),
        cmocka_unit_test(is_one_clause_for_any_text),
        cmocka_unit_test(suggests_places_of_the_country_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
