#include "places/name_index.h"
#include "places/score.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static const gd_field indexes[] = {GD_FIELD_PLACE_NAMES, GD_FIELD_DIVISION_NAMES};
enum { INDEXES = sizeof indexes / sizeof *indexes };

static int order(const char *a, size_t a_length, geodist_text b)
{
    int first = memcmp(a, b.bytes, a_length < b.length ? a_length : b.length);
    return first ? first : (a_length > b.length) - (a_length < b.length);
}

static void has_its_keys_in_strict_byte_order(void **state)
{
    (void)state;
    for (size_t i = 0; i < INDEXES; i++) {
        gd_cursor cursor = gd_cursor_at(indexes[i], 0);
        char before[GD_KEY_MAX] = "";
        size_t length = 0;
        uint32_t keys = 0;
        while (gd_cursor_next(&cursor)) {
            geodist_text key = {cursor.key, cursor.length};
            assert_in_range(key.length, 1, GD_KEY_MAX);
            assert_true(order(before, length, key) < 0);
            assert_true(cursor.index % GD_BLOCK ? cursor.shared <= length : cursor.shared == 0);
            assert_memory_equal(before, key.bytes, cursor.shared);
            memcpy(before, key.bytes, key.length);
            length = key.length;
            assert_int_equal(cursor.index, keys++);
        }
        assert_int_equal(keys, name_index_field(indexes[i], GD_NAME_INDEX_KEYS));
    }
}

static void finds_every_key_with_the_candidates_the_cursor_sees(void **state)
{
    (void)state;
    for (size_t i = 0; i < INDEXES; i++) {
        gd_cursor cursor = gd_cursor_at(indexes[i], 0);
        while (gd_cursor_next(&cursor)) {
            gd_candidates seen = gd_name_index_candidates(indexes[i], cursor.index);
            gd_candidates found =
                gd_name_index_find(indexes[i], (geodist_text){cursor.key, cursor.length});
            assert_ptr_equal(found.at, seen.at);
            assert_int_equal(found.count, seen.count);
        }
    }
}

/* The key is in a block of exactly its size, so that a sanitizer sees any access beyond it. */
static bool is_key(gd_field name_index, const char *bytes, size_t length)
{
    char *exact = malloc(length ? length : 1);
    memcpy(exact, bytes, length);
    bool found = gd_name_index_find(name_index, (geodist_text){exact, length}).count > 0;
    free(exact);
    return found;
}

/* A search that shares no code with the one under test. */
static bool is_listed(gd_field name_index, geodist_text key)
{
    gd_cursor cursor = gd_cursor_at(name_index, 0);
    while (gd_cursor_next(&cursor))
        if (order(cursor.key, cursor.length, key) == 0)
            return true;
    return false;
}

static void does_not_find_what_is_nearly_a_key(void **state)
{
    (void)state;
    uint32_t keys = name_index_field(GD_FIELD_PLACE_NAMES, GD_NAME_INDEX_KEYS);
    srand(20261120);
    for (int round = 0; round < 80; round++) {
        gd_cursor cursor = gd_cursor_at(GD_FIELD_PLACE_NAMES,
                                        (uint32_t)rand() % (keys / GD_BLOCK));
        for (int skip = rand() % GD_BLOCK; skip >= 0; skip--)
            gd_cursor_next(&cursor);
        char changed[GD_KEY_MAX + 1];
        memcpy(changed, cursor.key, cursor.length);
        size_t length = cursor.length;
        switch (round % 4) {
        case 0: changed[length++] = 'q'; break;
        case 1: length--; break;
        case 2: changed[(size_t)rand() % length] = 'x'; break;
        default: changed[(size_t)rand() % length] ^= 1; break;
        }
        assert_int_equal(is_key(GD_FIELD_PLACE_NAMES, changed, length),
                         length && is_listed(GD_FIELD_PLACE_NAMES, (geodist_text){changed, length}));
    }
    assert_false(is_key(GD_FIELD_PLACE_NAMES, "", 0));
    assert_false(is_key(GD_FIELD_PLACE_NAMES, "\x01", 1));
    assert_false(is_key(GD_FIELD_PLACE_NAMES, "\xff\xff\xff\xff\xff\xff\xff\xff\xff", 9));
}

static void orders_candidates_by_score_after_those_put_first(void **state)
{
    (void)state;
    uint32_t keys = name_index_field(GD_FIELD_PLACE_NAMES, GD_NAME_INDEX_KEYS), ambiguous = 0;
    for (uint32_t index = 0; index < keys; index++) {
        gd_candidates candidates = gd_name_index_candidates(GD_FIELD_PLACE_NAMES, index);
        ambiguous += candidates.count > 1;
        for (uint32_t i = 0; i < candidates.count; i++) {
            uint32_t candidate = candidate_at(candidates, i);
            assert_true(candidate_row(candidate) < table_field(GD_FIELD_PLACES));
            assert_true(candidate_class(candidate) < GD_CLASSES);
            if (i == 0)
                continue;
            uint32_t before = candidate_at(candidates, i - 1);
            double score = gd_score(place_facts(candidate_row(candidate)), candidate_class(candidate));
            double above = gd_score(place_facts(candidate_row(before)), candidate_class(before));
            assert_true((before & GD_FIRST_FLAG) || (!(candidate & GD_FIRST_FLAG) && above >= score));
        }
    }
    assert_int_equal(ambiguous, name_index_field(GD_FIELD_PLACE_NAMES, GD_NAME_INDEX_AMBIGUOUS));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_its_keys_in_strict_byte_order),
        cmocka_unit_test(finds_every_key_with_the_candidates_the_cursor_sees),
        cmocka_unit_test(does_not_find_what_is_nearly_a_key),
        cmocka_unit_test(orders_candidates_by_score_after_those_put_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
