/* Bearings in words. */
#ifndef CLI_COMPASS_H
#define CLI_COMPASS_H

#include "output/writer.h"

/* "northwest (318.1°)": the nearest of sixteen winds, and the degrees with one decimal. */
void cli_put_bearing(sink *out, double bearing);

/* Degrees, of any number of turns, or a wind: 318.1, -41.9, NW, northwest. False if the string is
 * neither. */
bool cli_read_bearing(const char *string, double *bearing);

#endif
