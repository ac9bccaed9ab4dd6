#include "output/csv_writer.h"

#include "pairs.h"
#include "texts.h"
#include "written.h"

static const char *field(geodist_text text)
{
    gd_put_csv_field(begin(), text);
    return written();
}

static void encloses_a_field_in_quotes(void **state)
{
    (void)state;
    assert_string_equal(field(geodist_string("El Paso, Texas")), "\"El Paso, Texas\"");
    assert_string_equal(field((geodist_text){NULL, 0}), "\"\"");
}

static void doubles_quotes_inside(void **state)
{
    (void)state;
    assert_string_equal(field(geodist_string("31°45'31\"N")), "\"31°45'31\"\"N\"");
    assert_string_equal(field(geodist_string("\"")), "\"\"\"\"");
    assert_string_equal(field(geodist_string("\"\"a")), "\"\"\"\"\"a\"");
}

/* Reads a quoted field as RFC 4180, section 2, rules 5 to 7 have it. Returns the length, or SIZE_MAX
 * if it is malformed. */
static size_t read_back(geodist_text quoted, char *bytes)
{
    size_t length = 0;
    if (quoted.length < 2 || quoted.bytes[0] != '"' || quoted.bytes[quoted.length - 1] != '"')
        return SIZE_MAX;
    for (size_t i = 1; i + 1 < quoted.length; i++) {
        if (quoted.bytes[i] == '"' && (i + 2 >= quoted.length || quoted.bytes[++i] != '"'))
            return SIZE_MAX;
        bytes[length++] = quoted.bytes[i];
    }
    return length;
}

static void writes_fields_that_read_back(void **state)
{
    (void)state;
    static const char letters[] = {'"', '"', ',', '\n', '\r', 'a', '\0', '\xFF'};
    uint64_t seed = 5;
    for (int round = 0; round < 50000; round++) {
        char text[24], back[64];
        size_t length = (size_t)(random_bits(&seed) % sizeof text);
        for (size_t i = 0; i < length; i++)
            text[i] = letters[random_bits(&seed) % sizeof letters];
        gd_put_csv_field(begin(), (geodist_text){text, length});
        if (read_back(gd_written_text(&written_out), back) != length ||
            memcmp(text, back, length) != 0)
            fail_msg("round %d: %s", round, written());
    }
}

static const char *cell(char delimiter, quotes_rule quotes, const char *text)
{
    gd_put_text_cell(begin(), (cell_style){delimiter, quotes}, geodist_string(text));
    return written();
}

static void quotes_a_cell_by_the_rule(void **state)
{
    (void)state;
    assert_string_equal(cell(',', QUOTES_ALWAYS, "a"), "\"a\"");
    assert_string_equal(cell(',', QUOTES_ALWAYS, ""), "\"\"");
    assert_string_equal(cell('\t', QUOTES_NEVER, "a, \"b\""), "a, \"b\"");
    assert_string_equal(cell(',', QUOTES_IF_NEEDED, ""), "");
    assert_string_equal(cell(',', QUOTES_IF_NEEDED, "a b;c|d\te"), "a b;c|d\te");
    assert_string_equal(cell(',', QUOTES_IF_NEEDED, "a,b"), "\"a,b\"");
    assert_string_equal(cell(';', QUOTES_IF_NEEDED, "a,b"), "a,b");
    assert_string_equal(cell(';', QUOTES_IF_NEEDED, "a;b"), "\"a;b\"");
    assert_string_equal(cell('\t', QUOTES_IF_NEEDED, "a\tb"), "\"a\tb\"");
    assert_string_equal(cell(',', QUOTES_IF_NEEDED, "a\nb"), "\"a\nb\"");
    assert_string_equal(cell(',', QUOTES_IF_NEEDED, "a\r"), "\"a\r\"");
    assert_string_equal(cell(',', QUOTES_IF_NEEDED, "31\"N"), "\"31\"\"N\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(encloses_a_field_in_quotes),
        cmocka_unit_test(doubles_quotes_inside),
        cmocka_unit_test(writes_fields_that_read_back),
        cmocka_unit_test(quotes_a_cell_by_the_rule),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
