/* Lines of standard input, each a journey -> one answer a line, in the same order. */
#define _POSIX_C_SOURCE 200809L

#include "commands/commands.h"
#include "commands/place_argument.h"
#include "formats/format.h"
#include "input/header_words.h"
#include "input/line_reader.h"
#include "input/split.h"
#include "messages/diagnostics.h"
#include "messages/message_limit.h"
#include "messages/name_summary.h"
#include "messages/phrase_message.h"
#include "messages/progress.h"
#include "output/format_number.h"
#include "text/slice.h"

#include <stdlib.h>
#include <unistd.h>

typedef struct {
    geodist_text text; /* without its ending */
    bool empty;        /* an empty line or a comment */
    size_t route;      /* in the batch, unless it is empty */
} line;

typedef struct {
    const options *asked;
    writer *out, *errors;
    name_cache *cache;
    message_limit failures;
    name_summary names;
    uint64_t line_count;
    bool stopped; /* by --fail-fast */
    line_reader reader;
    batch batch;
    size_t lines_in_batch;
    line lines[GD_BATCH_ROUTES];
    stop stops[GD_BATCH_PLACES]; /* of one line */
    char *scratch_end;                               /* of what is used of it */
    char scratch[GD_BATCH_PLACES + GD_NAME_SLACK]; /* fields with doubled quotes */
} stream;

/* ---- Splitting --------------------------------------------------------------------- */

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

static bool may_begin_with_number(char byte)
{
    return (byte >= '0' && byte <= '9') || byte == '-' || byte == '+' || byte == '.';
}

/* Whether the first word of the line is a number with a decimal comma. */
static bool may_have_decimal_commas(geodist_text text)
{
    geodist_text rest;
    return gd_is_decimal_comma(cut(text, ' ', &rest));
}

/* A line of bare numbers, whose points need not be looked up. */
static bool parse_points(batch *of, batch_route *added, geodist_text text)
{
    size_t first = added->first;
    size_t count =
        geodist_parse_points(text, of->lat + first, of->lon + first, GD_BATCH_PLACES - first);
    if (count < 2 || (count >= 4 && may_have_decimal_commas(text)))
        return false;
    added->count = (uint32_t)count;
    added->known = added->count;
    for (size_t i = first; i < first + count; i++)
        of->rows[i] = GEODIST_NO_ROW;
    return true;
}

static route_status status_of(split_status status, size_t count)
{
    switch (status) {
    case SPLIT_UNCLOSED_QUOTE:
        return ROUTE_UNCLOSED_QUOTE;
    case SPLIT_TEXT_AFTER_QUOTE:
        return ROUTE_TEXT_AFTER_QUOTE;
    case SPLIT_MISSING_PLACE:
        return ROUTE_MISSING_PLACE;
    case SPLIT_OK:
        break;
    }
    return count == 0 ? ROUTE_NO_PLACE : count == 1 ? ROUTE_ONE_PLACE : ROUTE_OK;
}

static void split_line(stream *of, batch_route *added, geodist_text text)
{
    split_mode mode = (split_mode)of->asked->input;
    split_result result;
    if (text.length > GD_LINE_MAX) {
        added->status = ROUTE_LINE_TOO_LONG;
        return;
    }
    if (mode == SPLIT_AUTO && may_begin_with_number(text.bytes[0]) &&
        parse_points(&of->batch, added, text))
        return;
    split_status status =
        gd_split_line(text, mode, of->batch.texts + added->first, &of->scratch_end, &result);
    added->status = status_of(status, result.count);
    added->count = (uint32_t)result.count;
    added->fault = added->first;
    added->is_phrase = added->status == ROUTE_OK;
    added->at_blanks = result.at_blanks;
    added->at_commas = result.at_commas;
    added->whole = result.whole;
    if (status == SPLIT_MISSING_PLACE && gd_is_one_place(text)) { /* Eloka To */
        added->status = ROUTE_ONE_PLACE;
        added->whole = text;
    }
}

/* A header is no journey, though Start and Time are villages. */
static void refuse_header(batch_route *added, geodist_text text)
{
    if (!gd_is_header(text))
        return;
    added->status = ROUTE_HEADER;
    added->is_phrase = false;
    added->whole = text;
}

/* Moves lines from the block to the batch until the batch is full or the block is empty. */
static void fill_batch(stream *of, geodist_text *block)
{
    size_t taken = 0; /* a line has at most one field more than it has bytes */
    gd_clear_batch(&of->batch);
    of->lines_in_batch = 0;
    of->scratch_end = of->scratch;
    while (block->length && of->lines_in_batch < GD_BATCH_ROUTES) {
        geodist_text rest = *block, text = gd_take_line(&rest);
        size_t fields_max = (text.length < GD_LINE_MAX ? text.length : GD_LINE_MAX) + 1;
        if (taken + fields_max > GD_BATCH_PLACES)
            break;
        taken += fields_max;
        *block = rest;
        line *added = &of->lines[of->lines_in_batch++];
        *added = (line){text, is_empty(text), of->batch.route_count};
        if (added->empty)
            continue;
        batch_route *journey = &of->batch.routes[of->batch.route_count++];
        *journey = (batch_route){.first = (uint32_t)of->batch.place_count};
        split_line(of, journey, text);
        if (of->line_count == 0 && of->batch.route_count == 1)
            refuse_header(journey, text);
        of->batch.place_count += journey->count;
    }
}

/* ---- Answers ----------------------------------------------------------------------- */

static void put_answer(stream *of, const batch_route *found)
{
    const batch *in = &of->batch;
    double total = gd_batch_total(in, found, gd_unit(of->asked)->metres);
    if (of->asked->quiet) {
        gd_put_unit_length(of->out, of->asked, total);
        return;
    }
    for (size_t i = 0; i < found->count; i++)
        of->stops[i].place = gd_batch_place(in, found, found->first + i);
    route answer = {.stops = of->stops, .count = found->count, .total = total};
    gd_format(of->asked)->put_route_line(of->out, of->asked, &answer);
}

static void put_empty(const stream *of)
{
    if (!of->asked->quiet)
        gd_format(of->asked)->put_empty_line(of->out, of->asked, ROW_JOURNEY);
}

/* The empty result of a line, with its reason where the format has room for it. */
static void put_empty_result(const stream *of, const line *at, const batch_route *failed)
{
    enum { REASON_SIZE = 4096 };
    char room[REASON_SIZE];
    writer reason = gd_memory_writer(room, sizeof room);
    if (of->asked->quiet) {
        gd_put(of->out, "NaN");
        return;
    }
    if (gd_is_nested(of->asked))
        gd_put_failure(&reason, &of->batch, failed, false);
    failed_line result = {of->line_count, at->text, gd_written_text(&reason), failed->count,
                          ROW_JOURNEY};
    gd_format(of->asked)->put_failed_line(of->out, of->asked, &result);
}

static void put_failed(stream *of, const line *at, const batch_route *failed)
{
    if (gd_allow_any_message(&of->failures)) {
        gd_put(of->errors, "geodist: line ");
        gd_put_integer(of->errors, of->line_count);
        gd_put(of->errors, ": ");
        gd_put_failure(of->errors, &of->batch, failed, true);
        gd_put(of->errors, "\n");
    }
    of->stopped = of->asked->fail_fast;
    if (!of->stopped)
        put_empty_result(of, at, failed);
}

static void put_line(stream *of, const line *at)
{
    of->line_count++;
    if (at->empty) {
        put_empty(of);
    } else {
        const batch_route *journey = &of->batch.routes[at->route];
        if (!of->asked->quiet)
            gd_count_names(&of->names, &of->batch, journey, of->line_count);
        if (journey->status == ROUTE_OK)
            put_answer(of, journey);
        else
            put_failed(of, at, journey);
    }
    if (!of->stopped)
        gd_put(of->out, "\n");
}

static bool goes_on(const stream *of)
{
    return !of->stopped && !of->out->failure;
}

static void answer_block(stream *of, geodist_text block)
{
    while (block.length && goes_on(of)) {
        fill_batch(of, &block);
        gd_find_batch(&of->batch, of->cache, of->asked->strict);
        gd_measure_batch(&of->batch, gd_earth(of->asked));
        for (size_t i = 0; i < of->lines_in_batch && goes_on(of); i++)
            put_line(of, &of->lines[i]);
    }
}

/* ---- The stream -------------------------------------------------------------------- */

static exit_status run(stream *of)
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
    return of->failures.count ? EXIT_UNANSWERED : EXIT_ANSWERED;
}

exit_status gd_run_stream(const options *asked, writer *out, writer *errors)
{
    place_lookup by;
    exit_status status = gd_open_lookup(asked, &by, errors);
    if (status != EXIT_ANSWERED)
        return status;
    status = EXIT_BROKEN;
    stream *of = calloc(1, sizeof *of);
    name_cache *cache = gd_new_name_cache(by);
    if (of && cache) {
        of->asked = asked;
        of->out = out;
        of->errors = errors;
        of->cache = cache;
        of->batch.by = by;
        of->reader.input.file = STDIN_FILENO;
        status = run(of);
    } else {
        gd_put_out_of_memory(errors);
    }
    free(cache);
    free(of);
    return status;
}
