/* What to write to mean one place of several with the same name. */
#ifndef CLI_DISAMBIGUATE_H
#define CLI_DISAMBIGUATE_H

#include "output/writer.h"

typedef enum { COUNTRY_FIRST, REGION_FIRST } qualifier_order;

/* Writes, in quotes, the text with the fewest qualifiers that leave only this place of all that the
 * text may mean; of the country and the region the first in this order that does it. False, and
 * nothing written, if there are none. */
bool gd_put_qualified(writer *out, geodist_text text, const geodist_place *place,
                      qualifier_order order);

/* The same with the country first, or else with the name of the place instead of the text, or else
 * its coordinate. Not for areas. */
void gd_put_unambiguous(writer *out, geodist_text text, const geodist_place *place);

#endif
