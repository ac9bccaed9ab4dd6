/* Places in words. */
#ifndef CLI_LABEL_H
#define CLI_LABEL_H

#include "output/writer.h"

/* "El Paso, Texas, United States"; a region that is missing or only repeats the name is
 * left out. A place that was given as a coordinate is its coordinate. */
void cli_put_label(sink *out, const geodist_place *place);

/* The same beside another place: a country they share is left out if a region tells
 * them apart. */
void cli_put_label_beside(sink *out, const geodist_place *place, const geodist_place *other);

/* "31.75872,-106.48693", in digits that read back as the same point. */
void cli_put_coordinate(sink *out, geodist_point point);

static inline bool cli_same_text(geodist_text a, geodist_text b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

#endif
