/* What to type to mean one place and no other. */
#ifndef CLI_DISAMBIGUATE_H
#define CLI_DISAMBIGUATE_H

#include "output/writer.h"

/* Puts in quotes the text with the fewest qualifiers that leave only this place of all
 * that the text may mean, or else the place's coordinates. */
void cli_put_qualified(sink *out, geodist_text text, const geodist_place *place);

#endif
