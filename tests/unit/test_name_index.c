#include "places/name_index.h"
#include "places/score.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static int order(const char *a, size_t a_length, geodist_text b)
{
    int first = memcmp(a, b.bytes, a_length < b.length ? a_length : b.length);
    return first ? first : (a_length > b.length) - (a_length < b.length);
}

static void has_its_keys_in_strict_byte_order(void **state)
{
    gd_cursor cursor = gd_cursor_at(0);
    char before[GD_KEY_MAX] = "";
    size_t length = 0;
    uint32_t keys = 0;
    (void)state;
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
    assert_int_equal(keys, table_field(GD_FIELD_KEYS));
}

static void finds_every_key_with_the_candidates_the_cursor_sees(void **state)
{
    gd_cursor cursor = gd_cursor_at(0);
    (void)state;
    while (gd_cursor_next(&cursor)) {
        gd_candidates seen = gd_name_index_candidates(cursor.index);
        gd_candidates found = gd_name_index_find((geodist_text){cursor.key, cursor.length});
        assert_ptr_equal(found.at, seen.at);
        assert_int_equal(found.count, seen.count);
    }
}

/* The key is in a block of exactly its size, so that a sanitizer sees any access beyond it. */
static bool is_key(const char *bytes, size_t length)
{
    char *exact = malloc(length ? length : 1);
    memcpy(exact, bytes, length);
    bool found = gd_name_index_find((geodist_text){exact, length}).count > 0;
    free(exact);
    return found;
}

/* A search that shares no code with the one under test. */
static bool is_listed(geodist_text key)
{
    gd_cursor cursor = gd_cursor_at(0);
    while (gd_cursor_next(&cursor))
        if (order(cursor.key, cursor.length, key) == 0)
            return true;
    return false;
}

static void does_not_find_what_is_nearly_a_key(void **state)
{
    (void)state;
    uint32_t keys = table_field(GD_FIELD_KEYS);
    srand(20261120);
    for (int round = 0; round < 80; round++) {
        gd_cursor cursor = gd_cursor_at((uint32_t)rand() % (keys / GD_BLOCK));
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
        assert_int_equal(is_key(changed, length),
                         length && is_listed((geodist_text){changed, length}));
    }
    assert_false(is_key("", 0));
    assert_false(is_key("\x01", 1));
    assert_false(is_key("\xff\xff\xff\xff\xff\xff\xff\xff\xff", 9));
}

/* tests/table_reference.py compares every order with the rules. */
static void has_names_before_codes_and_says_where_the_scores_rise(void **state)
{
    uint32_t keys = table_field(GD_FIELD_KEYS), ambiguous = 0;
    (void)state;
    for (uint32_t index = 0; index < keys; index++) {
        gd_candidates candidates = gd_name_index_candidates(index);
        double highest = 0;
        bool code_follows = true;
        ambiguous += candidates.count > 1;
        for (uint32_t i = candidates.count; i-- > 0;) {
            uint32_t candidate = candidate_at(candidates, i), row = candidate_row(candidate);
            assert_true(row < table_field(GD_FIELD_PLACES) + table_field(GD_FIELD_AREAS));
            assert_true(candidate_class(candidate) < GD_CLASSES);
            assert_true(code_follows || !is_code(candidate));
            code_follows = code_follows && is_code(candidate);
            if (candidates.count == 1 || is_code(candidate))
                continue;
            double score = gd_score(row, candidate_class(candidate));
            assert_int_equal((candidate & GD_FIRST_FLAG) != 0, highest > score);
            highest = score > highest ? score : highest;
        }
    }
    assert_int_equal(ambiguous, table_field(GD_FIELD_AMBIGUOUS));
}

static void says_which_keys_are_names_or_codes_of_countries_or_regions(void **state)
{
    uint32_t keys = table_field(GD_FIELD_KEYS), qualifiers = 0;
    (void)state;
    for (uint32_t index = 0; index < keys; index++) {
        gd_candidates candidates = gd_name_index_candidates(index);
        bool is_qualifier = false;
        for (uint32_t i = 0; i < candidates.count; i++) {
            uint32_t row = candidate_row(candidate_at(candidates, i));
            is_qualifier = is_qualifier || (!is_place(row) && is_division(area_of_row(row)));
        }
        assert_int_equal((candidate_at(candidates, 0) & GD_QUALIFIER_FLAG) != 0, is_qualifier);
        qualifiers += is_qualifier;
    }
    assert_in_range(qualifiers, 10000, keys);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_its_keys_in_strict_byte_order),
        cmocka_unit_test(finds_every_key_with_the_candidates_the_cursor_sees),
        cmocka_unit_test(does_not_find_what_is_nearly_a_key),
        cmocka_unit_test(has_names_before_codes_and_says_where_the_scores_rise),
        cmocka_unit_test(says_which_keys_are_names_or_codes_of_countries_or_regions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
