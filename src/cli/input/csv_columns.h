/* The columns of a table that --columns names. */
#ifndef CLI_CSV_COLUMNS_H
#define CLI_CSV_COLUMNS_H

#include "output/writer.h"

typedef struct {
    size_t index; /* of the column, from 0 on */
    size_t slot;  /* its place in the list of wanted columns */
} csv_column;

typedef struct {
    csv_column *columns; /* in the order of the table */
    size_t count;
    size_t table_width; /* number of columns of the table */
} csv_columns;

typedef enum { COLUMNS_FOUND, COLUMNS_WRONG, COLUMNS_NO_MEMORY } columns_status;

/* Finds the wanted columns, by name or by number from 1 on, in the header of a table. Both are CSV
 * records. Explains on `errors` what is wrong. Free the result with gd_free_columns(). */
columns_status gd_find_columns(csv_columns *found, const char *wanted, geodist_text header,
                               writer *errors);

void gd_free_columns(csv_columns *columns);

#endif
