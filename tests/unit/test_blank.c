#include "text/blank.h"

#include "texts.h"

static geodist_text encoded(uint32_t code, char bytes[GD_UTF8_MAX])
{
    return (geodist_text){bytes, utf8_encode(code, bytes, GD_UTF8_MAX)};
}

/* Categories Zs, Zl and Zp of the Unicode Standard, and the white space of ASCII. */
static bool is_white_space(uint32_t code)
{
    static const uint32_t spaces[] = {0x20,   0xA0,   0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004,
                                      0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200A, 0x2028, 0x2029,
                                      0x202F, 0x205F, 0x3000, 0x09,   0x0A,   0x0B,   0x0C,   0x0D};
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
        if (spaces[i] == code)
            return true;
    return false;
}

static void knows_white_space_of_every_code_point(void **state)
{
    (void)state;
    char bytes[GD_UTF8_MAX];
    for (uint32_t code = 0; code < GD_NOT_UTF8; code++) {
        if (code >= 0xD800 && code < 0xE000)
            continue;
        bool is_white = false;
        geodist_text text = encoded(code, bytes);
        size_t length = blank_length(text, &is_white);
        assert_true(length == 0 || length == text.length);
        if ((length && is_white) != is_white_space(code))
            fail_msg("U+%04X", (unsigned)code);
    }
}

static void knows_invisible_characters_that_are_no_hyphens(void **state)
{
    (void)state;
    static const uint32_t invisible[] = {0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202E,
                                         0x2060, 0x2066, 0x2069, 0x61C,  0xFEFF};
    static const uint32_t others[] = {0xAD, 0x2010, 0x2011, 0x2212, 0x300, 0xFFFD, '-', 'a', 0};
    char bytes[GD_UTF8_MAX];
    bool is_white = true;
    for (size_t i = 0; i < sizeof invisible / sizeof *invisible; i++) {
        assert_int_not_equal(blank_length(encoded(invisible[i], bytes), &is_white), 0);
        assert_false(is_white);
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_int_equal(blank_length(encoded(others[i], bytes), &is_white), 0);
    assert_int_equal(blank_length((geodist_text){NULL, 0}, &is_white), 0);
    assert_int_equal(blank_length((geodist_text){"\xC2", 1}, &is_white), 0);
}

static void trims_both_ends(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"", ""},
        {" \t", ""},
        {"\u00A0\u200B ", ""},
        {"a", "a"},
        {"\u00A0 a\u00A0b \u3000\uFEFF", "a\u00A0b"},
        {"\u2212a\u00E9\u00A0", "\u2212a\u00E9"},
        {"\xA0 a\xA0", "\xA0 a\xA0"},
        {"\u00A0\xA0", "\xA0"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t length = strlen(cases[i][0]);
        char *copy = exact_copy(cases[i][0], length);
        assert_true(is_text(trim_blanks((geodist_text){copy, length}), cases[i][1]));
        free(copy);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_white_space_of_every_code_point),
        cmocka_unit_test(knows_invisible_characters_that_are_no_hyphens),
        cmocka_unit_test(trims_both_ends),
    };
    return cmocka_run_group_tests_name("blank", tests, NULL, NULL);
}
