/* Rows of numbers, such as those of a matrix: the same bytes as gd_put_fixed() for each number,
 * some times as fast. */
#ifndef CLI_NUMBER_ROW_H
#define CLI_NUMBER_ROW_H

#include "output/writer.h"

/* Each number with 0 to 15 decimals after a delimiter. For a number that is not finite the text
 * `missing` is written. */
void gd_put_number_cells(writer *out, const double *numbers, size_t count, int decimals,
                         char delimiter, const char *missing);

enum { GD_COLUMN_GAP = 2 };

/* Numbers in columns: each is preceded by so many blanks that it ends GD_COLUMN_GAP + widths[i]
 * characters after the one before; none is longer than its width. Ends before the first number that
 * is not finite, and returns how many were written. */
size_t gd_put_number_columns(writer *out, const double *numbers, const uint16_t *widths,
                             size_t count, int decimals);

#endif
