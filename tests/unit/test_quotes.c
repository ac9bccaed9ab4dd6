#include "input/quotes.h"

#include "pairs.h"
#include "texts.h"

static char line_bytes[100], scratch[100];

static void finds_the_quote_that_closes(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        size_t at, end;
    } cases[] = {{"\"a\" b", 0, 3}, {"\"a\"\"b\"", 0, 6}, {"\"a", 0, 0},   {"x 'a b' c", 2, 7},
                 {"'a\"'", 0, 4},   {"\"\"", 0, 2},       {"\"\"\"", 0, 0}, {"'", 0, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(gd_closing_quote(geodist_string(cases[i].line), cases[i].at),
                         cases[i].end);
}

static void removes_quotes_around_a_field_only(void **state)
{
    (void)state;
    static const struct {
        const char *field, *within;
    } cases[] = {
        {"", ""},           {"  ", ""},         {"a", "a"},         {" a b\t", "a b"},
        {"\"a\"", "a"},     {" \"a\" ", "a"},   {"\"\"", ""},       {"\"a\"\"b\"", "a\"b"},
        {"\"", "\""},       {"\"a", "\"a"},     {"a\"", "a\""},     {"\"a\" b", "\"a\" b"},
        {"\"\"\"\"", "\""}, {"'a'", "'a'"},     {"\" a \"", " a "}, {"\"a\"\"", "\"a\"\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        strcpy(line_bytes, cases[i].field);
        assert_true(is_text(gd_unquote_field(geodist_string(line_bytes), &(char *){scratch}), cases[i].within));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_quote_that_closes),
        cmocka_unit_test(removes_quotes_around_a_field_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
