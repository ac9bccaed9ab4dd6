/* The short way for the coordinates that fill long streams. */
#ifndef GD_PLAIN_PAIR_H
#define GD_PLAIN_PAIR_H

#include <geodist.h>

/* Reads a text that is nothing but two decimal numbers in range, not too long, with ASCII signs.
 * False, and *point untouched, for any other: it may still be a coordinate. */
bool gd_read_plain_pair(geodist_text text, geodist_point *point);

/* The same for a pair that begins at a place and may end before the text does; moves *at to where
 * it ends. After false *at and *point are arbitrary. */
bool gd_read_pair_at(geodist_text text, size_t *at, geodist_point *point);

#endif
