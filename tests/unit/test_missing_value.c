#include "places/missing_value.h"

#include "text/ascii.h"
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
    "TBC",  "INF",  "n.v.t.",      "k.A.",      "#VALUE!",     "#DIV/0!", "#NV", "#WERT!",
};

enum { WORDS = sizeof words / sizeof *words };

static void knows_the_words_in_any_case(void **state)
{
    (void)state;
    for (size_t i = 0; i < WORDS; i++) {
        char text[16] = "";
        size_t length = strlen(words[i]);
        assert_in_range(length, 1, sizeof text - 1);
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

/* As exports of tables write them; all but the first were villages and airports. */
static void ignores_signs_around_and_between_the_words(void **state)
{
    static const char *const texts[] = {
        "N/A",     "N/A N/A",  "#N/A N/A", "NA / NA",  "na na",   "(none)",  "[none]",  "<none>",
        "{none}",  "none.",    "'None'",   "\"None\"", "NaN.",    "-nan",    "nan nan", "-inf",
        "+Inf",    "NA, NA",   "None/None", "nan-nan", "null_null", "*NA*",  "N/A;N/A", "TBD.",
        "n.a",     "(null",    "<na",      "#n/a!",    "#NAME?",  "#NUM!",   "#NULL!",  "#BEZUG!",
        ("#\xC3\x9C" "BERLAUF!"), "#VALUE!, #VALUE!", "\"#N/A\"", "unknown, unknown", "(unknown)",
        "\xE2\x80\x9CNone\xE2\x80\x9D", "\xC2\xABnone\xC2\xBB", "NA\xC2\xA0", "\xC2\xA0NA",
        "\xEF\xBB\xBFNA", "NA \xE2\x80\x93 NA", "Unknown (unknown)",
    };
    static const char *const names[] = {
        "none, italy", "Nan, Thailand", "NA, Windhoek", "nancy", "na nancy", "nan'an", "#1 Berlin", "# Paris",
        "#", "##, rome", "unknown city", "(nancy)", "N A", "n/a/n", "k. a.", "kA", "NVT", "infinity",
        "Na\xCC\x81", "na\xC3\xAF", "none\xC3\xA9", "\xC3\xA9 none", "naone", "none1", "1 none",
        "'Nan, Thailand'", "(nan) thailand",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (!is_missing(texts[i], strlen(texts[i])) || !geodist_is_missing(geodist_string(texts[i])))
            fail_msg("'%s' is not missing", texts[i]);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (is_missing(names[i], strlen(names[i])))
            fail_msg("'%s' is missing", names[i]);
}

static void knows_no_other_text(void **state)
{
    static const char *const others[] = {
        "",      "n",    "a",       "N",      "Nancy",  "Nan, Thailand", "none, italy", "nana",
        "nulls", "nul",  "unknow",  "unknowns", "nilo",  "tb",   "n.a.n",  "\\",   "undefine",
        "undefined1",    "no",      "missing",  "-",     "?",    "--",     "naï",  "ñа",  "NÁ",
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

static void knows_no_word_with_one_letter_more_or_changed(void **state)
{
    (void)state;
    for (size_t i = 0; i < WORDS; i++) {
        size_t length = strlen(words[i]);
        char text[16];
        if (words[i][0] == '#')
            continue;
        for (size_t at = 0; at <= length; at++) {
            memcpy(text, words[i], at);
            text[at] = 'z';
            memcpy(text + at + 1, words[i] + at, length - at);
            assert_false(is_missing(text, length + 1));
            if (at == length || !is_ascii_letter(words[i][at]))
                continue;
            memcpy(text, words[i], length);
            text[at] = 'z';
            assert_false(is_missing(text, length));
        }
    }
}

/* A city of that size, or an airport of the lists of tests/data, has none of the words as its name:
 * only TBC (Tuba City) and INF (In Guezzam) are given up, and Nan in Thailand as before. */
static void leaves_the_names_of_cities_and_codes_of_airports(void **state)
{
    (void)state;
    geodist_place place;
    for (uint32_t row = 0; row < geodist_table_info().places; row++) {
        assert_true(geodist_place_at(row, &place));
        bool missing = geodist_is_missing(place.name);
        if (missing && place.population >= 15000 && !is_text(place.name, "Nan"))
            fail_msg("%s", place.name.bytes);
        if (geodist_is_missing(geodist_string(place.iata)) && place.iata[0] &&
            !strstr("INF NAN NAT TBC", place.iata))
            fail_msg("%s", place.iata);
    }
}

/* The test that callers have: of texts as they are in cells. */
static void is_also_for_texts_without_a_letter_or_digit(void **state)
{
    (void)state;
    static const char *const missing[] = {"", " ", "-", "--", "?", "...", "\t", " NA ", "n/a", "NULL",
                                          "#REF!", "unknown", "\\N", "\xC2\xA0", "\xE2\x80\x94"};
    static const char *const others[] = {"x", "0", "Nan, Thailand", "none, italy", "Unknown City",
                                         "\xE6\x9D\xB1", "1,2", "NA, Windhoek", "\xC3\x85", "\xFF",
                                         "NA\xFF", "NA\x01", "NA\xEF\xBF\xBD", "#\xFF"};
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
        cmocka_unit_test(ignores_signs_around_and_between_the_words),
        cmocka_unit_test(knows_no_other_text),
        cmocka_unit_test(knows_no_word_with_one_letter_more_or_changed),
        cmocka_unit_test(leaves_the_names_of_cities_and_codes_of_airports),
        cmocka_unit_test(is_also_for_texts_without_a_letter_or_digit),
        cmocka_unit_test(finds_no_place_for_a_missing_value),
    };
    return cmocka_run_group_tests_name("missing_value", tests, NULL, NULL);
}
