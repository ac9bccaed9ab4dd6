/* The rows of an answer: one for each line, place or result, with what stands before, between and
 * after them. */
#ifndef CLI_ROW_WRITER_H
#define CLI_ROW_WRITER_H

#include "formats/format.h"

typedef struct {
    writer *out;
    const options *asked;
    row_kind kind;
    bool numbered;  /* each row of tsv and csv begins with a cell for the number of its line */
    uint64_t count; /* rows begun so far */
} row_writer;

/* What --header and --collect ask for before the first row and between two rows. */
void gd_separate_rows(const row_writer *rows, size_t places);

/* Begins a row of a journey of so many places (any number for other kinds). */
static inline void gd_begin_row(row_writer *rows, size_t places)
{
    if (rows->count == 0 || rows->asked->collect)
        gd_separate_rows(rows, places);
    rows->count++;
}

static inline void gd_end_row(const row_writer *rows)
{
    if (!rows->asked->collect)
        gd_put(rows->out, "\n");
}

/* After the last row, or if there is none. */
void gd_end_rows(const row_writer *rows);

#endif
