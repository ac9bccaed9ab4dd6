/* overrides.tsv, written by hand:
 *
 *   first  the city becomes the first candidate of the key, and a candidate if it was none
 *   alias  the key becomes a name of the city, of the class of its former and English names
 *   code   the key becomes a metropolitan code or abbreviation of the city
 *   place  adds a city that no source has */
#ifndef MKTABLE_OVERRIDES_H
#define MKTABLE_OVERRIDES_H

#include "mktable_world.h"

/* Adds the names and cities. A city that is not there is an error, unless the table is a smaller
 * one. Every city of the other sources must have been read. */
void gd_read_overrides(gd_world *to, const char *folder, double min_population);

/* Marks the candidates that come first; the names must be sorted. */
void gd_put_overrides_first(gd_world *in, const char *folder);

#endif
