#include "places/name_index.h"
#include "places/score.h"

#include "pairs.h"

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

/* ---- Against a sorted array -------------------------------------------------------- */

/* All keys, one after another, and where each begins. */
typedef struct {
    char *bytes;
    uint32_t *offsets;
    uint32_t count;
} key_array;

static key_array read_keys(void)
{
    enum { BYTES_MAX = 1 << 25 };
    uint32_t keys = table_field(GD_FIELD_KEYS);
    key_array of = {malloc(BYTES_MAX), malloc((keys + 1) * sizeof(uint32_t)), keys};
    assert_true(of.bytes && of.offsets);
    uint32_t length = 0;
    for (gd_cursor cursor = gd_cursor_at(0); gd_cursor_next(&cursor);) {
        assert_true(length + cursor.length < BYTES_MAX);
        memcpy(of.bytes + length, cursor.key, cursor.length);
        of.offsets[cursor.index] = length;
        length += (uint32_t)cursor.length;
    }
    of.offsets[keys] = length;
    return of;
}

static geodist_text key_in(const key_array *of, uint32_t index)
{
    return (geodist_text){of->bytes + of->offsets[index], of->offsets[index + 1] - of->offsets[index]};
}

/* The index of a key in the array, or its count: a binary search. */
static uint32_t search(const key_array *in, geodist_text key)
{
    uint32_t low = 0, high = in->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        geodist_text text = key_in(in, middle);
        if (order(text.bytes, text.length, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == in->count)
        return low;
    geodist_text text = key_in(in, low);
    return order(text.bytes, text.length, key) == 0 ? low : in->count;
}

typedef struct {
    char bytes[GD_KEY_MAX + 2 + GD_KEY_SLACK];
} text_room;

/* A key with a byte changed, added, left out or swapped with the next, or the start of one key and
 * the end of another. */
static geodist_text make_near_key(const key_array *keys, uint64_t *seed, text_room *into)
{
    uint64_t bits = random_bits(seed);
    geodist_text key = key_in(keys, (uint32_t)(bits % keys->count));
    char *to = into->bytes;
    size_t length = key.length, at = (size_t)(bits >> 32) % length;
    memcpy(to, key.bytes, length);
    switch (bits >> 60 & 7) {
    case 0: to[at] ^= (char)(1 << (bits >> 50 & 7)); break;
    case 1: to[at] = (char)('a' + (bits >> 50) % 26); break;
    case 2: length -= length > 1; break;
    case 3: to[length++] = (char)('a' + (bits >> 50) % 26); break;
    case 4: to[length - 1] = (char)('a' + (bits >> 50) % 26); break;
    case 5:
        memmove(to + at, to + at + 1, length - at - 1);
        length -= length > 1;
        break;
    case 6:
        memmove(to + at + 1, to + at, length - at);
        length++;
        break;
    default: {
        geodist_text other = key_in(keys, (uint32_t)(random_bits(seed) % keys->count));
        size_t added = other.length < GD_KEY_MAX - at ? other.length : GD_KEY_MAX - at;
        memcpy(to + at, other.bytes, added);
        length = at + added;
    }
    }
    if (length > GD_KEY_MAX)
        length = GD_KEY_MAX;
    memset(to + length, (int)(bits >> 40 & 0xff), GD_KEY_SLACK); /* what follows does not matter */
    return (geodist_text){to, length};
}

static void assert_found_as(gd_candidates found, const key_array *keys, geodist_text key)
{
    uint32_t index = search(keys, key);
    gd_candidates expected = {NULL, 0, false};
    if (index < keys->count)
        expected = gd_name_index_candidates(index);
    if (found.at != expected.at || found.count != expected.count)
        fail_msg("'%.*s' is found otherwise", (int)key.length, key.bytes);
}

/* GEODIST_KEYS=10000000 in the environment makes so many. */
static void finds_what_a_sorted_search_finds_and_nothing_else(void **state)
{
    const char *asked = getenv("GEODIST_KEYS");
    long left = asked ? atol(asked) : 200000;
    key_array keys = read_keys();
    uint64_t seed = 20261121;
    size_t unknown = 0;
    (void)state;
    while (left > 0) {
        static text_room room[GD_GROUP];
        geodist_text texts[GD_GROUP];
        gd_candidates found[GD_GROUP];
        size_t count = 1 + (size_t)(random_bits(&seed) % GD_GROUP);
        for (size_t i = 0; i < count; i++)
            texts[i] = make_near_key(&keys, &seed, &room[i]);
        gd_name_index_find_many(texts, count, found);
        for (size_t i = 0; i < count; i++) {
            assert_found_as(found[i], &keys, texts[i]);
            assert_found_as(gd_name_index_find(texts[i]), &keys, texts[i]);
            unknown += found[i].count == 0;
            left -= found[i].count == 0;
        }
    }
    print_message("%zu texts that are no keys\n", unknown);
    free(keys.bytes);
    free(keys.offsets);
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
        cmocka_unit_test(finds_what_a_sorted_search_finds_and_nothing_else),
        cmocka_unit_test(has_names_before_codes_and_says_where_the_scores_rise),
        cmocka_unit_test(says_which_keys_are_names_or_codes_of_countries_or_regions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
