/* The order of the candidates of a key. */
#ifndef MKTABLE_RANK_H
#define MKTABLE_RANK_H

#include "mktable_world.h"

/* Orders the candidates of each key: names before codes, those of overrides.tsv first, then by
 * score, but
 *   a district after the city it belongs to, and so an airport that only shares its name,
 *   the full name of an area before every place to which it does not yield,
 *   another name of a country or region after cities of that main name.
 * src/data/README.md has the rules. Names must be sorted. */
void gd_rank_names(gd_world *in);

#endif
