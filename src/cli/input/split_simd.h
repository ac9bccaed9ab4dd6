/* The fast path for the lines that long streams consist of. */
#ifndef CLI_SPLIT_SIMD_H
#define CLI_SPLIT_SIMD_H

#include <geodist.h>

/* Splits a short line of names at commas if no other rule of gd_split_line() can apply to it. False
 * for any other line. Gives the same fields as the rules. */
bool gd_split_names(geodist_text line, geodist_text *fields, size_t *count);

#endif
