/* One angle of a coordinate: tokens to degrees. */
#ifndef GD_DMS_H
#define GD_DMS_H

#include "coordinates/coordinate_lexer.h"
#include "coordinates/decimal.h"

enum { gd_most_parts = 3 };

typedef struct {
    const gd_token *token;
    size_t count;
} gd_span;

/* An angle as it is written: degrees, minutes, seconds. */
typedef struct {
    const gd_token *number[gd_most_parts];
    const gd_token *mark[gd_most_parts]; /* NULL where left out */
    size_t parts;
    geodist_text text; /* its numbers with their marks, from the sign on */
    char letter;       /* N S E W, or 0 */
    bool negative;
} gd_angle;

/* What it comes to, without its sign. */
typedef struct {
    double degrees;
    gd_decimal first; /* its first number; rest tells of the others, too */
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

/* Both name the bytes at fault on failure; no bytes if something is missing. */
geodist_status gd_take_angle(gd_span tokens, gd_angle *angle, geodist_text *fault);
geodist_status gd_measure_angle(const gd_angle *angle, gd_extent *extent, geodist_text *fault);

#endif
