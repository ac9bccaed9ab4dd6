/* The nearest place to each of many points. The points are taken in groups, and each step is done
 * for a whole group, so that the processor works at several points at a time:
 *
 *   1. From the top of the tree, the nearest node of each level, down to a leaf.
 *   2. The nearest place of that leaf.
 *   3. The other nodes beside that path which may have a nearer place. There are often none.
 *   4. The exact distances to the places found.
 *
 * Where haversines do not tell which place is the nearest, the point is searched for again with
 * exact distances. */
#include "places/nearest_many.h"

#include "geometry/earth.h"
#include "places/nearest.h"
#include "places/nearest_target.h"
#include "places/nearest_walk.h"

enum { GROUP = 32 };

/* ---- A group of points ---------------------------------------------------------------- */

typedef struct {
    gd_target targets[GROUP];
    size_t count;
    /* Of the nodes of each level on the path to the leaf and beside it. */
    int32_t keys[GROUP][GD_TREE_DEPTH_MAX][GD_TREE_FAN];
    gd_walk walk;
} group;

static inline void find_leaves(group *g, const gd_tree *tree)
{
    for (size_t i = 0; i < g->count; i++)
        g->targets[i].leaf = 0;
    for (unsigned level = tree->depth; level-- > 0;)
        for (size_t i = 0; i < g->count; i++) {
            uint32_t *node = &g->targets[i].leaf;
            int32_t *keys = g->keys[i][level];
            gd_find_keys(tree, level, *node, g->targets[i].origin.xyz, g->walk.least_class, keys);
            *node = *node * GD_TREE_FAN + ((unsigned)gd_least_key(keys) & GD_KEY_NODE);
        }
    for (size_t i = 0; i < g->count; i++) {
        const unsigned char *positions = gd_leaf_positions(tree, g->targets[i].leaf);
        __builtin_prefetch(positions);
        __builtin_prefetch(positions + 64);
    }
}

/* Adds the nodes beside the path to the walk that may have nearer places. */
static inline void add_siblings(group *g, size_t i, const gd_tree *tree)
{
    const gd_target *t = &g->targets[i];
    for (unsigned level = tree->depth; level-- > 0;) {
        uint32_t node = t->leaf >> GD_TREE_FAN_BITS * level;
        unsigned other = ~(1u << node % GD_TREE_FAN);
        unsigned within = gd_keys_within(g->keys[i][level], t->key_limit) & other;
        if (within)
            gd_walk_add(&g->walk, level, node / GD_TREE_FAN, g->keys[i][level],
                        within & gd_group_nodes(tree, level, node / GD_TREE_FAN));
    }
}

static inline void search_tree(group *g, const gd_target_settings *with, gd_tree tree)
{
    uint32_t leaf;
    gd_walk_start(&g->walk, &tree, gd_population_class(with->query.min_population));
    if (g->walk.count == 0)
        return;
    find_leaves(g, &tree);
    for (size_t i = 0; i < g->count; i++)
        gd_search_target_leaf(&g->targets[i], with, &tree, g->targets[i].leaf);
    for (size_t i = 0; i < g->count; i++) {
        gd_target *t = &g->targets[i];
        g->walk.count = 0;
        add_siblings(g, i, &tree);
        while (gd_walk_next(&g->walk, &tree, &t->origin, t->key_limit, &leaf))
            gd_search_target_leaf(t, with, &tree, leaf);
    }
}

static inline void search_group(group *g, const gd_target_settings *with, const double *lat,
                                const double *lon)
{
    for (size_t i = 0; i < g->count; i++)
        gd_start_target(&g->targets[i], with, (geodist_point){lat[i], lon[i]});
    if (gd_wants_cities(with->query))
        search_tree(g, with, gd_city_tree());
    if (gd_wants_airports(with->query))
        search_tree(g, with, gd_airport_tree());
}

/* ---- Versions ------------------------------------------------------------------------- */

typedef void group_search(group *g, const gd_target_settings *with, const double *lat,
                          const double *lon);

static void search_portably(group *g, const gd_target_settings *with, const double *lat,
                            const double *lon)
{
    search_group(g, with, lat, lon);
}

#if defined(__x86_64__)
__attribute__((flatten, target("avx2"))) static void
search_by_eight(group *g, const gd_target_settings *with, const double *lat, const double *lon)
{
    search_group(g, with, lat, lon);
}

unsigned gd_nearest_many_versions(void)
{
    return __builtin_cpu_supports("avx2") ? 2 : 1;
}

static group_search *search_of(unsigned version)
{
    return version == 0 ? search_portably : search_by_eight;
}
#else
unsigned gd_nearest_many_versions(void)
{
    return 1;
}

static group_search *search_of(unsigned version)
{
    (void)version;
    return search_portably;
}
#endif

/* ---- Exact distances ------------------------------------------------------------------ */

static void search_again(const gd_target_settings *with, geodist_point point, uint32_t *row,
                         double *metres)
{
    geodist_neighbour nearest;
    *row = GEODIST_NO_ROW;
    *metres = NAN;
    if (gd_nearest_rows(with->earth, point, with->query, &nearest, 1)) {
        *row = nearest.place.row;
        *metres = nearest.metres;
    }
}

static void measure(const group *g, const gd_target_settings *with, geodist_points here,
                    uint32_t *rows, double *metres)
{
    double lat[GROUP], lon[GROUP];
    for (size_t i = 0; i < g->count; i++) {
        const gd_target *t = &g->targets[i];
        bool is_found = t->is_valid && t->row != GEODIST_NO_ROW;
        geodist_point there = is_found ? place_point(t->row) : (geodist_point){NAN, NAN};
        lat[i] = there.lat;
        lon[i] = there.lon;
    }
    geodist_distance_many(with->earth, here, (geodist_points){lat, lon}, g->count, metres);
    for (size_t i = 0; i < g->count; i++) {
        const gd_target *t = &g->targets[i];
        bool is_near = metres[i] <= with->query.max_metres;
        rows[i] = is_near ? t->row : GEODIST_NO_ROW;
        metres[i] = is_near ? metres[i] : NAN;
        if (t->is_uncertain && t->is_valid)
            search_again(with, (geodist_point){here.lat[i], here.lon[i]}, &rows[i], &metres[i]);
    }
}

void gd_nearest_many_by(unsigned version, geodist_earth earth, geodist_points points, size_t count,
                        geodist_nearest_query query, uint32_t *rows, double *metres)
{
    if (!is_earth(earth) || !(query.max_metres >= 0)) {
        for (size_t i = 0; i < count; i++) {
            rows[i] = GEODIST_NO_ROW;
            metres[i] = NAN;
        }
        return;
    }
    gd_target_settings with = gd_settings_for(earth, query);
    group_search *search = search_of(version);
    group g;
    for (size_t at = 0; at < count; at += g.count) {
        double lon[GROUP];
        g.count = count - at < GROUP ? count - at : GROUP;
        for (size_t i = 0; i < g.count; i++)
            lon[i] = reduced_degrees(points.lon[at + i]);
        search(&g, &with, points.lat + at, lon);
        measure(&g, &with, (geodist_points){points.lat + at, lon}, rows + at, metres + at);
    }
}

void geodist_nearest_many(geodist_earth earth, geodist_points points, size_t count,
                          geodist_nearest_query query, uint32_t *rows, double *metres)
{
    gd_nearest_many_by(gd_nearest_many_versions() - 1, earth, points, count, query, rows, metres);
}
