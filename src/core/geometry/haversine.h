/* Great circles on a sphere. */
#ifndef GD_HAVERSINE_H
#define GD_HAVERSINE_H

#include <geodist.h>

/* The angle between two points at the centre of the sphere, in radians: 0 to pi. Symmetric to
 * the last bit; +0 for two spellings of one point; NaN if a number is NaN or infinite or
 * a latitude lies outside -90 to 90. Angles below about 1e-154 come out as 0. */
double gd_central_angle(geodist_point from, geodist_point to);

#endif
