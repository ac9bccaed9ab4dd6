/* The places of a table: the columns that --columns names. */
#ifndef CLI_PLACE_COLUMNS_H
#define CLI_PLACE_COLUMNS_H

#include "input/wanted_columns.h"
#include "output/writer.h"
#include "table/record_cells.h"

/* One place of a record: one cell, or several that are joined. The slots follow each other. */
typedef struct {
    size_t first_slot, count;
    bool is_point;     /* two columns, by their names a latitude and a longitude */
    geodist_text name; /* of its first column; in the header */
} place_column;

typedef struct {
    wanted_columns wanted;
    place_column *places;
    size_t place_count;
    size_t table_width; /* number of columns of the table */
    bool may_pair; /* four or more single columns, an even number: numbers in them are pairs */
} place_columns;

typedef enum { COLUMNS_FOUND, COLUMNS_WRONG, COLUMNS_NO_MEMORY } columns_status;

/* The most places of a record, and the most columns of them. */
enum { GD_TABLE_PLACES_MAX = 512, GD_TABLE_COLUMNS_MAX = 1024 };

/* Finds the columns of --columns in the cells of the header; with `positions_only` these are the
 * first record, which has no names. The list is a CSV record of places with columns joined by '+'.
 * A column is its exact name, else its name in another case, else its position from 1 on. A
 * latitude followed by its longitude is one point. Explains on `errors` what is wrong. Free the
 * result with gd_free_columns(); it refers to the header. */
columns_status gd_find_columns(place_columns *found, const char *list, const record_cells *header,
                               bool positions_only, writer *errors);

void gd_free_columns(place_columns *columns);

#endif
