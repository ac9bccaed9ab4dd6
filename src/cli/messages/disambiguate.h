/* What to write to mean one place of several with the same name. */
#ifndef CLI_DISAMBIGUATE_H
#define CLI_DISAMBIGUATE_H

#include "output/writer.h"

/* Writes, in quotes, the text with the fewest qualifiers that leave only this place of all that the
 * text may mean, or else the coordinate of the place. */
void gd_put_unambiguous(writer *out, geodist_text text, const geodist_place *place);

#endif
