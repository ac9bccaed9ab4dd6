#include "options/delimiter.h"

#include "check.h"

#include <string.h>

static void takes_characters_and_words_for_them(void **state)
{
    (void)state;
    static const struct {
        const char *value;
        char delimiter;
    } cases[] = {
        {",", ','},     {";", ';'},     {"|", '|'},         {"\t", '\t'},  {"tab", '\t'},
        {"\\t", '\t'},  {"TAB", '\t'},  {"comma", ','},     {"pipe", '|'}, {"semicolon", ';'},
        {"Comma", ','}, {"Pipe", '|'}, {"SemiColon", ';'},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char found = 'x';
        assert_true(gd_parse_delimiter(cases[i].value, &found));
        assert_int_equal(found, cases[i].delimiter);
        assert_non_null(strchr(GD_DELIMITERS, found));
    }
}

static void refuses_anything_else(void **state)
{
    (void)state;
    static const char *const bad[] = {"", " ", ":", ",,", "::", "a", "\n", "\"", "t", "tabs", ", "};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char found = 'x';
        assert_false(gd_parse_delimiter(bad[i], &found));
        assert_int_equal(found, 'x');
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_characters_and_words_for_them),
        cmocka_unit_test(refuses_anything_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
