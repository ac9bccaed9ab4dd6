/* Lines of standard input, each a journey; with --to each is one place, measured to that place. */
#include "commands/commands.h"
#include "commands/line_stream.h"
#include "commands/place_argument.h"
#include "commands/place_line.h"
#include "input/byte_kinds.h"
#include "input/split.h"
#include "messages/diagnostics.h"
#include "output/fixed_lines.h"
#include "route/phrase_fault.h"
#include "text/slice.h"

#include <math.h>
#include <stdlib.h>

typedef struct {
    stop to;                     /* the place of --to */
    bool semicolons;             /* stood between the points of the last line of points */
    stop stops[GD_BATCH_PLACES]; /* of one line */
    fixed_lines totals;          /* with --quiet: of the routes of the batch */
} journeys;

static_assert((int)GD_FIXED_LINES >= (int)GD_BATCH_ROUTES, "a total for every route of a batch");

/* ---- Splitting --------------------------------------------------------------------- */

/* Whether the first word of the line, which may end at a semicolon, is a number with a decimal
 * comma. */
static bool may_have_decimal_commas(geodist_text text)
{
    geodist_text rest, word = cut(text, ' ', &rest);
    return gd_is_decimal_comma(cut(word, ';', &rest));
}

/* How many points the texts between semicolons are: 0 if one of them is not one point, or if there
 * is a TAB, which would separate places, too. */
static size_t parse_separated(geodist_text text, double *lat, double *lon)
{
    size_t count = 0;
    const char *semicolon;
    if (memchr(text.bytes, '\t', text.length))
        return 0;
    do {
        semicolon = memchr(text.bytes, ';', text.length);
        size_t length = semicolon ? (size_t)(semicolon - text.bytes) : text.length;
        if (geodist_parse_points(slice(text, 0, length), lat + count, lon + count, 1) != 1)
            return 0;
        text = slice(text, length + 1, text.length);
        count++;
    } while (semicolon);
    return count;
}

/* How many points a line is, without or with semicolons between them. Lines of one form mostly
 * follow each other, so the form of the line before is tried first. */
static size_t parse_either(journeys *own, geodist_text text, double *lat, double *lon, size_t room)
{
    bool semicolons = own->semicolons;
    size_t count =
        semicolons ? parse_separated(text, lat, lon) : geodist_parse_points(text, lat, lon, room);
    if (count > 0)
        return count;
    count =
        semicolons ? geodist_parse_points(text, lat, lon, room) : parse_separated(text, lat, lon);
    if (count > 0)
        own->semicolons = !semicolons;
    return count;
}

/* A line of bare numbers, whose points need not be looked up. */
static bool parse_points(line_stream *by, batch_route *added, geodist_text text)
{
    batch *of = &by->batch;
    size_t first = added->first;
    size_t count =
        parse_either(by->state, text, of->lat + first, of->lon + first, GD_BATCH_PLACES - first);
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

static void read_journey(line_stream *of, batch_route *added, geodist_text line)
{
    if (of->asked->input == SPLIT_AUTO && kind_of(line.bytes[0]) & NUMERIC &&
        parse_points(of, added, line))
        return;
    split_line(of, added, line);
    gd_refuse_header(of, added, line);
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

/* With --quiet: also the digits of the totals. A route without an answer has none. */
static void measure_totals(line_stream *of)
{
    const batch *in = &of->batch;
    fixed_lines *totals = &((journeys *)of->state)->totals;
    double metres = gd_unit(of->asked)->metres;
    measure(of);
    for (size_t i = 0; i < in->route_count; i++)
        totals->numbers[i] =
            in->routes[i].status == ROUTE_OK ? gd_batch_total(in, &in->routes[i], metres) : NAN;
    gd_spread_fixed_lines(totals, in->route_count, gd_length_decimals(of->asked));
}

static void put_total(line_stream *of, batch_route *found)
{
    const journeys *own = of->state;
    gd_put_fixed_line(of->out, &own->totals, (size_t)(found - of->batch.routes));
}

static void put_journey(line_stream *of, batch_route *found)
{
    const batch *in = &of->batch;
    stop *stops = ((journeys *)of->state)->stops;
    for (size_t i = 0; i < found->count; i++)
        stops[i].place = gd_batch_place(in, found, found->first + i);
    double total = gd_batch_total(in, found, gd_unit(of->asked)->metres);
    route answer = {.stops = stops, .count = found->count, .total = total};
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
        .answer_batch = asked->quiet ? measure_totals : measure,
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
