#include "route/batch.h"

#include <math.h>

/* ---- Finding ----------------------------------------------------------------------- */

static bool needs_finding(const batch_route *at)
{
    return at->status == ROUTE_OK && !at->located;
}

static route_status find_place(batch *of, cached_place *found, bool strict, size_t i)
{
    of->lat[i] = found->point.lat;
    of->lon[i] = found->point.lon;
    of->rows[i] = found->row;
    of->rivals[i] = found->rivals;
    if (!found->found)
        return ROUTE_NOT_FOUND;
    return strict && found->rivals ? ROUTE_AMBIGUOUS : ROUTE_OK;
}

/* Not inlined: the place, which the compiler is told to clear, would be cleared for every line. */
#if defined(__GNUC__)
__attribute__((noinline))
#endif
static bool
is_place(geodist_text text)
{
    geodist_place place;
    return geodist_find(text, &place, NULL) == GEODIST_OK;
}

static void find_route(batch *of, name_cache *cache, bool strict, batch_route *at)
{
    cached_place *found = NULL;
    uint32_t i = at->first, end = at->first + at->count;
    if (at->count == 0)
        return;
    for (; i < end && at->status == ROUTE_OK; i++) {
        found = gd_cached_find(cache, of->texts[i], of->hashes[i]);
        at->status = find_place(of, found, strict, i);
        at->fault = i;
        if (i == at->first)
            at->first_name = found->name_id;
    }
    if (!at->whole.length)
        return;
    if (i < end || !found)
        found = gd_cached_find(cache, of->texts[end - 1], of->hashes[end - 1]);
    at->last_qualifier = gd_cached_qualifier(found, of->texts[end - 1]);
}

/* Whether all of the text is one place. Split at commas it can only be if the last part is a region
 * or country, and one in which there is a place of the first name: this saves the lookup for nearly
 * all lines. */
static bool is_one_place(const batch_route *at)
{
    if (!at->split_at_blanks) {
        bool is_pair = at->count == 2 && at->first_name;
        if (is_pair && !geodist_name_is_in(at->first_name, at->last_qualifier))
            return false;
    }
    return is_place(at->whole);
}

void gd_find_batch(batch *of, name_cache *cache, bool strict)
{
    batch_route *end = of->routes + of->route_count;
    for (const batch_route *at = of->routes; at < end; at++)
        if (needs_finding(at))
            for (size_t i = at->first; i < at->first + at->count; i++)
                of->hashes[i] = gd_hash_name(cache, of->texts[i]);
    for (batch_route *at = of->routes; at < end; at++)
        if (needs_finding(at))
            find_route(of, cache, strict, at);
    /* A loop of its own, in which the processor overlaps the cache misses of several lines. */
    for (batch_route *at = of->routes; at < end; at++)
        if (at->whole.length && (at->last_qualifier || at->split_at_blanks) && is_one_place(at))
            at->status = ROUTE_ONE_PLACE;
}

/* ---- Measuring --------------------------------------------------------------------- */

static void clear_points(batch *of, const batch_route *at)
{
    for (size_t i = at->first; i < at->first + at->count; i++)
        of->lat[i] = of->lon[i] = NAN;
}

/* Legs between the last place of a route and the first of the next are measured, too, so that one
 * call without exceptions measures the batch; nobody reads them. On the ellipsoid each leg costs
 * more than a call. */
void gd_measure_batch(batch *of, geodist_earth earth)
{
    geodist_points from = {of->lat, of->lon}, to = {of->lat + 1, of->lon + 1};
    for (const batch_route *at = of->routes; at < of->routes + of->route_count; at++)
        if (at->status != ROUTE_OK)
            clear_points(of, at);
    if (earth.model == GEODIST_MODEL_SPHERE) {
        if (of->place_count > 1)
            geodist_distance_many(earth, from, to, of->place_count - 1, of->legs);
        return;
    }
    for (const batch_route *at = of->routes; at < of->routes + of->route_count; at++)
        if (at->status == ROUTE_OK)
            geodist_distance_many(earth,
                                  (geodist_points){from.lat + at->first, from.lon + at->first},
                                  (geodist_points){to.lat + at->first, to.lon + at->first},
                                  at->count - 1, of->legs + at->first);
}
