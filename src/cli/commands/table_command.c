/* Records of a CSV table, each a journey -> the same records with the distance as one more cell. All
 * other bytes are copied. */
#define _POSIX_C_SOURCE 200809L

#include "commands/commands.h"
#include "formats/format.h"
#include "input/csv_columns.h"
#include "input/csv_scanner.h"
#include "input/input_file.h"
#include "input/split.h"
#include "messages/diagnostics.h"
#include "messages/message_limit.h"
#include "messages/progress.h"
#include "output/format_number.h"
#include "text/slice.h"

#include <stdlib.h>
#include <unistd.h>

enum {
    BUFFER_SIZE = 1 << 18,
    HELD_CELL_MAX = 1024 /* bytes kept of a cell of a record that is longer than the buffer */
};

typedef struct {
    size_t start, end;
} span;

typedef struct {
    size_t length;
    char bytes[HELD_CELL_MAX + GD_NAME_SLACK];
} held_cell;

/* A complete record in the buffer. */
typedef struct {
    span content;    /* without its ending */
    size_t end;      /* with it */
    uint64_t number; /* from 1 on, the header aside */
    uint64_t line;   /* its first line */
    size_t route;    /* in the batch, unless it is empty */
} record;

/* The record that is being read. Positions are in the buffer. */
typedef struct {
    size_t start;
    size_t cell;       /* index of the current cell */
    size_t cell_start; /* of what is not held of it */
    size_t next;       /* the next of the wanted columns */
    bool too_long;     /* longer than the buffer: what is before `start` was written already */
} open_record;

typedef struct {
    const options *asked;
    writer *out, *errors;
    name_cache *cache;
    csv_columns columns;
    message_limit failures;
    bool header_done;
    bool stopped; /* by --fail-fast, or as the header is wrong */
    exit_status header_status;

    input_file input;
    csv_scanner scanner;
    open_record open;
    uint64_t record_count; /* complete records, the header aside */
    uint64_t line;         /* the line at which the open record starts, from 1 on */
    size_t at;             /* the scanner has read the buffer up to here */
    size_t length;
    span *cells;     /* of the open record, one for each wanted column, in their order */
    held_cell *held; /* the same of a record that is too long */

    batch batch;
    size_t record_count_in_batch;
    record records[GD_BATCH_ROUTES];
    size_t copied; /* bytes in copies: cells whose quotes are removed */
    char copies[BUFFER_SIZE + GD_NAME_SLACK];
    char bytes[BUFFER_SIZE + GD_NAME_SLACK];
} table;

static bool goes_on(const table *of)
{
    return !of->stopped && !of->out->failure;
}

static geodist_text text_of(const table *of, span at)
{
    return (geodist_text){of->bytes + at.start, at.end - at.start};
}

/* ---- Answers ------------------------------------------------------------------------------------ */

static void explain(table *of, const record *at, const batch_route *failed)
{
    if (!gd_allow_any_message(&of->failures))
        return;
    gd_put(of->errors, "geodist: record ");
    gd_put_integer(of->errors, at->number);
    gd_put(of->errors, ", line ");
    gd_put_integer(of->errors, at->line);
    gd_put(of->errors, ": ");
    gd_put_failure(of->errors, &of->batch, failed, true);
    gd_put(of->errors, "\n");
}

/* The record, the distance as one more cell (empty if there is none), and the ending of the record. */
static void put_record(table *of, const record *at)
{
    const batch_route *journey = &of->batch.routes[at->route];
    bool is_empty = at->content.start == at->content.end && !of->open.too_long;
    if (!is_empty && journey->status != ROUTE_OK) {
        explain(of, at, journey);
        of->stopped = of->asked->fail_fast;
        if (of->stopped)
            return;
    }
    gd_put_text(of->out, text_of(of, at->content));
    if (!is_empty) {
        gd_put_text(of->out, (geodist_text){&of->scanner.delimiter, 1});
        if (journey->status == ROUTE_OK)
            gd_put_machine_length(of->out, of->asked,
                                  gd_batch_total(&of->batch, journey, gd_unit(of->asked)->metres));
    }
    gd_put_text(of->out, text_of(of, (span){at->content.end, at->end}));
}

/* Answers the records of the batch; the buffer may be changed after that. */
static void answer_batch(table *of)
{
    gd_find_batch(&of->batch, of->cache, of->asked->strict);
    gd_measure_batch(&of->batch, gd_earth(of->asked));
    for (size_t i = 0; i < of->record_count_in_batch && goes_on(of); i++)
        put_record(of, &of->records[i]);
    gd_clear_batch(&of->batch);
    of->record_count_in_batch = of->copied = 0;
}

/* ---- Cells --------------------------------------------------------------------------------------- */

static void hold(held_cell *cell, geodist_text piece)
{
    size_t room = HELD_CELL_MAX - cell->length;
    size_t length = piece.length < room ? piece.length : room;
    if (length)
        memcpy(cell->bytes + cell->length, piece.bytes, length);
    cell->length += length;
}

/* Keeps the part of the current cell up to a position for every wanted column that it is. */
static void keep_cell(table *of, size_t end)
{
    const csv_columns *columns = &of->columns;
    span part = {of->open.cell_start, end};
    for (size_t i = of->open.next;
         i < columns->count && columns->columns[i].index == of->open.cell; i++) {
        if (of->open.too_long)
            hold(&of->held[columns->columns[i].slot], text_of(of, part));
        else
            of->cells[columns->columns[i].slot] = part;
    }
}

static void end_cell(table *of)
{
    keep_cell(of, of->at);
    while (of->open.next < of->columns.count &&
           of->columns.columns[of->open.next].index == of->open.cell)
        of->open.next++;
}

/* The text of a cell without its quotes. The bytes of the record stay as they are. */
static route_status unquote_cell(table *of, geodist_text cell, geodist_text *text)
{
    *text = cell;
    if (!cell.length || cell.bytes[0] != '"') {
        *text = trim(cell);
        return ROUTE_OK;
    }
    char *copy = of->copies + of->copied;
    memcpy(copy, cell.bytes, cell.length);
    of->copied += cell.length;
    geodist_text whole = {copy, cell.length};
    *text = gd_unquote_field(whole);
    return text->bytes == whole.bytes ? ROUTE_TEXT_AFTER_QUOTE : ROUTE_OK;
}

static route_status read_cells(table *of, batch_route *journey)
{
    if (of->open.cell + 1 != of->columns.table_width)
        return ROUTE_CELL_COUNT;
    for (size_t i = 0; i < of->columns.count; i++) {
        geodist_text cell = text_of(of, of->cells[i]);
        if (of->open.too_long)
            cell = (geodist_text){of->held[i].bytes, of->held[i].length};
        if (of->open.too_long && cell.length == HELD_CELL_MAX)
            return ROUTE_CELL_TOO_LONG;
        route_status status = unquote_cell(of, cell, &of->batch.texts[journey->first + i]);
        if (status != ROUTE_OK)
            return status;
    }
    journey->count = (uint32_t)of->columns.count;
    return ROUTE_OK;
}

/* ---- Records ------------------------------------------------------------------------------------- */

static void start_record(table *of, size_t start)
{
    of->open = (open_record){.start = start, .cell_start = start};
    of->at = start;
    of->scanner.newlines = 0;
}

static columns_status find_columns(table *of, geodist_text header)
{
    columns_status status = gd_find_columns(&of->columns, of->asked->csv_header,
                                            gd_skip_byte_order_mark(header), of->errors);
    if (status != COLUMNS_FOUND)
        return status;
    of->cells = calloc(of->columns.count, sizeof *of->cells);
    of->held = calloc(of->columns.count, sizeof *of->held);
    return of->cells && of->held ? COLUMNS_FOUND : COLUMNS_NO_MEMORY;
}

/* The header, with the name of the new column as one more cell. */
static void read_header(table *of, span content, size_t end)
{
    of->header_done = true;
    switch (find_columns(of, text_of(of, content))) {
    case COLUMNS_FOUND:
        gd_put_text(of->out, text_of(of, content));
        gd_put_text(of->out, (geodist_text){&of->scanner.delimiter, 1});
        gd_put(of->out, "distance_");
        gd_put(of->out, gd_unit(of->asked)->name);
        gd_put_text(of->out, text_of(of, (span){content.end, end}));
        return;
    case COLUMNS_WRONG:
        of->header_status = EXIT_WRONG_USAGE;
        break;
    case COLUMNS_NO_MEMORY:
        gd_put_out_of_memory(of->errors);
        of->header_status = EXIT_BROKEN;
        break;
    }
    of->stopped = true;
}

/* Adds the open record, which ends here, to the batch. */
static void add_record(table *of, span content, size_t end)
{
    record *added = &of->records[of->record_count_in_batch++];
    *added = (record){content, end, ++of->record_count, of->line, of->batch.route_count};
    batch_route *journey = &of->batch.routes[of->batch.route_count++];
    *journey = (batch_route){.first = (uint32_t)of->batch.place_count};
    bool is_empty = content.start == content.end && !of->open.too_long;
    journey->status = is_empty ? ROUTE_NO_PLACE : read_cells(of, journey);
    of->batch.place_count += journey->count;
}

/* The record ends before the bytes from `ending` to `end`. */
static void end_record(table *of, size_t ending, size_t end)
{
    span content = {of->open.start, ending};
    if (ending < end && ending > content.start && of->bytes[ending - 1] == '\r')
        content.end--;
    of->at = content.end;
    end_cell(of);
    if (!of->header_done)
        read_header(of, content, end);
    else
        add_record(of, content, end);
    if (of->open.too_long || of->record_count_in_batch == GD_BATCH_ROUTES ||
        of->batch.place_count + of->columns.count > GD_BATCH_PLACES)
        answer_batch(of);
    of->line += of->scanner.newlines + 1;
    start_record(of, end);
}

static void scan_buffer(table *of)
{
    geodist_text text = {of->bytes, of->length};
    while (goes_on(of)) {
        switch (gd_scan_cell(&of->scanner, text, &of->at)) {
        case CSV_TEXT_END:
            return;
        case CSV_CELL_END:
            end_cell(of);
            of->open.cell++;
            of->open.cell_start = ++of->at;
            break;
        case CSV_RECORD_END:
            end_record(of, of->at, of->at + 1);
            break;
        }
    }
}

/* ---- The buffer ------------------------------------------------------------------------------------ */

/* Writes what was read of a record that fills the buffer. A CR at the end stays: it may belong to the
 * ending of the record. */
static void write_open_record(table *of)
{
    size_t end = of->length - (of->bytes[of->length - 1] == '\r');
    if (!of->open.too_long) {
        of->open.too_long = true;
        for (size_t i = 0; i < of->columns.count; i++) {
            const csv_column *column = &of->columns.columns[i];
            of->held[column->slot].length = 0;
            if (column->index < of->open.cell)
                hold(&of->held[column->slot], text_of(of, of->cells[column->slot]));
        }
    }
    keep_cell(of, end);
    gd_put_text(of->out, text_of(of, (span){of->open.start, end}));
    of->open.start = of->open.cell_start = end;
}

/* Makes room in the buffer: all that is complete in it has been answered. */
static void make_room(table *of)
{
    size_t start = of->open.start;
    memmove(of->bytes, of->bytes + start, of->length - start);
    for (size_t i = 0; i < of->columns.count && !of->open.too_long; i++)
        if (of->columns.columns[i].index < of->open.cell) {
            of->cells[of->columns.columns[i].slot].start -= start;
            of->cells[of->columns.columns[i].slot].end -= start;
        }
    of->open.cell_start -= start;
    of->open.start = 0;
    of->at -= start;
    of->length -= start;
}

/* What follows the last newline: a record without an ending, or one with an open quote. */
static void end_input(table *of)
{
    if (of->input.failure || !goes_on(of))
        return;
    if (of->scanner.state == CELL_QUOTED) {
        gd_allow_any_message(&of->failures);
        gd_put(of->errors, "geodist: the quote that opens in the record at line ");
        gd_put_integer(of->errors, of->line);
        gd_put(of->errors, " is not closed\n");
        gd_put_text(of->out, text_of(of, (span){of->open.start, of->length}));
    } else if (of->open.start < of->length || of->open.too_long) {
        end_record(of, of->length, of->length);
        answer_batch(of);
    }
}

static exit_status refuse_input(writer *errors, const char *reason, exit_status status)
{
    gd_put(errors, "geodist: ");
    gd_put(errors, reason);
    gd_put(errors, "\n");
    return status;
}

static exit_status run(table *of)
{
    progress shown = gd_start_progress(of->asked->progress, of->input.file);
    while (goes_on(of)) {
        make_room(of);
        if (of->length == BUFFER_SIZE && !of->header_done)
            return refuse_input(of->errors, "the header of the table is longer than 262144 bytes",
                                EXIT_WRONG_USAGE);
        if (of->length == BUFFER_SIZE) {
            write_open_record(of);
            make_room(of);
        }
        of->length += gd_read_input(&of->input, of->bytes + of->length, BUFFER_SIZE - of->length,
                                    of->out, of->errors);
        if (of->input.ended)
            break;
        if (of->input.taken >= 2 && !of->header_done &&
            gd_is_utf16((geodist_text){of->bytes, of->length}))
            return refuse_input(of->errors,
                                "the input is UTF-16; convert it to UTF-8, such as with "
                                "iconv -f utf-16 -t utf-8",
                                EXIT_BROKEN);
        scan_buffer(of);
        answer_batch(of);
        gd_show_progress(&shown, of->record_count, of->input.taken, of->errors);
    }
    end_input(of);
    gd_end_progress(&shown, of->record_count, of->input.taken, of->errors);
    gd_put_suppressed(of->errors, &of->failures, "records could not be answered");
    if (of->input.failure) {
        gd_put_system_error(of->errors, "read", of->input.failure);
        return EXIT_BROKEN;
    }
    if (of->header_status != EXIT_ANSWERED)
        return of->header_status;
    return of->failures.count ? EXIT_UNANSWERED : EXIT_ANSWERED;
}

exit_status gd_run_table(const options *asked, writer *out, writer *errors)
{
    exit_status status = EXIT_BROKEN;
    table *of = calloc(1, sizeof *of);
    name_cache *cache = gd_new_name_cache();
    if (of && cache) {
        of->asked = asked;
        of->out = out;
        of->errors = errors;
        of->cache = cache;
        of->input.file = STDIN_FILENO;
        of->scanner.delimiter = ',';
        of->line = 1;
        status = run(of);
        gd_free_columns(&of->columns);
        free(of->cells);
        free(of->held);
    } else {
        gd_put_out_of_memory(errors);
    }
    free(cache);
    free(of);
    return status;
}
