/* Records of a table, each a journey or a place -> the same records with more cells. All other
 * bytes are copied. */
#define _POSIX_C_SOURCE 200809L

#include "commands/commands.h"
#include "commands/place_argument.h"
#include "input/record_reader.h"
#include "messages/diagnostics.h"
#include "messages/message_limit.h"
#include "messages/name_summary.h"
#include "messages/progress.h"
#include "output/escape.h"
#include "output/format_number.h"
#include "table/added_cells.h"
#include "table/cell_reader.h"

#include <stdlib.h>
#include <unistd.h>

typedef struct {
    record record;
    uint64_t number; /* from 1 on, the header aside */
    size_t route;    /* in the batch */
} pending_record;

typedef struct {
    const options *asked;
    options for_programs; /* the same with a format for programs, for the added cells */
    writer *out, *errors;
    name_cache *cache;
    stop to; /* the place of --to */
    table_header header;
    cell_reader cells;
    added_cells added;
    message_limit failures;
    name_summary names;
    exit_status status; /* of what went wrong with the whole table */
    bool header_read;
    bool header_written; /* or there is none */
    bool stopped; /* by --fail-fast, or because of the header */
    uint64_t record_count;
    record_reader reader;
    batch batch;
    size_t pending_count;
    pending_record pending[GD_BATCH_ROUTES];
    stop stops[GD_TABLE_PLACES_MAX + 1]; /* of one record */
} table;

static bool goes_on(const table *of)
{
    return !of->stopped && !of->out->failure;
}

static void stop_with(table *of, exit_status status)
{
    of->stopped = true;
    of->status = status;
}

/* ---- Answers ----------------------------------------------------------------------- */

static void put_cell_counts(writer *out, const table *of, const record *read)
{
    gd_put_integer(out, read->cell_count);
    gd_put(out,
           read->cell_count == 1 ? " cell, but the header has " : " cells, but the header has ");
    gd_put_integer(out, of->header.columns.table_width);
}

/* Why a record has no answer. */
static void put_reason(writer *out, table *of, const pending_record *at, bool with_help)
{
    const batch_route *failed = &of->batch.routes[at->route];
    if (failed->status == ROUTE_CELL_COUNT) {
        put_cell_counts(out, of, &at->record);
        return;
    }
    geodist_text joined = gd_suggest_joined(&of->cells, &of->batch, failed);
    gd_put_failure(out, &of->batch, failed, with_help && !joined.length);
    if (joined.length) {
        gd_put(out, "; if the cells are one place, name the columns as ");
        gd_put_quoted(out, joined);
    }
}

static void explain(table *of, const pending_record *at)
{
    if (!gd_allow_any_message(&of->failures))
        return;
    gd_put(of->errors, "geodist: record ");
    gd_put_integer(of->errors, at->number);
    gd_put(of->errors, ", line ");
    gd_put_integer(of->errors, at->record.line);
    gd_put(of->errors, ": ");
    put_reason(of->errors, of, at, true);
    gd_put(of->errors, "\n");
}

/* A byte-order mark before the first record is no content. */
static bool is_empty(const record *of)
{
    geodist_text content = of->line == 1 ? gd_skip_byte_order_mark(of->content) : of->content;
    return content.length == 0 && !of->too_long;
}

static void put_answer(table *of, const batch_route *found)
{
    route answer = {.stops = of->stops, .count = found->count};
    answer.total = gd_batch_total(&of->batch, found, gd_unit(of->asked)->metres);
    for (size_t i = 0; i < found->count && of->added.has_places; i++)
        of->stops[i].place = gd_batch_place(&of->batch, found, found->first + i);
    gd_put_added_cells(of->out, &of->added, &answer);
}

static void put_failed(table *of, const pending_record *at)
{
    char room[GD_REASON_SIZE];
    writer reason = gd_memory_writer(room, sizeof room);
    if (of->added.has_error)
        put_reason(&reason, of, at, false);
    gd_put_failed_cells(of->out, &of->added, gd_written_text(&reason));
}

static void put_record(table *of, const pending_record *at)
{
    const batch_route *found = &of->batch.routes[at->route];
    bool empty = is_empty(&at->record), failed = !empty && found->status != ROUTE_OK;
    if (failed)
        explain(of, at);
    if (failed && of->asked->fail_fast) {
        of->stopped = true;
        return;
    }
    if (!empty && !of->asked->quiet)
        gd_count_names(&of->names, &of->batch, found, at->number);
    gd_put_text(of->out, at->record.content);
    if (failed)
        put_failed(of, at);
    else if (!empty)
        put_answer(of, found);
    gd_put_text(of->out, at->record.ending);
}

/* Answers all pending records; the buffer of the reader may change after that. */
static void answer_pending(table *of)
{
    gd_find_batch(&of->batch, of->cache, of->asked->strict);
    gd_measure_batch(&of->batch, gd_earth(of->asked));
    for (size_t i = 0; i < of->pending_count && goes_on(of); i++)
        put_record(of, &of->pending[i]);
    gd_clear_batch(&of->batch);
    gd_clear_cells(&of->cells);
    of->pending_count = 0;
}

/* ---- Records ----------------------------------------------------------------------- */

/* Adds the record that was read into the next pending one. */
static void add_record(table *of)
{
    batch_route *places = &of->batch.routes[of->batch.route_count];
    pending_record *pending = &of->pending[of->pending_count++];
    const record *added = &pending->record;
    of->record_count += !is_empty(added);
    pending->number = of->record_count;
    pending->route = of->batch.route_count++;
    *places = (batch_route){.first = (uint32_t)of->batch.place_count};
    places->status = is_empty(added)
                         ? ROUTE_NO_PLACE
                         : gd_read_cells(&of->cells, &of->reader, added, &of->batch, places);
    if (places->status == ROUTE_OK && of->asked->to)
        gd_add_known_place(&of->batch, places, of->to.text, &of->to.place);
    of->batch.place_count += places->count;
    bool is_full = of->pending_count == GD_BATCH_ROUTES || gd_cells_are_full(&of->cells) ||
                   of->batch.place_count + of->header.columns.place_count + 1 > GD_BATCH_PLACES;
    if (is_full || added->too_long)
        answer_pending(of);
}

/* The header with more names. Empty lines and a line "sep=;" that stand before it are copied. */
static void put_header(table *of, const record *read)
{
    bool is_separator = of->header.has_separator_line && !is_empty(read);
    bool is_header = !is_separator && !is_empty(read);
    gd_put_text(of->out, read->content);
    if (is_header)
        gd_put_added_names(of->out, &of->added);
    gd_put_text(of->out, read->ending);
    if (is_separator)
        of->header.has_separator_line = false;
    of->header_written = is_header || (is_separator && of->asked->no_header);
}

/* The bytes of a record that is longer than the buffer, or of one that does not end. */
static void copy_part(table *of, record_event event, const record *part)
{
    answer_pending(of);
    if (event == RECORD_UNCLOSED) {
        gd_allow_any_message(&of->failures);
        gd_put(of->errors, "geodist: the quote that opens in line ");
        gd_put_integer(of->errors, part->line);
        gd_put(of->errors, " is not closed\n");
        of->stopped = of->asked->fail_fast;
    }
    if (goes_on(of))
        gd_put_text(of->out, part->content);
}

/* ---- The table --------------------------------------------------------------------- */

/* Reads the records in the buffer. False at the end of the input. */
static bool read_buffer(table *of)
{
    while (goes_on(of)) {
        record *read = &of->pending[of->pending_count].record;
        record_event event = gd_next_record(&of->reader, read);
        switch (event) {
        case RECORD_COMPLETE:
            if (of->header_written)
                add_record(of);
            else
                put_header(of, read);
            break;
        case RECORD_PART:
        case RECORD_UNCLOSED:
            copy_part(of, event, read);
            if (event == RECORD_PART)
                return true;
            break;
        case RECORD_WAIT:
        case RECORD_END:
            answer_pending(of);
            return event == RECORD_WAIT;
        }
    }
    return false;
}

/* Prepares for the records, once the header is known. */
static columns_status open_columns(table *of)
{
    of->reader.scanner.delimiter = of->header.delimiter;
    of->header_written = of->asked->no_header && !of->header.has_separator_line;
    if (of->asked->to && of->header.columns.place_count > 1) {
        gd_put(of->errors, "geodist: with --to, --columns names one place\n");
        return COLUMNS_WRONG;
    }
    if (!gd_open_cells(&of->cells, &of->header, of->asked) ||
        !gd_want_columns(&of->reader, &of->header.columns.wanted))
        return COLUMNS_NO_MEMORY;
    return gd_plan_cells(&of->added, &of->header, &of->for_programs, of->errors);
}

/* What is known of the table after more of it was read. Returns whether to go on reading. */
static bool read_header(table *of)
{
    record_reader *in = &of->reader;
    geodist_text bytes = {in->bytes, in->length};
    bytes_state state = in->input.ended                  ? BYTES_ENDED
                        : in->length == GD_RECORD_BUFFER ? BYTES_NO_ROOM
                                                         : BYTES_MORE;
    if (gd_is_utf16(bytes)) {
        gd_put(of->errors, GD_UTF16_MESSAGE);
        stop_with(of, EXIT_BROKEN);
        return false;
    }
    columns_status columns = COLUMNS_FOUND;
    switch (gd_read_header(&of->header, bytes, state, of->asked, of->errors)) {
    case HEADER_WAIT:
        return true;
    case HEADER_NONE:
        gd_put_text(of->out, bytes);
        gd_drop_records(in);
        return state == BYTES_NO_ROOM;
    case HEADER_READ:
        columns = open_columns(of);
        break;
    case HEADER_WRONG:
        columns = COLUMNS_WRONG;
        break;
    case HEADER_NO_MEMORY:
        columns = COLUMNS_NO_MEMORY;
        break;
    }
    if (columns == COLUMNS_NO_MEMORY)
        gd_put_out_of_memory(of->errors);
    if (columns != COLUMNS_FOUND)
        stop_with(of, columns == COLUMNS_WRONG ? EXIT_WRONG_USAGE : EXIT_BROKEN);
    of->header_read = columns == COLUMNS_FOUND;
    return of->header_read;
}

static exit_status run(table *of)
{
    record_reader *in = &of->reader;
    progress shown = gd_start_progress(of->asked->progress, in->input.file);
    bool more = true;
    while (more) {
        gd_fill_records(in, of->out, of->errors);
        if (!of->header_read)
            more = read_header(of);
        if (of->header_read)
            more = read_buffer(of);
        gd_show_progress(&shown, of->record_count, in->input.taken, of->errors);
    }
    gd_end_progress(&shown, of->record_count, in->input.taken, of->errors);
    gd_put_suppressed(of->errors, &of->failures, "records could not be answered");
    gd_put_name_summary(of->errors, &of->names, &of->failures, "record");
    if (in->input.failure) {
        gd_put_system_error(of->errors, "read", in->input.failure);
        return EXIT_BROKEN;
    }
    if (of->status != EXIT_ANSWERED)
        return of->status;
    return of->failures.count ? EXIT_UNANSWERED : EXIT_ANSWERED;
}

exit_status gd_run_table(const options *asked, writer *out, writer *errors)
{
    place_lookup by;
    exit_status status = gd_open_lookup(asked, &by, errors);
    if (status != EXIT_ANSWERED)
        return status;
    status = EXIT_BROKEN;
    table *of = calloc(1, sizeof *of);
    name_cache *cache = gd_new_name_cache(by);
    if (of && cache) {
        of->asked = asked;
        of->for_programs = *asked;
        of->for_programs.format = FORMAT_CSV;
        of->out = out;
        of->errors = errors;
        of->cache = cache;
        of->batch.by = by;
        of->reader.input.file = STDIN_FILENO;
        of->reader.line = 1;
        status = EXIT_ANSWERED;
        if (asked->to)
            status = gd_find_target(asked, &by, &of->to, errors);
        if (status == EXIT_ANSWERED)
            status = run(of);
        gd_close_records(&of->reader);
        gd_close_cells(&of->cells);
        gd_free_header(&of->header);
    } else {
        gd_put_out_of_memory(errors);
    }
    free(cache);
    free(of);
    return status;
}
