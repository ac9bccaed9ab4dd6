/* Points: which are valid, and which are the same. */
#ifndef GD_POINT_H
#define GD_POINT_H

#include "geometry/angle.h"

#include <geodist.h>

static inline bool is_point(geodist_point point)
{
    return fabs(point.lat) <= 90 && isfinite(point.lon);
}

static inline bool is_pole(double lat)
{
    return fabs(lat) == 90;
}

/* The point with its longitude within [-180, 180]. */
static inline geodist_point normalised_point(geodist_point point)
{
    return (geodist_point){point.lat, reduced_degrees(point.lon)};
}

/* Whether two valid points are two spellings of one point, such as the longitudes 180 and -180, or
 * a pole with any two longitudes. */
static inline bool is_same_point(geodist_point a, geodist_point b)
{
    double residue;
    return a.lat == b.lat && (is_pole(a.lat) || longitude_difference(a.lon, b.lon, &residue) == 0);
}

#endif
