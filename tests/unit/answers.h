/* Options and journeys for the tests of the formats. */
#ifndef ANSWERS_H
#define ANSWERS_H

#include "formats/format.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { STOPS_MAX = 8 };

static stop answer_stops[STOPS_MAX];

/* What the command line asks for if it only names a format, which is a format_name. */
static inline options default_options(int name)
{
    return (options){.format = name,
                     .precision = -1,
                     .radius = GEODIST_MEAN_RADIUS / 1000,
                     .waypoints = -1,
                     .bearing = NAN,
                     .metres = INFINITY};
}

/* A journey over the points, in the stops that all journeys share. */
static inline route route_over(const options *asked, const geodist_point *points, size_t count)
{
    route answer = {.stops = answer_stops, .count = count};
    for (size_t i = 0; i < count; i++) {
        answer_stops[i] = (stop){.place = {.point = points[i], .row = GEODIST_NO_ROW}};
        answer_stops[i].place.name = (geodist_text){"", 0};
    }
    answer.total = gd_measure_route(&answer, gd_earth(asked), gd_unit(asked)->metres);
    return answer;
}

/* A journey of names, all of which are found. The list ends in NULL. */
static inline route route_of_names(const options *asked, const char *const *names)
{
    route answer = {.stops = answer_stops};
    for (; names[answer.count]; answer.count++)
        answer_stops[answer.count] = (stop){.text = geodist_string(names[answer.count])};
    assert_true(gd_find_stops(&answer));
    answer.total = gd_measure_route(&answer, gd_earth(asked), gd_unit(asked)->metres);
    return answer;
}

#define ROUTE(asked, ...) route_of_names(asked, (const char *const[]){__VA_ARGS__, NULL})

static inline geodist_place place_named(const char *name)
{
    geodist_place place;
    assert_int_equal(geodist_find(geodist_string(name), &place, NULL), GEODIST_OK);
    return place;
}

#endif
