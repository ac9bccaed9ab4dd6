#include "table/table_header.h"

#include "texts.h"
#include "written.h"

#include <ctype.h>
#include <stdio.h>

static table_header header;
static char *header_copy;

static header_status read_bytes(const char *bytes, size_t length, bytes_state state,
                                const options *asked)
{
    header_copy = exact_copy(bytes, length);
    return gd_read_header(&header, (geodist_text){header_copy, length}, state, asked, begin());
}

static void release(void)
{
    gd_free_header(&header);
    free(header_copy);
}

static header_status read_all(const char *text, const options *asked)
{
    return read_bytes(text, strlen(text), BYTES_ENDED, asked);
}

/* The delimiter and the number of cells, or the message. */
static const char *show(const char *text, const options *asked)
{
    static char shown[sizeof written_bytes];
    header_status status = read_all(text, asked);
    if (status == HEADER_READ)
        snprintf(shown, sizeof shown, "%c %zu", header.delimiter, header.cells.count);
    else
        snprintf(shown, sizeof shown, "%s", written());
    assert_int_equal(status == HEADER_WRONG, written_out.length > 0);
    release();
    return shown;
}

static options columns(const char *list)
{
    return (options){.command = COMMAND_TABLE, .columns = list};
}

static void assert_header(const char *text, const char *list, const char *wanted)
{
    options asked = columns(list);
    assert_string_equal(show(text, &asked), wanted);
}

/* ---- The delimiter ------------------------------------------------------------------------------- */

static void finds_the_delimiter(void **state)
{
    (void)state;
    assert_header("a,b\n", "a,b", ", 2");
    assert_header("a;b\n", "a,b", "; 2");
    assert_header("a\tb\n", "a,b", "\t 2");
    assert_header("a|b\n", "a,b", "| 2");
    assert_header("a\n", "a", ", 1");
}

/* In the order TAB ; | , */
static void takes_the_first_delimiter_with_which_every_column_is_found(void **state)
{
    (void)state;
    assert_header("a,b;c\n", "\"a,b\",c", "; 2");
    assert_header("a,b;c\n", "a,b;c", ", 2");
    assert_header("a,b;c,d\n", "a,d", ", 3");
    assert_header("a;b\tc;d\n", "a,d", "; 3");
    assert_header("a,b;c\n", "1,2", "; 2");
    assert_header("a,b;c,d\n", "1,3", ", 3"); /* with ; there are two fields */
}

static void explains_what_is_wrong_with_the_first_delimiter(void **state)
{
    (void)state;
    assert_header("a,b;c\n", "x", "geodist: no column 'x' in the header 'a,b;c'\n");
    assert_header("a;a,b\n", "a,c", "geodist: no column 'c' in the header 'a;a,b'\n");
}

static void passes_over_delimiters_in_quotes(void **state)
{
    (void)state;
    assert_header("\"a;1\",b\n", "\"a;1\",b", ", 2");
    assert_header("\"a;1\",b\n", "2,1", ", 2");
    assert_header("b,\"a\t1\"\n", "2,1", ", 2");
    assert_header("\"a;\n|\";b\n", "b", "; 2");
}

static void takes_the_delimiter_that_is_asked_for(void **state)
{
    (void)state;
    options asked = columns("a,b");
    asked.delimiter = '|';
    assert_string_equal(show("a|b\n", &asked), "| 2");
    assert_string_equal(show("a,b\n", &asked), "geodist: no column 'a' in the header 'a,b'\n");
}

static void reads_a_separator_line(void **state)
{
    (void)state;
    options asked = columns("a,b");
    assert_int_equal(read_all("sep=;\r\na;b,\n", &(options){.columns = "a"}), HEADER_READ);
    assert_true(header.has_separator_line);
    assert_int_equal(header.delimiter, ';');
    release();
    assert_string_equal(show("sep=|\na|b;c\n", &(options){.columns = "1,2"}), "| 2");
    assert_string_equal(show("sep=^\na^b\n", &asked), "^ 2"); /* any character */
    assert_string_equal(show("sep=\t\na\tb\n", &asked), "\t 2");
    assert_string_equal(show("\n\nsep=;\n\na;b\n", &asked), "; 2");
    asked.delimiter = ','; /* wins over the line, which is passed through all the same */
    assert_string_equal(show("sep=;\na,b\n", &asked), ", 2");
}

static void takes_other_lines_for_headers(void **state)
{
    (void)state;
    assert_header("sep=,b\n", "b", ", 2");
    assert_header("sep=\na\n", "sep=", ", 1");
    assert_header("sep=\"\n\"\n", "1", ", 1");
    assert_header("SEP=;\na;b\n", "1", "; 2");
}

/* The cells that are added are numbers, codes and quoted text. */
static void takes_no_delimiter_that_numbers_and_codes_have(void **state)
{
    (void)state;
    for (int byte = 0; byte < 256; byte++) {
        char text[] = "sep=?\na\n";
        options asked = columns("1");
        bool may_be = (byte >= 0x20 && byte < 0x7F && !strchr("\".-", byte) && !isalnum(byte)) ||
                      (byte > 0 && byte < 0x20 && byte != '\n' && byte != '\r') || byte == 0x7F;
        text[4] = (char)byte;
        header_status status = read_bytes(text, sizeof text - 1, BYTES_ENDED, &asked);
        assert_int_equal(header.has_separator_line, may_be);
        if (may_be)
            assert_int_equal(header.delimiter, byte);
        assert_true(status == HEADER_READ || byte == '"');
        release();
    }
}

/* ---- What stands before the header ----------------------------------------------------------------- */

static void skips_a_byte_order_mark_and_empty_lines(void **state)
{
    (void)state;
    assert_header("\xEF\xBB\xBF" "a,b\n", "a,b", ", 2");
    assert_header("\xEF\xBB\xBF\"a\",b\n", "a,b", ", 2");
    assert_header("\n\r\n\na,b\n", "a,b", ", 2");
    assert_header(" \na,b\n", "1", ", 1"); /* blanks are no empty line */
}

static void knows_an_input_without_a_record(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "\n", "\r\n\n", "\xEF\xBB\xBF", "\xEF\xBB\xBF\n", "sep=;\n"};
    options asked = columns("a");
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_int_equal(read_all(texts[i], &asked), HEADER_NONE);
        release();
    }
}

/* ---- The end of the header --------------------------------------------------------------------------- */

static void reads_a_header_without_a_newline(void **state)
{
    (void)state;
    assert_header("a,b", "a,b", ", 2");
    assert_header("a,b\r", "1", ", 2");
}

/* In pieces of every size it is read only when it is known as well as in the end. */
static void waits_for_more_bytes(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "a,b\nx", "\n\r\na,b\nx", "\xEF\xBB\xBF\"a\n\";b\r\nx", "sep=;\na;b\nx", "a,\"b\n;\"\nx",
        "\"a\";b\nx",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        options asked = columns("1");
        size_t length = strlen(texts[i]), waits = 0;
        assert_int_equal(read_all(texts[i], &asked), HEADER_READ);
        char delimiter = header.delimiter;
        size_t count = header.cells.count;
        release();
        for (size_t size = 0; size < length; size++) {
            header_status status = read_bytes(texts[i], size, BYTES_MORE, &asked);
            assert_true(status == HEADER_WAIT || status == HEADER_READ);
            waits += status == HEADER_WAIT;
            if (status == HEADER_READ) {
                assert_int_equal(header.delimiter, delimiter);
                assert_int_equal(header.cells.count, count);
            }
            release();
        }
        assert_int_equal(waits, length - 1); /* until the newline is there */
    }
}

static void refuses_a_header_that_does_not_end(void **state)
{
    (void)state;
    options asked = columns("a");
    assert_string_equal(show("\na,\"b\nc\n", &asked),
                        "geodist: a quote in the header of the table, line 2, is not closed\n");
    assert_string_equal(show("sep=,\na,\"b\n\",\"c\n", &asked),
                        "geodist: a quote in the header of the table, line 3, is not closed\n");
    assert_int_equal(read_bytes("a,b", 3, BYTES_NO_ROOM, &asked), HEADER_WRONG);
    assert_string_equal(written(), "geodist: the header of the table is longer than 2 bytes\n");
    release();
}

/* The caller goes on behind them. */
static void passes_over_empty_lines_that_fill_the_buffer(void **state)
{
    (void)state;
    options asked = columns("a");
    assert_int_equal(read_bytes("\n\r\n\n", 4, BYTES_NO_ROOM, &asked), HEADER_NONE);
    release();
}

static void reads_the_first_record_if_there_is_no_header(void **state)
{
    (void)state;
    options asked = columns("2,1");
    asked.no_header = true;
    assert_string_equal(show("paris;rome\n", &asked), "; 2");
    assert_string_equal(show("2\n", &asked),
                        "geodist: no column '2'; with --no-header a column is a position from 1 to 1\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_delimiter),
        cmocka_unit_test(takes_the_first_delimiter_with_which_every_column_is_found),
        cmocka_unit_test(explains_what_is_wrong_with_the_first_delimiter),
        cmocka_unit_test(passes_over_delimiters_in_quotes),
        cmocka_unit_test(takes_the_delimiter_that_is_asked_for),
        cmocka_unit_test(reads_a_separator_line),
        cmocka_unit_test(takes_other_lines_for_headers),
        cmocka_unit_test(takes_no_delimiter_that_numbers_and_codes_have),
        cmocka_unit_test(skips_a_byte_order_mark_and_empty_lines),
        cmocka_unit_test(knows_an_input_without_a_record),
        cmocka_unit_test(reads_a_header_without_a_newline),
        cmocka_unit_test(waits_for_more_bytes),
        cmocka_unit_test(refuses_a_header_that_does_not_end),
        cmocka_unit_test(passes_over_empty_lines_that_fill_the_buffer),
        cmocka_unit_test(reads_the_first_record_if_there_is_no_header),
    };
    return cmocka_run_group_tests_name("table_header", tests, NULL, NULL);
}
