/* The cells that a table gets: the value of --add. */
#ifndef CLI_ADDED_CELLS_H
#define CLI_ADDED_CELLS_H

#include "formats/place_cell.h"
#include "options/options.h"
#include "route/route.h"
#include "table/table_header.h"

typedef struct {
    const options *asked;
    const place_columns *columns;
    field_list fields;
    cell_style style;
    bool is_distance; /* only the distance is added */
    bool has_error;  /* one of the fields is the reason of a failure */
    bool has_places; /* one of the fields needs more than the length of the journey */
} added_cells;

/* What is to be added: --add, or without it the distance, or label,lat,lon of the only place if
 * there is no --to. Explains on `errors` what cannot be: a distance of one place, and a column name
 * that the table has already. */
columns_status gd_plan_cells(added_cells *added, const table_header *header, const options *asked,
                             writer *errors);

/* The names of the added cells, each after a delimiter. */
void gd_put_added_names(writer *out, const added_cells *added);

/* The added cells of a record, each after a delimiter. The places of --columns come first in the
 * route. If numbers in the columns are pairs, each pair is the place of its first column. */
void gd_put_added_cells(writer *out, const added_cells *added, const route *answer);

/* The same of a record without an answer: all are empty but the reason. */
void gd_put_failed_cells(writer *out, const added_cells *added, geodist_text reason);

#endif
