/* A journey: places in the order in which they are visited. */
#ifndef CLI_ROUTE_H
#define CLI_ROUTE_H

#include "route/place_lookup.h"

typedef struct {
    geodist_text text;   /* as it was typed */
    geodist_error error; /* its status is GEODIST_OK if the place was found */
    geodist_place place;
} stop;

typedef struct {
    stop *stops;
    size_t count;
    place_lookup by;
    double total; /* the sum of all legs, in the unit of the output */
} route;

/* Finds the place of each stop. Returns whether all were found. */
bool gd_find_stops(route *of);

/* The sum of all legs, each divided by the length of the unit in metres. */
double gd_measure_route(const route *of, geodist_earth earth, double unit_metres);

#endif
