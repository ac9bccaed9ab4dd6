/* The usual line of bare numbers, read quickly. */
#ifndef GD_COORDINATE_LIST_SIMD_H
#define GD_COORDINATE_LIST_SIMD_H

#include <geodist.h>

/* As geodist_parse_points for lines of 16 to 63 bytes whose numbers have one to three digits, a
 * point and one to eight digits, with one byte between each two. 0 for others, for more points than
 * capacity, and on processors that it is not made for. */
size_t gd_read_points_line(geodist_text text, double *lat, double *lon, size_t capacity);

#endif
