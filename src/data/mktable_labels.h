#ifndef MKTABLE_LABELS_H
#define MKTABLE_LABELS_H

#include "mktable_world.h"

/* Marks the cities whose labels leave out the region or have the GeoNames id, so that every label
 * leads back to its place. The names must be ranked. */
void gd_mark_labels(gd_world *in);

#endif
