/* clang-format off */
/* All distances between places in the formats of --format: rows by columns.
 *
 *     text      the names of the columns are cut at the first comma; numbers in columns
 *     tsv, csv  a header with the labels of the columns after an empty cell, then a row a place
 *     json      {"places":[...],"unit":"km","model":"sphere","distances":[[0,...],...]}
 *
 * A place that was not found has its text for a label, and empty cells; in json an error object and
 * null. */
/* clang-format on */
#ifndef CLI_MATRIX_FORMAT_H
#define CLI_MATRIX_FORMAT_H

#include "formats/matrix_writer.h"

/* What stands before the rows. For text this measures distances, to know the widths of the columns.
 * False if memory is lacking. */
bool gd_begin_matrix(matrix_writer *to);

/* The row of a place, in ascending order. */
void gd_put_matrix_row(matrix_writer *to, size_t index);

/* What stands after the rows. */
void gd_end_matrix(matrix_writer *to);

#endif
