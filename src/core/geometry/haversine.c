/* The great-circle distance of one pair. */
#include "geometry/haversine.h"

double gd_central_angle(geodist_point from, geodist_point to)
{
    return central_angle(latitude(from.lat), reduced_degrees(from.lon), latitude(to.lat),
                         reduced_degrees(to.lon));
}
