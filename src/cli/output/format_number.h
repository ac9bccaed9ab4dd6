/* Numbers as text: always with a point, never with an exponent, never "-0". */
#ifndef CLI_FORMAT_NUMBER_H
#define CLI_FORMAT_NUMBER_H

#include "output/writer.h"

/* With that many decimals, 0 to 15. */
void cli_put_fixed(sink *out, double value, int decimals);

/* With the fewest decimals that read back as the same double. Below a thousandth 20
 * decimals are the end, and less than 1e-20 may be lost. */
void cli_put_shortest(sink *out, double value);

void cli_put_count(sink *out, uint64_t count);

/* Reads digits with at most one point and nothing else, all of the string. */
bool cli_read_decimal(const char *string, double *value);

#endif
