/* What --long reports about one leg of a route. */
#ifndef CLI_LEG_H
#define CLI_LEG_H

#include <geodist.h>

typedef struct {
    double sphere, wgs84; /* lengths in metres on both models */
    geodist_bearings bearings;
    geodist_point midpoint;
    bool has_nearest;
    geodist_neighbour nearest; /* the city nearest to the midpoint, if there is one */
} leg_details;

/* On the earth of the path. The sphere has its radius. */
leg_details gd_describe_leg(const geodist_path *path);

/* The city nearest to a point. False if there is none: the point is not valid. */
bool gd_find_nearest_city(geodist_earth earth, geodist_point point, geodist_neighbour *nearest);

#endif
