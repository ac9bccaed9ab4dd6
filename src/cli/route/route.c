#include "route/route.h"

bool gd_find_stops(route *of)
{
    bool found = true;
    for (stop *at = of->stops; at < of->stops + of->count; at++) {
        at->error.status = gd_find_place(&of->by, at->text, &at->place, &at->error);
        found = found && at->error.status == GEODIST_OK;
    }
    return found;
}

double gd_measure_route(const route *of, geodist_earth earth, double unit_metres)
{
    double total = 0;
    for (size_t i = 1; i < of->count; i++)
        total += geodist_distance(earth, of->stops[i - 1].place.point, of->stops[i].place.point) /
                 unit_metres;
    return total;
}
