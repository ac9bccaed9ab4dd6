#include "messages/phrase_message.h"

#include "output/escape.h"
#include "output/put_label.h"

enum { STOPS_MAX = 5 };

/* Whether the stops name a place when they are joined. None may have a comma: a text with a comma
 * says where the name ends. Their texts lie next to each other in one text. */
static bool join(const route *of, size_t first, size_t count, joined_name *joined)
{
    const stop *begin = &of->stops[first], *last = begin + count - 1;
    for (const stop *at = begin; at <= last; at++)
        if (at->text.length == 0)
            return false;
    joined->first = first;
    joined->count = count;
    joined->text.bytes = begin->text.bytes;
    joined->text.length = (size_t)(last->text.bytes - begin->text.bytes) + last->text.length;
    return !memchr(joined->text.bytes, ',', joined->text.length) &&
           geodist_find(joined->text, &joined->place, NULL) == GEODIST_OK;
}

bool gd_find_joined_name(const route *of, size_t index, joined_name *found)
{
    for (size_t count = of->split_at_blanks ? STOPS_MAX : 0; count > 1; count--) {
        for (size_t back = count; back-- > 0;) {
            if (back <= index && index - back + count <= of->count &&
                join(of, index - back, count, found))
                return true;
        }
    }
    return false;
}

/* Los Angeles is larger than Angeles, though not than Lagos (LOS). */
static bool is_larger(const route *of, const joined_name *joined)
{
    for (size_t i = joined->first; i < joined->first + joined->count; i++)
        if (of->stops[i].place.population < joined->place.population)
            return true;
    return false;
}

bool gd_find_larger_joined_name(const route *of, joined_name *found)
{
    for (size_t first = 0; of->split_at_blanks && first < of->count; first++)
        for (size_t count = STOPS_MAX; count > 1; count--)
            if (first + count <= of->count && join(of, first, count, found) && is_larger(of, found))
                return true;
    return false;
}

void gd_put_joined_name(writer *out, const joined_name *found)
{
    gd_put(out, "'");
    gd_put_escaped(out, found->text);
    gd_put(out, "' is one place, ");
    gd_put_label(out, &found->place);
    gd_put(out, ": quote it, or write 'to' between places");
}
