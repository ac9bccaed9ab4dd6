/* Labels of places (geodist_label) in the output. */
#ifndef CLI_PUT_LABEL_H
#define CLI_PUT_LABEL_H

#include "output/writer.h"

/* Whether the place is a country, a region or another area, which has no point. */
static inline bool gd_is_area(const geodist_place *place)
{
    return place->kind >= GEODIST_COUNTRY;
}

/* What a place with a point is: "coordinate", "city" or "airport". */
const char *gd_kind_name(geodist_kind kind);

/* What an area is: "a country", "a region of the United States", "an island of Indonesia". */
void gd_put_area_kind(writer *out, const geodist_place *area);

/* "El Paso, Texas, United States", the coordinate of a place that is not in the table, or an area
 * and what it is: "Italy (a country)". */
void gd_put_label(writer *out, const geodist_place *place);

/* The label as a quoted field of CSV. */
void gd_put_csv_label(writer *out, const geodist_place *place);

/* The label next to the label of another place: a country that both share is left out if there is
 * a region to tell them apart. */
void gd_put_label_beside(writer *out, const geodist_place *place, const geodist_place *other);

/* "31.75872,-106.48693" or "48.0,2.0", as the label of the point. */
void gd_put_coordinate(writer *out, geodist_point point);

#endif
