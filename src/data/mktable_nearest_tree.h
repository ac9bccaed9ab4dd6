#ifndef MKTABLE_NEAREST_TREE_H
#define MKTABLE_NEAREST_TREE_H

#include "mktable_world.h"

/* Puts the cities, and the airports, in the order of a tree over their points, and changes the rows
 * in names and areas accordingly. To be called last: where scores are equal, the order of names is
 * that of the text tables. */
void gd_order_places(gd_world *in);

/* Appends the boxes of the tree over so many places, which are in order, to the table. */
void gd_write_nearest_tree(gd_bytes *table, const gd_named_place *places, uint32_t count,
                           bool are_cities);

#endif
