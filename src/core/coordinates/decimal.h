/* Decimal numerals to the nearest double, however many digits they have. */
#ifndef GD_DECIMAL_H
#define GD_DECIMAL_H

#include <geodist.h>

typedef struct {
    double value; /* correctly rounded, ties to even */
    int rest;     /* if value is whole: the sign of what the digits say less value */
} gd_decimal;

/* Reads the digits, and the point among them, at the start of the text and returns how many bytes
 * they are; 0 if there are none, or too many to be read at once (then *value is arbitrary). */
size_t gd_parse_short_decimal(geodist_text text, double *value);

/* Digits with at most one point among them, and at least one digit: 5, .5, 5., 31.75872.
 * A number of more than 15 digits before the point, leading zeros aside, comes back as infinity:
 * no angle is that large. */
gd_decimal gd_parse_decimal(geodist_text digits);

/* decimal > limit and decimal >= limit for a whole limit, decided on the digits: the double
 * nearest to 90.00000000000000000001 is 90. */
static inline bool exceeds(gd_decimal decimal, double limit)
{
    return decimal.value > limit || (decimal.value == limit && decimal.rest > 0);
}

static inline bool reaches(gd_decimal decimal, double limit)
{
    return decimal.value > limit || (decimal.value == limit && decimal.rest >= 0);
}

#endif
