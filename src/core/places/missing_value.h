#ifndef GD_MISSING_VALUE_H
#define GD_MISSING_VALUE_H

#include <geodist.h>

/* Whether the text is a word that tables use where a value is missing (NA, null, unknown), in any
 * case. White space at the ends is ignored. */
bool gd_is_missing_value(geodist_text text);

#endif
