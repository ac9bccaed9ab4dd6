/* Bearings as words of the compass. */
#ifndef CLI_BEARING_WORDS_H
#define CLI_BEARING_WORDS_H

#include "output/writer.h"

/* "northwest (318.1°)": the nearest of the sixteen points of the compass, and the degrees with one
 * decimal. */
void gd_put_bearing(writer *out, double bearing);

/* Parses degrees, any number of turns, or a point of the compass: 318.1, -41.9, NW, northwest.
 * False if the string is neither. */
bool gd_parse_bearing(const char *string, double *bearing);

#endif
