#ifndef MKTABLE_AREA_CITIES_H
#define MKTABLE_AREA_CITIES_H

#include "mktable_world.h"

/* Sets the cities that stand for each area: of a country its capital and of a region its seat, if
 * there is one, and the largest city besides; of another area those that areas.tsv names. The names
 * must be ranked. */
void gd_find_area_cities(gd_world *in);

#endif
