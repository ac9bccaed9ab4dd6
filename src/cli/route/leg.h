/* What --long tells about a leg. */
#ifndef CLI_LEG_DETAILS_H
#define CLI_LEG_DETAILS_H

#include "route/route.h"

typedef struct {
    double sphere, wgs84; /* lengths in the unit that was asked for */
    geodist_bearings bearings;
    geodist_point midpoint;
    geodist_neighbour nearest; /* to the midpoint */
} details;

details cli_find_details(const options *chosen, const stop *from, const stop *to);

/* The city of the table that is nearest to a point. */
geodist_neighbour cli_nearest_city(const options *chosen, geodist_point point);

/* For a person: a line for each, set in. */
void cli_put_details(sink *out, const options *chosen, const stop *from, const stop *to);
void cli_put_both_models(sink *out, const options *chosen, double sphere, double wgs84);
void cli_put_nearest_city(sink *out, const options *chosen, geodist_point point);
void cli_put_detail_name(sink *out, const char *name);

#endif
