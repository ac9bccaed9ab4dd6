/* From the cells of a record to the places of a route. */
#ifndef CLI_CELL_READER_H
#define CLI_CELL_READER_H

#include "input/record_reader.h"
#include "route/batch.h"
#include "table/table_header.h"

/* A longer cell, in bytes, is no place. */
enum { GD_CELL_MAX = 512 };

typedef struct {
    const place_columns *columns;
    bool decimal_comma;   /* a comma between two digits is a decimal point */
    bool are_points;      /* the columns may be nothing but pairs of numbers */
    bool are_adjacent;    /* they follow each other in the table, with commas between them */
    geodist_text *cells;  /* of one record, a cell for each slot */
    geodist_text joined_names; /* the first two columns as one place: "lat+lon" */
    char *joined_room;
    char *scratch; /* texts that are not in the buffer of the record reader as they are */
    size_t used, limit; /* of the scratch; above the limit there may be no room for a record */
} cell_reader;

/* Prepares to read the columns of a table. False if memory is lacking. Free with gd_close_cells().
 */
bool gd_open_cells(cell_reader *of, const table_header *header, const options *asked);

void gd_close_cells(cell_reader *of);

/* Adds the places of a record to the batch, as those of the route: their texts, or where the cells
 * are numbers in pairs their points, which are then known. The texts are valid until
 * gd_clear_cells() and until the record reader moves. The status says what is wrong with the cells.
 */
route_status gd_read_cells(cell_reader *of, const record_reader *from, const record *read,
                           batch *to, batch_route *added);

/* What to write for the columns if the two places of a failed route are one, as a city and its
 * state in two columns are: "city+state". Empty if they are not. */
geodist_text gd_suggest_joined(cell_reader *of, const batch *in, const batch_route *failed);

/* Whether there may be no room for one more record. */
static inline bool gd_cells_are_full(const cell_reader *of)
{
    return of->used > of->limit;
}

static inline void gd_clear_cells(cell_reader *of)
{
    of->used = 0;
}

#endif
