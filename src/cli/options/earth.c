#include "options/earth.h"

const model cli_models[] = {
    {"sphere", true},
    {"wgs84", false},
    {NULL, false},
};

double cli_distance(earth on, geodist_point from, geodist_point to)
{
    return on.model->is_sphere ? geodist_distance_on(on.radius, from, to)
                               : geodist_wgs84_distance(from, to);
}

geodist_bearings cli_bearings(earth on, geodist_point from, geodist_point to)
{
    return on.model->is_sphere ? geodist_bearings_between(from, to)
                               : geodist_wgs84_bearings(from, to);
}

geodist_point cli_waypoint(earth on, geodist_point from, geodist_point to, double fraction)
{
    if (on.model->is_sphere)
        return geodist_waypoint(from, to, fraction);
    return geodist_wgs84_destination(from, geodist_wgs84_bearings(from, to).initial,
                                     fraction * geodist_wgs84_distance(from, to), NULL);
}

geodist_point cli_destination(earth on, geodist_point from, double bearing, double metres,
                              double *final_bearing)
{
    if (!on.model->is_sphere)
        return geodist_wgs84_destination(from, bearing, metres, final_bearing);
    return geodist_destination(from, bearing, metres * (GEODIST_MEAN_RADIUS / on.radius),
                               final_bearing);
}
