/* The generator's input: tab-separated tables, and how trouble with them is reported. */
#ifndef MKTABLE_TABLES_H
#define MKTABLE_TABLES_H

#include <geodist.h>

/* Prints "geodist-mktable: ..." and ends the program with status 1. */
_Noreturn void fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* malloc and realloc that end the program rather than give NULL. */
void *reserve(size_t bytes);
void *resize(void *block, size_t bytes);

enum { MOST_CELLS = 12 };

typedef struct {
    const char *file; /* for messages, with line */
    size_t line;
    geodist_text cells[MOST_CELLS];
} table_row;

typedef struct {
    const char *file;
    geodist_text rest;
    size_t line;
} table;

/* The whole file in memory; it is never freed, for rows point into it. */
table open_table(const char *folder, const char *name);

/* The next row that is neither empty nor begins with '#', which must have exactly so many
 * cells; false at the end. */
bool next_row(table *from, size_t cells, table_row *row);

/* A cell as a number; fails naming file and line if it is none within the limits. */
double number_cell(const table_row *row, size_t cell, double least, double most);

#endif
