/* Bearings as words of the compass. */
#ifndef CLI_BEARING_WORDS_H
#define CLI_BEARING_WORDS_H

#include "output/writer.h"

/* "northwest (318.1°)": the nearest of the sixteen points of the compass, and the degrees with one
 * decimal. */
void gd_put_bearing(writer *out, double bearing);

/* The full names of the points of the compass (a word_list): "north", "north-northeast", ... */
const char *gd_bearing_word(size_t index);

/* Parses degrees, any number of turns, or a point of the compass in any case: 318.1, -41.9, NW,
 * northwest. False if the string is neither. */
bool gd_parse_bearing(const char *string, double *bearing);

#endif
