/* What the formats of a matrix write, and where. */
#ifndef CLI_MATRIX_WRITER_H
#define CLI_MATRIX_WRITER_H

#include "formats/format.h"
#include "route/matrix.h"

typedef struct {
    writer *out;
    const options *asked;
    matrix *of;
    uint16_t *widths; /* for text: of the columns, and of the labels before them */
    size_t label_width;
    size_t blanks; /* due before the next cell that is not empty */
} matrix_writer;

#endif
