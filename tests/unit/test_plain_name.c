#include "places/plain_name.h"

#include "texts.h"

#include <stdio.h>

static bool is_plain(const char *string)
{
    size_t length = strlen(string);
    char *copy = exact_copy(string, length);
    bool result = gd_is_plain_name((geodist_text){copy, length});
    free(copy);
    return result;
}

static void passes_most_names(void **state)
{
    static const char *const names[] = {"Paris",      "New York",       "Saint-Denis",
                                        "Xi'an City", "St. Louis",      "Zürich",
                                        "São Paulo",  "Colonia 25 de Mayo", "Kraków"};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!is_plain(names[i]))
            fail_msg("'%s' is not plain", names[i]);
}

static void passes_nothing_that_another_rule_reads(void **state)
{
    static const char *const texts[] = {
        "",          "Rome",        " Paris",     "Paris ",          "Paris, Texas", "c/o Rome",
        "Montr?al",  "N 51 E 0",    "N51 E0",     "geo:1,2",         "(paris)",      "JFK airport",
        "nan nan",   "unknown",     "null null",  "Paris\xff",       "Paris\xc3",    "Par\xa9is",
        "Paris\xc2\x85x", "Paris\xef\xbf\xbd", "x\xc3\x97\xc3\x97\xc3\x97", "x\xc3\xb7\xc3\xb7",
        "x-'-x.",    "Paris\tTokyo", "Paris (LHR)", "Paris -> Rome"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (is_plain(texts[i]))
            fail_msg("'%s' is plain", texts[i]);
}

static void assert_same_meaning(geodist_text text)
{
    char bytes[512];
    geodist_place plain, other;
    if (text.length > sizeof bytes - 1 || !gd_is_plain_name(text))
        return;
    memcpy(bytes, text.bytes, text.length);
    bytes[text.length] = ' ';
    geodist_text longer = {bytes, text.length + 1};
    assert_false(gd_is_plain_name(longer));
    geodist_status status = geodist_find(text, &plain, NULL);
    if (status != geodist_find(longer, &other, NULL))
        fail_msg("'%.*s' has another status with a blank", (int)text.length, text.bytes);
    if (status == GEODIST_OK && (plain.row != other.row || plain.rivals != other.rivals ||
                                 plain.name_id != other.name_id || plain.score != other.score ||
                                 plain.is_qualifier != other.is_qualifier))
        fail_msg("'%.*s' is another place with a blank", (int)text.length, text.bytes);
}

/* With a blank at its end no text takes the short way. */
static void means_what_it_means_the_long_way(void **state)
{
    geodist_place place;
    char label[GEODIST_LABEL_SIZE];
    size_t count = 0;
    (void)state;
    for (uint32_t row = 0; geodist_place_at(row, &place); row++) {
        assert_same_meaning(place.name);
        assert_same_meaning(place.country);
        assert_same_meaning(place.region);
        int length = snprintf(label, sizeof label, "%s %s", place.name.bytes, place.country.bytes);
        if (row % 8 == 0)
            assert_same_meaning((geodist_text){label, (size_t)length});
        count += gd_is_plain_name(place.name);
    }
    print_message("%zu names are plain\n", count);
    assert_in_range(count, 100000, UINT32_MAX);
}

/* Every letter of two bytes, after one that alone is no name. */
static void has_a_second_letter(void **state)
{
    (void)state;
    for (unsigned code = 0xC0; code < 0x280; code++) {
        char bytes[] = {'x', (char)(0xC0 | code >> 6), (char)(0x80 | (code & 0x3F)), '-', 'x', '.',
                        'x', 0};
        bytes[4] = bytes[1];
        bytes[5] = bytes[2];
        assert_same_meaning((geodist_text){bytes, 6});
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(passes_most_names),
        cmocka_unit_test(passes_nothing_that_another_rule_reads),
        cmocka_unit_test(means_what_it_means_the_long_way),
        cmocka_unit_test(has_a_second_letter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
