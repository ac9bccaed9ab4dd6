/* The generator's input: tab-separated tables, and how trouble with them is reported. */
#ifndef MKTABLE_TSV_H
#define MKTABLE_TSV_H

#include <geodist.h>

/* Prints "geodist-mktable: ..." and ends the program with status 1. */
_Noreturn void gd_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* malloc and realloc that end the program rather than give NULL. */
void *gd_reserve(size_t bytes);
void *gd_resize(void *block, size_t bytes);

enum { GD_TSV_CELLS = 12 };

typedef struct {
    const char *file; /* for messages, with line */
    size_t line;
    geodist_text cells[GD_TSV_CELLS];
} gd_tsv_row;

typedef struct {
    const char *file;
    geodist_text rest;
    size_t line;
} gd_tsv;

/* The whole file in memory; it is never freed, for rows point into it. */
gd_tsv gd_open_tsv(const char *folder, const char *name);

/* The next row that is neither empty nor begins with '#', which must have exactly so many
 * cells; false at the end. */
bool gd_next_row(gd_tsv *from, size_t cells, gd_tsv_row *row);

/* A cell as a number; fails naming file and line if it is none within the limits. */
double gd_number_cell(const gd_tsv_row *row, size_t cell, double least, double most);

#endif
