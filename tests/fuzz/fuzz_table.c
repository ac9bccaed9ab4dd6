/* A table. The first line of the input is the value of --columns. */
#include "fuzz_run.h"

#include "text/slice.h"

#include <math.h>

static fuzz_room rooms[2];

/* The length of the record at the start of the text, with its newline, as RFC 4180 has it. A quote is
 * special at the start of a cell only. Sets *open if a quote is not closed. */
static size_t record_length(geodist_text text, bool *open)
{
    bool at_start = true, quoted = false;
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.bytes[i];
        if (quoted) {
            if (byte == '"' && i + 1 < text.length && text.bytes[i + 1] == '"')
                i++;
            else if (byte == '"')
                quoted = false;
        } else if (byte == '"' && at_start) {
            quoted = true;
        } else if (byte == '\n') {
            return i + 1;
        }
        at_start = !quoted && byte == ',';
    }
    *open = quoted;
    return text.length;
}

static void require_next(geodist_text *out, geodist_text wanted)
{
    REQUIRE(out->length >= wanted.length);
    REQUIRE(fuzz_same_text(slice(*out, 0, wanted.length), wanted));
    *out = slice(*out, wanted.length, out->length);
}

/* The output is the record, the cell that is appended and the ending of the record. */
static void check_record(geodist_text *out, geodist_text record, bool is_header)
{
    size_t ending = 0;
    if (record.length && record.bytes[record.length - 1] == '\n')
        ending = record.length > 1 && record.bytes[record.length - 2] == '\r' ? 2 : 1;
    geodist_text content = slice(record, 0, record.length - ending);
    require_next(out, content);
    if (is_header) {
        require_next(out, geodist_string(",distance_km"));
    } else if (content.length) {
        require_next(out, geodist_string(","));
        while (out->length && is_numeric(out->bytes[0]))
            *out = slice(*out, 1, out->length);
    }
    require_next(out, slice(record, record.length - ending, ending));
}

static void check_output(geodist_text text, geodist_text out)
{
    bool open = false;
    for (size_t records = 0; text.length; records++) {
        size_t length = record_length(text, &open);
        geodist_text record = slice(text, 0, length);
        if (open)
            require_next(&out, record); /* an unclosed quote: as it is */
        else
            check_record(&out, record, records == 0);
        text = slice(text, length, text.length);
    }
    REQUIRE(out.length == 0);
}

static void check_errors(geodist_text errors)
{
    for (size_t i = 0; i < errors.length; i++)
        REQUIRE((unsigned char)errors.bytes[i] >= 0x20 || errors.bytes[i] == '\n');
}

static void check_table(const char *columns, geodist_text text)
{
    options asked = {.command = COMMAND_TABLE,
                     .columns = columns,
                     .precision = -1,
                     .radius = GEODIST_MEAN_RADIUS / 1000,
                     .waypoints = -1,
                     .bearing = NAN,
                     .metres = INFINITY};
    const uint8_t *bytes = (const uint8_t *)text.bytes;
    fuzz_answer whole =
        fuzz_run(gd_run_table, &asked, bytes, text.length, text.length + 1, &rooms[0]);
    fuzz_answer pieces = fuzz_run(gd_run_table, &asked, bytes, text.length, 1, &rooms[1]);
    fuzz_require_same(&whole, &pieces);
    check_errors(whole.errors);
    if (whole.status == EXIT_ANSWERED || whole.status == EXIT_UNANSWERED) {
        geodist_text failures = whole.errors;
        fuzz_cut_summary(&failures);
        REQUIRE((whole.status == EXIT_UNANSWERED) == (failures.length > 0));
        check_output(text, whole.out);
    } else {
        REQUIRE(whole.errors.length > 0 && whole.out.length == 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    geodist_text table, text = {(const char *)data, size};
    geodist_text list = cut(text, '\n', &table);
    char *columns = malloc(list.length + 1);
    if (!columns)
        exit(2);
    if (list.length)
        memcpy(columns, list.bytes, list.length);
    columns[list.length] = '\0';
    check_table(columns, table);
    free(columns);
    return 0;
}
