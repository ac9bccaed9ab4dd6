/* Many numbers as lines of text: the digits of all are computed first, then each line is written
 * when it is due. */
#ifndef CLI_FIXED_LINES_H
#define CLI_FIXED_LINES_H

#include "output/digit_chunk.h"
#include "output/writer.h"

enum { GD_FIXED_LINES = 512 };

typedef struct {
    double numbers[GD_FIXED_LINES];
    int decimals;
    digit_chunk chunks[GD_FIXED_LINES / GD_DIGIT_CHUNK];
} fixed_lines;

/* Computes the digits of the first numbers, which the caller has set, with 0 to 15 decimals. */
void gd_spread_fixed_lines(fixed_lines *of, size_t count, int decimals);

/* One of these numbers as gd_put_fixed() writes it, and a newline. */
void gd_put_fixed_line(writer *out, const fixed_lines *of, size_t index);

#endif
