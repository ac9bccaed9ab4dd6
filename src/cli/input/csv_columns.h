/* The columns of a CSV file that --csv-header names. */
#ifndef CLI_CSV_COLUMNS_H
#define CLI_CSV_COLUMNS_H

#include "input/split.h"
#include "output/writer.h"

enum { COLUMNS_MOST = 64 };

typedef struct {
    bool wanted;
    size_t count;
    size_t indices[COLUMNS_MOST];
} columns;

/* Finds the wanted columns, by name or by number from 1, in the header; both are CSV. If
 * one is not there, says so on errors and returns false. */
bool cli_read_columns(columns *read, const char *wanted, geodist_text header, sink *errors);

/* Cuts a line and keeps only these fields; their quotes are taken off in the line itself. */
cut_outcome cli_pick_columns(const columns *picked, geodist_text line, geodist_text *fields,
                             size_t *count);

#endif
