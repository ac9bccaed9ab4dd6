/* The rows of an answer: one for each line, place or result, with what stands before, between and
 * after them. */
#ifndef CLI_ROW_WRITER_H
#define CLI_ROW_WRITER_H

#include "formats/format.h"

typedef struct {
    writer *out;
    const options *asked;
    row_kind kind;
    uint64_t count; /* rows begun so far */
} row_writer;

/* Begins a row of a journey of so many places (any number for other kinds). Before the first row
 * comes what --header and --collect ask for. */
void gd_begin_row(row_writer *rows, size_t places);

void gd_end_row(row_writer *rows);

/* After the last row, or if there is none. */
void gd_end_rows(row_writer *rows);

#endif
