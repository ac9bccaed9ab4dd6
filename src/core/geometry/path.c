/* The shortest line between two points, solved once. */
#include "geometry/ellipsoid.h"
#include "geometry/great_circle.h"

geodist_path geodist_path_between(geodist_earth earth, geodist_point from, geodist_point to)
{
    return (geodist_path){.earth = earth,
                          .from = from,
                          .to = to,
                          .metres = geodist_distance(earth, from, to),
                          .bearings = geodist_bearings_between(earth, from, to)};
}

geodist_point geodist_path_point(const geodist_path *path, double fraction)
{
    if (path->earth.model != GEODIST_MODEL_WGS84)
        return gd_sphere_waypoint(path->from, path->to, fraction);
    return gd_wgs84_destination(path->from, path->bearings.initial, fraction * path->metres, NULL);
}

geodist_point geodist_waypoint(geodist_earth earth, geodist_point from, geodist_point to,
                               double fraction)
{
    geodist_path path = geodist_path_between(earth, from, to);
    return geodist_path_point(&path, fraction);
}
