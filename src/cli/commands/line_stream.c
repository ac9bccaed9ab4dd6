#define _POSIX_C_SOURCE 200809L

#include "commands/line_stream.h"

#include "input/decimal_comma.h"
#include "messages/diagnostics.h"
#include "messages/progress.h"
#include "output/format_number.h"

#include <stdlib.h>
#include <unistd.h>

/* ---- Reading ----------------------------------------------------------------------- */

/* Empty lines, and comments: # followed by a blank, # or ! or nothing. */
static bool is_empty(geodist_text text)
{
    if (text.length && text.bytes[0] == '#')
        return text.length == 1 || memchr(" \t#!", text.bytes[1], 4);
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] != ' ' && text.bytes[i] != '\t')
            return false;
    return true;
}

static void read_line(line_stream *of, geodist_text text)
{
    batch_route *added = &of->batch.routes[of->batch.route_count++];
    *added = (batch_route){.first = (uint32_t)of->batch.place_count};
    if (text.length > GD_LINE_MAX) {
        added->status = ROUTE_LINE_TOO_LONG;
        return;
    }
    if (of->asked->decimal_comma)
        text = gd_convert_decimal_commas(text, &of->scratch_end);
    of->command->read_line(of, added, text);
    of->batch.place_count += added->count;
}

/* Moves lines from the block to the batch until the batch is full or the block is empty. */
static void fill_batch(line_stream *of, geodist_text *block)
{
    size_t taken = 0; /* a line has at most one field more than it has bytes */
    gd_clear_batch(&of->batch);
    of->pending_count = 0;
    of->scratch_end = of->scratch;
    while (block->length && of->pending_count < GD_BATCH_ROUTES) {
        geodist_text rest = *block, text = gd_take_line(&rest);
        size_t fields_max = (text.length < GD_LINE_MAX ? text.length : GD_LINE_MAX) + 1;
        if (taken + fields_max > GD_BATCH_PLACES)
            break;
        taken += fields_max;
        *block = rest;
        pending_line *added = &of->pending[of->pending_count++];
        *added = (pending_line){text, is_empty(text), of->batch.route_count};
        if (!added->empty)
            read_line(of, text);
    }
}

/* ---- Lines without an answer ------------------------------------------------------- */

static bool has_rows(const line_stream *of)
{
    return !of->numbers_only && !of->command->collect_failure;
}

static void put_empty(line_stream *of)
{
    if (of->command->collect_failure)
        return;
    if (of->numbers_only) {
        gd_put(of->out, "\n");
    } else {
        gd_begin_row(&of->rows, 0);
        gd_format(of->asked)->put_empty_line(of->out, of->asked, of->rows.kind);
        gd_end_row(&of->rows);
    }
}

/* The empty result of a line, with its reason where the row has room for it. */
static void put_empty_result(line_stream *of, geodist_text text, const batch_route *failed)
{
    char room[GD_REASON_SIZE];
    writer reason = gd_memory_writer(room, sizeof room);
    if (of->numbers_only) {
        gd_put(of->out, "NaN\n");
        return;
    }
    if (of->rows_have_reasons)
        of->command->put_failure(of, failed, false, &reason);
    failed_line result = {of->line_count, text, gd_written_text(&reason), failed->count,
                          of->rows.kind};
    gd_begin_row(&of->rows, failed->count);
    gd_format(of->asked)->put_failed_line(of->out, of->asked, &result);
    gd_end_row(&of->rows);
}

static void put_failed(line_stream *of, geodist_text text, const batch_route *failed)
{
    if (gd_allow_any_message(&of->failures)) {
        gd_put(of->errors, "geodist: line ");
        gd_put_integer(of->errors, of->line_count);
        gd_put(of->errors, ": ");
        of->command->put_failure(of, failed, true, of->errors);
        gd_put(of->errors, "\n");
    }
    of->stopped = of->asked->fail_fast;
    if (of->command->collect_failure)
        of->command->collect_failure(of, failed);
    else if (!of->stopped)
        put_empty_result(of, text, failed);
}

/* ---- Answers ----------------------------------------------------------------------- */

static void put_line(line_stream *of, const pending_line *at)
{
    of->rows.line = ++of->line_count;
    if (at->empty) {
        put_empty(of);
        return;
    }
    batch_route *answered = &of->batch.routes[at->route];
    if (!of->asked->quiet)
        gd_count_names(&of->names, &of->batch, answered, of->line_count);
    if (answered->status == ROUTE_OK)
        of->command->put_answer(of, answered);
    if (answered->status != ROUTE_OK && !of->broken)
        put_failed(of, at->text, answered);
}

static bool goes_on(const line_stream *of)
{
    return !of->stopped && !of->out->failure;
}

static void answer_block(line_stream *of, geodist_text block)
{
    while (block.length && goes_on(of)) {
        fill_batch(of, &block);
        gd_find_batch(&of->batch, of->cache, of->asked->strict);
        if (of->command->answer_batch)
            of->command->answer_batch(of);
        for (size_t i = 0; i < of->pending_count && goes_on(of); i++)
            put_line(of, &of->pending[i]);
    }
}

/* ---- The stream -------------------------------------------------------------------- */

/* Whether a row without an answer has room for the reason. */
static bool has_reasons(const options *asked)
{
    return gd_is_nested(asked) || gd_has_field(&asked->fields, FIELD_ERROR);
}

static exit_status run(line_stream *of)
{
    line_reader *in = &of->reader;
    progress shown = gd_start_progress(of->asked->progress, in->input.file);
    while (goes_on(of)) {
        geodist_text block = gd_read_lines(in, of->out, of->errors);
        if (of->line_count == 0 && gd_is_utf16(block)) {
            gd_put(of->errors, GD_UTF16_MESSAGE);
            return EXIT_BROKEN;
        }
        if (of->line_count == 0)
            block = gd_skip_byte_order_mark(block);
        if (!block.length)
            break;
        answer_block(of, block);
        gd_show_progress(&shown, of->line_count, in->input.taken, of->errors);
    }
    gd_end_progress(&shown, of->line_count, in->input.taken, of->errors);
    gd_put_suppressed(of->errors, &of->failures, "lines could not be answered");
    gd_put_name_summary(of->errors, &of->names, &of->failures, "line");
    if (in->input.failure) {
        gd_put_system_error(of->errors, "read", in->input.failure);
        return EXIT_BROKEN;
    }
    if (of->broken)
        return EXIT_BROKEN;
    if (has_rows(of))
        gd_end_rows(&of->rows);
    return of->failures.count ? EXIT_UNANSWERED : EXIT_ANSWERED;
}

void gd_break_stream(line_stream *of)
{
    gd_put_out_of_memory(of->errors);
    of->stopped = of->broken = true;
}

exit_status gd_run_lines(const line_command *run_by, void *state, const options *asked,
                         const place_lookup *by, writer *out, writer *errors)
{
    exit_status status = EXIT_BROKEN;
    line_stream *of = calloc(1, sizeof *of);
    name_cache *cache = gd_new_name_cache(*by);
    if (of && cache) {
        of->command = run_by;
        of->state = state;
        of->asked = asked;
        of->out = out;
        of->errors = errors;
        of->rows = (row_writer){.out = out,
                                .asked = asked,
                                .kind = run_by->kind,
                                .numbered = run_by->lists_results};
        of->cache = cache;
        of->numbers_only = asked->quiet && run_by->kind == ROW_JOURNEY;
        of->rows_have_reasons = has_reasons(asked);
        of->batch.by = *by;
        of->reader.input.file = STDIN_FILENO;
        status = run(of);
    } else {
        gd_put_out_of_memory(errors);
    }
    free(cache);
    free(of);
    return status;
}
