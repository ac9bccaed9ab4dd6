#include "places/letter_case.h"

#include "texts.h"

enum { UNSET = 99 };

static gd_letter_case case_of(const char *bytes, size_t length, unsigned *count)
{
    char *copy = exact_copy(bytes, length);
    *count = UNSET;
    gd_letter_case result = gd_letter_case_of((geodist_text){copy, length}, count);
    assert_true((result <= GD_COMMON_WORD) == (*count == UNSET));
    free(copy);
    return result;
}

static void check(const char *text, gd_letter_case expected, unsigned expected_count)
{
    unsigned count;
    gd_letter_case result = case_of(text, strlen(text), &count);
    if (result != expected || count != expected_count)
        fail_msg("'%s' is %d of %u letters", text, (int)result, count);
}

static void tells_capitals_mixed_and_lower_case(void **state)
{
    (void)state;
    check("US", GD_CAPITALS, 2);
    check("USA", GD_CAPITALS, 3);
    check("EGLL", GD_CAPITALS, 4);
    check("AZ", GD_CAPITALS, 2);
    check("Us", GD_MIXED_CASE, 2);
    check("uS", GD_MIXED_CASE, 2);
    check("Bo", GD_MIXED_CASE, 2);
    check("eGLL", GD_MIXED_CASE, 4);
    check("lhr", GD_LOWER_CASE, 3);
    check("us", GD_LOWER_CASE, 2);
    check("egll", GD_LOWER_CASE, 4);
    check("az", GD_LOWER_CASE, 2);
}

static void ignores_white_space_at_the_ends_and_full_stops(void **state)
{
    (void)state;
    check(" \tUK\r\n", GD_CAPITALS, 2);
    check("U.K.", GD_CAPITALS, 2);
    check("u.k.", GD_LOWER_CASE, 2);
    check("U.S.A.", GD_CAPITALS, 3);
    check("U.S.A", GD_CAPITALS, 3);
    check("E.G.L.L.", GD_CAPITALS, 4);
    check("St.", GD_MIXED_CASE, 2);
    check("U. K.", GD_NO_CODE, UNSET);
    check("U..K", GD_NO_CODE, UNSET);
    check(".UK", GD_NO_CODE, UNSET);
    check("U.K..", GD_NO_CODE, UNSET);
}

static void knows_no_code_of_other_bytes_or_lengths(void **state)
{
    static const char *const texts[] = {
        "", " ", ".", "..", "A", "a.", "PARIS", "paris", "A.B.C.D.E.", "U K", "U-K", "A1", "1A", "12",
        "ÉU", "eü", "Ö", "МСК", "東京", "@@", "[[", "``", "{{", "U,K", "US,", "A\x01",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check(texts[i], GD_NO_CODE, UNSET);
    unsigned count = UNSET;
    assert_int_equal(gd_letter_case_of((geodist_text){NULL, 0}, &count), GD_NO_CODE);
    assert_int_equal(case_of("US\0", 3, &count), GD_NO_CODE);
    assert_int_equal(case_of("\0US", 3, &count), GD_NO_CODE);
}

static void takes_common_words_for_codes_only_with_a_capital(void **state)
{
    /* Those that the interface lists, and the first and last of each length. */
    static const char *const words[] = {
        "and", "or", "in", "of", "the", "for", "her", "day", "sea", "del", "las", "los", "per", "van",
        "via", "from", "near", "km", "all", "as", "we", "you", "your", "city", "yes", "with",
    };
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        char capitals[8] = "";
        unsigned length = (unsigned)strlen(words[i]);
        check(words[i], GD_COMMON_WORD, UNSET);
        for (size_t k = 0; k < length; k++)
            capitals[k] = (char)(words[i][k] - 'a' + 'A');
        check(capitals, GD_CAPITALS, length);
        capitals[1] = words[i][1];
        check(capitals, GD_MIXED_CASE, length);
    }
    check("i.n.", GD_COMMON_WORD, UNSET);
    check(" in ", GD_COMMON_WORD, UNSET);
    check("an", GD_LOWER_CASE, 2);
    check("fro", GD_LOWER_CASE, 3);
    check("zz", GD_LOWER_CASE, 2);
}

static void agrees_with_counting_for_all_short_texts(void **state)
{
    static const char alphabet[] = "AZaz.@[`{ 0\xc3";
    enum { LETTERS = sizeof alphabet - 1 };
    char text[4];
    (void)state;
    for (int code = 0; code < LETTERS * LETTERS * LETTERS * LETTERS; code++) {
        unsigned letters = 0, capitals = 0, others = 0, count;
        for (int i = 0, rest = code; i < 4; i++, rest /= LETTERS) {
            text[i] = alphabet[rest % LETTERS];
            letters += memchr("AZaz", text[i], 4) != NULL;
            capitals += memchr("AZ", text[i], 2) != NULL;
            others += memchr("@[`{0\xc3", text[i], 6) != NULL;
        }
        gd_letter_case result = case_of(text, 4, &count);
        if (others || letters < 2)
            assert_int_equal(result, GD_NO_CODE);
        if (result != GD_NO_CODE) {
            assert_int_equal(count, letters);
            assert_int_equal(result, capitals == letters ? GD_CAPITALS
                                     : capitals          ? GD_MIXED_CASE
                                                         : GD_LOWER_CASE);
        }
        if (letters == 4)
            assert_int_not_equal(result, GD_NO_CODE);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_capitals_mixed_and_lower_case),
        cmocka_unit_test(ignores_white_space_at_the_ends_and_full_stops),
        cmocka_unit_test(knows_no_code_of_other_bytes_or_lengths),
        cmocka_unit_test(takes_common_words_for_codes_only_with_a_capital),
        cmocka_unit_test(agrees_with_counting_for_all_short_texts),
    };
    return cmocka_run_group_tests_name("letter_case", tests, NULL, NULL);
}
