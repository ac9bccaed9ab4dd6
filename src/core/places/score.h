/* How well known a place is under one of its names. The generator orders the candidates of a key by
 * this score; look-up compares rivals and suggestions by it. src/data/README.md explains it. */
#ifndef GD_SCORE_H
#define GD_SCORE_H

#include "table/table.h"

/* Facts are the population and kind of a place, as the table holds them. */
static inline double gd_score(uint32_t facts, unsigned name_class)
{
    static const double weight[GD_CLASSES] = {1, 1, 5, 40, 100};
    double population = facts & GD_POPULATION_MASK;
    double base = population > 0 ? population : facts & GD_OLDER ? 500 : 1500;
    if (facts & GD_CAPITAL)
        base = base * 2 > 200000 ? base * 2 : 200000;
    if (facts & GD_OLDER)
        base /= 5;
    if (facts & GD_GONE)
        base /= 10;
    return base / weight[name_class < GD_CLASSES ? name_class : GD_CLASS_CODE];
}

#endif
