/* The generator's input: tab-separated text tables, and its errors and memory. */
#ifndef MKTABLE_TSV_H
#define MKTABLE_TSV_H

#include <geodist.h>

/* Prints "geodist-mktable: ..." and ends the program with status 1. */
_Noreturn void gd_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* malloc and realloc that end the program instead of returning NULL. */
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

/* Reads a whole file into memory, which is never freed: rows point into it. */
gd_tsv gd_open_tsv(const char *folder, const char *name);

/* Reads the next row that is not empty and does not begin with '#', and fails unless it has exactly
 * so many cells. False at the end. */
bool gd_next_row(gd_tsv *from, size_t cells, gd_tsv_row *row);

/* A cell as a number; fails, with file and line, unless it is one within the limits. */
double gd_number_cell(const gd_tsv_row *row, size_t cell, double least, double most);

#endif
