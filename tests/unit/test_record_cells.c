#include "table/record_cells.h"

#include "pairs.h"
#include "texts.h"

#include <stdio.h>

/* The cells with '|' between them, each in brackets. */
static const char *split(const char *record, char delimiter)
{
    static char shown[1024];
    record_cells cells;
    size_t length = strlen(record), at = 0;
    char *copy = exact_copy(record, length);
    assert_true(gd_split_record(&cells, (geodist_text){copy, length}, delimiter));
    for (size_t i = 0; i < cells.count; i++)
        at += (size_t)snprintf(shown + at, sizeof shown - at, "%s%.*s", i ? "|" : "",
                               (int)cells.cells[i].length, cells.cells[i].bytes);
    gd_free_cells(&cells);
    free(copy);
    return shown;
}

static void splits_at_delimiters(void **state)
{
    (void)state;
    assert_string_equal(split("a,b,c", ','), "a|b|c");
    assert_string_equal(split("a;b,c", ';'), "a|b,c");
    assert_string_equal(split("a\tb", '\t'), "a|b");
    assert_string_equal(split("", ','), "");
    assert_string_equal(split(",", ','), "|");
    assert_string_equal(split("a,,b,", ','), "a||b|");
}

static void removes_quotes_and_blanks(void **state)
{
    (void)state;
    assert_string_equal(split("\"a,b\",c", ','), "a,b|c");
    assert_string_equal(split("\"say \"\"x\"\"\",\"\"", ','), "say \"x\"|");
    assert_string_equal(split(" a ,  \"b\"", ','), "a|b");
    assert_string_equal(split("\"a\nb\",c", ','), "a\nb|c");
}

/* A quote is special at the start of a cell only. */
static void keeps_other_quotes(void **state)
{
    (void)state;
    assert_string_equal(split("a\"b,c\"d", ','), "a\"b|c\"d");
    assert_string_equal(split("\"a\"b,c", ','), "\"a\"b|c");
    assert_string_equal(split("\"a,b", ','), "\"a,b");
}

static void splits_any_bytes(void **state)
{
    (void)state;
    static const char letters[] = "a,\"\n \r;";
    uint64_t seed = 3;
    for (int round = 0; round < 20000; round++) {
        char bytes[24];
        size_t length = (size_t)(random_bits(&seed) % sizeof bytes);
        for (size_t i = 0; i < length; i++)
            bytes[i] = letters[random_bits(&seed) % 7];
        char *copy = exact_copy(bytes, length);
        geodist_text text = {copy, length};
        first_record first = gd_find_first_record(text, ',');
        record_cells cells;
        assert_true(gd_split_record(&cells, first.record, ','));
        assert_true(first.has_newline ? first.record.length < length : first.record.length == length);
        assert_false(first.has_newline && first.in_quotes);
        gd_free_cells(&cells);
        free(copy);
    }
}

static void finds_the_first_record(void **state)
{
    (void)state;
    first_record found = gd_find_first_record(geodist_string("a,\"b\n,\"\r\nc,d\n"), ',');
    assert_true(is_text(found.record, "a,\"b\n,\""));
    assert_true(found.has_newline);
    found = gd_find_first_record(geodist_string("a;b"), ';');
    assert_true(is_text(found.record, "a;b"));
    assert_false(found.has_newline || found.in_quotes);
    found = gd_find_first_record(geodist_string("a\r"), ',');
    assert_true(is_text(found.record, "a\r")); /* no ending */
    found = gd_find_first_record(geodist_string("\n"), ',');
    assert_true(found.has_newline && found.record.length == 0);
}

static void says_where_a_quote_opens_that_is_not_closed(void **state)
{
    (void)state;
    first_record found = gd_find_first_record(geodist_string("\"a\n\nb\",\"c\n\n"), ',');
    assert_true(found.in_quotes);
    assert_false(found.has_newline);
    assert_int_equal(found.opened, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(splits_at_delimiters),
        cmocka_unit_test(removes_quotes_and_blanks),
        cmocka_unit_test(keeps_other_quotes),
        cmocka_unit_test(splits_any_bytes),
        cmocka_unit_test(finds_the_first_record),
        cmocka_unit_test(says_where_a_quote_opens_that_is_not_closed),
    };
    return cmocka_run_group_tests_name("record_cells", tests, NULL, NULL);
}
