#include <geodist.h>

#include "check.h"

enum { CAPACITY = 2 * GEODIST_SEARCH_MAX };

static geodist_place places[CAPACITY];

static size_t search(const char *text)
{
    return geodist_search(geodist_string(text), places, CAPACITY);
}

static bool is_called(const geodist_place *place, const char *name, const char *country)
{
    geodist_text wanted = geodist_string(name);
    return place->name.length == wanted.length &&
           memcmp(place->name.bytes, wanted.bytes, wanted.length) == 0 &&
           memcmp(place->country_code.bytes, country, 2) == 0;
}

#define assert_called(place, name, country) assert_true(is_called(place, name, country))

static void begins_with_what_would_be_found(void **state)
{
    (void)state;
    static const char *const texts[] = {"paris",          "paris tx", "springfield",
                                        "elpaso",         "東京",     "lhr",
                                        "são paulo",      "new york", "san jose",
                                        "london, ontario"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        geodist_place found;
        assert_int_equal(geodist_find(geodist_string(texts[i]), &found, NULL), GEODIST_OK);
        assert_true(search(texts[i]) > 0);
        assert_int_equal(places[0].city, found.city);
    }
}

static void completes_a_name(void **state)
{
    (void)state;
    assert_true(search("nairob") > 0);
    assert_called(&places[0], "Nairobi", "KE");
    assert_true(search("los ang") > 0);
    assert_called(&places[0], "Los Angeles", "US");
    assert_true(search("köl") > 0); /* Kol and Koel bear the whole of it */
    bool cologne = false;
    for (size_t i = 0; i < 10; i++)
        cologne = cologne || is_called(&places[i], "Köln", "DE") ||
                  is_called(&places[i], "Cologne", "DE");
    assert_true(cologne);
}

static void completes_a_qualifier(void **state)
{
    (void)state;
    assert_true(search("paris, t") >= 2);
    assert_called(&places[0], "Paris", "US");
    assert_memory_equal(places[0].region.bytes, "Texas", 5);
    assert_memory_equal(places[1].region.bytes, "Tennessee", 9);
    assert_true(search("pari, united st") > 0);
    assert_memory_equal(places[0].country_code.bytes, "US", 2);
    assert_true(search("paris, illin, us") == 0); /* only the last may be unfinished */
}

static void puts_spellings_last(void **state)
{
    (void)state;
    assert_true(search("nairobbi") > 0);
    assert_called(&places[0], "Nairobi", "KE");
    size_t count = search("springfiel");
    assert_true(count > 0);
    assert_called(&places[0], "Springfield", "US");
}

static void lists_no_place_twice(void **state)
{
    (void)state;
    static const char *const texts[] = {"a", "san", "tok", "東", "new york", "m", "0"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        size_t count = search(texts[i]);
        assert_true(count <= GEODIST_SEARCH_MAX);
        for (size_t a = 0; a < count; a++)
            for (size_t b = 0; b < a; b++)
                assert_int_not_equal(places[a].city, places[b].city);
    }
}

static void gives_the_best_of_them_however_few_are_wanted(void **state)
{
    (void)state;
    static const char *const texts[] = {"a", "san", "new y", "paris, t", "nairobbi"};
    geodist_place few[7];
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        size_t all = search(texts[i]);
        for (size_t wanted = 0; wanted <= 7; wanted++) {
            size_t count = geodist_search(geodist_string(texts[i]), few, wanted);
            assert_int_equal(count, all < wanted ? all : wanted);
            for (size_t at = 0; at < count; at++)
                assert_int_equal(few[at].city, places[at].city);
        }
    }
}

static void finds_nothing_for_nothing(void **state)
{
    (void)state;
    char long_text[500];
    memset(long_text, 'x', sizeof long_text);
    assert_int_equal(search(""), 0);
    assert_int_equal(search(" ,,"), 0);
    assert_int_equal(search("\xff\xfe"), 0);
    assert_int_equal(search("qqqqqqqqqq"), 0);
    assert_int_equal(geodist_search((geodist_text){long_text, sizeof long_text}, places, CAPACITY),
                     0);
    assert_int_equal(geodist_search((geodist_text){NULL, 0}, NULL, 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(begins_with_what_would_be_found),
        cmocka_unit_test(completes_a_name),
        cmocka_unit_test(completes_a_qualifier),
        cmocka_unit_test(puts_spellings_last),
        cmocka_unit_test(lists_no_place_twice),
        cmocka_unit_test(gives_the_best_of_them_however_few_are_wanted),
        cmocka_unit_test(finds_nothing_for_nothing),
    };
    return cmocka_run_group_tests_name("search", tests, NULL, NULL);
}
