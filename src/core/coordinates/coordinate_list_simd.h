/* The usual line of bare numbers, read with vectors. */
#ifndef GD_COORDINATE_LIST_SIMD_H
#define GD_COORDINATE_LIST_SIMD_H

#include <geodist.h>

/* As geodist_parse_points() for texts of 16 to 63 bytes whose numbers have one to three digits, a
 * point and one to eight digits, with one byte between each two numbers and nothing or one blank at
 * the end. 0 for other texts, for more points than the capacity, and on processors without SSE2;
 * the arrays may then have been written to. */
size_t gd_parse_points_simd(geodist_text text, double *lat, double *lon, size_t capacity);

#endif
