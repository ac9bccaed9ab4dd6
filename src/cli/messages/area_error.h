/* The error about a text that means a country, a region or another area. */
#ifndef CLI_AREA_ERROR_H
#define CLI_AREA_ERROR_H

#include "output/writer.h"
#include "route/place_lookup.h"

/* Explains a text for which geodist_find() returns GEODIST_AREA, in one clause: which areas it
 * means, and what to write for a city in them and for a town of that name,
 * with --country one in that country if there is one.
 *
 *     'italy' is a country; write a city in it, such as Rome (its capital) or Milan; for a town of
 *     that name write 'italy, texas' */
void gd_put_area_error(writer *out, const place_lookup *by, geodist_text text);

#endif
