/* The rows of an answer: one for each line, place or result, with what stands before, between and
 * after them. */
#ifndef CLI_ROW_WRITER_H
#define CLI_ROW_WRITER_H

#include "formats/format.h"

typedef struct {
    writer *out;
    const options *asked;
    row_kind kind;
    /* A line may have any number of rows: those of tsv and csv begin with a cell for its number,
     * and those of json and geojson with a member, which is an argument of put_city(). */
    bool numbered;
    uint64_t line; /* if they are numbered: the one that the next row answers */
    uint64_t count; /* rows begun so far */
} row_writer;

/* What stands before a row: what --header and --collect ask for, and the cell of the line. */
void gd_put_row_start(const row_writer *rows, size_t places);

/* Begins a row of a journey of so many places (any number for other kinds). */
static inline void gd_begin_row(row_writer *rows, size_t places)
{
    if (rows->count == 0 || rows->numbered || rows->asked->collect)
        gd_put_row_start(rows, places);
    rows->count++;
}

static inline void gd_end_row(const row_writer *rows)
{
    if (!rows->asked->collect)
        gd_put(rows->out, "\n");
}

/* After the rows of a line of which there may be any number: in text comes an empty line. */
void gd_end_line_rows(const row_writer *rows);

/* The number of the line, which its results contain, or 0 if they do not. */
static inline uint64_t gd_row_line(const row_writer *rows)
{
    return rows->numbered ? rows->line : 0;
}

/* After the last row, or if there is none. */
void gd_end_rows(const row_writer *rows);

#endif
