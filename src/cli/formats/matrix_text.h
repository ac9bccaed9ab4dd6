/* All distances between places as text for people: a row of names, then rows of numbers in columns.
 */
#ifndef CLI_MATRIX_TEXT_H
#define CLI_MATRIX_TEXT_H

#include "formats/matrix_writer.h"

/* Room for a label, an escaped text or a number. */
enum { GD_MATRIX_CELL_SIZE = 2 * GEODIST_LABEL_SIZE };

/* The label of a place, or the text of one that was not found. */
void gd_put_matrix_label(writer *out, const matrix *of, size_t index);

/* Finds the widths of the columns, which measures as many distances as that takes, and writes the
 * row of names. False if memory is lacking. */
bool gd_begin_matrix_text(matrix_writer *to);

/* The distances of the row are those of to->of. */
void gd_put_matrix_text_row(matrix_writer *to, size_t index);

#endif
