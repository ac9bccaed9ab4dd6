#include "table/table_header.h"

#include "input/input_file.h"
#include "options/delimiter.h"
#include "output/format_number.h"
#include "text/slice.h"

/* ---- What stands before the header ------------------------------------------------- */

/* The length of the line ending that the text begins with, or 0. */
static size_t ending_length(geodist_text text)
{
    size_t length = text.length >= 2 && text.bytes[0] == '\r' ? 2 : 1;
    return text.length >= length && text.bytes[length - 1] == '\n' ? length : 0;
}

/* Moves to the first line that is not empty, and counts the others. */
static geodist_text skip_empty_lines(geodist_text text, uint64_t *lines)
{
    for (size_t length; (length = ending_length(text)) > 0; ++*lines)
        text = slice(text, length, text.length);
    return text;
}

/* Added cells with numbers and codes are not quoted, so that it must not occur in them. */
static bool may_be_delimiter(char byte)
{
    bool is_ascii = (unsigned char)byte < 0x80;
    return is_ascii && !is_ascii_letter(byte) && !is_digit(byte) &&
           !memchr("\"\r\n.-", byte, sizeof "\"\r\n.-"); /* and not NUL */
}

/* "sep=;" and a line ending or the end of the input. Returns the length of both, and sets the
 * delimiter; else 0. */
static size_t separator_line(geodist_text text, bytes_state state, char *delimiter)
{
    static const char start[] = "sep=";
    enum { AT = sizeof start - 1 };
    if (text.length <= AT || memcmp(text.bytes, start, AT) != 0 ||
        !may_be_delimiter(text.bytes[AT]))
        return 0;
    size_t ending = ending_length(slice(text, AT + 1, text.length));
    if (ending == 0 && (text.length > AT + 1 || state != BYTES_ENDED))
        return 0;
    *delimiter = text.bytes[AT];
    return AT + 1 + ending;
}

/* ---- With one delimiter ------------------------------------------------------------ */

/* The text from the header on, and what is known about it. */
typedef struct {
    geodist_text text;
    uint64_t line; /* its first, from 1 on */
    bytes_state state;
    const options *asked;
} header_source;

static header_status refuse_record(const header_source *from, const first_record *record,
                                   writer *errors)
{
    if (record->in_quotes) {
        gd_put(errors, "geodist: a quote in the header of the table, line ");
        gd_put_integer(errors, from->line + record->opened);
        gd_put(errors, ", is not closed\n");
    } else {
        gd_put(errors, from->asked->no_header ? "geodist: the first record of the table is longer than "
                                              : "geodist: the header of the table is longer than ");
        gd_put_integer(errors, record->record.length - 1);
        gd_put(errors, " bytes\n");
    }
    return HEADER_WRONG;
}

static bool is_complete(const header_source *from, const first_record *record)
{
    return record->has_newline || (from->state == BYTES_ENDED && !record->in_quotes);
}

/* Whether a byte occurs outside quotes, wherever these stand: in a header with another
 * delimiter they do not stand at the start of a cell. */
static bool is_outside_quotes(geodist_text record, char byte)
{
    bool quoted = false;
    for (size_t i = 0; i < record.length; i++) {
        quoted = quoted != (record.bytes[i] == '"');
        if (record.bytes[i] == byte && !quoted)
            return true;
    }
    return false;
}

/* Reads the header with this delimiter. */
static header_status read_with(table_header *header, const header_source *from, char delimiter,
                               writer *errors)
{
    first_record record = gd_find_first_record(from->text, delimiter);
    gd_free_header(header);
    header->delimiter = delimiter;
    if (!is_complete(from, &record))
        return refuse_record(from, &record, errors);
    if (is_outside_quotes(slice(record.record, 0, record.record.length - 1), '\r')) {
        gd_put(errors, "geodist: the lines of the table end in CR; convert them, such as with "
                       "tr '\\r' '\\n'\n");
        return HEADER_WRONG;
    }
    if (!gd_split_record(&header->cells, record.record, delimiter))
        return HEADER_NO_MEMORY;
    switch (gd_find_columns(&header->columns, from->asked->columns, &header->cells,
                            from->asked->no_header, errors)) {
    case COLUMNS_FOUND:
        return HEADER_READ;
    case COLUMNS_WRONG:
        return HEADER_WRONG;
    case COLUMNS_NO_MEMORY:
        break;
    }
    return HEADER_NO_MEMORY;
}

/* ---- Detection --------------------------------------------------------------------- */

/* The delimiters that the header has outside quotes, in the order in which they are tried; the
 * comma if there is none. False if more input is needed to know. */
static bool find_delimiters(const header_source *from, char found[sizeof GD_DELIMITERS])
{
    size_t count = 0;
    for (const char *at = GD_DELIMITERS; *at; at++) {
        first_record record = gd_find_first_record(from->text, *at);
        if (!record.has_newline && from->state == BYTES_MORE)
            return false;
        if (is_outside_quotes(record.record, *at))
            found[count++] = *at;
    }
    if (count == 0)
        found[count++] = ',';
    found[count] = '\0';
    return true;
}

/* Takes the first delimiter with which every column is found; if there is none, explains what is
 * wrong with the first. */
static header_status detect(table_header *header, const header_source *from, writer *errors)
{
    char delimiters[sizeof GD_DELIMITERS], unread[256];
    if (!find_delimiters(from, delimiters))
        return HEADER_WAIT;
    for (const char *at = delimiters; *at; at++) {
        writer ignored = gd_memory_writer(unread, sizeof unread);
        header_status status = read_with(header, from, *at, &ignored);
        if (status != HEADER_WRONG)
            return status;
    }
    return read_with(header, from, delimiters[0], errors);
}

/* Reads the header with a delimiter that is known. */
static header_status read_known(table_header *header, const header_source *from, char delimiter,
                                writer *errors)
{
    if (from->state == BYTES_MORE && !gd_find_first_record(from->text, delimiter).has_newline)
        return HEADER_WAIT;
    return read_with(header, from, delimiter, errors);
}

header_status gd_read_header(table_header *header, geodist_text bytes, bytes_state state,
                             const options *asked, writer *errors)
{
    header_source from = {.line = 1, .state = state, .asked = asked};
    char delimiter = '\0';
    *header = (table_header){.delimiter = ','};
    from.text = skip_empty_lines(gd_skip_byte_order_mark(bytes), &from.line);
    size_t length = separator_line(from.text, state, &delimiter);
    from.text = skip_empty_lines(slice(from.text, length, from.text.length), &from.line);
    from.line += length > 0;
    if (from.text.length == 0)
        return state == BYTES_MORE ? HEADER_WAIT : HEADER_NONE;
    if (asked->delimiter)
        delimiter = asked->delimiter;
    header_status status =
        delimiter ? read_known(header, &from, delimiter, errors) : detect(header, &from, errors);
    header->has_separator_line = length > 0;
    return status;
}

void gd_free_header(table_header *header)
{
    gd_free_cells(&header->cells);
    gd_free_columns(&header->columns);
}
