/* Which places a query is about, and how far they are away at most, as a haversine. */
#ifndef GD_NEAREST_LIMITS_H
#define GD_NEAREST_LIMITS_H

#include "places/nearest_kernels.h"

/* On the ellipsoid ds^2 = M^2 dphi^2 + N^2 cos^2 phi dlambda^2, on the sphere of radius R with the
 * same latitudes and longitudes ds^2 = R^2 (dphi^2 + cos^2 phi dlambda^2). The radii of curvature M
 * and N = a (1 - e^2) / (1 - e^2 sin^2 phi)^(3/2) and N = a / (1 - e^2 sin^2 phi)^(1/2) are at
 * least a (1 - e^2) = 6335439.3 m and at most a / (1 - e^2)^(1/2) = 6399593.7 m. So every line is
 * at most R / 6335439.3 m = 1.005614 times as long on the sphere of mean radius as on the
 * ellipsoid, and at least R / 6399593.7 m = 0.995533 times; and so are the shortest lines. */
static const double wgs84_stretch = 1.00562, wgs84_shrink = 0.99553;

/* Cities, unless only airports are asked for. */
static inline bool gd_wants_cities(geodist_nearest_query query)
{
    return query.kinds != GEODIST_AIRPORTS;
}

/* The population of an airport is 0. */
static inline bool gd_wants_airports(geodist_nearest_query query)
{
    return query.kinds & GEODIST_AIRPORTS && query.min_population == 0;
}

/* Outside these bounds distances overflow, or so many digits underflow that different angles give
 * one distance. */
static inline bool gd_tells_distances_apart(geodist_earth sphere)
{
    return sphere.radius > 1e-280 && sphere.radius < 1e300;
}

/* The haversine of every place within such a distance on a sphere is at most this. */
static inline float gd_haversine_limit(geodist_earth sphere, double metres)
{
    double half_angle = metres / sphere.radius / 2, sine, cosine;
    if (!(half_angle < half_pi) || !gd_tells_distances_apart(sphere))
        return far_haversine / 2;
    sin_cos(half_angle, &sine, &cosine);
    return (float)(sine * sine) * haversine_slack + 1e-18f;
}

#endif
