/* The shape of the Earth that was asked for, and the ways on it. Lengths are metres. */
#ifndef CLI_EARTH_H
#define CLI_EARTH_H

#include <geodist.h>

typedef struct {
    const char *name;
    bool is_sphere; /* of a radius that can be chosen */
} model;

/* Ended by a row without a name; the first is the default. */
extern const model cli_models[];

/* A model together with the radius that it has if it is a sphere. */
typedef struct {
    const model *model;
    double radius;
    bool radius_is_chosen;
} earth;

double cli_distance(earth on, geodist_point from, geodist_point to);

geodist_bearings cli_bearings(earth on, geodist_point from, geodist_point to);

geodist_point cli_waypoint(earth on, geodist_point from, geodist_point to, double fraction);

geodist_point cli_destination(earth on, geodist_point from, double bearing, double metres,
                              double *final_bearing);

#endif
