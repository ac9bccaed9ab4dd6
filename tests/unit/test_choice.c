/* Whether a text is a code or a name. The expectations are those of the rules about codes, not of
 * the table of numbers in choice.c. */
#include <geodist.h>

#include "texts.h"

enum { PLACES_MAX = 32 };

/* One answer to a text: a kind, and the code of its country or, of an airport, its own. */
typedef struct {
    const char *text;
    geodist_kind kind; /* of a country and below: of the first area */
    const char *code;  /* of the country; IATA code of an airport */
    const char *name;
} expectation;

static geodist_place meaning_of(const char *text)
{
    geodist_place place;
    geodist_status status = geodist_find(geodist_string(text), &place, NULL);
    if (status == GEODIST_AREA) {
        assert_true(geodist_areas(geodist_string(text), &place, 1) >= 1);
    } else if (status != GEODIST_OK) {
        fail_msg("'%s': %s", text, geodist_describe(status));
    }
    return place;
}

static void expect(const expectation *of)
{
    geodist_place place = meaning_of(of->text);
    bool is_code = place.kind == GEODIST_AIRPORT ? strcmp(place.iata, of->code) == 0
                                                 : is_text(place.country_code, of->code);
    if (place.kind != of->kind || !is_code || (of->name && !is_text(place.name, of->name)))
        fail_msg("'%s' is %.*s, %.*s (kind %d)", of->text, (int)place.name.length,
                 place.name.bytes, (int)place.country.length, place.country.bytes,
                 (int)place.kind);
}

#define EXPECT_ALL(list)                                                                           \
    for (size_t i = 0; i < sizeof(list) / sizeof *(list); i++)                                     \
    expect(&(list)[i])

/* Whether a place of the kind and code is among the rivals of a text. */
static bool has_rival(const char *text, geodist_kind kind, const char *code)
{
    geodist_place rivals[PLACES_MAX];
    size_t count = geodist_rivals(geodist_string(text), rivals, PLACES_MAX);
    for (size_t i = 0; i < count && i < PLACES_MAX; i++)
        if (rivals[i].kind == kind && (kind == GEODIST_AIRPORT
                                           ? strcmp(rivals[i].iata, code) == 0
                                           : is_text(rivals[i].country_code, code)))
            return true;
    return false;
}

/* ---- Capitals: the order of the codes ------------------------------------------------------ */

static void takes_missing_values_before_any_code(void **state)
{
    static const char *const words[] = {"NA", "NAN", "NIL", "TBD", "NULL", "NONE", "NAT"};
    geodist_place place;
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_int_equal(geodist_find(geodist_string(words[i]), &place, NULL), GEODIST_EMPTY);
}

static void takes_four_codes_of_areas_before_airports(void **state)
{
    static const expectation areas[] = {
        {"USA", GEODIST_COUNTRY, "US", NULL}, /* a city in Japan */
        {"UK", GEODIST_COUNTRY, "GB", NULL},
        {"U.K.", GEODIST_COUNTRY, "GB", NULL},
        {"UAE", GEODIST_COUNTRY, "AE", NULL}, /* an airport in Papua New Guinea */
        {"EU", GEODIST_OTHER_AREA, "", NULL}, /* a town in France */
    };
    (void)state;
    EXPECT_ALL(areas);
}

static void takes_metropolitan_codes_as_cities(void **state)
{
    static const expectation cities[] = {
        {"NYC", GEODIST_CITY, "US", "New York City"}, {"LON", GEODIST_CITY, "GB", "London"},
        {"PAR", GEODIST_CITY, "FR", "Paris"},         {"TYO", GEODIST_CITY, "JP", "Tokyo"},
        {"MIL", GEODIST_CITY, "IT", "Milan"},         {"ROM", GEODIST_CITY, "IT", "Rome"},
        {"BUE", GEODIST_CITY, "AR", "Buenos Aires"},  {"RIO", GEODIST_CITY, "BR", "Rio de Janeiro"},
        {"SAO", GEODIST_CITY, "BR", "São Paulo"},     {"CHI", GEODIST_CITY, "US", "Chicago"},
        {"WAS", GEODIST_CITY, "US", "Washington"},    {"YTO", GEODIST_CITY, "CA", "Toronto"},
        {"YMQ", GEODIST_CITY, "CA", "Montréal"},      {"SEL", GEODIST_CITY, "KR", "Seoul"},
        {"OSA", GEODIST_CITY, "JP", "Osaka"},         {"JKT", GEODIST_CITY, "ID", "Jakarta"},
        {"STO", GEODIST_CITY, "SE", "Stockholm"},     {"MOW", GEODIST_CITY, "RU", "Moscow"},
        {"BJS", GEODIST_CITY, "CN", "Beijing"},       {"LA", GEODIST_CITY, "US", "Los Angeles"},
        {"NY", GEODIST_CITY, "US", "New York City"},  {"SF", GEODIST_CITY, "US", "San Francisco"},
        {"DC", GEODIST_CITY, "US", "Washington"},
    };
    (void)state;
    EXPECT_ALL(cities);
}

static void takes_large_airports_before_countries_and_mentions_these(void **state)
{
    static const expectation airports[] = {
        {"FRA", GEODIST_AIRPORT, "FRA", NULL}, {"HND", GEODIST_AIRPORT, "HND", NULL},
        {"CAN", GEODIST_AIRPORT, "CAN", NULL}, {"PER", GEODIST_AIRPORT, "PER", NULL},
        {"IND", GEODIST_AIRPORT, "IND", NULL}, {"AUS", GEODIST_AIRPORT, "AUS", NULL},
        {"LHR", GEODIST_AIRPORT, "LHR", NULL}, {"UFA", GEODIST_AIRPORT, "UFA", NULL},
        {"OSS", GEODIST_AIRPORT, "OSS", NULL}, {"SAN", GEODIST_AIRPORT, "SAN", NULL},
    };
    (void)state;
    EXPECT_ALL(airports);
    assert_true(has_rival("FRA", GEODIST_COUNTRY, "FR"));
    assert_true(has_rival("HND", GEODIST_COUNTRY, "HN"));
    assert_true(has_rival("CAN", GEODIST_COUNTRY, "CA")); /* not only the town of Çan */
    assert_true(has_rival("PER", GEODIST_COUNTRY, "PE"));
    assert_true(has_rival("IND", GEODIST_COUNTRY, "IN"));
    assert_true(has_rival("AUS", GEODIST_COUNTRY, "AU"));
}

static void takes_countries_before_other_airports_and_cities(void **state)
{
    static const expectation countries[] = {
        {"ITA", GEODIST_COUNTRY, "IT", NULL}, {"DEU", GEODIST_COUNTRY, "DE", NULL},
        {"KEN", GEODIST_COUNTRY, "KE", NULL}, {"BRA", GEODIST_COUNTRY, "BR", NULL},
        {"MUS", GEODIST_COUNTRY, "MU", NULL}, {"PAN", GEODIST_COUNTRY, "PA", NULL},
        {"GBR", GEODIST_COUNTRY, "GB", NULL}, {"CHN", GEODIST_COUNTRY, "CN", NULL},
    };
    (void)state;
    EXPECT_ALL(countries);
}

static void takes_other_airports_unless_a_city_has_50000_people(void **state)
{
    static const expectation either[] = {
        {"ABY", GEODIST_AIRPORT, "ABY", NULL}, /* Åby in Sweden has 7,000 */
        {"HOF", GEODIST_AIRPORT, "HOF", NULL}, /* Hof in Germany has 49,000 */
        {"ELP", GEODIST_AIRPORT, "ELP", NULL},
        {"ITU", GEODIST_CITY, "BR", "Itu"},
        {"ISE", GEODIST_CITY, "JP", "Ise"},
        {"ABA", GEODIST_CITY, "NG", "Aba"},
        {"GAO", GEODIST_CITY, "ML", "Gao"},
        {"QOM", GEODIST_CITY, "IR", "Qom"},
    };
    (void)state;
    EXPECT_ALL(either);
}

static void takes_icao_codes_unless_a_city_has_5000_people(void **state)
{
    static const expectation either[] = {
        {"EGLL", GEODIST_AIRPORT, "LHR", NULL}, {"KJFK", GEODIST_AIRPORT, "JFK", NULL},
        {"LEDA", GEODIST_AIRPORT, "ILD", NULL}, /* Leda in Australia has 3,200 */
        {"LEPA", GEODIST_CITY, "PH", NULL},     /* 8,900; Palma de Mallorca */
        {"OJAI", GEODIST_CITY, "US", NULL},     /* 7,600; Queen Alia, Amman */
        {"DISS", GEODIST_CITY, "GB", NULL},     /* 10,700; Sassandra */
        {"LIMA", GEODIST_CITY, "PE", NULL},     {"KOBE", GEODIST_CITY, "JP", NULL},
    };
    (void)state;
    EXPECT_ALL(either);
}

/* ---- Lower and mixed case ------------------------------------------------------------------ */

static void takes_no_code_in_mixed_case_while_a_city_has_the_name(void **state)
{
    static const expectation either[] = {
        {"Oss", GEODIST_CITY, "NL", "Oss"},    {"San", GEODIST_CITY, "ML", "San"},
        {"Ath", GEODIST_CITY, "BE", "Ath"},    {"Usa", GEODIST_CITY, "JP", "Usa"},
        {"Aby", GEODIST_CITY, "SE", "Åby"},    {"Lhr", GEODIST_AIRPORT, "LHR", NULL},
        {"Jfk", GEODIST_AIRPORT, "JFK", NULL},
    };
    (void)state;
    EXPECT_ALL(either);
}

static void takes_codes_in_lower_case_unless_a_city_has_15000_people(void **state)
{
    static const expectation either[] = {
        {"oss", GEODIST_CITY, "NL", "Oss"},    {"ath", GEODIST_CITY, "BE", "Ath"},
        {"muş", GEODIST_CITY, "TR", "Muş"},    {"mus", GEODIST_CITY, "TR", "Muş"},
        {"san", GEODIST_CITY, "ML", "San"},    {"lhr", GEODIST_AIRPORT, "LHR", NULL},
        {"jfk", GEODIST_AIRPORT, "JFK", NULL}, {"aby", GEODIST_AIRPORT, "ABY", NULL},
        {"nyc", GEODIST_CITY, "US", NULL},     {"egll", GEODIST_AIRPORT, "LHR", NULL},
        {"ita", GEODIST_CITY, "PY", "Itá"},    {"usa", GEODIST_COUNTRY, "US", NULL},
    };
    (void)state;
    EXPECT_ALL(either);
}

static void mentions_the_code_when_a_name_is_chosen(void **state)
{
    (void)state;
    assert_true(has_rival("oss", GEODIST_AIRPORT, "OSS"));
    assert_true(has_rival("ath", GEODIST_AIRPORT, "ATH"));
    assert_true(has_rival("san", GEODIST_AIRPORT, "SAN"));
    assert_true(has_rival("mus", GEODIST_COUNTRY, "MU"));
    assert_true(has_rival("ITU", GEODIST_AIRPORT, "ITU"));
    assert_true(has_rival("OSS", GEODIST_CITY, "NL")); /* and the name, when a code is chosen */
    assert_true(has_rival("SAN", GEODIST_CITY, "ML"));
}

static void reads_only_ascii_as_a_code(void **state)
{
    static const char *const texts[] = {"lhŕ", "ＬＨＲ", "jƒk", "ＵＳＡ", "éll"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        geodist_place place = {.kind = GEODIST_CITY};
        geodist_find(geodist_string(texts[i]), &place, NULL);
        assert_int_equal(place.kind, GEODIST_CITY);
        assert_int_equal(geodist_areas(geodist_string(texts[i]), &place, 1), 0);
    }
}

static void takes_no_common_word_as_a_code(void **state)
{
    static const char *const words[] = {"and", "or",  "in",  "of",  "the", "for",  "her",
                                        "day", "sea", "las", "los", "per", "van",
                                        "via", "km",  "from", "near"};
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        geodist_place place = {.kind = GEODIST_CITY};
        geodist_status status = geodist_find(geodist_string(words[i]), &place, NULL);
        if (status == GEODIST_AREA || place.kind != GEODIST_CITY)
            fail_msg("'%s' is %.*s", words[i], (int)place.name.length, place.name.bytes);
    }
    assert_true(meaning_of("van").population > 500000);
    geodist_place place; /* neither Delaware (Del.) nor Delhi */
    assert_int_equal(geodist_find(geodist_string("del"), &place, NULL), GEODIST_UNKNOWN_NAME);
}

/* ---- Two letters --------------------------------------------------------------------------- */

static void refuses_two_letters_of_countries_and_regions(void **state)
{
    static const expectation areas[] = {
        {"TX", GEODIST_REGION, "US", "Texas"},   {"tx", GEODIST_REGION, "US", "Texas"},
        {"DE", GEODIST_COUNTRY, "DE", NULL},     {"FR", GEODIST_COUNTRY, "FR", NULL},
        {"BO", GEODIST_COUNTRY, "BO", NULL},     {"fr", GEODIST_COUNTRY, "FR", NULL},
        {"QC", GEODIST_REGION, "CA", "Quebec"},  {"gb", GEODIST_COUNTRY, "GB", NULL},
        {"NSW", GEODIST_REGION, "AU", "New South Wales"},
    };
    static const expectation cities[] = {{"Bo", GEODIST_CITY, "SL", "Bo"},
                                         {"bo", GEODIST_CITY, "SL", "Bo"},
                                         {"Wa", GEODIST_CITY, "GH", "Wa"}};
    (void)state;
    EXPECT_ALL(areas);
    EXPECT_ALL(cities);
}

/* ---- Areas of one name --------------------------------------------------------------------- */

static void names_all_areas_of_a_name(void **state)
{
    static const struct {
        const char *text;
        size_t count;
        const char *codes[2];
    } shared[] = {{"georgia", 2, {"GE", "US"}},
                  {"congo", 2, {"CD", "CG"}},
                  {"punjab", 2, {"PK", "IN"}},
                  {"italy", 1, {"IT", NULL}}};
    (void)state;
    for (size_t i = 0; i < sizeof shared / sizeof *shared; i++) {
        geodist_place areas[PLACES_MAX];
        size_t count = geodist_areas(geodist_string(shared[i].text), areas, PLACES_MAX);
        if (count != shared[i].count)
            fail_msg("'%s' has %zu areas", shared[i].text, count);
        for (size_t j = 0; j < count; j++)
            assert_true(is_text(areas[j].country_code, shared[i].codes[j]));
    }
}

/* Territories have USA as a qualifier only, and a region may have the letters of a country. */
static void names_one_country_for_a_code_of_three_letters(void **state)
{
    static const char *const codes[] = {"USA", "usa", "UAE", "ITA", "PAN"};
    (void)state;
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        size_t count = geodist_areas(geodist_string(codes[i]), NULL, 0);
        if (count != 1)
            fail_msg("'%s' has %zu areas", codes[i], count);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_missing_values_before_any_code),
        cmocka_unit_test(takes_four_codes_of_areas_before_airports),
        cmocka_unit_test(takes_metropolitan_codes_as_cities),
        cmocka_unit_test(takes_large_airports_before_countries_and_mentions_these),
        cmocka_unit_test(takes_countries_before_other_airports_and_cities),
        cmocka_unit_test(takes_other_airports_unless_a_city_has_50000_people),
        cmocka_unit_test(takes_icao_codes_unless_a_city_has_5000_people),
        cmocka_unit_test(takes_no_code_in_mixed_case_while_a_city_has_the_name),
        cmocka_unit_test(takes_codes_in_lower_case_unless_a_city_has_15000_people),
        cmocka_unit_test(mentions_the_code_when_a_name_is_chosen),
        cmocka_unit_test(reads_only_ascii_as_a_code),
        cmocka_unit_test(takes_no_common_word_as_a_code),
        cmocka_unit_test(refuses_two_letters_of_countries_and_regions),
        cmocka_unit_test(names_all_areas_of_a_name),
        cmocka_unit_test(names_one_country_for_a_code_of_three_letters),
    };
    return cmocka_run_group_tests_name("choice", tests, NULL, NULL);
}
