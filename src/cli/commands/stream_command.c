/* Lines of standard input, each a journey; with --to each is one place, measured to that place. */
#include "commands/commands.h"
#include "commands/line_stream.h"
#include "commands/place_argument.h"
#include "commands/place_line.h"
#include "input/byte_kinds.h"
#include "input/header_words.h"
#include "input/split.h"
#include "messages/diagnostics.h"
#include "route/phrase_fault.h"
#include "text/slice.h"

#include <stdlib.h>

typedef struct {
    stop to;                     /* the place of --to */
    stop stops[GD_BATCH_PLACES]; /* of one line */
} journeys;

/* ---- Splitting --------------------------------------------------------------------- */

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

static void split_line(line_stream *of, batch_route *added, geodist_text text)
{
    split_result result;
    split_status status = gd_split_line(text, (split_mode)of->asked->input,
                                        of->batch.texts + added->first, &of->scratch_end, &result);
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

static void read_journey(line_stream *of, batch_route *added, geodist_text line)
{
    if (of->asked->input == SPLIT_AUTO && kind_of(line.bytes[0]) & NUMERIC &&
        parse_points(&of->batch, added, line))
        return;
    split_line(of, added, line);
    if (gd_is_first_line(of))
        refuse_header(added, line);
}

static void read_start(line_stream *of, batch_route *added, geodist_text line)
{
    const journeys *own = of->state;
    gd_read_place_line(of, added, line);
    gd_add_known_place(&of->batch, added, own->to.text, &own->to.place);
}

/* ---- Answers ----------------------------------------------------------------------- */

static void measure(line_stream *of)
{
    gd_measure_batch(&of->batch, gd_earth(of->asked));
}

static double total_of(const line_stream *of, const batch_route *found)
{
    return gd_batch_total(&of->batch, found, gd_unit(of->asked)->metres);
}

/* With --quiet. */
static void put_total(line_stream *of, batch_route *found)
{
    gd_put_unit_length(of->out, of->asked, total_of(of, found));
    gd_put(of->out, "\n");
}

static void put_journey(line_stream *of, batch_route *found)
{
    const batch *in = &of->batch;
    stop *stops = ((journeys *)of->state)->stops;
    for (size_t i = 0; i < found->count; i++)
        stops[i].place = gd_batch_place(in, found, found->first + i);
    route answer = {.stops = stops, .count = found->count, .total = total_of(of, found)};
    gd_begin_row(&of->rows, found->count);
    gd_format(of->asked)->put_route(of->out, of->asked, &answer);
    gd_end_row(&of->rows);
}

/* ---- Threads ----------------------------------------------------------------------- */

static void *copy_journeys(const void *state)
{
    const journeys *from = state;
    journeys *copy = calloc(1, sizeof *copy);
    if (copy)
        copy->to = from->to;
    return copy;
}

/* ---- The command ------------------------------------------------------------------- */

static exit_status run(const options *asked, journeys *own, writer *out, writer *errors)
{
    line_command lines = {
        .kind = ROW_JOURNEY,
        .read_line = asked->to ? read_start : read_journey,
        .answer_batch = measure,
        .put_answer = asked->quiet ? put_total : put_journey,
        .put_failure = gd_put_line_failure,
        .copy_state = copy_journeys,
        .free_state = free,
    };
    place_lookup by;
    exit_status status = gd_open_lookup(asked, &by, errors);
    if (status == EXIT_ANSWERED && asked->to)
        status = gd_find_target(asked, &by, &own->to, errors);
    if (status != EXIT_ANSWERED)
        return status;
    return gd_run_lines(&lines, own, asked, &by, out, errors);
}

exit_status gd_run_stream(const options *asked, writer *out, writer *errors)
{
    exit_status status = EXIT_BROKEN;
    journeys *own = calloc(1, sizeof *own);
    if (own)
        status = run(asked, own, out, errors);
    else
        gd_put_out_of_memory(errors);
    free(own);
    return status;
}
