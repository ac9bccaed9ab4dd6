/* Bare numbers, as the streams of coordinates consist of: decimal numbers with an ASCII sign or
 * none, and between two of them white space, a comma or both. */
#ifndef GD_COORDINATE_LIST_H
#define GD_COORDINATE_LIST_H

#include <geodist.h>

/* Reads two bare numbers from the offset *at on, a latitude within -90 to 90 and a longitude within
 * -180 to 180, and moves *at to the end of the second, which may be before the end of the text.
 * If there are none, returns false and leaves *at and *point arbitrary. */
bool gd_read_bare_point(geodist_text text, size_t *at, geodist_point *point);

/* geodist_parse_points() without vectors. */
size_t gd_parse_points_plain(geodist_text text, double *lat, double *lon, size_t capacity);

#endif
