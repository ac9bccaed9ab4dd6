/* Labels of places (geodist_label) in the output. */
#ifndef CLI_PUT_LABEL_H
#define CLI_PUT_LABEL_H

#include "output/writer.h"

/* "El Paso, Texas, United States", or the coordinate of a place that is not in the table. */
void gd_put_label(writer *out, const geodist_place *place);

/* The label as a quoted field of CSV. */
void gd_put_csv_label(writer *out, const geodist_place *place);

/* The label next to the label of another place: a country that both share is left out if there is
 * a region to tell them apart. */
void gd_put_label_beside(writer *out, const geodist_place *place, const geodist_place *other);

/* "31.75872,-106.48693", in digits that read back as the same point. */
void gd_put_coordinate(writer *out, geodist_point point);

#endif
