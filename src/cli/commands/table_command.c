/* Records of a CSV table, each a journey -> the same records with the distance as one more cell.
 * All other bytes are copied. */
#define _POSIX_C_SOURCE 200809L

#include "commands/commands.h"
#include "commands/place_argument.h"
#include "formats/format.h"
#include "input/quotes.h"
#include "input/record_reader.h"
#include "messages/ambiguity_summary.h"
#include "messages/diagnostics.h"
#include "messages/message_limit.h"
#include "messages/progress.h"
#include "output/format_number.h"
#include "text/slice.h"

#include <stdlib.h>
#include <unistd.h>

typedef struct {
    record record;
    uint64_t number; /* from 1 on, the header aside */
    size_t route;    /* in the batch */
} pending_record;

typedef struct {
    const options *asked;
    writer *out, *errors;
    name_cache *cache;
    csv_columns columns;
    message_limit failures;
    ambiguity_summary ambiguous;
    exit_status status; /* of what went wrong with the whole table */
    bool header_read;
    bool stopped; /* by --fail-fast, or because of the header */
    uint64_t record_count;
    record_reader reader;
    batch batch;
    size_t pending_count;
    pending_record pending[GD_BATCH_ROUTES];
    char *scratch_end; /* of what is used of it */
    char scratch[GD_RECORD_BUFFER + GD_NAME_SLACK]; /* cells with doubled quotes */
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

static void explain(table *of, const pending_record *at, const batch_route *failed)
{
    if (!gd_allow_any_message(&of->failures))
        return;
    gd_put(of->errors, "geodist: record ");
    gd_put_integer(of->errors, at->number);
    gd_put(of->errors, ", line ");
    gd_put_integer(of->errors, at->record.line);
    gd_put(of->errors, ": ");
    gd_put_failure(of->errors, &of->batch, failed, true);
    gd_put(of->errors, "\n");
}

static bool is_empty(const record *of)
{
    return of->content.length == 0 && !of->too_long;
}

/* One more cell: the distance, or nothing if there is none. */
static void put_cell(table *of, const batch_route *journey)
{
    gd_put_text(of->out, (geodist_text){&of->reader.scanner.delimiter, 1});
    if (journey->status == ROUTE_OK)
        gd_put_machine_length(of->out, of->asked,
                              gd_batch_total(&of->batch, journey, gd_unit(of->asked)->metres));
}

static void put_record(table *of, const pending_record *at)
{
    const batch_route *journey = &of->batch.routes[at->route];
    bool failed = journey->status != ROUTE_OK && !is_empty(&at->record);
    if (failed)
        explain(of, at, journey);
    if (failed && of->asked->fail_fast) {
        of->stopped = true;
        return;
    }
    if (journey->status == ROUTE_OK)
        gd_count_ambiguity(&of->ambiguous, &of->batch, journey, at->number);
    gd_put_text(of->out, at->record.content);
    if (!is_empty(&at->record))
        put_cell(of, journey);
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
    of->pending_count = 0;
    of->scratch_end = of->scratch;
}

/* ---- Records ----------------------------------------------------------------------- */

static route_status unquote_cell(table *of, geodist_text cell, geodist_text *text)
{
    if (!cell.length || cell.bytes[0] != '"') {
        *text = trim(cell);
        return ROUTE_OK;
    }
    *text = gd_unquote_field(cell, &of->scratch_end);
    return text->bytes == cell.bytes ? ROUTE_TEXT_AFTER_QUOTE : ROUTE_OK;
}

static route_status read_cells(table *of, const record *from, batch_route *journey)
{
    if (from->cell_count != of->columns.table_width)
        return ROUTE_CELL_COUNT;
    for (size_t i = 0; i < of->columns.count; i++) {
        geodist_text cell = gd_record_cell(&of->reader, i);
        if (from->too_long && cell.length == GD_LONG_CELL_MAX)
            return ROUTE_CELL_TOO_LONG;
        route_status status = unquote_cell(of, cell, &of->batch.texts[journey->first + i]);
        if (status != ROUTE_OK)
            return status;
    }
    journey->count = (uint32_t)of->columns.count;
    return ROUTE_OK;
}

static void add_record(table *of, const record *added)
{
    batch_route *journey = &of->batch.routes[of->batch.route_count];
    of->pending[of->pending_count++] =
        (pending_record){*added, ++of->record_count, of->batch.route_count++};
    *journey = (batch_route){.first = (uint32_t)of->batch.place_count};
    journey->status = is_empty(added) ? ROUTE_NO_PLACE : read_cells(of, added, journey);
    of->batch.place_count += journey->count;
    bool is_full = of->pending_count == GD_BATCH_ROUTES ||
                   of->batch.place_count + of->columns.count > GD_BATCH_PLACES;
    if (is_full || added->too_long)
        answer_pending(of);
}

/* The header, with the name of the new column as one more cell. */
static void read_header(table *of, const record *header)
{
    geodist_text names = gd_skip_byte_order_mark(header->content);
    columns_status found = gd_find_columns(&of->columns, of->asked->columns, names, of->errors);
    of->header_read = true;
    if (found == COLUMNS_FOUND && !gd_want_columns(&of->reader, &of->columns))
        found = COLUMNS_NO_MEMORY;
    if (found == COLUMNS_NO_MEMORY)
        gd_put_out_of_memory(of->errors);
    if (found != COLUMNS_FOUND) {
        stop_with(of, found == COLUMNS_WRONG ? EXIT_WRONG_USAGE : EXIT_BROKEN);
        return;
    }
    gd_put_text(of->out, header->content);
    gd_put_text(of->out, (geodist_text){&of->reader.scanner.delimiter, 1});
    gd_put(of->out, "distance_");
    gd_put(of->out, gd_unit(of->asked)->name);
    gd_put_text(of->out, header->ending);
}

/* The bytes of a record that is longer than the buffer, or of one that does not end. */
static void copy_part(table *of, record_event event, const record *part)
{
    if (!of->header_read) {
        gd_put(of->errors, event == RECORD_PART
                               ? "geodist: the header of the table is longer than 262144 bytes\n"
                               : "geodist: a quote in the header of the table is not closed\n");
        stop_with(of, EXIT_WRONG_USAGE);
        return;
    }
    answer_pending(of);
    if (event == RECORD_UNCLOSED) {
        gd_allow_any_message(&of->failures);
        gd_put(of->errors, "geodist: a quote of the record at line ");
        gd_put_integer(of->errors, part->line);
        gd_put(of->errors, " is not closed\n");
    }
    if (goes_on(of))
        gd_put_text(of->out, part->content);
}

/* ---- The table --------------------------------------------------------------------- */

/* Reads the records in the buffer. False at the end of the input. */
static bool read_buffer(table *of)
{
    record read;
    while (goes_on(of)) {
        record_event event = gd_next_record(&of->reader, &read);
        switch (event) {
        case RECORD_COMPLETE:
            if (of->header_read)
                add_record(of, &read);
            else
                read_header(of, &read);
            break;
        case RECORD_PART:
        case RECORD_UNCLOSED:
            copy_part(of, event, &read);
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

static exit_status run(table *of)
{
    record_reader *in = &of->reader;
    progress shown = gd_start_progress(of->asked->progress, in->input.file);
    do {
        gd_fill_records(in, of->out, of->errors);
        if (!of->header_read && gd_is_utf16((geodist_text){in->bytes, in->length})) {
            gd_put(of->errors, GD_UTF16_MESSAGE);
            return EXIT_BROKEN;
        }
        gd_show_progress(&shown, of->record_count, in->input.taken, of->errors);
    } while (read_buffer(of));
    gd_end_progress(&shown, of->record_count, in->input.taken, of->errors);
    gd_put_suppressed(of->errors, &of->failures, "records could not be answered");
    if (!of->asked->quiet)
        gd_put_ambiguity_summary(of->errors, &of->ambiguous, "record");
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
        of->out = out;
        of->errors = errors;
        of->cache = cache;
        of->batch.by = by;
        of->reader.input.file = STDIN_FILENO;
        of->reader.scanner.delimiter = ',';
        of->reader.line = 1;
        of->scratch_end = of->scratch;
        status = run(of);
        gd_close_records(&of->reader);
        gd_free_columns(&of->columns);
    } else {
        gd_put_out_of_memory(errors);
    }
    free(cache);
    free(of);
    return status;
}
