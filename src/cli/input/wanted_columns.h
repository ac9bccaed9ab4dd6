/* The columns of a table whose cells a command needs. */
#ifndef CLI_WANTED_COLUMNS_H
#define CLI_WANTED_COLUMNS_H

#include <stddef.h>

typedef struct {
    size_t index; /* of the column, from 0 on */
    size_t slot;  /* its place in the list of wanted columns */
} wanted_column;

typedef struct {
    wanted_column *columns; /* in the order of the table */
    size_t count;
} wanted_columns;

#endif
