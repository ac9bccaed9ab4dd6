#include "places/edit_distance.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

enum { MOST_LETTERS = 12, WORDS = 400 };

/* Optimal string alignment over the full matrix, letter by letter. */
static unsigned reference_distance(const char *a, size_t rows, const char *b, size_t columns)
{
    unsigned cells[MOST_LETTERS + 1][MOST_LETTERS + 1];
    for (size_t i = 0; i <= rows; i++)
        for (size_t j = 0; j <= columns; j++) {
            unsigned best = i && j ? cells[i - 1][j - 1] + (a[i - 1] != b[j - 1])
                                   : (unsigned)(i + j);
            if (i && cells[i - 1][j] + 1 < best)
                best = cells[i - 1][j] + 1;
            if (j && cells[i][j - 1] + 1 < best)
                best = cells[i][j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                cells[i - 2][j - 2] + 1 < best)
                best = cells[i - 2][j - 2] + 1;
            cells[i][j] = best;
        }
    return cells[rows][columns];
}

typedef struct {
    size_t length;
    char letters[MOST_LETTERS + 1];
} word;

static word random_word(void)
{
    word made = {.length = 1 + (size_t)rand() % MOST_LETTERS};
    for (size_t i = 0; i < made.length; i++)
        made.letters[i] = (char)('a' + rand() % 3);
    return made;
}

static int by_letters(const void *a, const void *b)
{
    return strcmp(((const word *)a)->letters, ((const word *)b)->letters);
}

/* The word in an alphabet whose letters have one, two, three or four bytes. */
static geodist_text spelt(const word *of, size_t width, char *bytes)
{
    static const char *const alphabets[][3] = {
        {"a", "b", "c"},
        {"\xd0\xb0", "\xd0\xb1", "\xd1\x80"},
        {"\xe0\xb8\x81", "\xe0\xb8\x82", "\xe0\xb9\x81"},
        {"\xf0\x90\x90\xa8", "\xf0\x90\x90\xa9", "\xf0\x90\x91\x88"},
    };
    size_t length = 0;
    for (size_t i = 0; i < of->length; i++) {
        memcpy(bytes + length, alphabets[width][of->letters[i] - 'a'], width + 1);
        length += width + 1;
    }
    return (geodist_text){bytes, length};
}

static size_t common_prefix(geodist_text a, geodist_text b)
{
    size_t at = 0;
    while (at < a.length && at < b.length && a.bytes[at] == b.bytes[at])
        at++;
    return at;
}

/* Keys in order share the states of their common prefixes, and one with a dead prefix is not read. */
static void agrees_with_the_full_matrix_whatever_is_shared(void **state)
{
    static word words[WORDS];
    static gd_edit_query query;
    (void)state;
    srand(20261120);
    for (int round = 0; round < 180; round++) {
        char sought_bytes[4 * MOST_LETTERS], bytes[2][4 * MOST_LETTERS];
        size_t width = (size_t)round % 4;
        unsigned allowed = (unsigned)round / 4 % (GD_MAX_EDITS + 1);
        word sought = random_word();
        for (size_t i = 0; i < WORDS; i++)
            words[i] = random_word();
        qsort(words, WORDS, sizeof *words, by_letters);
        gd_edit_state states[4 * MOST_LETTERS + 1];
        size_t known = 0, dead = SIZE_MAX;
        assert_int_equal(gd_edit_query_start(&query, spelt(&sought, width, sought_bytes)),
                         sought.length);
        states[0] = gd_edit_allow(&query, allowed);
        geodist_text before = {NULL, 0};
        for (size_t i = 0; i < WORDS; i++) {
            geodist_text key = spelt(&words[i], width, bytes[i % 2]);
            unsigned distance =
                reference_distance(sought.letters, sought.length, words[i].letters, words[i].length);
            size_t shared = common_prefix(before, key);
            before = key;
            if (shared >= dead) {
                assert_true(distance > allowed); /* as the dead prefix said */
                continue;
            }
            known = shared < known ? shared : known;
            for (dead = SIZE_MAX; known < key.length && dead == SIZE_MAX; known++)
                if (!gd_read_byte(&query, &states[known], (unsigned char)key.bytes[known],
                                  &states[known + 1]))
                    dead = known + 1;
            unsigned found = dead == SIZE_MAX ? gd_edit_distance(&query, &states[key.length])
                                              : GD_MAX_EDITS + 1;
            assert_int_equal(found, distance > allowed ? GD_MAX_EDITS + 1 : distance);
        }
    }
}

/* The letters of the longest name are far apart in the table of letters, or share a slot. */
static void reads_names_of_any_length(void **state)
{
    static gd_edit_query query;
    (void)state;
    for (size_t length = 1; length <= GD_KEY_MAX; length++) {
        char name[GD_KEY_MAX], key[GD_KEY_MAX];
        for (size_t i = 0; i < length; i++)
            name[i] = key[i] = (char)('a' + i * 7 % 26);
        key[length - 1] = '0';
        gd_edit_query_start(&query, (geodist_text){name, length});
        gd_edit_state at = gd_edit_allow(&query, GD_MAX_EDITS);
        for (size_t i = 0; i < length; i++)
            assert_true(gd_read_byte(&query, &at, (unsigned char)key[i], &at));
        assert_int_equal(gd_edit_distance(&query, &at), 1);
        assert_int_equal(gd_read_byte(&query, &at, '1', &at), true);
        assert_int_equal(gd_edit_distance(&query, &at), 2);
        assert_int_equal(gd_read_byte(&query, &at, '2', &at), false);
    }
}

/* U+0441 and the Latin letter A have the same last eight bits, and so have U+0430 and 0. */
static void tells_letters_with_the_same_slot_apart(void **state)
{
    static gd_edit_query query;
    static const char name[] = "A\xD1\x81" "0\xD0\xB0", key[] = "\xD1\x81" "A0\xD0\xB0";
    (void)state;
    assert_int_equal(gd_edit_query_start(&query, geodist_string(name)), 4);
    gd_edit_state at = gd_edit_allow(&query, 1);
    for (const char *byte = key; *byte; byte++)
        assert_true(gd_read_byte(&query, &at, (unsigned char)*byte, &at));
    assert_int_equal(gd_edit_distance(&query, &at), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_the_full_matrix_whatever_is_shared),
        cmocka_unit_test(reads_names_of_any_length),
        cmocka_unit_test(tells_letters_with_the_same_slot_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
