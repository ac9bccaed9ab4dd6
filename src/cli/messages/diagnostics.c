#include "messages/diagnostics.h"

#include "messages/ambiguity.h"
#include "messages/joined_names.h"
#include "messages/message_limit.h"
#include "messages/place_error.h"
#include "output/escape.h"
#include "output/format_number.h"

/* ---- Places that were not found ---------------------------------------------------- */

bool gd_put_text_fault(writer *out, geodist_text text)
{
    geodist_place place;
    geodist_error error;
    geodist_status status = geodist_find(text, &place, &error);
    bool found = status == GEODIST_NOT_UTF8 || status == GEODIST_CONTROL_CHARACTER;
    if (found)
        gd_put_place_error(out, text, &error, false);
    return found;
}

/* Why a stop was not found, unless neighbouring stops are one place. Returns the index of the last
 * stop that the message is about. */
static size_t put_stop_error(writer *out, const route *of, size_t index, bool with_help)
{
    const stop *at = &of->stops[index];
    joined_name joined;
    if (!gd_find_joined_name(of, index, &joined)) {
        gd_put_place_error(out, at->text, &at->error, with_help);
        return index;
    }
    gd_put(out, "no place called ");
    gd_put_quoted(out, at->text);
    gd_put(out, "; ");
    gd_put_joined_name(out, &joined);
    return joined.first + joined.count - 1;
}

void gd_put_route_errors(writer *errors, const route *of)
{
    message_limit limit = {.count = 0};
    for (size_t i = 0; i < of->count; i++) {
        const stop *at = &of->stops[i];
        if (at->error.status == GEODIST_OK || !gd_allow_message(&limit, at->text))
            continue;
        gd_put(errors, "geodist: ");
        i = put_stop_error(errors, of, i, true);
        gd_put(errors, "\n");
    }
    gd_put_suppressed(errors, &limit, "like these");
}

/* ---- Routes of a batch ------------------------------------------------------------- */

/* Finds the place at fault again, this time with its error, and its neighbours' texts. */
static void put_place_failure(writer *out, const batch *of, const batch_route *at, bool with_help)
{
    enum { AROUND = 4 };
    stop stops[2 * AROUND + 1] = {{.text = {NULL, 0}}};
    size_t before = at->fault - at->first, end = at->first + at->count;
    size_t first = before > AROUND ? at->fault - AROUND : at->first;
    size_t last = end - at->fault > AROUND ? at->fault + AROUND : end - 1;
    route around = {.stops = stops,
                    .count = last - first + 1,
                    .split_at_blanks = at->split_at_blanks && with_help};
    for (size_t i = first; i <= last; i++)
        stops[i - first].text = of->texts[i];
    stop *fault = &stops[at->fault - first];
    fault->error.status = geodist_find(fault->text, &fault->place, &fault->error);
    if (at->status == ROUTE_AMBIGUOUS)
        gd_put_ambiguity(out, fault);
    else
        put_stop_error(out, &around, at->fault - first, with_help);
}

const char *gd_describe_split(split_status status)
{
    switch (status) {
    case SPLIT_UNCLOSED_QUOTE:
        return "a quote is not closed";
    case SPLIT_TEXT_AFTER_QUOTE:
        return "text after a closing quote";
    case SPLIT_MISSING_PLACE:
        return "'to' needs a place on either side";
    case SPLIT_OK:
        break;
    }
    return "";
}

static void put_one_place(writer *out, geodist_text text, bool several_words)
{
    if (gd_put_text_fault(out, text))
        return;
    gd_put(out, "only one place is given, ");
    gd_put_quoted(out, text);
    gd_put(out, "; a distance needs two");
    if (several_words)
        gd_put(out, " (put 'to' between places)");
}

void gd_put_failure(writer *out, const batch *of, const batch_route *at, bool with_help)
{
    switch (at->status) {
    case ROUTE_NOT_FOUND:
    case ROUTE_AMBIGUOUS:
        put_place_failure(out, of, at, with_help);
        break;
    case ROUTE_ONE_PLACE:
        put_one_place(out, at->count == 1 ? of->texts[at->first] : at->whole, at->count > 1);
        break;
    case ROUTE_NO_PLACE:
        gd_put(out, "no place is given; a distance needs two");
        break;
    case ROUTE_MISSING_PLACE:
        gd_put(out, gd_describe_split(SPLIT_MISSING_PLACE));
        break;
    case ROUTE_LINE_TOO_LONG:
        gd_put(out, "longer than ");
        gd_put_integer(out, GD_LINE_MAX);
        gd_put(out, " bytes");
        break;
    case ROUTE_UNCLOSED_QUOTE:
        gd_put(out, gd_describe_split(SPLIT_UNCLOSED_QUOTE));
        break;
    case ROUTE_TEXT_AFTER_QUOTE:
        gd_put(out, gd_describe_split(SPLIT_TEXT_AFTER_QUOTE));
        break;
    case ROUTE_CELL_COUNT:
        gd_put(out, "another number of cells than the header has");
        break;
    case ROUTE_CELL_TOO_LONG:
        gd_put(out, "a cell is too long to be a place");
        break;
    case ROUTE_OK:
        break;
    }
}

/* ---- The system
 * ---------------------------------------------------------------------------------- */

void gd_put_system_error(writer *errors, const char *what, int number)
{
    gd_put(errors, "geodist: cannot ");
    gd_put(errors, what);
    gd_put(errors, ": ");
    gd_put(errors, strerror(number));
    gd_put(errors, "\n");
}

void gd_put_out_of_memory(writer *errors)
{
    gd_put(errors, "geodist: not enough memory\n");
}
