/* Geometry on either model of the earth. */
#include "geometry/ellipsoid.h"
#include "geometry/great_circle.h"
#include "geometry/haversine.h"
#include "geometry/haversine_batch.h"

double geodist_distance(geodist_earth earth, geodist_point from, geodist_point to)
{
    return earth.model == GEODIST_MODEL_WGS84 ? gd_wgs84_distance(from, to)
                                              : earth.radius * gd_central_angle(from, to);
}

void geodist_distance_many(geodist_earth earth, geodist_points from, geodist_points to,
                           size_t count, double *metres)
{
    if (earth.model != GEODIST_MODEL_WGS84) {
        gd_sphere_distance_many(earth.radius, from, to, count, metres);
        return;
    }
    for (size_t i = 0; i < count; i++)
        metres[i] = gd_wgs84_distance((geodist_point){from.lat[i], from.lon[i]},
                                      (geodist_point){to.lat[i], to.lon[i]});
}

geodist_bearings geodist_bearings_between(geodist_earth earth, geodist_point from,
                                          geodist_point to)
{
    return earth.model == GEODIST_MODEL_WGS84 ? gd_wgs84_bearings(from, to)
                                              : gd_sphere_bearings(from, to);
}

geodist_point geodist_destination(geodist_earth earth, geodist_point from, double bearing,
                                  double metres, double *final_bearing)
{
    return earth.model == GEODIST_MODEL_WGS84
               ? gd_wgs84_destination(from, bearing, metres, final_bearing)
               : gd_sphere_destination(earth.radius, from, bearing, metres, final_bearing);
}
