/* The places nearest to a point. The leaves of the tree are visited, the nearest first, as far as
 * they may have places that are near enough; these places are measured. */
#include "places/nearest.h"

#include "geometry/earth.h"
#include "geometry/haversine.h"
#include "geometry/point.h"
#include "places/nearest_target.h"
#include "places/nearest_walk.h"
#include "places/place.h"

/* The nearest places found so far: a heap with the furthest on top (J. W. J. Williams, Algorithm
 * 232: Heapsort, Comm. ACM 7(6), 1964). */
typedef struct {
    geodist_neighbour *items; /* only metres and place.row are set */
    size_t count, capacity;
    size_t seen;       /* how many places were near enough, even if there was no room for them */
    double max_metres; /* near enough */
} heap;

static bool is_further_than(const geodist_neighbour *a, double metres, uint32_t row)
{
    return a->metres != metres ? a->metres > metres : a->place.row > row;
}

static bool is_further(const geodist_neighbour *a, const geodist_neighbour *b)
{
    return is_further_than(a, b->metres, b->place.row);
}

static void put(geodist_neighbour *to, double metres, uint32_t row)
{
    to->metres = metres;
    to->place.row = row;
}

static void swap(geodist_neighbour *a, geodist_neighbour *b)
{
    double metres = a->metres;
    uint32_t row = a->place.row;
    put(a, b->metres, b->place.row);
    put(b, metres, row);
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
    if (!(metres <= h->max_metres))
        return;
    h->seen++;
    if (h->count < h->capacity) {
        put(&h->items[h->count++], metres, row);
        sift_up(h, h->count - 1);
    } else if (h->count && is_further_than(&h->items[0], metres, row)) {
        put(&h->items[0], metres, row);
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

/* Places of a leaf that are not measured yet. */
typedef struct {
    size_t count;
    uint32_t rows[GD_TREE_FAN];
    double lat[GD_TREE_FAN], lon[GD_TREE_FAN];
    double metres[GD_TREE_FAN];
} batch;

/* Candidates are found on a sphere, on which all distances are at most `stretch` times those on the
 * earth asked for. */
typedef struct {
    geodist_earth earth, sphere;
    double stretch;
    geodist_point here;
    gd_origin origin;
    uint32_t min_population;
    bool counts_all; /* places beyond the capacity are to be counted, so that the limit stays */
    heap nearest;
    double limit_metres; /* on the sphere; places beyond it are not among the results */
    float limit; /* their haversines are larger than this */
    int32_t key_limit; /* as are the keys of their leaves than this */
} search;

static double spherical_limit(const search *s)
{
    const heap *h = &s->nearest;
    bool is_full = h->count && h->count == h->capacity;
    return (is_full && !s->counts_all ? h->items[0].metres : h->max_metres) * s->stretch;
}

static void set_limit(search *s)
{
    double metres = spherical_limit(s);
    if (metres == s->limit_metres)
        return;
    s->limit_metres = metres;
    s->limit = gd_haversine_limit(s->sphere, metres);
    s->key_limit = gd_key_limit(s->limit);
}

static void measure(batch *b, search *s)
{
    for (size_t i = 0; i < b->count; i++)
        b->metres[i] =
            s->sphere.radius * central_angle(s->here.lat, s->here.lon, b->lat[i], b->lon[i]);
    bool is_sphere = s->earth.model != GEODIST_MODEL_WGS84;
    for (size_t i = 0; i < b->count; i++) {
        if (is_sphere)
            insert(&s->nearest, b->rows[i], b->metres[i]);
        else if (b->metres[i] <= spherical_limit(s))
            insert(&s->nearest, b->rows[i],
                   geodist_distance(s->earth, s->here, (geodist_point){b->lat[i], b->lon[i]}));
    }
    b->count = 0;
    set_limit(s);
}

static void search_leaf(search *s, const gd_tree *tree, uint32_t leaf, batch *b)
{
    float haversines[GD_TREE_FAN];
    gd_leaf_haversines(tree, leaf, &s->origin, s->min_population, haversines);
    uint32_t first = tree->first_row + leaf * GD_TREE_FAN;
    for (uint32_t i = 0; i < GD_TREE_FAN; i++) {
        if (haversines[i] > s->limit)
            continue;
        geodist_point there = place_point(first + i);
        b->rows[b->count] = first + i;
        b->lat[b->count] = there.lat;
        b->lon[b->count++] = there.lon;
    }
    if (b->count)
        measure(b, s);
}

static void search_tree(search *s, gd_tree tree, batch *b)
{
    gd_walk walk;
    uint32_t leaf;
    gd_walk_start(&walk, &tree, gd_population_class(s->min_population));
    while (gd_walk_next(&walk, &tree, &s->origin, s->key_limit, &leaf))
        search_leaf(s, &tree, leaf, b);
}

static search search_for(geodist_earth earth, geodist_point here, geodist_nearest_query query,
                         geodist_neighbour *neighbours, size_t capacity)
{
    bool is_sphere = earth.model != GEODIST_MODEL_WGS84;
    return (search){.earth = earth,
                    .sphere = is_sphere ? earth : geodist_sphere,
                    .stretch = is_sphere ? 1 : wgs84_stretch,
                    .here = here,
                    .origin = gd_origin_of(here),
                    .min_population = query.min_population,
                    .counts_all = capacity < query.max_count,
                    .nearest = {.items = neighbours,
                                .capacity = capacity < query.max_count ? capacity : query.max_count,
                                .max_metres = query.max_metres},
                    .limit_metres = -1};
}

size_t gd_nearest_rows(geodist_earth earth, geodist_point here, geodist_nearest_query query,
                       geodist_neighbour *neighbours, size_t capacity)
{
    search s = search_for(earth, here, query, neighbours, capacity);
    batch b = {.count = 0};
    set_limit(&s);
    if (gd_wants_cities(query))
        search_tree(&s, gd_city_tree(), &b);
    if (gd_wants_airports(query))
        search_tree(&s, gd_airport_tree(), &b);
    sort(&s.nearest);
    return s.nearest.seen < query.max_count ? s.nearest.seen : query.max_count;
}

/* ---- One place --------------------------------------------------------------------- */

static void search_target_tree(gd_target *t, const gd_target_settings *with, gd_tree tree)
{
    gd_walk walk;
    uint32_t leaf;
    gd_walk_start(&walk, &tree, gd_population_class(with->query.min_population));
    while (gd_walk_next(&walk, &tree, &t->origin, t->key_limit, &leaf))
        gd_search_target_leaf(t, with, &tree, leaf);
}

/* As gd_nearest_rows() for one place; false where only exact distances tell which place it is. */
static bool find_one(geodist_earth earth, geodist_point here, geodist_nearest_query query,
                     geodist_neighbour *nearest, size_t *count)
{
    gd_target t;
    gd_target_settings with = gd_settings_for(earth, query);
    gd_start_target(&t, &with, here);
    if (gd_wants_cities(query))
        search_target_tree(&t, &with, gd_city_tree());
    if (gd_wants_airports(query))
        search_target_tree(&t, &with, gd_airport_tree());
    *count = 0;
    if (t.row != GEODIST_NO_ROW)
        put(nearest, geodist_distance(earth, here, place_point(t.row)), t.row);
    if (t.row != GEODIST_NO_ROW && nearest->metres <= query.max_metres)
        *count = 1;
    return !t.is_uncertain;
}

size_t geodist_nearest(geodist_earth earth, geodist_point point, geodist_nearest_query query,
                       geodist_neighbour *neighbours, size_t capacity)
{
    if (!is_earth(earth) || !is_point(point) || !(query.max_metres >= 0) || query.max_count == 0)
        return 0;
    geodist_point here = normalised_point(point);
    size_t count;
    if (query.max_count > 1 || capacity == 0 || !find_one(earth, here, query, neighbours, &count))
        count = gd_nearest_rows(earth, here, query, neighbours, capacity);
    for (size_t i = 0; i < count && i < capacity; i++) {
        neighbours[i].place = gd_place(neighbours[i].place.row);
        neighbours[i].bearing =
            geodist_bearings_between(earth, point, neighbours[i].place.point).initial;
    }
    return count;
}
