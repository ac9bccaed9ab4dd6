/* What tsv, csv and tables say about a place, a cell for each field. */
#ifndef CLI_PLACE_CELL_H
#define CLI_PLACE_CELL_H

#include "options/field_list.h"
#include "output/csv_writer.h"

/* The cell of a field of a place (gd_is_of_place). Empty if the place has no such value, as a
 * coordinate has no name; an unknown population and id are 0. */
void gd_put_place_cell(writer *out, cell_style style, field_name field, const geodist_place *place);

/* The name of the column of a field, as a cell: the one given, else that of the field, "distance"
 * with the unit. Before a field of a place comes the name of the place and '_', unless it is empty.
 */
void gd_put_column_name(writer *out, cell_style style, const wanted_field *of, geodist_text place,
                        const unit *in);

#endif
