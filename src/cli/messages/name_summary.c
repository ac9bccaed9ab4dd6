#include "messages/name_summary.h"

#include "output/escape.h"
#include "output/format_number.h"

/* ---- Counting ---------------------------------------------------------------------- */

static void count_route(name_usage *of, uint64_t number)
{
    if (of->routes++ == 0)
        of->first = number;
}

static void count_fault(name_usage *of, const batch *in, const batch_route *at, uint64_t number)
{
    count_route(of, number);
    gd_count_name(&of->names, in->texts[at->fault]);
}

static void count_rivals(name_usage *of, const batch *in, const batch_route *at, uint64_t number)
{
    bool found = false;
    for (size_t i = at->first; i < at->first + at->count; i++)
        if (gd_count_rivals(in, at, i) > 0) {
            gd_count_name(&of->names, in->texts[i]);
            found = true;
        }
    if (found)
        count_route(of, number);
}

void gd_count_found_names(name_summary *of, const batch *in, const batch_route *at, uint64_t number)
{
    if (at->status == ROUTE_OK) {
        count_rivals(&of->ambiguous, in, at, number);
    } else if (at->status == ROUTE_NOT_FOUND) {
        count_fault(&of->unknown, in, at, number);
    } else if (at->status == ROUTE_AMBIGUOUS) {
        count_fault(&of->ambiguous, in, at, number);
        of->ambiguity_failed = true;
    }
}

/* ---- The list of names ------------------------------------------------------------- */

/* "'springfield' 7", or "'springfield' at least 7" if the count is not exact. */
static void put_count(writer *errors, const counted_name *of)
{
    gd_put_quoted(errors, (geodist_text){of->bytes, of->length});
    gd_put(errors, of->error ? " at least " : " ");
    gd_put_integer(errors, gd_least_count(of));
}

/* A single name is used by every line: its count is left out. */
static void put_names(writer *errors, const name_counts *of)
{
    enum { NAMES_LISTED = 10 };
    const counted_name *top[NAMES_LISTED];
    size_t listed = gd_most_frequent(of, top, NAMES_LISTED);
    if (of->distinct == 1) {
        gd_put_quoted(errors, (geodist_text){top[0]->bytes, top[0]->length});
        return;
    }
    for (size_t i = 0; i < listed; i++) {
        gd_put(errors, i == 0 ? "" : ", ");
        put_count(errors, top[i]);
    }
    if (of->distinct > listed) {
        gd_put(errors, of->overflowed ? " and over " : " and ");
        gd_put_integer(errors, of->distinct - listed);
        gd_put(errors, " more");
    }
}

/* ---- The summary ------------------------------------------------------------------- */

/* "geodist: note: 12 lines " or "geodist: note: line 3 " */
static void put_routes(writer *errors, const name_usage *of, const char *unit)
{
    bool several = of->routes > 1;
    gd_put(errors, "geodist: note: ");
    if (!several) {
        gd_put(errors, unit);
        gd_put(errors, " ");
    }
    gd_put_integer(errors, several ? of->routes : of->first);
    if (several) {
        gd_put(errors, " ");
        gd_put(errors, unit);
        gd_put(errors, "s");
    }
}

static void put_unknown(writer *errors, const name_usage *of, const char *unit)
{
    put_routes(errors, of, unit);
    gd_put(errors, of->routes > 1 ? " have a place that was not found: "
                                  : " has a place that was not found: ");
    put_names(errors, &of->names);
    gd_put(errors, "\n");
}

/* Where to look for lines that have no error, and how to get errors for them. */
static void put_hint(writer *errors, const name_usage *of, const char *unit)
{
    if (of->routes == 1) {
        gd_put(errors, " (with --strict it is an error)");
        return;
    }
    gd_put(errors, ", the first is ");
    gd_put(errors, unit);
    gd_put(errors, " ");
    gd_put_integer(errors, of->first);
    gd_put(errors, " (with --strict they are errors)");
}

static void put_ambiguous(writer *errors, const name_usage *of, const char *unit, bool failed)
{
    bool several_names = of->names.distinct > 1;
    put_routes(errors, of, unit);
    if (of->routes > 1)
        gd_put(errors, " use an ambiguous name");
    else
        gd_put(errors, several_names ? " uses ambiguous names" : " uses an ambiguous name");
    if (!failed)
        put_hint(errors, of, unit);
    gd_put(errors, ": ");
    put_names(errors, &of->names);
    gd_put(errors, "\n");
}

void gd_put_name_summary(writer *errors, const name_summary *of, const message_limit *failures,
                         const char *unit)
{
    uint64_t fewest_failed = failures->count > GD_MESSAGES_MAX ? 1 : 2;
    uint64_t fewest_ambiguous = of->ambiguity_failed ? fewest_failed : 1;
    if (of->unknown.routes >= fewest_failed)
        put_unknown(errors, &of->unknown, unit);
    if (of->ambiguous.routes >= fewest_ambiguous)
        put_ambiguous(errors, &of->ambiguous, unit, of->ambiguity_failed);
}
