/* The shortest line between two points, solved once, and the points along it. */
#include "geometry/earth.h"
#include "geometry/ellipsoid.h"
#include "geometry/ellipsoid_line.h"
#include "geometry/great_circle.h"
#include "geometry/point.h"

/* path->state holds a gd_geodesic_line on the ellipsoid and a gd_great_circle on the sphere. It has
 * no meaning if the earth or a point is not valid. */
_Static_assert(sizeof(gd_geodesic_line) <= sizeof((geodist_path){0}.state), "enlarge state");
_Static_assert(sizeof(gd_great_circle) <= sizeof((geodist_path){0}.state), "enlarge state");

static gd_geodesic_line line_along(geodist_point from, const gd_geodesic *geodesic)
{
    return gd_geodesic_line_from(from, geodesic->east1, geodesic->north1);
}

geodist_path geodist_path_between(geodist_earth earth, geodist_point from, geodist_point to)
{
    geodist_path path = {
        .earth = earth, .from = from, .to = to, .metres = NAN, .bearings = {NAN, NAN}};
    if (!is_earth(earth) || !is_point(from) || !is_point(to))
        return path;
    if (earth.model == GEODIST_MODEL_WGS84) {
        gd_geodesic geodesic = gd_wgs84_geodesic(from, to);
        gd_geodesic_line line = line_along(from, &geodesic);
        path.metres = geodesic.metres;
        path.bearings = gd_geodesic_bearings(&geodesic);
        memcpy(path.state, &line, sizeof line);
    } else {
        gd_great_circle circle = gd_great_circle_between(from, to, &path.bearings);
        path.metres = geodist_distance(earth, from, to);
        memcpy(path.state, &circle, sizeof circle);
    }
    return path;
}

/* Whether the point after a fraction needs no line: sets *point to an end, or to NaN if an argument
 * is not valid. */
static bool is_known(geodist_earth earth, geodist_point from, geodist_point to, double fraction,
                     geodist_point *point)
{
    if (!is_earth(earth) || !is_point(from) || !is_point(to) || !isfinite(fraction))
        *point = (geodist_point){NAN, NAN};
    else if (fraction == 0 || is_same_point(from, to))
        *point = normalised_point(from);
    else if (fraction == 1)
        *point = normalised_point(to);
    else
        return false;
    return true;
}

geodist_point geodist_path_point(const geodist_path *path, double fraction)
{
    geodist_point point;
    if (is_known(path->earth, path->from, path->to, fraction, &point))
        return point;
    if (path->earth.model == GEODIST_MODEL_WGS84) {
        gd_geodesic_line line;
        memcpy(&line, path->state, sizeof line);
        return gd_geodesic_line_point(&line, path->from, fraction * path->metres, NULL);
    }
    gd_great_circle circle;
    memcpy(&circle, path->state, sizeof circle);
    return gd_great_circle_point(&circle, fraction);
}

geodist_point geodist_waypoint(geodist_earth earth, geodist_point from, geodist_point to,
                               double fraction)
{
    geodist_point point;
    if (is_known(earth, from, to, fraction, &point))
        return point;
    if (earth.model == GEODIST_MODEL_WGS84) {
        gd_geodesic geodesic = gd_wgs84_geodesic(from, to);
        gd_geodesic_line line = line_along(from, &geodesic);
        return gd_geodesic_line_point(&line, from, fraction * geodesic.metres, NULL);
    }
    gd_great_circle circle = gd_great_circle_between(from, to, NULL);
    return gd_great_circle_point(&circle, fraction);
}
