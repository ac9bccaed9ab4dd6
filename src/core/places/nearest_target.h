/* The search for the one nearest place to a point by haversines, which nearly always tell which
 * place it is. */
#ifndef GD_NEAREST_TARGET_H
#define GD_NEAREST_TARGET_H

#include "geometry/point.h"
#include "places/nearest_limits.h"

/* A point, and what was found for it. */
typedef struct {
    gd_origin origin;
    float least;       /* the least haversine */
    float limit;       /* places beyond this haversine are not the nearest */
    int32_t key_limit; /* nor are those in nodes of larger keys */
    uint32_t row;      /* of the least haversine, or GEODIST_NO_ROW */
    uint32_t leaf;     /* the first that was searched */
    bool is_uncertain; /* another place may be as near or nearer */
    bool is_valid;
} gd_target;

typedef struct {
    geodist_earth earth;
    geodist_nearest_query query;
    float slack; /* the nearest place is among those whose haversines are at most so many times the
                  * least */
    float limit; /* of the haversine of every place that is near enough */
    bool is_uncertain; /* for every point */
} gd_target_settings;

static inline void gd_set_target_limit(gd_target *t, float limit)
{
    t->limit = limit;
    t->key_limit = gd_key_limit(limit);
}

static inline void gd_start_target(gd_target *t, const gd_target_settings *with,
                                   geodist_point point)
{
    t->is_valid = is_point(point);
    t->origin = gd_origin_of(t->is_valid ? point : (geodist_point){0, 0});
    t->least = far_haversine;
    t->row = GEODIST_NO_ROW;
    t->is_uncertain = with->is_uncertain;
    gd_set_target_limit(t, with->limit);
}

static inline void gd_search_target_leaf(gd_target *t, const gd_target_settings *with,
                                         const gd_tree *tree, uint32_t leaf)
{
    float haversines[GD_TREE_FAN];
    gd_leaf_haversines(tree, leaf, &t->origin, with->query.min_population, haversines);
    float least = haversines[0];
    for (int i = 1; i < GD_TREE_FAN; i++)
        least = haversines[i] < least ? haversines[i] : least;
    if (least > t->limit)
        return;
    if (least >= t->least) {
        t->is_uncertain = true;
        return;
    }
    float limit = least * with->slack;
    unsigned within = 0, nearest = 0;
    for (unsigned i = 0; i < GD_TREE_FAN; i++) {
        within += haversines[i] <= limit;
        nearest = haversines[i] == least ? i : nearest;
    }
    t->is_uncertain = within > 1 || t->least <= limit || with->is_uncertain;
    t->least = least;
    t->row = tree->first_row + leaf * GD_TREE_FAN + nearest;
    if (limit < t->limit)
        gd_set_target_limit(t, limit);
}

static inline gd_target_settings gd_settings_for(geodist_earth earth, geodist_nearest_query query)
{
    bool is_sphere = earth.model != GEODIST_MODEL_WGS84;
    geodist_earth sphere = is_sphere ? earth : geodist_sphere;
    double stretch = is_sphere ? 1 : wgs84_stretch;
    float ratio = is_sphere ? 1 : (float)(wgs84_stretch / wgs84_shrink);
    query.max_count = 1;
    return (gd_target_settings){.earth = earth,
                                .query = query,
                                .slack = ratio * ratio * haversine_slack,
                                .limit = gd_haversine_limit(sphere, query.max_metres * stretch),
                                .is_uncertain = !gd_tells_distances_apart(sphere)};
}

#endif
