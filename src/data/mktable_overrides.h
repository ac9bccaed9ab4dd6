/* overrides.tsv, written by hand:
 *
 *   first  the city becomes the first candidate of the key, and a candidate if it was none
 *   alias  the key becomes a name of the city, of the class of its former and English names
 *   code   the key becomes a metropolitan code or abbreviation of the city
 *   place  adds a city that no source has
 *   drop   the key is no name of a city unless it is its main, English or former name; the cells of
 *          country and point are empty */
#ifndef MKTABLE_OVERRIDES_H
#define MKTABLE_OVERRIDES_H

#include "mktable_world.h"

/* Adds the names and cities. A city that is not there is an error, unless the table is a smaller
 * one. Every city of the other sources must have been read. */
void gd_read_overrides(gd_world *to, const char *folder, double min_population);

/* Drops names, and marks the candidates that come first; the names must be sorted. */
void gd_apply_overrides(gd_world *in, const char *folder, double min_population);

#endif
