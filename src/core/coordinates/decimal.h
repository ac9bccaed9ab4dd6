/* Decimal numerals to the nearest double, however many digits they have. */
#ifndef GD_DECIMAL_H
#define GD_DECIMAL_H

#include <geodist.h>

typedef struct {
    double value; /* correctly rounded, ties to even */
    int rest;     /* if value is whole: the sign of what the digits say less value */
} gd_numeral;

/* Reads the digits, and the point among them, at the start of the text and returns how many bytes
 * they are; 0 if there are none, or too many to be read at once (then *value is arbitrary). */
size_t gd_read_short_numeral(geodist_text text, double *value);

/* Digits with at most one point among them, and at least one digit: 5, .5, 5., 31.75872.
 * A number of more than 15 digits before the point, leading zeros aside, comes back as infinity:
 * no angle is that large. */
gd_numeral gd_read_numeral(geodist_text digits);

/* numeral > limit and numeral >= limit for a whole limit, decided on the digits: the double
 * nearest to 90.00000000000000000001 is 90. */
static inline bool exceeds(gd_numeral numeral, double limit)
{
    return numeral.value > limit || (numeral.value == limit && numeral.rest > 0);
}

static inline bool reaches(gd_numeral numeral, double limit)
{
    return numeral.value > limit || (numeral.value == limit && numeral.rest >= 0);
}

#endif
