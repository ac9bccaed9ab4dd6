#include "messages/name_summary.h"

#include "output/escape.h"
#include "output/format_number.h"

/* ---- Counting ---------------------------------------------------------------------- */

bool gd_next_name_use(name_uses *of, name_use *use)
{
    const batch_route *at = of->at;
    *use = (name_use){.is_first = !of->begun, .number = of->number};
    if (at->status == ROUTE_OK) {
        while (of->next < at->count && gd_count_rivals(of->in, at, at->first + of->next) == 0)
            of->next++;
        if (of->next == at->count)
            return false;
        use->fault = NAME_AMBIGUOUS;
        use->name = of->in->texts[at->first + of->next++];
    } else {
        if (of->begun || (at->status != ROUTE_NOT_FOUND && at->status != ROUTE_AMBIGUOUS))
            return false;
        use->fault = at->status == ROUTE_NOT_FOUND ? NAME_UNKNOWN : NAME_AMBIGUOUS_FAILED;
        use->name = of->in->texts[at->fault];
    }
    of->begun = true;
    return true;
}

void gd_count_name_use(name_summary *of, const name_use *use)
{
    name_usage *usage = use->fault == NAME_UNKNOWN ? &of->unknown : &of->ambiguous;
    if (use->is_first && usage->routes++ == 0)
        usage->first = use->number;
    if (use->fault == NAME_AMBIGUOUS_FAILED)
        of->ambiguity_failed = true;
    gd_count_name(&usage->names, use->name);
}

void gd_count_names(name_summary *of, const batch *in, const batch_route *at, uint64_t number)
{
    name_uses uses = {.in = in, .at = at, .number = number};
    name_use use;
    while (gd_may_use_names(at) && gd_next_name_use(&uses, &use))
        gd_count_name_use(of, &use);
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
