#ifndef GD_MISSING_VALUE_H
#define GD_MISSING_VALUE_H

#include <geodist.h>

/* Whether the text is a word that tables use where a value is missing (NA, null, unknown), in any
 * case, or several of them with commas. White space around them is ignored. */
bool gd_is_missing_value(geodist_text text);

#endif
