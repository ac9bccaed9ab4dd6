#include "messages/diagnostics.h"

#include "output/escape.h"
#include "output/label.h"
#include "output/format_number.h"
#include "input/split.h"
#include "messages/disambiguate.h"
#include "messages/joined_names.h"
#include "messages/message_limit.h"

static void put_quoted(sink *out, geodist_text text)
{
    cli_put(out, "'");
    cli_put_shown(out, text);
    cli_put(out, "'");
}

static geodist_text bytes_at_fault(const stop *at)
{
    return (geodist_text){at->text.bytes + at->error.offset, at->error.length};
}

static void put_suggestions(sink *out, geodist_text text, const char *before, const char *after)
{
    geodist_place suggested[3];
    size_t count = geodist_suggest(text, suggested, sizeof suggested / sizeof *suggested);
    for (size_t i = 0; i < count; i++) {
        cli_put(out, i == 0 ? before : " or ");
        cli_put_label(out, &suggested[i]);
    }
    if (count)
        cli_put(out, after);
}

/* Whether the numbers are a coordinate in the other order. */
static bool helps_to_swap(geodist_text text)
{
    char swapped[CLI_SHOWN_BYTES];
    const char *mark = memchr(text.bytes, ',', text.length);
    if (!mark)
        mark = memchr(text.bytes, ' ', text.length);
    if (!mark || text.length > sizeof swapped)
        return false;
    size_t lat = (size_t)(mark - text.bytes), lon = text.length - lat - 1;
    memcpy(swapped, mark + 1, lon);
    swapped[lon] = ',';
    memcpy(swapped + lon + 1, text.bytes, lat);
    geodist_place place;
    return geodist_find((geodist_text){swapped, text.length}, &place, NULL) == GEODIST_OK;
}

static void put_out_of_range(sink *out, const stop *at, const char *axis, const char *range)
{
    cli_put(out, axis);
    cli_put_shown(out, bytes_at_fault(at));
    cli_put(out, range);
    put_quoted(out, at->text);
    if (helps_to_swap(at->text))
        cli_put(out, "; the order is LAT,LON; swapped?");
}

/* What geodist_describe says, about the text and the bytes in it. */
static void put_description(sink *out, const stop *at)
{
    put_quoted(out, at->text);
    cli_put(out, ": ");
    cli_put(out, geodist_describe(at->error.status));
    if (at->error.length > 0 && at->error.length < at->text.length) {
        cli_put(out, ": ");
        put_quoted(out, bytes_at_fault(at));
    }
}

static void put_unfound(sink *out, const stop *at, bool with_help)
{
    switch (at->error.status) {
    case GEODIST_UNKNOWN_NAME:
        cli_put(out, "no place called ");
        put_quoted(out, bytes_at_fault(at));
        if (with_help)
            put_suggestions(out, at->text, "; did you mean ", "?");
        break;
    case GEODIST_QUALIFIER_MISMATCH:
        cli_put(out, "no place called ");
        put_quoted(out, at->text);
        if (with_help)
            put_suggestions(out, at->text, "; there is ", "");
        break;
    case GEODIST_UNKNOWN_QUALIFIER:
        cli_put(out, "no region or country called ");
        put_quoted(out, bytes_at_fault(at));
        cli_put(out, " in ");
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
    default:
        put_description(out, at);
    }
}

void cli_put_troubles(sink *out, const journey *planned)
{
    told already = {.count = 0};
    for (size_t i = 0; i < planned->count; i++) {
        const stop *at = &planned->stops[i];
        if (at->error.status == GEODIST_OK || !cli_tell(&already, at))
            continue;
        run joined;
        bool in_run = cli_find_run(planned, i, &joined);
        cli_put(out, "geodist: ");
        if (in_run) {
            cli_put(out, "no place called ");
            put_quoted(out, at->text);
            cli_put(out, "; ");
            cli_put_run(out, &joined);
            i = joined.first + joined.count - 1;
        } else {
            put_unfound(out, at, true);
        }
        cli_put(out, "\n");
    }
    cli_put_untold(out, &already);
}

static void put_ambiguous(sink *out, const stop *at, bool with_help)
{
    geodist_place rivals[3];
    put_quoted(out, at->text);
    cli_put(out, " is ambiguous");
    if (!with_help)
        return;
    cli_put(out, "; write ");
    cli_put_qualified(out, at->text, &at->place);
    size_t count = geodist_rivals(at->text, rivals, sizeof rivals / sizeof *rivals);
    for (size_t i = 0; i < count && i < sizeof rivals / sizeof *rivals; i++) {
        cli_put(out, " or ");
        cli_put_qualified(out, at->text, &rivals[i]);
    }
}

void cli_put_trouble(sink *out, const trouble *why, bool with_help)
{
    switch (why->kind) {
    case TROUBLE_PLACE:
        put_unfound(out, why->at, with_help);
        break;
    case TROUBLE_AMBIGUOUS:
        put_ambiguous(out, why->at, with_help);
        break;
    case TROUBLE_SINGLE:
        cli_put(out, why->at ? "only one place is given, " : "no place is given");
        if (why->at)
            put_quoted(out, why->at->text);
        cli_put(out, "; a distance needs two");
        break;
    case TROUBLE_LONG_LINE:
        cli_put(out, "longer than ");
        cli_put_count(out, LINE_MOST);
        cli_put(out, " bytes");
        break;
    case TROUBLE_UNBALANCED:
        cli_put(out, "a quote is not closed");
        break;
    case TROUBLE_TRAILING:
        cli_put(out, "text behind a closing quote");
        break;
    case TROUBLE_COLUMNS:
        cli_put(out, "fewer columns than are wanted");
        break;
    case TROUBLE_NONE:
        break;
    }
}
