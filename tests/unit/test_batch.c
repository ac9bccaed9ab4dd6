#include "route/batch.h"
#include "route/route.h"

#include "check.h"
#include "pairs.h"

#include <stdlib.h>

static batch of;
static name_cache *cache;
static char texts[1 << 20];
static size_t text_length;

static int open_cache(void **state)
{
    (void)state;
    cache = gd_new_name_cache((place_lookup){.country_code = ""});
    return cache == NULL;
}

static int close_cache(void **state)
{
    (void)state;
    free(cache);
    return 0;
}

static void begin_batch(void)
{
    gd_clear_batch(&of);
    text_length = 0;
}

static batch_route *add_route(void)
{
    batch_route *added = &of.routes[of.route_count++];
    *added = (batch_route){.first = (uint32_t)of.place_count};
    return added;
}

static void add_place(batch_route *to, geodist_text text)
{
    memcpy(texts + text_length, text.bytes, text.length);
    of.texts[of.place_count++] = (geodist_text){texts + text_length, text.length};
    text_length += text.length + 1;
    to->count++;
}

static const char *const some_texts[] = {"nairobi", "el paso", "1,2", "-1.5,7", "tokyo", "paris",
                                         "nowhere at all", "95,1", "", "springfield", "london"};

/* Routes of two to `most` places. */
static void make_batch(uint64_t *seed, bool any_place, unsigned most)
{
    begin_batch();
    size_t routes = (size_t)(random_bits(seed) % GD_BATCH_ROUTES);
    for (size_t i = 0; i < routes; i++) {
        batch_route *added = add_route();
        size_t places = 2 + (size_t)(random_bits(seed) % (most - 1));
        for (size_t j = 0; j < places; j++) {
            geodist_place place;
            if (any_place && random_bits(seed) % 2) {
                geodist_place_at((uint32_t)(random_bits(seed) % 100000), &place);
                add_place(added, place.name);
            } else {
                add_place(added, geodist_string(some_texts[random_bits(seed) % 11]));
            }
        }
    }
}

/* The first place of the route that has no answer. */
static void assert_as_route(const batch_route *at, geodist_earth earth, bool strict)
{
    stop stops[8] = {{.text = {NULL, 0}}};
    route single = {.stops = stops, .count = at->count};
    for (size_t i = 0; i < at->count; i++)
        stops[i].text = of.texts[at->first + i];
    gd_find_stops(&single);
    for (size_t i = 0; i < at->count; i++) {
        if (stops[i].error.status != GEODIST_OK || (strict && stops[i].place.rivals)) {
            assert_int_equal(at->status, stops[i].error.status ? ROUTE_NOT_FOUND : ROUTE_AMBIGUOUS);
            assert_int_equal(at->fault, at->first + i);
            return;
        }
        assert_int_equal(of.rows[at->first + i], stops[i].place.row);
        assert_int_equal(gd_count_rivals(&of, at, at->first + i), stops[i].place.rivals);
    }
    assert_int_equal(at->status, ROUTE_OK);
    assert_same(gd_batch_total(&of, at, 1609.344), gd_measure_route(&single, earth, 1609.344));
}

static void gives_what_single_routes_give(void **state)
{
    (void)state;
    static const geodist_earth earths[] = {{GEODIST_MODEL_SPHERE, GEODIST_MEAN_RADIUS},
                                           {GEODIST_MODEL_WGS84, GEODIST_MEAN_RADIUS},
                                           {GEODIST_MODEL_SPHERE, 5e5}};
    uint64_t seed = 71;
    for (int round = 0; round < 24; round++) {
        geodist_earth earth = earths[round % 3];
        bool strict = round % 2;
        make_batch(&seed, round % 12 < 6, round < 12 ? 5 : 2);
        gd_find_batch(&of, cache, strict);
        gd_measure_batch(&of, earth);
        for (size_t i = 0; i < of.route_count; i++)
            assert_as_route(&of.routes[i], earth, strict);
    }
}

static void leaves_routes_alone_that_failed_before(void **state)
{
    (void)state;
    begin_batch();
    add_route()->status = ROUTE_UNCLOSED_QUOTE;
    batch_route *good = add_route();
    add_place(good, geodist_string("nairobi"));
    add_place(good, geodist_string("tokyo"));
    add_route()->status = ROUTE_LINE_TOO_LONG;
    gd_find_batch(&of, cache, false);
    gd_measure_batch(&of, geodist_sphere);
    assert_int_equal(of.routes[0].status, ROUTE_UNCLOSED_QUOTE);
    assert_int_equal(of.routes[1].status, ROUTE_OK);
    assert_int_equal(of.routes[2].status, ROUTE_LINE_TOO_LONG);
    assert_true(gd_batch_total(&of, good, 1000) > 11000);
}

/* A line of two places, at blanks or a comma. */
static batch_route *add_line(const char *whole, const char *first, const char *second)
{
    batch_route *added = add_route();
    size_t start = text_length, length = strlen(whole);
    memcpy(texts + start, whole, length);
    text_length += length + 1;
    added->whole = (geodist_text){texts + start, length};
    added->is_phrase = true;
    added->at_commas = strchr(whole, ',') != NULL;
    added->at_blanks = !added->at_commas;
    added->count = 2;
    of.texts[of.place_count++] = (geodist_text){texts + start, strlen(first)};
    of.texts[of.place_count++] =
        (geodist_text){texts + start + (strstr(whole, second) - whole), strlen(second)};
    return added;
}

static route_status status_of_line(const char *whole, const char *first, const char *second)
{
    begin_batch();
    batch_route *added = add_line(whole, first, second);
    gd_find_batch(&of, cache, false);
    return added->status;
}

static void refuses_a_text_that_is_one_place_as_a_whole(void **state)
{
    (void)state;
    assert_int_equal(status_of_line("paris, france", "paris", "france"), ROUTE_ONE_PLACE);
    assert_int_equal(status_of_line("paris,tx", "paris", "tx"), ROUTE_ONE_PLACE);
    assert_int_equal(status_of_line("los angeles", "los", "angeles"), ROUTE_ONE_PLACE);
    assert_int_equal(status_of_line("paris tx", "paris", "tx"), ROUTE_ONE_PLACE);
    assert_int_equal(status_of_line("costa rica", "costa", "rica"), ROUTE_ONE_PLACE);
    assert_int_equal(status_of_line("madrid mexico", "madrid", "mexico"), ROUTE_ONE_PLACE);
    assert_int_equal(status_of_line("paris,london", "paris", "london"), ROUTE_OK);
    assert_int_equal(status_of_line("paris london", "paris", "london"), ROUTE_OK);
    assert_int_equal(status_of_line("paris,zzzzzz", "paris", "zzzzzz"), ROUTE_NOT_FOUND);
}

/* The words of a line; there is room after it. */
static route_status status_of_words(const char *line)
{
    begin_batch();
    batch_route *added = add_route();
    memcpy(texts, line, strlen(line));
    texts[strlen(line)] = '\0';
    added->is_phrase = added->at_blanks = true;
    for (const char *at = texts; *at; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");
        of.texts[of.place_count++] = (geodist_text){at, length};
        added->count++;
        at += length;
    }
    gd_find_batch(&of, cache, false);
    return added->status;
}

static void refuses_words_that_are_one_place_together(void **state)
{
    (void)state;
    for (int round = 0; round < 2; round++) { /* from the cache, too */
        assert_int_equal(status_of_words("los angeles rome"), ROUTE_NOT_FOUND);
        assert_int_equal(status_of_words("hong kong rome"), ROUTE_PHRASE_FAULT);
        assert_int_equal(status_of_words("rome hong kong"), ROUTE_PHRASE_FAULT);
        assert_int_equal(status_of_words("rome berlin and paris"), ROUTE_NOT_FOUND);
        assert_int_equal(status_of_words("new york rome"), ROUTE_NOT_FOUND);
        assert_int_equal(status_of_words("nairobi elpaso rome"), ROUTE_OK);
        assert_int_equal(status_of_words("madrid mexico rome"), ROUTE_OK);
    }
}

static void refuses_decimal_commas(void **state)
{
    (void)state;
    assert_int_equal(status_of_words("51,5 0,1 48,8 2,3"), ROUTE_PHRASE_FAULT);
    assert_int_equal(status_of_words("51,5 0,1 48,8 2.5,3"), ROUTE_OK);
}

static void takes_pairs_for_two_places_once_lines_are_csv(void **state)
{
    (void)state;
    begin_batch();
    of.lines_are_csv = false;
    batch_route *before = add_line("Madrid,Mexico", "Madrid", "Mexico");
    batch_route *three = add_route();
    three->is_phrase = three->at_commas = true;
    three->whole = geodist_string("rome,paris,oslo");
    add_place(three, geodist_string("rome"));
    add_place(three, geodist_string("paris"));
    add_place(three, geodist_string("oslo"));
    batch_route *after = add_line("Madrid,Mexico", "Madrid", "Mexico");
    gd_find_batch(&of, cache, false);
    assert_int_equal(before->status, ROUTE_ONE_PLACE);
    assert_int_equal(three->status, ROUTE_OK);
    assert_int_equal(after->status, ROUTE_OK);
    assert_int_equal(status_of_line("Madrid,Mexico", "Madrid", "Mexico"), ROUTE_OK);
    of.lines_are_csv = false;
    begin_batch();
    batch_route *quoted = add_line("rome,paris", "rome", "paris");
    quoted->whole.length = 0; /* it has quotes */
    gd_find_batch(&of, cache, false);
    assert_true(of.lines_are_csv);
    of.lines_are_csv = false;
}

static void takes_known_places_as_they_are(void **state)
{
    (void)state;
    begin_batch();
    batch_route *added = add_route();
    add_place(added, geodist_string("nowhere at all"));
    add_place(added, geodist_string("nowhere at all"));
    added->known = added->count;
    of.lat[0] = of.lon[0] = of.lat[1] = 0;
    of.lon[1] = 90;
    gd_find_batch(&of, cache, true);
    gd_measure_batch(&of, geodist_sphere);
    assert_int_equal(added->status, ROUTE_OK);
    assert_same(gd_batch_total(&of, added, 1),
                geodist_distance(geodist_sphere, (geodist_point){0, 0}, (geodist_point){0, 90}));
}

static void accepts_an_empty_batch(void **state)
{
    (void)state;
    begin_batch();
    gd_find_batch(&of, cache, true);
    gd_measure_batch(&of, geodist_sphere);
    gd_measure_batch(&of, geodist_wgs84);
    assert_int_equal(of.route_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_what_single_routes_give),
        cmocka_unit_test(leaves_routes_alone_that_failed_before),
        cmocka_unit_test(refuses_a_text_that_is_one_place_as_a_whole),
        cmocka_unit_test(refuses_words_that_are_one_place_together),
        cmocka_unit_test(refuses_decimal_commas),
        cmocka_unit_test(takes_pairs_for_two_places_once_lines_are_csv),
        cmocka_unit_test(takes_known_places_as_they_are),
        cmocka_unit_test(accepts_an_empty_batch),
    };
    return cmocka_run_group_tests(tests, open_cache, close_cache);
}
