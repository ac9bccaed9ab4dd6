/* The nearest places by a pass over the table, as geodist_nearest() did it before there was a tree:
 * a reference for tests. A box of latitudes and longitudes excludes nearly all places, the others
 * are measured, and the box shrinks around the places found. */
#ifndef NEAREST_PASS_H
#define NEAREST_PASS_H

#include "geometry/point.h"
#include "table/table.h"

#include <stdlib.h>

typedef struct {
    double metres;
    uint32_t row;
} passed_place;

/* Sorted, the nearest first. */
typedef struct {
    passed_place *places;
    size_t count, capacity;
} passed_list;

static inline bool is_passed_before(passed_place a, passed_place b)
{
    return a.metres != b.metres ? a.metres < b.metres : a.row < b.row;
}

static inline void add_passed(passed_list *to, passed_place added)
{
    size_t at = to->count;
    if (at == to->capacity && !is_passed_before(added, to->places[at - 1]))
        return;
    at = at < to->capacity ? to->count++ : at - 1;
    for (; at > 0 && is_passed_before(added, to->places[at - 1]); at--)
        to->places[at] = to->places[at - 1];
    to->places[at] = added;
}

/* No place beyond these differences, in units of 1e-5 degrees, is near enough. */
typedef struct {
    int32_t lat, lon;
} passed_box;

/* What is no further than an arc d from latitude phi is within asin(sin d / cos phi) of its
 * longitude, unless a pole is as near (I. Todhunter, Spherical Trigonometry, art. 65). The arc is
 * longer by the most by which distances on the ellipsoid are shorter. */
static inline passed_box box_of_pass(geodist_earth earth, geodist_point here, double metres)
{
    double radius =
        earth.model == GEODIST_MODEL_WGS84 ? GEODIST_MEAN_RADIUS / 1.00562 : earth.radius;
    double arc = metres / (radius * degree);
    if (!(arc < 90) || fabs(here.lat) + arc >= 89.9)
        return (passed_box){arc < 180 ? (int32_t)(arc * 1e5) + 2 : 180 * 100000, 180 * 100000};
    double sine = sin_degrees(arc) / cos_degrees(here.lat);
    double lon = arctangent(sine, sqrt(1 - sine * sine)) / degree;
    return (passed_box){(int32_t)(arc * 1e5) + 2, (int32_t)(lon * 1e5) + 2};
}

static inline bool is_kind_of_pass(uint32_t row, geodist_nearest_query query)
{
    unsigned kinds = query.kinds ? query.kinds : GEODIST_CITIES;
    return is_city(row) ? (place_facts(row) & GD_POPULATION_MASK) >= query.min_population &&
                              kinds & GEODIST_CITIES
                        : query.min_population == 0 && kinds & GEODIST_AIRPORTS;
}

/* Sets the places to the nearest of the query, at most max_count, and returns how many there are.
 */
static inline size_t nearest_by_pass(geodist_earth earth, geodist_point point,
                                     geodist_nearest_query query, passed_place *places)
{
    passed_list found = {places, 0, query.max_count};
    geodist_point here = normalised_point(point);
    int32_t lat_e5 = (int32_t)lrint(here.lat * 1e5), lon_e5 = (int32_t)lrint(here.lon * 1e5);
    passed_box box = box_of_pass(earth, here, query.max_metres);
    uint32_t count = table_field(GD_FIELD_PLACES);
    /* In steps, so that near places are found early. */
    enum { STEP = 61 };
    for (uint32_t first = 0; first < STEP; first++)
        for (uint32_t row = first; row < count; row += STEP) {
            position there = place_position(row);
            int32_t lon = abs(there.lon_e5 - lon_e5);
            if (abs(there.lat_e5 - lat_e5) > box.lat ||
                (lon > box.lon && 36000000 - lon > box.lon) || !is_kind_of_pass(row, query))
                continue;
            double metres = geodist_distance(earth, here, place_point(row));
            if (metres > query.max_metres)
                continue;
            add_passed(&found, (passed_place){metres, row});
            if (found.count == found.capacity)
                box = box_of_pass(earth, here, places[found.count - 1].metres);
        }
    return found.count;
}

#endif
