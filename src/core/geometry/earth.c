/* Distances, bearings and destinations on either model of the earth. */
#include "geometry/earth.h"

#include "geometry/bearing.h"
#include "geometry/ellipsoid.h"
#include "geometry/ellipsoid_batch.h"
#include "geometry/ellipsoid_line.h"
#include "geometry/great_circle.h"
#include "geometry/haversine.h"
#include "geometry/haversine_batch.h"
#include "geometry/point.h"

double geodist_distance(geodist_earth earth, geodist_point from, geodist_point to)
{
    if (earth.model == GEODIST_MODEL_WGS84)
        return gd_wgs84_distance(from, to);
    return sphere_radius(earth) * gd_central_angle(from, to);
}

void geodist_distance_many(geodist_earth earth, geodist_points from, geodist_points to,
                           size_t count, double *metres)
{
    if (earth.model == GEODIST_MODEL_WGS84)
        gd_wgs84_distance_many(from, to, count, metres);
    else
        gd_sphere_distance_many(sphere_radius(earth), from, to, count, metres);
}

geodist_bearings geodist_bearings_between(geodist_earth earth, geodist_point from, geodist_point to)
{
    geodist_bearings bearings = {NAN, NAN};
    if (!is_earth(earth) || !is_point(from) || !is_point(to))
        return bearings;
    if (earth.model == GEODIST_MODEL_WGS84) {
        gd_geodesic geodesic = gd_wgs84_geodesic(from, to);
        return gd_geodesic_bearings(&geodesic);
    }
    gd_great_circle_between(from, to, &bearings);
    return bearings;
}

geodist_point geodist_destination(geodist_earth earth, geodist_point from, double bearing,
                                  double metres, double *final_bearing)
{
    double unused = NAN, *final = final_bearing ? final_bearing : &unused;
    double length = earth.model == GEODIST_MODEL_WGS84 ? metres : metres / sphere_radius(earth);
    *final = NAN;
    if (!is_point(from) || !isfinite(bearing) || !isfinite(length))
        return (geodist_point){NAN, NAN};
    *final = gd_normalised_bearing(reduced_degrees(bearing));
    if (length == 0)
        return normalised_point(from);
    if (earth.model == GEODIST_MODEL_WGS84)
        return gd_wgs84_destination(from, bearing, length, final_bearing);
    return gd_sphere_destination(from, bearing, length, final);
}
