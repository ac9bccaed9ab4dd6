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

static void agrees_with_the_full_matrix_whatever_is_shared(void **state)
{
    static word words[WORDS];
    (void)state;
    srand(20261120);
    for (int round = 0; round < 60; round++) {
        char sought_bytes[4 * MOST_LETTERS], bytes[2][4 * MOST_LETTERS];
        size_t width = (size_t)round % 4;
        word sought = random_word();
        for (size_t i = 0; i < WORDS; i++)
            words[i] = random_word();
        qsort(words, WORDS, sizeof *words, by_letters);
        gd_edit_distance distance;
        gd_edit_distance_start(&distance, spelt(&sought, width, sought_bytes));
        geodist_text before = {NULL, 0}, dead = {NULL, 0};
        char dead_bytes[4 * MOST_LETTERS];
        for (size_t i = 0; i < WORDS; i++) {
            geodist_text key = spelt(&words[i], width, bytes[i % 2]);
            unsigned true_distance =
                reference_distance(sought.letters, sought.length, words[i].letters, words[i].length);
            size_t dead_prefix;
            if (dead.length && common_prefix(dead, key) == dead.length) {
                assert_true(true_distance > GD_MAX_EDITS); /* as the dead prefix said */
                continue;
            }
            unsigned found =
                gd_edit_distance_next(&distance, key, common_prefix(before, key), &dead_prefix);
            assert_int_equal(found, true_distance > GD_MAX_EDITS ? GD_MAX_EDITS + 1 : true_distance);
            assert_true(dead_prefix <= key.length);
            memcpy(dead_bytes, key.bytes, dead_prefix);
            dead = (geodist_text){dead_bytes, dead_prefix};
            before = (geodist_text){key.bytes, dead_prefix ? dead_prefix : key.length};
            if (dead_prefix) {
                memcpy(bytes[(i + 1) % 2], key.bytes, dead_prefix);
                before = dead;
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_the_full_matrix_whatever_is_shared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
