#include "messages/joined_names.h"

#include "output/escape.h"
#include "output/label.h"

enum { LONGEST = 5 };

/* Whether the stops name a place when read together. Neither may have a comma: who writes
 * one knows where a place ends. The texts are neighbours in the journey's words. */
static bool make_run(const journey *planned, size_t first, size_t count, run *made)
{
    const stop *begin = &planned->stops[first], *last = begin + count - 1;
    for (const stop *at = begin; at <= last; at++)
        if (at->text.length == 0)
            return false;
    made->first = first;
    made->count = count;
    made->text.bytes = begin->text.bytes;
    made->text.length = (size_t)(last->text.bytes - begin->text.bytes) + last->text.length;
    return !memchr(made->text.bytes, ',', made->text.length) &&
           geodist_find(made->text, &made->place, NULL) == GEODIST_OK;
}

bool cli_find_run(const journey *planned, size_t at, run *found)
{
    for (size_t count = planned->phrased ? 0 : LONGEST; count > 1; count--) {
        for (size_t back = count; back-- > 0;) {
            if (back <= at && at - back + count <= planned->count &&
                make_run(planned, at - back, count, found))
                return true;
        }
    }
    return false;
}

/* Los Angeles is larger than Angeles, though not than Lagos (LOS). */
static bool is_larger(const journey *planned, const run *made)
{
    for (size_t i = made->first; i < made->first + made->count; i++)
        if (planned->stops[i].place.population < made->place.population)
            return true;
    return false;
}

bool cli_find_larger_run(const journey *planned, run *found)
{
    for (size_t first = 0; !planned->phrased && first < planned->count; first++)
        for (size_t count = LONGEST; count > 1; count--)
            if (first + count <= planned->count && make_run(planned, first, count, found) &&
                is_larger(planned, found))
                return true;
    return false;
}

void cli_put_run(sink *out, const run *found)
{
    cli_put(out, "'");
    cli_put_shown(out, found->text);
    cli_put(out, "' is one place, ");
    cli_put_label(out, &found->place);
    cli_put(out, ": quote it, or write 'to' between places");
}
