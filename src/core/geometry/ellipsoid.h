/* Geodesics: the shortest lines on the ellipsoid of WGS84. */
#ifndef GD_ELLIPSOID_H
#define GD_ELLIPSOID_H

#include <geodist.h>

/* The shortest line between two points. Its directions are given by their components east and
 * north, times some positive number. */
typedef struct {
    double metres;
    double east1, north1; /* at the first point */
    double east2, north2; /* at the second point, continuing */
    int steps;            /* how often equation (8) was evaluated: at most GD_MAX_STEPS */
} gd_geodesic;

enum { GD_MAX_STEPS = 80 };

double gd_wgs84_distance(geodist_point from, geodist_point to);

/* The line of geodist_bearings_between(). Its length is gd_wgs84_distance(), to the last bit. The
 * numbers are NaN for points that are not valid. */
gd_geodesic gd_wgs84_geodesic(geodist_point from, geodist_point to);

geodist_bearings gd_geodesic_bearings(const gd_geodesic *geodesic);

#endif
