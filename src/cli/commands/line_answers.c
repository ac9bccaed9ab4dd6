#include "commands/line_answers.h"

#include "input/decimal_comma.h"
#include "messages/diagnostics.h"
#include "output/format_number.h"

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

/* Moves lines from the block to the batch until the batch is full or the block is empty. What the
 * lines before say of a line is settled by those that begin in the first GD_SETTLED_FROM bytes, so
 * that later lines can be answered side by side. */
static void fill_batch(line_stream *of, geodist_text *block)
{
    size_t taken = 0; /* a line has at most one field more than it has bytes */
    gd_clear_batch(&of->batch);
    of->pending_count = 0;
    of->scratch_end = of->scratch;
    of->batch.kind_is_known = of->taken >= GD_SETTLED_FROM;
    while (block->length && of->pending_count < GD_BATCH_ROUTES) {
        geodist_text rest = *block, text = gd_take_line(&rest);
        size_t fields_max = (text.length < GD_LINE_MAX ? text.length : GD_LINE_MAX) + 1;
        bool kind_is_known = of->taken + taken >= GD_SETTLED_FROM;
        if (taken + fields_max > GD_BATCH_PLACES || kind_is_known != of->batch.kind_is_known)
            break;
        taken += fields_max;
        *block = rest;
        pending_line *added = &of->pending[of->pending_count++];
        *added = (pending_line){text, is_empty(text), of->batch.route_count};
        if (!added->empty)
            read_line(of, text);
    }
    of->taken += taken;
}

/* ---- Lines without an answer ------------------------------------------------------- */

bool gd_has_rows(const line_stream *of)
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
    if (gd_allow_failure(&of->results)) {
        writer *errors = of->results.stream->errors;
        gd_put(errors, "geodist: line ");
        gd_put_integer(errors, of->line_count);
        gd_put(errors, ": ");
        of->command->put_failure(of, failed, true, errors);
        gd_put(errors, "\n");
    }
    if (of->asked->fail_fast)
        of->results.stopped = true;
    if (of->command->collect_failure)
        of->command->collect_failure(of, failed);
    else if (!of->results.stopped)
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
        gd_summarize_names(&of->results, &of->batch, answered, of->line_count);
    if (answered->status == ROUTE_OK)
        of->command->put_answer(of, answered);
    if (answered->status != ROUTE_OK && !of->results.stopped)
        put_failed(of, at->text, answered);
}

void gd_answer_block(line_stream *of, geodist_text block)
{
    while (block.length && gd_goes_on(&of->results)) {
        fill_batch(of, &block);
        gd_find_batch(&of->batch, of->cache, of->asked->strict);
        if (of->command->answer_batch)
            of->command->answer_batch(of);
        for (size_t i = 0; i < of->pending_count && gd_goes_on(&of->results); i++)
            put_line(of, &of->pending[i]);
    }
}
