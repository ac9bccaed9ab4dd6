#include "messages/diagnostics.h"

#include "messages/ambiguity.h"
#include "messages/message_limit.h"
#include "messages/phrase_message.h"
#include "messages/place_error.h"
#include "output/escape.h"
#include "output/format_number.h"

/* ---- Places that were not found ---------------------------------------------------- */

void gd_put_route_errors(writer *errors, const route *of)
{
    message_limit limit = {.count = 0};
    for (size_t i = 0; i < of->count; i++) {
        const stop *at = &of->stops[i];
        if (at->error.status == GEODIST_OK || !gd_allow_message(&limit, at->text))
            continue;
        gd_put(errors, "geodist: ");
        gd_put_place_error(errors, &of->by, at->text, &at->error, true);
        gd_put(errors, "\n");
    }
    gd_put_suppressed(errors, &limit, "like these");
}

/* ---- Routes of a batch ------------------------------------------------------------- */

/* Finds the place at fault again, this time with its error. */
static void put_place_failure(writer *out, const batch *of, const batch_route *at, bool with_help)
{
    stop fault = {.text = of->texts[at->fault]};
    fault.error.status = gd_find_place(&of->by, fault.text, &fault.place, &fault.error);
    if (at->status == ROUTE_AMBIGUOUS)
        gd_put_ambiguity(out, &of->by, &fault);
    else
        gd_put_place_error(out, &of->by, fault.text, &fault.error, with_help);
}

/* Explains what is wrong with the split of a line. False, and nothing written, if it is sound. */
static bool put_phrase_failure(writer *out, const batch *of, const batch_route *at)
{
    phrase failed = gd_phrase_of(of, at);
    phrase_fault fault;
    if (!at->is_phrase || !gd_find_phrase_fault(&failed, &fault))
        return false;
    gd_put_phrase_fault(out, &failed, &fault);
    return true;
}

static void put_one_place(writer *out, const batch *of, const batch_route *at)
{
    phrase one = gd_phrase_of(of, at);
    gd_put_one_place(out, &one, true);
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

void gd_put_failure(writer *out, const batch *of, const batch_route *at, bool with_help)
{
    switch (at->status) {
    case ROUTE_NOT_FOUND:
    case ROUTE_PHRASE_FAULT:
        if (!put_phrase_failure(out, of, at))
            put_place_failure(out, of, at, with_help);
        break;
    case ROUTE_AMBIGUOUS:
        put_place_failure(out, of, at, with_help);
        break;
    case ROUTE_ONE_PLACE:
        put_one_place(out, of, at);
        break;
    case ROUTE_HEADER:
        gd_put_header_fault(out, at->whole);
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
    case ROUTE_CELL_TOO_LONG:
        gd_put(out, "a cell is too long to be a place");
        break;
    case ROUTE_NO_RESULT:
        gd_put(out, "there is no result for this place");
        break;
    case ROUTE_EMPTY_NUMBER:
        gd_put(out, "an empty cell among numbers");
        break;
    case ROUTE_BARE_NUMBERS:
        gd_put(out, "two numbers are no places; for one point name its columns as ");
        gd_put_quoted(out, at->whole);
        break;
    case ROUTE_HEADER_CELL:
        gd_put_quoted(out, of->texts[at->fault]);
        gd_put(out, " repeats the name of its column, as a second header does");
        break;
    case ROUTE_DECIMAL_COMMA:
        gd_put_quoted(out, of->texts[at->fault]);
        gd_put(out, " may have a decimal comma: use --decimal-comma, or write a blank after the "
                    "comma of LAT, LON");
        break;
    case ROUTE_CELL_COUNT: /* the table itself knows the numbers */
    case ROUTE_OK:
        break;
    }
}

/* ---- The system -------------------------------------------------------------------- */

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
