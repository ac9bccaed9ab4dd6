/* The great-circle distance of one pair. */
#ifndef GD_HAVERSINE_H
#define GD_HAVERSINE_H

#include <geodist.h>

/* The angle between two points at the centre of the sphere, in radians: 0 to pi. Symmetric to
 * the last bit; +0 for two spellings of one point; NaN if a number is NaN or infinite or
 * a latitude lies outside -90 to 90. Angles from 5e-308 on are accurate to 1e-15 of their size;
 * smaller ones lose digits, and those below 1e-315 are 0. */
double gd_central_angle(geodist_point from, geodist_point to);

#endif
