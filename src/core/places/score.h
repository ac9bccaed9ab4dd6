/* How well known a place or an area is under one of its names. The generator orders the candidates
 * of a key by this score; look-up compares rivals and suggestions by it. src/data/README.md
 * explains it. */
#ifndef GD_SCORE_H
#define GD_SCORE_H

#include "table/table.h"

/* The score of a city by its best names; facts as the table holds them. */
static inline double gd_city_base(uint32_t facts)
{
    double population = facts & GD_POPULATION_MASK;
    double base = population > 0 ? population : facts & GD_OLDER ? 500 : 1500;
    if (facts & GD_CAPITAL)
        base = base * 2 > 200000 ? base * 2 : 200000;
    if (facts & GD_OLDER)
        base /= 5;
    if (facts & GD_GONE)
        base /= 10;
    return base;
}

static inline double gd_airport_base(gd_airport_size size)
{
    return size == GD_AIRPORT_LARGE       ? 1000000
           : size == GD_AIRPORT_MEDIUM    ? 100000
           : size == GD_AIRPORT_SCHEDULED ? 20000
                                          : 1000;
}

/* Areas other than countries and regions have no population here: all count as this. */
enum { GD_OTHER_AREA_BASE = 1000000 };

static inline double gd_weighted(double base, unsigned name_class)
{
    static const double weight[GD_CLASSES] = {1, 1, 5, 40, 1, 10};
    return base / weight[name_class < GD_CLASSES ? name_class : GD_CLASS_CODE];
}

/* The score of the city, airport or area in a row of the table. */
static inline double gd_score(uint32_t row, unsigned name_class)
{
    double base;
    if (is_city(row))
        base = gd_city_base(place_facts(row));
    else if (is_place(row))
        base = gd_airport_base(airport_size(row));
    else if (is_division(area_of_row(row)))
        base = area_population(area_of_row(row));
    else
        base = GD_OTHER_AREA_BASE;
    return gd_weighted(base, name_class);
}

#endif
