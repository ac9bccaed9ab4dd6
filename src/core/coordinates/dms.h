/* One angle of a coordinate: tokens to degrees. */
#ifndef GD_DMS_H
#define GD_DMS_H

#include "coordinates/coordinate_lexer.h"
#include "coordinates/decimal.h"

enum { GD_ANGLE_PARTS = 3 }; /* degrees, minutes, seconds */

typedef struct {
    const gd_token *token;
    size_t count;
} gd_span;

/* An angle as it is written. */
typedef struct {
    const gd_token *number[GD_ANGLE_PARTS];
    const gd_token *mark[GD_ANGLE_PARTS]; /* NULL where there is none */
    size_t parts;                         /* 1 to 3 */
    geodist_text text;                    /* its numbers with their marks, from the sign on */
    char letter;                          /* N S E W, or 0 */
    bool negative;
} gd_angle;

/* The magnitude of an angle. */
typedef struct {
    double degrees;
    gd_decimal first; /* the first number; its `rest` counts the other numbers, too */
} gd_extent;

static inline bool is_kind(gd_span tokens, size_t at, gd_token_kind kind)
{
    return at < tokens.count && tokens.token[at].kind == kind;
}

static inline geodist_status failed(geodist_text *fault, geodist_status status,
                                    geodist_text bytes)
{
    *fault = bytes;
    return status;
}

/* Checks that all the tokens are one angle and says which. On failure *fault is the bytes at fault,
 * or empty if something is missing. */
geodist_status gd_parse_angle(gd_span tokens, gd_angle *angle, geodist_text *fault);

/* The magnitude in degrees: the double nearest to a single number; for several numbers the double
 * nearest to their sum if the last of them is a double, otherwise within one unit in the last
 * place. Fails if a number before the last has decimals, one of several has an exponent, or
 * minutes or seconds reach 60; *fault is that number. The range of the degrees is not checked. */
geodist_status gd_measure_angle(const gd_angle *angle, gd_extent *extent, geodist_text *fault);

#endif
