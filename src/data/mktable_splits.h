#ifndef MKTABLE_SPLITS_H
#define MKTABLE_SPLITS_H

#include "mktable_world.h"

/* Marks the first candidate of a key that is also the name of a place followed by a name of its
 * region or country, if that place has a higher score (San Antonio Texas) or the second name has two
 * letters (Aba NG). Names must be ranked. */
void gd_mark_splits(gd_world *in);

#endif
