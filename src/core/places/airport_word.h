#ifndef GD_AIRPORT_WORD_H
#define GD_AIRPORT_WORD_H

#include <geodist.h>

/* The text without its last word, if that is "airport" in any case; otherwise empty text. */
geodist_text gd_before_airport(geodist_text name);

#endif
