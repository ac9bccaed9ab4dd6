/* The places nearest to a point, found by a pass over the table. A box of latitudes and longitudes
 * excludes nearly all places. The others are measured in batches, and the box shrinks around the
 * places found. A first pass over a sample of the table makes the box small early, because the
 * table may begin with places that are far away. */
#include "geometry/earth.h"
#include "geometry/point.h"
#include "places/place.h"
#include "table/table.h"

#include <stdlib.h>

/* The nearest places found so far: a heap with the furthest on top (J. W. J. Williams, Algorithm
 * 232: Heapsort, Comm. ACM 7(6), 1964). */
typedef struct {
    geodist_neighbour *items; /* only metres and place.row are set */
    size_t count, capacity;
    size_t seen;       /* how many places were near enough, even if there was no room for them */
    double max_metres; /* near enough */
} heap;

static bool is_further(const geodist_neighbour *a, const geodist_neighbour *b)
{
    if (a->metres != b->metres)
        return a->metres > b->metres;
    return a->place.row > b->place.row;
}

static void swap(geodist_neighbour *a, geodist_neighbour *b)
{
    geodist_neighbour copy = *a;
    *a = *b;
    *b = copy;
}

static void sift_up(heap *h, size_t at)
{
    for (; at > 0 && is_further(&h->items[at], &h->items[(at - 1) / 2]); at = (at - 1) / 2)
        swap(&h->items[at], &h->items[(at - 1) / 2]);
}

static void sift_down(heap *h, size_t at)
{
    for (size_t child = 2 * at + 1; child < h->count; at = child, child = 2 * at + 1) {
        if (child + 1 < h->count && is_further(&h->items[child + 1], &h->items[child]))
            child++;
        if (!is_further(&h->items[child], &h->items[at]))
            return;
        swap(&h->items[at], &h->items[child]);
    }
}

static void insert(heap *h, uint32_t row, double metres)
{
    geodist_neighbour item = {.place = {.row = row}, .metres = metres};
    if (!(metres <= h->max_metres))
        return;
    h->seen++;
    if (h->count < h->capacity) {
        h->items[h->count++] = item;
        sift_up(h, h->count - 1);
    } else if (h->count && is_further(&h->items[0], &item)) {
        h->items[0] = item;
        sift_down(h, 0);
    }
}

static void sort(heap *h)
{
    size_t count = h->count;
    while (h->count > 1) {
        h->count--;
        swap(&h->items[0], &h->items[h->count]);
        sift_down(h, 0);
    }
    h->count = count;
}

/* ---- The search -------------------------------------------------------------------- */

enum { BATCH = 256 };

/* Places inside the box that are not measured yet. */
typedef struct {
    size_t count;
    uint32_t rows[BATCH];
    double lat[BATCH], lon[BATCH];
    double here_lat[BATCH], here_lon[BATCH];
    double metres[BATCH];
} batch;

/* Candidates are found on a sphere, on which all distances are at most `stretch` times those on the
 * earth asked for. */
typedef struct {
    geodist_earth earth, sphere;
    double stretch;
    geodist_point here;
    uint32_t min_population;
    uint32_t first_row, end_row; /* the rows of the kinds asked for */
    bool counts_all; /* places beyond the capacity are to be counted, so that the box stays large */
    heap nearest;
} search;

/* On the ellipsoid ds^2 = M^2 dphi^2 + N^2 cos^2 phi dlambda^2, on the sphere of radius R with the
 * same latitudes and longitudes ds^2 = R^2 (dphi^2 + cos^2 phi dlambda^2). The radii of curvature M
 * and N = a (1 - e^2) / (1 - e^2 sin^2 phi)^(3/2) and N = a / (1 - e^2 sin^2 phi)^(1/2) are both at
 * least a (1 - e^2) = 6335439.3 m. So every line is at most R / 6335439.3 m = 1.005614 times as
 * long on the sphere of mean radius as on the ellipsoid, and so are the shortest lines. */
static const double wgs84_stretch = 1.00562;

/* The largest distance on the sphere at which a place could still be among the results. */
static double spherical_limit(const search *s)
{
    const heap *h = &s->nearest;
    bool is_full = h->count && h->count == h->capacity;
    return (is_full && !s->counts_all ? h->items[0].metres : h->max_metres) * s->stretch;
}

static void measure(batch *b, search *s)
{
    geodist_distance_many(s->sphere, (geodist_points){b->here_lat, b->here_lon},
                          (geodist_points){b->lat, b->lon}, b->count, b->metres);
    bool is_sphere = s->earth.model != GEODIST_MODEL_WGS84;
    for (size_t i = 0; i < b->count; i++) {
        if (is_sphere)
            insert(&s->nearest, b->rows[i], b->metres[i]);
        else if (b->metres[i] <= spherical_limit(s))
            insert(&s->nearest, b->rows[i],
                   geodist_distance(s->earth, s->here, (geodist_point){b->lat[i], b->lon[i]}));
    }
    b->count = 0;
}

/* No place beyond these differences, in units of 1e-5 degrees, is near enough. */
typedef struct {
    int32_t lat, lon;
} box;

/* What is no further than an arc d from latitude phi is within asin(sin d / cos phi) of its
 * longitude, unless a pole is as near (I. Todhunter, Spherical Trigonometry, art. 65). */
static box box_around(const search *s)
{
    double lat = s->here.lat, arc = spherical_limit(s) / (s->sphere.radius * degree);
    if (!(arc < 90) || fabs(lat) + arc >= 89.9)
        return (box){arc < 180 ? (int32_t)(arc * 1e5) + 2 : 180 * 100000, 180 * 100000};
    double sine = sin_degrees(arc) / cos_degrees(lat);
    double lon = arctangent(sine, sqrt(1 - sine * sine)) / degree;
    return (box){(int32_t)(arc * 1e5) + 2, (int32_t)(lon * 1e5) + 2};
}

static bool is_within(box around, int32_t lat, int32_t lon)
{
    int32_t lon12 = abs(lon);
    return abs(lat) <= around.lat && (lon12 <= around.lon || 36000000 - lon12 <= around.lon);
}

enum { SAMPLE = 64 };

static uint32_t population_of(uint32_t row)
{
    return is_city(row) ? place_facts(row) & GD_POPULATION_MASK : 0;
}

/* Searches every SAMPLE-th row, or all other rows. */
static void search_rows(search *s, bool sample)
{
    batch b = {.count = 0};
    int32_t lat_e5 = (int32_t)lrint(s->here.lat * 1e5), lon_e5 = (int32_t)lrint(s->here.lon * 1e5);
    for (size_t i = 0; i < BATCH; i++) {
        b.here_lat[i] = s->here.lat;
        b.here_lon[i] = s->here.lon;
    }
    box around = box_around(s);
    uint32_t min_population = s->min_population;
    for (uint32_t row = s->first_row; row < s->end_row; row += sample ? SAMPLE : 1) {
        position at = place_position(row);
        if (!is_within(around, at.lat_e5 - lat_e5, at.lon_e5 - lon_e5) ||
            population_of(row) < min_population ||
            (!sample && (row - s->first_row) % SAMPLE == 0))
            continue;
        b.rows[b.count] = row;
        b.lat[b.count] = at.lat_e5 / 1e5;
        b.lon[b.count] = at.lon_e5 / 1e5;
        if (++b.count == BATCH) {
            measure(&b, s);
            around = box_around(s);
        }
    }
    measure(&b, s);
}

static search search_for(geodist_earth earth, geodist_point here, geodist_nearest_query query,
                         geodist_neighbour *neighbours, size_t capacity)
{
    bool is_sphere = earth.model != GEODIST_MODEL_WGS84;
    bool only_airports = query.kinds == GEODIST_AIRPORTS;
    return (search){.earth = earth,
                    .sphere = is_sphere ? earth : geodist_sphere,
                    .stretch = is_sphere ? 1 : wgs84_stretch,
                    .here = here,
                    .min_population = query.min_population,
                    .first_row = only_airports ? table_field(GD_FIELD_CITIES) : 0,
                    .end_row = table_field(query.kinds & GEODIST_AIRPORTS ? GD_FIELD_PLACES
                                                                          : GD_FIELD_CITIES),
                    .counts_all = capacity < query.max_count,
                    .nearest = {.items = neighbours,
                                .capacity = capacity < query.max_count ? capacity : query.max_count,
                                .max_metres = query.max_metres}};
}

size_t geodist_nearest(geodist_earth earth, geodist_point point, geodist_nearest_query query,
                       geodist_neighbour *neighbours, size_t capacity)
{
    geodist_point here = normalised_point(point);
    if (!is_earth(earth) || !is_point(point) || !(query.max_metres >= 0) || query.max_count == 0)
        return 0;
    search s = search_for(earth, here, query, neighbours, capacity);
    search_rows(&s, true);
    search_rows(&s, false);
    sort(&s.nearest);
    for (size_t i = 0; i < s.nearest.count; i++) {
        neighbours[i].place = gd_place(neighbours[i].place.row);
        neighbours[i].bearing =
            geodist_bearings_between(earth, point, neighbours[i].place.point).initial;
    }
    return s.nearest.seen < query.max_count ? s.nearest.seen : query.max_count;
}
