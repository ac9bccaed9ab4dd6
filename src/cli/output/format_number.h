/* Numbers as text: never with an exponent, never "-0". */
#ifndef CLI_FORMAT_NUMBER_H
#define CLI_FORMAT_NUMBER_H

#include "output/writer.h"

/* The number with 0 to 15 decimals, correctly rounded, ties to even. */
void gd_put_fixed(writer *out, double value, int decimals);

/* Degrees with the fewest decimals that read back as the same number (geodist_format_degrees). */
void gd_put_degrees(writer *out, double degrees);

void gd_put_integer(writer *out, uint64_t number);

/* Parses digits with at most one point, all of the string. False for anything else. */
bool gd_parse_decimal_string(const char *string, double *value);

#endif
