#include "route/leg.h"

#include <math.h>

bool gd_find_nearest_city(geodist_earth earth, geodist_point point, geodist_neighbour *nearest)
{
    geodist_nearest_query one = {.max_count = 1, .max_metres = INFINITY};
    return geodist_nearest(earth, point, one, nearest, 1) > 0;
}

leg_details gd_describe_leg(const geodist_path *path)
{
    geodist_earth sphere = {GEODIST_MODEL_SPHERE, path->earth.radius};
    leg_details details = {
        .sphere = geodist_distance(sphere, path->from, path->to),
        .wgs84 = geodist_distance(geodist_wgs84, path->from, path->to),
        .bearings = path->bearings,
        .midpoint = geodist_path_point(path, 0.5),
    };
    details.has_nearest = gd_find_nearest_city(path->earth, details.midpoint, &details.nearest);
    return details;
}
