#include "route/name_cache.h"

#include "check.h"
#include "pairs.h"

#include <stdlib.h>

static name_cache *cache;

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

enum { TEXT_SIZE = 1024 };

static cached_place find_cached(geodist_text text)
{
    static const uint32_t first = 0;
    cached_place found;
    gd_cached_find_many(cache, &text, &first, 1, &found);
    return found;
}

/* Whether the cache gives what geodist_find() gives. What follows the text must not matter. */
static bool agrees(geodist_text text, unsigned char after)
{
    char bytes[TEXT_SIZE + GD_NAME_SLACK];
    memset(bytes + text.length, after, GD_NAME_SLACK);
    memcpy(bytes, text.bytes, text.length);
    geodist_text copy = {bytes, text.length};
    geodist_place place;
    bool is_found = geodist_find(text, &place, NULL) == GEODIST_OK;
    cached_place got = find_cached(copy);
    if (got.found != is_found)
        return false;
    if (!is_found)
        return got.row == GEODIST_NO_ROW;
    return got.row == place.row && got.point.lat == place.point.lat &&
           got.point.lon == place.point.lon && got.rivals == place.rivals &&
           got.name_id == place.name_id &&
           got.qualifier == (place.is_qualifier ? geodist_qualifier(text) : 0);
}

static void assert_agrees(geodist_text text, unsigned char after)
{
    if (!agrees(text, after))
        fail_msg("'%.*s' is another place in the cache", (int)text.length, text.bytes);
}

/* More names than the cache has entries. */
static void agrees_with_geodist_find_on_the_names_of_the_table(void **state)
{
    (void)state;
    geodist_place place;
    uint32_t rows = geodist_table_info().places, lookups = rows < 160000 ? rows : 160000;
    assert_true(lookups > 1 << 17);
    for (uint32_t i = 0; i < lookups; i++) {
        assert_true(geodist_place_at(i, &place));
        assert_agrees(place.name, (unsigned char)i);
    }
}

static void agrees_with_geodist_find_on_names_asked_for_again(void **state)
{
    (void)state;
    uint64_t seed = 61;
    geodist_place place;
    for (int i = 0; i < 50000; i++) { /* of few names, so that most are in the cache */
        assert_true(geodist_place_at((uint32_t)(random_bits(&seed) % 3000), &place));
        assert_agrees(place.name, (unsigned char)random_bits(&seed));
    }
}

static void agrees_with_geodist_find_on_names_of_every_length(void **state)
{
    (void)state;
    uint64_t seed = 62;
    geodist_place place;
    char label[TEXT_SIZE];
    for (int i = 0; i < 20000; i++) {
        assert_true(geodist_place_at((uint32_t)(random_bits(&seed) % 5000), &place));
        size_t length = geodist_label(&place, label, sizeof label);
        assert_agrees((geodist_text){label, length}, 0xFF);
        assert_agrees((geodist_text){label, (size_t)(random_bits(&seed) % (length + 1))}, 0);
    }
}

/* Names that differ only in the last bytes that an entry holds, or beyond them. */
static void tells_names_apart_by_each_of_their_bytes(void **state)
{
    (void)state;
    char text[64];
    for (int pass = 0; pass < 2; pass++)
        for (size_t length = 1; length <= 45; length++)
            for (size_t at = 0; at < length; at++) {
                memset(text, ' ', length);
                text[at] = '5'; /* a number alone is no place */
                assert_agrees((geodist_text){text, length}, ' ');
                memcpy(text, "paris", length < 5 ? length : 5);
                assert_agrees((geodist_text){text, length}, ' ');
                text[at] = 'x';
                assert_agrees((geodist_text){text, length}, ' ');
            }
}

static void agrees_with_geodist_find_on_coordinates_and_errors(void **state)
{
    (void)state;
    static const char *const texts[] = {"", " ", ",", "1,2", "-1.28333,36.81667", "95,1", "geo:1,2",
                                        "nowhere at all", "\xFF", "\x1B", "paris, texas", "paris,tx",
                                        "paris, kenya", "31N", "0,0", "-0,-0"};
    for (int pass = 0; pass < 3; pass++)
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
            assert_agrees(geodist_string(texts[i]), 0x80);
}

static void does_not_mistake_nul_bytes_for_the_end(void **state)
{
    (void)state;
    assert_agrees((geodist_text){"paris", 5}, 0);
    assert_agrees((geodist_text){"paris\0", 6}, 0);
    assert_agrees((geodist_text){"paris\0\0", 7}, 0);
}

static void remembers_whether_a_name_is_a_qualifier(void **state)
{
    (void)state;
    static const char *const texts[] = {"kenya", "paris", "texas", "TX", "nairobi", "1,2", "zzz"};
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
            char bytes[64 + GD_NAME_SLACK] = "";
            strcpy(bytes, texts[i]);
            geodist_text text = {bytes, strlen(bytes)};
            cached_place found = find_cached(text);
            if (found.found)
                assert_int_equal(found.qualifier, geodist_qualifier(text));
        }
}

/* Of many texts at once, some of which come twice and some not at all. */
static void finds_the_texts_at_the_indices(void **state)
{
    enum { TEXTS = 700, SIZE = 64 };
    static char bytes[TEXTS][SIZE + GD_NAME_SLACK];
    static geodist_text texts[TEXTS];
    static uint32_t indices[TEXTS];
    static cached_place found[TEXTS];
    static const char *const others[] = {"1,2", "", "52.52;13.405", "nowhere at all", "italy"};
    uint64_t seed = 63;
    size_t count = 0;
    (void)state;
    for (uint32_t i = 0; i < TEXTS; i++) {
        geodist_place place;
        assert_true(geodist_place_at((uint32_t)(random_bits(&seed) % 200000), &place));
        geodist_text name = i % 7 ? place.name : geodist_string(others[i % 5]);
        texts[i] = (geodist_text){bytes[i], name.length < SIZE ? name.length : SIZE};
        memcpy(bytes[i], name.bytes, texts[i].length);
        found[i].row = 12345678;
        if (i % 11)
            indices[count++] = i;
    }
    gd_cached_find_many(cache, texts, indices, count, found);
    for (uint32_t i = 0; i < TEXTS; i++) {
        geodist_place place;
        place_lookup by = {.country_code = ""};
        bool is_found = gd_find_place(&by, texts[i], &place, NULL) == GEODIST_OK;
        if (i % 11 == 0) {
            assert_int_equal(found[i].row, 12345678);
            continue;
        }
        assert_int_equal(found[i].found, is_found);
        assert_int_equal(found[i].row, is_found ? place.row : GEODIST_NO_ROW);
        assert_int_equal(found[i].rivals, is_found ? place.rivals : 0);
    }
}

static void leaves_out_rivals(void **state)
{
    static const uint32_t first = 0;
    geodist_text text = {(char[64]){"springfield"}, 11};
    name_cache *other = gd_new_name_cache((place_lookup){.country_code = ""});
    cached_place found;
    (void)state;
    assert_non_null(other);
    gd_leave_out_rivals(other);
    for (int pass = 0; pass < 2; pass++) {
        gd_cached_find_many(other, &text, &first, 1, &found);
        assert_true(found.found);
        assert_int_equal(found.rivals, 0);
    }
    free(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_geodist_find_on_the_names_of_the_table),
        cmocka_unit_test(agrees_with_geodist_find_on_names_asked_for_again),
        cmocka_unit_test(agrees_with_geodist_find_on_names_of_every_length),
        cmocka_unit_test(tells_names_apart_by_each_of_their_bytes),
        cmocka_unit_test(agrees_with_geodist_find_on_coordinates_and_errors),
        cmocka_unit_test(does_not_mistake_nul_bytes_for_the_end),
        cmocka_unit_test(remembers_whether_a_name_is_a_qualifier),
        cmocka_unit_test(finds_the_texts_at_the_indices),
        cmocka_unit_test(leaves_out_rivals),
    };
    return cmocka_run_group_tests(tests, open_cache, close_cache);
}
