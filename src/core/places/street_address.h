#ifndef GD_STREET_ADDRESS_H
#define GD_STREET_ADDRESS_H

#include <geodist.h>

/* Whether the text has a word for a street together with a house number, or begins with a number of
 * up to three digits and at least two words ("5 Sloane Square"). Numbered roads (Route 66) and post
 * office boxes count as well. Names without a number do not. */
bool gd_is_street_address(geodist_text text);

#endif
