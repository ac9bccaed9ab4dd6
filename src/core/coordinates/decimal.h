/* Decimal numbers to the nearest double, however many digits they have.
 *
 * A number is ASCII digits with at most one point before, among or after them, and then perhaps an
 * exponent: e or E, a + or - or neither, and digits. 5, .5, 5., 31.75872, 5e-05. It has no sign. */
#ifndef GD_DECIMAL_H
#define GD_DECIMAL_H

#include <geodist.h>

typedef struct {
    double value; /* correctly rounded, ties to even */
    int rest;     /* if value is whole: the sign of the number as written minus value */
} gd_decimal;

/* The length of the number at the start of the text; 0 if there is none. An e without digits, or
 * with digits and a point after them, is not part of the number. */
size_t gd_decimal_length(geodist_text text);

/* The value of a text that is one number. Numbers of 10^15 and more are infinite: no angle is
 * that large. */
gd_decimal gd_parse_decimal(geodist_text number);

/* Reads the digits and the point from the offset `at` on, without an exponent, and returns how many
 * bytes they are. 0, and *value arbitrary, if there are none, or if they need gd_parse_decimal().
 * If *value is whole, the number as written is exactly *value. */
size_t gd_parse_short_decimal(geodist_text text, size_t at, double *value);

/* Whether the number as written is > limit, or >= limit, for a whole limit: the double nearest to
 * 90.00000000000000000001 is 90. */
static inline bool exceeds(gd_decimal decimal, double limit)
{
    return decimal.value > limit || (decimal.value == limit && decimal.rest > 0);
}

static inline bool reaches(gd_decimal decimal, double limit)
{
    return decimal.value > limit || (decimal.value == limit && decimal.rest >= 0);
}

#endif
