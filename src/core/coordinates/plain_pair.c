/* One pass, no tokens; must agree with coord.c, which reads all the rest. */
#include "coordinates/plain_pair.h"

#include "coordinates/decimal.h"
#include "text/slice.h"

/* Moves *at behind the signed number there. */
static bool read_number(geodist_text text, size_t *at, double limit, double *number)
{
    double value;
    bool negative = *at < text.length && text.bytes[*at] == '-';
    bool positive = *at < text.length && text.bytes[*at] == '+';
    *at += negative || positive;
    size_t length = gd_parse_short_decimal(slice(text, *at, text.length), &value);
    if (length == 0 || value > limit)
        return false;
    *at += length;
    *number = negative ? 0 - value : value; /* 0 - 0 is not -0 */
    return true;
}

/* Moves *at behind the white space or comma, or both, that is there. */
static bool skip_separator(geodist_text text, size_t *at)
{
    size_t start = *at;
    bool comma = false;
    for (; *at < text.length; ++*at)
        if (text.bytes[*at] == ',' && !comma)
            comma = true;
        else if (!is_space(text.bytes[*at]))
            break;
    return *at > start;
}

bool gd_read_pair_at(geodist_text text, size_t *at, geodist_point *point)
{
    return read_number(text, at, 90, &point->lat) && skip_separator(text, at) &&
           read_number(text, at, 180, &point->lon);
}

bool gd_read_plain_pair(geodist_text text, geodist_point *point)
{
    size_t at = 0;
    geodist_point read;
    if (!gd_read_pair_at(text, &at, &read) || at < text.length)
        return false;
    *point = read;
    return true;
}
