/* Geodesics, the shortest lines on the ellipsoid of WGS84. */
#ifndef GD_ELLIPSOID_H
#define GD_ELLIPSOID_H

#include <geodist.h>

/* The shortest line between two points, with its directions by their parts east and north, which
 * are not of length 1. */
typedef struct {
    double metres;
    double east1, north1; /* leaving */
    double east2, north2; /* arriving, and going on */
    int steps;            /* how often equation (8) was evaluated: at most GD_MOST_STEPS */
} gd_geodesic;

enum { GD_MOST_STEPS = 80 };

gd_geodesic gd_wgs84_geodesic(geodist_point from, geodist_point to);

#endif
