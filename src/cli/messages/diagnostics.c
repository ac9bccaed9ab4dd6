#include "messages/diagnostics.h"

#include "messages/ambiguity.h"
#include "messages/joined_names.h"
#include "messages/message_limit.h"
#include "output/escape.h"
#include "output/format_number.h"
#include "output/put_label.h"

/* ---- Places that were not found ---------------------------------------------------- */

static void put_quoted(writer *out, geodist_text text)
{
    gd_put(out, "'");
    gd_put_escaped(out, text);
    gd_put(out, "'");
}

static geodist_text bytes_at_fault(const stop *at)
{
    return (geodist_text){at->text.bytes + at->error.offset, at->error.length};
}

static void put_suggestions(writer *out, geodist_text text, const char *before, const char *after)
{
    enum { SUGGESTIONS = 3 };
    geodist_place suggested[SUGGESTIONS];
    size_t count = geodist_suggest(text, suggested, SUGGESTIONS);
    for (size_t i = 0; i < count && i < SUGGESTIONS; i++) {
        gd_put(out, i == 0 ? before : " or ");
        gd_put_label(out, &suggested[i]);
    }
    if (count)
        gd_put(out, after);
}

/* Whether the numbers are a coordinate in the other order. */
static bool helps_to_swap(geodist_text text)
{
    char swapped[GD_ESCAPED_BYTES_MAX];
    const char *separator = memchr(text.bytes, ',', text.length);
    if (!separator)
        separator = memchr(text.bytes, ' ', text.length);
    if (!separator || text.length > sizeof swapped)
        return false;
    size_t lat = (size_t)(separator - text.bytes), lon = text.length - lat - 1;
    memcpy(swapped, separator + 1, lon);
    swapped[lon] = ',';
    memcpy(swapped + lon + 1, text.bytes, lat);
    geodist_place place;
    return geodist_find((geodist_text){swapped, text.length}, &place, NULL) == GEODIST_OK;
}

static void put_out_of_range(writer *out, const stop *at, const char *axis, const char *range)
{
    gd_put(out, axis);
    gd_put_escaped(out, bytes_at_fault(at));
    gd_put(out, range);
    put_quoted(out, at->text);
    if (helps_to_swap(at->text))
        gd_put(out, "; the order is LAT,LON; swapped?");
}

/* Which byte of the text is at fault, from 1 on. */
static void put_byte_position(writer *out, const stop *at)
{
    put_quoted(out, at->text);
    gd_put(out, ": byte ");
    gd_put_integer(out, at->error.offset + 1);
    gd_put(out, ", ");
    put_quoted(out, bytes_at_fault(at));
    gd_put(out,
           at->error.status == GEODIST_NOT_UTF8 ? ", is not UTF-8" : ", is a control character");
}

/* A text in Latin-1 has its letters at 0xC0 and above, each between ASCII characters or at the end.
 */
static bool may_be_latin1(geodist_text text)
{
    for (size_t i = 0; i < text.length; i++)
        if ((unsigned char)text.bytes[i] >= 0x80 && (unsigned char)text.bytes[i] < 0xA0)
            return false;
    return true;
}

/* What geodist_describe() says, about the text and the bytes at fault. */
static void put_description(writer *out, const stop *at)
{
    put_quoted(out, at->text);
    gd_put(out, ": ");
    gd_put(out, geodist_describe(at->error.status));
    if (at->error.length > 0 && at->error.length < at->text.length) {
        gd_put(out, " (at ");
        put_quoted(out, bytes_at_fault(at));
        gd_put(out, ")");
    }
}

static void put_not_found(writer *out, const stop *at, bool with_help)
{
    switch (at->error.status) {
    case GEODIST_UNKNOWN_NAME:
        gd_put(out, "no place called ");
        put_quoted(out, bytes_at_fault(at));
        if (with_help)
            put_suggestions(out, at->text, "; did you mean ", "?");
        break;
    case GEODIST_QUALIFIER_MISMATCH:
        gd_put(out, "no place called ");
        put_quoted(out, at->text);
        if (with_help)
            put_suggestions(out, at->text, "; there is ", "");
        break;
    case GEODIST_UNKNOWN_QUALIFIER:
        gd_put(out, "no region or country called ");
        put_quoted(out, bytes_at_fault(at));
        gd_put(out, " in ");
        put_quoted(out, at->text);
        if (with_help)
            put_suggestions(out, at->text, "; there is ", "");
        break;
    case GEODIST_LATITUDE_RANGE:
        put_out_of_range(out, at, "latitude ", " is outside -90 to 90 in ");
        break;
    case GEODIST_LONGITUDE_RANGE:
        put_out_of_range(out, at, "longitude ", " is outside -180 to 360 in ");
        break;
    case GEODIST_NOT_UTF8:
        put_byte_position(out, at);
        if (may_be_latin1(at->text))
            gd_put(out, "; convert it, such as with iconv -f latin1 -t utf-8");
        break;
    case GEODIST_CONTROL_CHARACTER:
        put_byte_position(out, at);
        break;
    default:
        put_description(out, at);
    }
}

bool gd_put_text_fault(writer *out, geodist_text text)
{
    stop at = {.text = text};
    at.error.status = geodist_find(text, &at.place, &at.error);
    bool found =
        at.error.status == GEODIST_NOT_UTF8 || at.error.status == GEODIST_CONTROL_CHARACTER;
    if (found)
        put_not_found(out, &at, false);
    return found;
}

/* The same, unless neighbouring stops are one place. Returns the index of the last stop that the
 * message is about. */
static size_t put_stop_error(writer *out, const route *of, size_t index, bool with_help)
{
    const stop *at = &of->stops[index];
    joined_name joined;
    if (!gd_find_joined_name(of, index, &joined)) {
        put_not_found(out, at, with_help);
        return index;
    }
    gd_put(out, "no place called ");
    put_quoted(out, at->text);
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
        gd_put_ambiguity(out, fault, with_help);
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
    put_quoted(out, text);
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
