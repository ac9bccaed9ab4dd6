#include "route/batch.h"

/* ---- Finding ----------------------------------------------------------------------- */

static bool needs_finding(const batch_route *at)
{
    return at->status == ROUTE_OK && at->known < at->count;
}

/* The index after the last place that is to be found. */
static uint32_t end_of_texts(const batch_route *at)
{
    return at->first + at->count - at->known;
}

static route_status put_place(batch *of, bool strict, size_t i)
{
    const cached_place *found = &of->found[i];
    of->lat[i] = found->point.lat;
    of->lon[i] = found->point.lon;
    of->rows[i] = found->row;
    of->rivals[i] = found->rivals;
    if (!found->found)
        return ROUTE_NOT_FOUND;
    return strict && found->rivals ? ROUTE_AMBIGUOUS : ROUTE_OK;
}

/* What geodist_qualifier() gives for the text at an index. */
static uint32_t qualifier_at(const batch *of, size_t i)
{
    return of->found[i].found ? of->found[i].qualifier : geodist_qualifier(of->texts[i]);
}

/* Whether a name found is in the region or country that the text at an index names: "paris texas".
 */
static bool is_qualified(const batch *of, uint32_t name, size_t i)
{
    return name && geodist_name_is_in(name, qualifier_at(of, i));
}

static void find_route(batch *of, bool strict, batch_route *at)
{
    uint32_t i = at->first, end = end_of_texts(at), name = 0;
    for (; i < end && at->status == ROUTE_OK; i++) {
        at->status = put_place(of, strict, i);
        at->fault = i;
        if (at->at_blanks && is_qualified(of, name, i))
            at->may_have_joined_name = true;
        name = of->found[i].name_id;
        if (i == at->first)
            at->first_name = name;
    }
    if (at->whole.length && !at->at_blanks)
        at->last_qualifier = qualifier_at(of, end - 1);
}

/* Whether a line that was split at commas is one place as a whole. It can only be if the last part
 * is a region or country, and one in which there is a place of the first name: this saves the
 * lookup for nearly all lines. */
static bool is_one_place(const batch *of, const batch_route *at)
{
    bool is_pair = at->count == 2;
    if (!at->last_qualifier || (is_pair && of->lines_are_csv))
        return false;
    if (is_pair && at->first_name && !geodist_name_is_in(at->first_name, at->last_qualifier))
        return false;
    return gd_is_one_place(at->whole);
}

/* Not inlined: most lines have no fault, and a place on the stack would be cleared for each. */
#if defined(__GNUC__)
__attribute__((noinline))
#endif
static bool
has_phrase_fault(const phrase *checked)
{
    phrase_fault fault;
    return gd_find_phrase_fault(checked, &fault);
}

static route_status check_at_blanks(const batch *of, const batch_route *at)
{
    phrase checked = gd_phrase_of(of, at);
    bool all_found = at->status != ROUTE_NOT_FOUND;
    checked.not_joined =
        all_found && !at->may_have_joined_name && !gd_may_have_joined_name(&checked);
    if (at->whole.length && !checked.not_joined && gd_is_one_place(at->whole))
        return ROUTE_ONE_PLACE;
    return all_found && has_phrase_fault(&checked) ? ROUTE_PHRASE_FAULT : at->status;
}

/* Whether a phrase that was not split at blanks may have a fault: fast for nearly all lines. */
static bool may_have_fault(const batch *of, const batch_route *at)
{
    enum { FEWEST_DECIMAL_COMMAS = 4 };
    return at->count >= FEWEST_DECIMAL_COMMAS && gd_is_decimal_comma(of->texts[at->first]);
}

static route_status check_elsewhere(const batch *of, const batch_route *at)
{
    phrase checked = gd_phrase_of(of, at);
    return at->status != ROUTE_NOT_FOUND && has_phrase_fault(&checked) ? ROUTE_PHRASE_FAULT
                                                                       : at->status;
}

/* Whether a line is two names at a comma, the second of which is no region or country: it needs no
 * check. Nearly all lines are. */
static bool is_plain_pair(const batch_route *at)
{
    return at->at_commas && at->count == 2 && !at->last_qualifier && at->whole.length;
}

static void check_phrase(batch *of, batch_route *at)
{
    if (at->at_blanks)
        at->status = check_at_blanks(of, at);
    else if (at->at_commas && is_one_place(of, at))
        at->status = ROUTE_ONE_PLACE;
    else if (may_have_fault(of, at))
        at->status = check_elsewhere(of, at);
    if (at->at_commas && !of->kind_is_known &&
        (!at->whole.length || (at->count > 2 && at->status == ROUTE_OK)))
        of->lines_are_csv = true;
}

/* Finds the texts of all routes together. */
static void find_texts(batch *of, name_cache *cache)
{
    size_t count = 0;
    for (const batch_route *at = of->routes; at < of->routes + of->route_count; at++)
        if (needs_finding(at))
            for (uint32_t i = at->first; i < end_of_texts(at); i++)
                of->wanted[count++] = i;
    gd_cached_find_many(cache, of->texts, of->wanted, count, of->found);
}

void gd_find_batch(batch *of, name_cache *cache, bool strict)
{
    batch_route *end = of->routes + of->route_count;
    find_texts(of, cache);
    for (batch_route *at = of->routes; at < end; at++)
        if (needs_finding(at))
            find_route(of, strict, at);
    /* A loop of its own, in which the processor overlaps the cache misses of several lines. */
    for (batch_route *at = of->routes; at < end; at++)
        if (at->is_phrase && !is_plain_pair(at))
            check_phrase(of, at);
}

/* ---- Measuring --------------------------------------------------------------------- */

/* Legs whose ends were copied, so that one call measures them and no others: between the last place
 * of a route and the first of the next there is no leg. */
enum { LEGS_AT_ONCE = 128 };

typedef struct {
    size_t count;
    uint32_t index[LEGS_AT_ONCE]; /* of the first place in the batch */
    double lat1[LEGS_AT_ONCE], lon1[LEGS_AT_ONCE], lat2[LEGS_AT_ONCE], lon2[LEGS_AT_ONCE];
} copied_legs;

static void copy_leg(copied_legs *legs, const batch *of, uint32_t index)
{
    size_t i = legs->count++;
    legs->index[i] = index;
    legs->lat1[i] = of->lat[index];
    legs->lon1[i] = of->lon[index];
    legs->lat2[i] = of->lat[index + 1];
    legs->lon2[i] = of->lon[index + 1];
}

static void measure_legs(batch *of, geodist_earth earth, copied_legs *legs)
{
    double metres[LEGS_AT_ONCE];
    geodist_distance_many(earth, (geodist_points){legs->lat1, legs->lon1},
                          (geodist_points){legs->lat2, legs->lon2}, legs->count, metres);
    for (size_t i = 0; i < legs->count; i++)
        of->legs[legs->index[i]] = metres[i];
    legs->count = 0;
}

void gd_measure_batch(batch *of, geodist_earth earth)
{
    copied_legs legs;
    legs.count = 0;
    for (const batch_route *at = of->routes; at < of->routes + of->route_count; at++) {
        if (at->status != ROUTE_OK)
            continue;
        for (uint32_t i = at->first; i + 1 < at->first + at->count; i++) {
            copy_leg(&legs, of, i);
            if (legs.count == LEGS_AT_ONCE)
                measure_legs(of, earth, &legs);
        }
    }
    measure_legs(of, earth, &legs);
}
