/* Which values of geodist_earth are valid. */
#ifndef GD_EARTH_H
#define GD_EARTH_H

#include <geodist.h>
#include <math.h>

/* The radius of the sphere, or NaN if it is not positive and finite. */
static inline double sphere_radius(geodist_earth earth)
{
    return earth.radius > 0 && earth.radius < INFINITY ? earth.radius : NAN;
}

/* The ellipsoid does not use the radius. */
static inline bool is_earth(geodist_earth earth)
{
    return earth.model == GEODIST_MODEL_WGS84 || sphere_radius(earth) > 0;
}

#endif
