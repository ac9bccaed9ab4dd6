#ifndef GD_AIRPORT_WORD_H
#define GD_AIRPORT_WORD_H

#include <geodist.h>

/* The text before "airport", "international airport" or "intl airport" at its end, in any case;
 * empty text if it does not end so. */
geodist_text gd_before_airport(geodist_text name);

#endif
