/* A line of bare numbers -> points. */
#include "coord_plain.h"
#include "digits.h"
#include "text.h"

#if defined(__SSE2__)
#  include <emmintrin.h>
#endif

static bool is_separator(char byte)
{
    return byte == ',' || is_space(byte);
}

/* ---- A short line, with its bytes sorted beforehand ---------------------------------------- */

#if defined(__SSE2__)
enum { SORTED_LEAST = 16, SORTED_MOST = 63 };

/* Which bytes of a text are of a kind: the first is bit 0. */
typedef struct {
    uint64_t digits, minuses;
} sorted;

static sorted sort_bytes(geodist_text text)
{
    sorted kinds = {0, 0};
    for (size_t at = 0; at < text.length; at += 16) {
        size_t from = at + 16 <= text.length ? at : text.length - 16;
        __m128i bytes;
        memcpy(&bytes, text.bytes + from, sizeof bytes);
        __m128i values = _mm_xor_si128(bytes, _mm_set1_epi8('0'));
        __m128i digits = _mm_cmpeq_epi8(values, _mm_min_epu8(values, _mm_set1_epi8(9)));
        __m128i minuses = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('-'));
        kinds.digits |= (uint64_t)(unsigned)_mm_movemask_epi8(digits) << from;
        kinds.minuses |= (uint64_t)(unsigned)_mm_movemask_epi8(minuses) << from;
    }
    return kinds;
}

static size_t ones_from(uint64_t bits, size_t at)
{
    return (size_t)__builtin_ctzll(~(bits >> at)); /* bit 63 is 0 */
}

/* One to three digits, a point, one to eight digits. Returns where they end, 0 if they are not
 * there. */
static inline size_t read_common(geodist_text text, sorted kinds, size_t at, double limit,
                                 double *number)
{
    static const double divisors[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};
    static const double signs[] = {1, -1};
    size_t negative = kinds.minuses >> at & 1, first = at + negative;
    size_t whole = ones_from(kinds.digits, first), point = first + whole;
    if (whole - 1 > 2 || point + 1 >= text.length || text.bytes[point] != '.')
        return 0;
    size_t decimals = ones_from(kinds.digits, point + 1);
    if (decimals - 1 > 7)
        return 0;
    uint64_t integer = join_digits_at(text, first, whole) * power_of_ten(decimals) +
                       join_digits_at(text, point + 1, decimals);
    double value = (double)(int64_t)integer / divisors[decimals];
    *number = value * signs[negative] + 0.0; /* no branch to be guessed wrong; -0 becomes +0 */
    return value <= limit ? point + 1 + decimals : 0;
}

/* How many points there are; 0 also if something is not as it mostly is. */
static size_t read_short_line(geodist_text text, double *lat, double *lon, size_t capacity)
{
    if (text.length < SORTED_LEAST || text.length > SORTED_MOST)
        return 0;
    sorted kinds = sort_bytes(text);
    size_t count = 0;
    for (size_t at = 0; at < text.length && count < capacity; at++, count++) {
        at = read_common(text, kinds, at, 90, &lat[count]);
        if (at == 0 || at == text.length || !is_separator(text.bytes[at]))
            return 0;
        at = read_common(text, kinds, at + 1, 180, &lon[count]);
        if (at == 0 || (at < text.length && !is_separator(text.bytes[at])))
            return 0;
    }
    return count;
}
#else
static size_t read_short_line(geodist_text text, double *lat, double *lon, size_t capacity)
{
    (void)text, (void)lat, (void)lon, (void)capacity;
    return 0;
}
#endif

/* ---- Any line ------------------------------------------------------------------------------ */

size_t geodist_read_points(geodist_text text, double *lat, double *lon, size_t capacity)
{
    size_t count = read_short_line(text, lat, lon, capacity);
    if (count > 0 && count < capacity)
        return count;
    count = 0;
    for (size_t at = 0, start = 0;; start = at) {
        geodist_point read;
        while (at < text.length && is_separator(text.bytes[at]))
            at++;
        if (at == text.length)
            return count;
        if ((count > 0 && at == start) || !gd_read_pair_at(text, &at, &read))
            return 0;
        if (count < capacity) {
            lat[count] = read.lat;
            lon[count] = read.lon;
        }
        count++;
    }
}
