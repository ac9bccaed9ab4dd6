#include "places/missing_value.h"

#include "texts.h"

static bool is_missing(const char *bytes, size_t length)
{
    char *copy = exact_copy(bytes, length);
    bool result = gd_is_missing_value((geodist_text){copy, length});
    free(copy);
    return result;
}

static const char *const words[] = {
    "NA",   "N/A",  "#N/A", "#NA", "<NA>",      "NaN", "NaT",  "null", "(null)",
    "None", "nil",  "undefined",   "TBD",       "n.a.", "\\N", "#REF!", "unknown",
};

enum { WORDS = sizeof words / sizeof *words };

static void knows_the_words_in_any_case(void **state)
{
    (void)state;
    for (size_t i = 0; i < WORDS; i++) {
        char text[16] = "";
        size_t length = strlen(words[i]);
        assert_true(is_missing(words[i], length));
        /* each letter in lower case or as a capital */
        for (unsigned cases = 0; cases < 1u << length; cases++) {
            for (size_t k = 0; k < length; k++) {
                char byte = words[i][k];
                bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
                text[k] = is_letter ? (char)((byte & ~0x20) | (cases >> k & 1 ? 0x20 : 0)) : byte;
            }
            assert_true(is_missing(text, length));
        }
    }
}

static void ignores_white_space_at_the_ends(void **state)
{
    (void)state;
    assert_true(is_missing(" NA", 3));
    assert_true(is_missing("\t\r\n undefined \v\f", 15));
    assert_false(is_missing("N A", 3));
    assert_false(is_missing("un known", 8));
}

static void knows_no_other_text(void **state)
{
    static const char *const others[] = {
        "",      "n",    "a",       "N",      "Nancy",  "Nan, Thailand", "none, italy", "nana",
        "nulls", "nul",  "unknow",  "unknowns", "nilo",  "tb",   "TBD.", "n.a",  "n.a.n",  "n/a/",
        "#n/a!", "<na",  "(null",   "null)",  "\\",     "\\n\\", "undefine", "undefined1", "no",
        "missing", "-",  "?",       "--",     "naï",    "ñа",     "NÁ", "#REF",
    };
    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (is_missing(others[i], strlen(others[i])))
            fail_msg("'%s'", others[i]);
    assert_false(gd_is_missing_value((geodist_text){NULL, 0}));
    assert_false(is_missing("na\0", 3));
    assert_false(is_missing("\0na", 3));
    assert_false(is_missing("na\0\0\0\0\0\0\0", 9));
}

static void knows_no_word_with_one_byte_more_less_or_changed(void **state)
{
    (void)state;
    for (size_t i = 0; i < WORDS; i++) {
        size_t length = strlen(words[i]);
        char text[16];
        for (size_t at = 0; at <= length; at++) {
            memcpy(text, words[i], at);
            text[at] = '~';
            memcpy(text + at + 1, words[i] + at, length - at);
            assert_false(is_missing(text, length + 1));
            if (at == length)
                continue;
            memcpy(text, words[i], length);
            text[at] = '~';
            assert_false(is_missing(text, length));
        }
    }
}

/* The test that callers have: of texts as they are in cells. */
static void is_also_for_texts_without_a_letter_or_digit(void **state)
{
    (void)state;
    static const char *const missing[] = {"", " ", "-", "--", "?", "...", "\t", " NA ", "n/a", "NULL",
                                          "#REF!", "unknown", "\\N", "\xC2\xA0", "\xE2\x80\x94"};
    static const char *const others[] = {"x", "0", "Nan, Thailand", "none, italy", "Unknown City",
                                         "\xE6\x9D\xB1", "1,2", "NA, Windhoek", "\xC3\x85", "\xFF"};
    for (size_t i = 0; i < sizeof missing / sizeof *missing; i++)
        if (!geodist_is_missing(geodist_string(missing[i])))
            fail_msg("'%s' is not missing", missing[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (geodist_is_missing(geodist_string(others[i])))
            fail_msg("'%s' is missing", others[i]);
    assert_true(geodist_is_missing((geodist_text){NULL, 0}));
}

/* What is missing is no place, and says so. */
static void finds_no_place_for_a_missing_value(void **state)
{
    (void)state;
    geodist_place place;
    for (size_t i = 0; i < WORDS; i++) {
        assert_true(geodist_is_missing(geodist_string(words[i])));
        assert_int_equal(geodist_find(geodist_string(words[i]), &place, NULL), GEODIST_EMPTY);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_the_words_in_any_case),
        cmocka_unit_test(ignores_white_space_at_the_ends),
        cmocka_unit_test(knows_no_other_text),
        cmocka_unit_test(knows_no_word_with_one_byte_more_less_or_changed),
        cmocka_unit_test(is_also_for_texts_without_a_letter_or_digit),
        cmocka_unit_test(finds_no_place_for_a_missing_value),
    };
    return cmocka_run_group_tests_name("missing_value", tests, NULL, NULL);
}
