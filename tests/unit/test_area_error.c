#include "messages/area_error.h"

#include "texts.h"
#include "written.h"

static const char *explain(const char *text)
{
    gd_put_area_error(begin(), &(place_lookup){.country_code = ""}, geodist_string(text));
    return written();
}

static void assert_begins(const char *text, const char *expected)
{
    if (strncmp(text, expected, strlen(expected)) != 0)
        fail_msg("%s does not begin with %s", text, expected);
}

static void names_a_country_and_cities_in_it(void **state)
{
    (void)state;
    assert_begins(explain("italy"),
                  "'italy' is a country; write a city in it, such as Rome (its capital) or Milan");
}

static void names_a_region_and_cities_in_it(void **state)
{
    (void)state;
    assert_begins(explain("texas"), "'texas' is a region of the United States; write a city in it, "
                                    "such as Austin (its seat) or Houston");
}

static void names_another_area_by_its_phrase(void **state)
{
    (void)state;
    assert_begins(explain("java"),
                  "'java' is an island of Indonesia; write a city, such as Jakarta");
    assert_begins(explain("caspian sea"), "'caspian sea' is a lake; write a city, such as Baku");
}

static void names_the_area_if_the_text_is_another_name(void **state)
{
    (void)state;
    assert_begins(explain("TX"), "'TX' is Texas (a region of the United States); write a city in it");
    assert_begins(explain("Italien"), "'Italien' is Italy (a country); write a city in it");
}

static void names_several_areas(void **state)
{
    (void)state;
    assert_begins(explain("georgia"), "'georgia' is a country or a region of the United States; "
                                      "write a city in one of them, such as Tbilisi or Atlanta");
}

/* What to write is a place of that name. */
static void says_what_to_write_for_a_town_of_the_name(void **state)
{
    (void)state;
    const char *at = strstr(explain("italy"), "; for a town of that name write 'italy, texas'");
    assert_non_null(at);
    geodist_place town;
    assert_int_equal(geodist_find(geodist_string("italy, texas"), &town, NULL), GEODIST_OK);
    assert_true(is_text(town.name, "Italy"));
}

static void names_no_towns_for_a_code(void **state)
{
    (void)state;
    assert_begins(explain("IN"), "'IN' is India (a country), Indiana (a region of the United States)");
    assert_null(strstr(written(), "town"));
}

/* Every name of an area that a text in quotes suggests, leads to a city. */
static void suggests_only_cities(void **state)
{
    (void)state;
    static const char *const texts[] = {"italy", "texas", "georgia", "java", "TX", "Italien"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char cities[300];
        const char *at = strstr(explain(texts[i]), ", such as ");
        assert_non_null(at);
        at += strlen(", such as ");
        size_t length = strcspn(at, ";");
        memcpy(cities, at, length);
        cities[length] = '\0';
        for (char *city = cities, *next; city; city = next) {
            next = strstr(city, " or ");
            if (next) {
                *next = '\0';
                next += 4;
            }
            char *remark = strstr(city, " (its ");
            geodist_text text = {city, remark ? (size_t)(remark - city) : strlen(city)};
            geodist_place place;
            assert_int_equal(geodist_find(text, &place, NULL), GEODIST_OK);
            assert_int_equal(place.kind, GEODIST_CITY);
        }
    }
}

/* ---- With a country -------------------------------------------------------------------------- */

static const char *explain_in(const char *country, const char *text)
{
    place_lookup by;
    assert_true(gd_set_lookup_country(&by, country));
    gd_put_area_error(begin(), &by, geodist_string(text));
    return written();
}

static void offers_the_towns_of_the_country(void **state)
{
    (void)state;
    static const char *const countries[] = {"US", "GB", "CO", "BR"};
    static const char *const names[] = {"lebanon", "england", "armenia", "italy", "cuba", "peru"};
    for (size_t i = 0; i < sizeof countries / sizeof *countries; i++)
        for (size_t j = 0; j < sizeof names / sizeof *names; j++) {
            geodist_place towns[32];
            size_t count = geodist_rivals(geodist_string(names[j]), towns, 32);
            const char *offered = strstr(explain_in(countries[i], names[j]), "for a town of that name");
            bool in_country = false;
            for (size_t k = 0; k < count && k < 32; k++)
                in_country = in_country || (towns[k].kind == GEODIST_CITY &&
                                            memcmp(towns[k].country_code.bytes, countries[i], 2) == 0);
            if (!offered || !in_country)
                continue;
            for (const char *at = strchr(offered, '\''); at; at = strchr(strchr(at + 1, '\'') + 1, '\'')) {
                geodist_place town;
                geodist_text inside = {at + 1, strcspn(at + 1, "'")};
                assert_int_equal(geodist_find(inside, &town, NULL), GEODIST_OK);
                assert_memory_equal(town.country_code.bytes, countries[i], 2);
            }
        }
    assert_non_null(strstr(explain_in("US", "lebanon"), "write 'lebanon, tennessee'"));
}

/* What it says to write is looked up in the country, too. */
static void says_what_is_found_with_the_country(void **state)
{
    (void)state;
    assert_non_null(strstr(explain("france"), "such as Paris (its capital)"));
    assert_non_null(strstr(explain_in("US", "france"), "such as Paris, France (its capital)"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_a_country_and_cities_in_it),
        cmocka_unit_test(names_a_region_and_cities_in_it),
        cmocka_unit_test(names_another_area_by_its_phrase),
        cmocka_unit_test(names_the_area_if_the_text_is_another_name),
        cmocka_unit_test(names_several_areas),
        cmocka_unit_test(says_what_to_write_for_a_town_of_the_name),
        cmocka_unit_test(names_no_towns_for_a_code),
        cmocka_unit_test(suggests_only_cities),
        cmocka_unit_test(offers_the_towns_of_the_country),
        cmocka_unit_test(says_what_is_found_with_the_country),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
