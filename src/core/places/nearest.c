/* The cities nearest to a point: a pass over the table. A box of latitudes and longitudes rules out
 * nearly all of them; the rest are measured some at a time, and the box shrinks around what is
 * found. A quick look at a few of all cities comes first, lest a table that begins far away
 * is measured whole. */
#include "geometry/angle.h"
#include "places/place_query.h"

#include <stdlib.h>

enum { BATCH = 256 };

/* Cities that may be near enough, waiting to be measured. */
typedef struct {
    size_t count;
    uint32_t rows[BATCH];
    double lat[BATCH], lon[BATCH];
    double here_lat[BATCH], here_lon[BATCH];
    double metres[BATCH];
} batch;

/* A heap with the furthest on top (J. W. J. Williams, Algorithm 232: Heapsort, Comm. ACM 7(6),
 * 1964). */
typedef struct {
    geodist_neighbour *items; /* of each, only the metres and the row are there yet */
    size_t count, capacity;
    size_t seen; /* near enough, whether or not there was room */
    double limit; /* metres */
} heap;

static bool is_further(const geodist_neighbour *a, const geodist_neighbour *b)
{
    if (a->metres != b->metres)
        return a->metres > b->metres;
    return a->place.row > b->place.row;
}

static void swap(geodist_neighbour *a, geodist_neighbour *b)
{
    geodist_neighbour kept = *a;
    *a = *b;
    *b = kept;
}

static void sift_up(heap *of, size_t at)
{
    for (; at > 0 && is_further(&of->items[at], &of->items[(at - 1) / 2]); at = (at - 1) / 2)
        swap(&of->items[at], &of->items[(at - 1) / 2]);
}

static void sift_down(heap *of, size_t at)
{
    for (size_t child = 2 * at + 1; child < of->count; at = child, child = 2 * at + 1) {
        if (child + 1 < of->count && is_further(&of->items[child + 1], &of->items[child]))
            child++;
        if (!is_further(&of->items[child], &of->items[at]))
            return;
        swap(&of->items[at], &of->items[child]);
    }
}

static void enter(heap *of, uint32_t row, double metres)
{
    geodist_neighbour added = {.place = {.row = row}, .metres = metres};
    if (!(metres <= of->limit))
        return;
    of->seen++;
    if (of->count < of->capacity) {
        of->items[of->count++] = added;
        sift_up(of, of->count - 1);
    } else if (of->count && is_further(&of->items[0], &added)) {
        of->items[0] = added;
        sift_down(of, 0);
    }
}

static void measure(batch *waiting, heap *of)
{
    geodist_distance_many(geodist_sphere,
                          (geodist_points){waiting->here_lat, waiting->here_lon},
                          (geodist_points){waiting->lat, waiting->lon}, waiting->count,
                          waiting->metres);
    for (size_t i = 0; i < waiting->count; i++)
        enter(of, waiting->rows[i], waiting->metres[i]);
    waiting->count = 0;
}

/* No city beyond these differences, in units of 1e-5 degrees, is near enough. */
typedef struct {
    int32_t lat, lon;
} box;

/* A full heap admits nothing further than what is on top of it. What is no further than an arc d
 * from latitude phi is within asin(sin d / cos phi) of its longitude, unless a pole is as near
 * (Todhunter, Spherical Trigonometry, art. 65). */
static box box_around(const heap *of, bool all_are_counted, double lat)
{
    double metres = of->limit;
    if (!all_are_counted && of->count && of->count == of->capacity)
        metres = of->items[0].metres;
    double arc = metres / (GEODIST_MEAN_RADIUS * degree);
    if (!(arc < 90) || fabs(lat) + arc >= 89.9)
        return (box){arc < 180 ? (int32_t)(arc * 1e5) + 2 : 180 * 100000, 180 * 100000};
    double sine = sin_degrees(arc) / cos_degrees(lat);
    double turned = arctangent(sine, sqrt(1 - sine * sine)) / degree;
    return (box){(int32_t)(arc * 1e5) + 2, (int32_t)(turned * 1e5) + 2};
}

static bool is_within(box around, int32_t lat, int32_t lon)
{
    int32_t apart = abs(lon);
    return abs(lat) <= around.lat && (apart <= around.lon || 36000000 - apart <= around.lon);
}

static void sort(heap *of)
{
    size_t count = of->count;
    while (of->count > 1) {
        of->count--;
        swap(&of->items[0], &of->items[of->count]);
        sift_down(of, 0);
    }
    of->count = count;
}

enum { LOOK = 64 };

/* Cities of every LOOK-th row, or of all others. */

static void look_around(heap *of, geodist_point here, const geodist_nearest_query *wanted, bool first)
{
    batch waiting = {.count = 0};
    bool all_are_counted = of->capacity < wanted->max_count;
    int32_t lat_e5 = (int32_t)lrint(here.lat * 1e5), lon_e5 = (int32_t)lrint(here.lon * 1e5);
    for (size_t i = 0; i < BATCH; i++) {
        waiting.here_lat[i] = here.lat;
        waiting.here_lon[i] = here.lon;
    }
    box around = box_around(of, all_are_counted, here.lat);
    for (uint32_t row = 0, rows = table_field(GD_FIELD_PLACES); row < rows;
         row += first ? LOOK : 1) {
        position at = place_position(row);
        if (!is_within(around, at.lat_e5 - lat_e5, at.lon_e5 - lon_e5) ||
            (place_facts(row) & GD_POPULATION_MASK) < wanted->min_population ||
            (!first && row % LOOK == 0))
            continue;
        waiting.rows[waiting.count] = row;
        waiting.lat[waiting.count] = at.lat_e5 / 1e5;
        waiting.lon[waiting.count] = at.lon_e5 / 1e5;
        if (++waiting.count == BATCH) {
            measure(&waiting, of);
            around = box_around(of, all_are_counted, here.lat);
        }
    }
    measure(&waiting, of);
}

size_t geodist_nearest(geodist_earth earth, geodist_point point, geodist_nearest_query wanted,
                       geodist_neighbour *nearest, size_t capacity)
{
    geodist_point here = {point.lat, reduced_degrees(point.lon)};
    heap found = {.items = nearest,
                  .capacity = capacity < wanted.max_count ? capacity : wanted.max_count,
                  .limit = wanted.max_metres};
    if (!(fabs(here.lat) <= 90) || isnan(here.lon) || !(wanted.max_metres >= 0))
        return 0;
    look_around(&found, here, &wanted, true);
    look_around(&found, here, &wanted, false);
    sort(&found);
    for (size_t i = 0; i < found.count; i++) {
        nearest[i].place = gd_place(nearest[i].place.row);
        nearest[i].bearing = geodist_bearings_between(earth, point, nearest[i].place.point).initial;
    }
    return found.seen < wanted.max_count ? found.seen : wanted.max_count;
}
