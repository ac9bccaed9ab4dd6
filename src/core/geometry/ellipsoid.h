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
    int steps;            /* how often equation (8) was evaluated: at most GD_MAX_STEPS */
} gd_geodesic;

enum { GD_MAX_STEPS = 80 };

double gd_wgs84_distance(geodist_point from, geodist_point to);
geodist_bearings gd_wgs84_bearings(geodist_point from, geodist_point to);
geodist_point gd_wgs84_destination(geodist_point from, double bearing, double metres,
                                   double *final_bearing);

gd_geodesic gd_wgs84_geodesic(geodist_point from, geodist_point to);

#endif
