/* Which Paris: how well known a place is, and under a given name. The generator orders
 * candidates by this score when the table is built; look-up compares rivals by it. */
#ifndef GD_SCORE_H
#define GD_SCORE_H

#include "table/table.h"

/* Facts are a place's population and kind as the image packs them. */
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
