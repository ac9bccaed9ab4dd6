/* Bare numbers to points, in one pass and without tokens. */
#include "coordinates/coordinate_list.h"

#include "coordinates/coordinate_list_simd.h"
#include "coordinates/decimal.h"
#include "text/slice.h"

/* Reads a number that is long or has an exponent. Returns its length, or 0 if there is none within
 * the limit. */
#if defined(__GNUC__)
__attribute__((noinline)) /* it is rare, and its registers would be saved for every number */
#endif
static size_t
read_long(geodist_text text, double limit, double *value)
{
    size_t length = gd_decimal_length(text);
    if (length == 0)
        return 0;
    gd_decimal number = gd_parse_decimal(slice(text, 0, length));
    *value = number.value;
    return exceeds(number, limit) ? 0 : length;
}

static bool is_exponent(char byte)
{
    return byte == 'e' || byte == 'E';
}

/* Moves *at to the end of the signed number there. */
static bool read_number(geodist_text text, size_t *at, double limit, double *number)
{
    double value;
    bool negative = *at < text.length && text.bytes[*at] == '-';
    bool positive = *at < text.length && text.bytes[*at] == '+';
    *at += negative || positive;
    size_t length = gd_parse_short_decimal(text, *at, &value), end = *at + length;
    if (length == 0 || (end < text.length && is_exponent(text.bytes[end])))
        length = read_long(slice(text, *at, text.length), limit, &value);
    if (length == 0 || value > limit)
        return false;
    *at += length;
    *number = negative ? 0 - value : value; /* 0 - 0 is not -0 */
    return true;
}

/* Moves *at to the end of the white space, or comma, or both, that is there. */
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

bool gd_read_bare_point(geodist_text text, size_t *at, geodist_point *point)
{
    return read_number(text, at, 90, &point->lat) && skip_separator(text, at) &&
           read_number(text, at, 180, &point->lon);
}

size_t gd_parse_points_plain(geodist_text text, double *lat, double *lon, size_t capacity)
{
    size_t count = 0;
    text = trim(text);
    for (size_t at = 0; at < text.length; count++) {
        geodist_point point;
        if ((count > 0 && !skip_separator(text, &at)) || !gd_read_bare_point(text, &at, &point))
            return 0;
        if (count < capacity) {
            lat[count] = point.lat;
            lon[count] = point.lon;
        }
    }
    return count;
}

size_t geodist_parse_points(geodist_text text, double *lat, double *lon, size_t capacity)
{
    size_t count = gd_has_avx512_reader() ? gd_parse_points_avx512(text, lat, lon, capacity)
                                          : gd_parse_points_sse2(text, lat, lon, capacity);
    return count > 0 ? count : gd_parse_points_plain(text, lat, lon, capacity);
}
