/* Finds the digits of the whole line with comparisons of 16 bytes, then converts the two numbers of
 * a point together. */
#include "coordinates/coordinate_list_simd.h"

#if defined(__SSE2__)
#  include "coordinates/swar_digits.h"
#  include "text/slice.h"

#  include <emmintrin.h>

enum { LEAST = 16, MOST = 63 };

/* ---- Where the digits are ---------------------------------------------------------- */

/* Which bytes of a text are of a kind. Bit 0 is the first byte. */
typedef struct {
    uint64_t digits, points, minuses;
} byte_kinds;

static uint64_t mask_of(__m128i found, size_t from)
{
    return (uint64_t)(unsigned)_mm_movemask_epi8(found) << from;
}

static byte_kinds classify(geodist_text text)
{
    byte_kinds kinds = {0, 0, 0};
    for (size_t at = 0; at < text.length; at += 16) {
        size_t from = at + 16 <= text.length ? at : text.length - 16;
        __m128i bytes;
        memcpy(&bytes, text.bytes + from, sizeof bytes);
        __m128i values = _mm_xor_si128(bytes, _mm_set1_epi8('0'));
        __m128i digits = _mm_cmpeq_epi8(values, _mm_min_epu8(values, _mm_set1_epi8(9)));
        kinds.digits |= mask_of(digits, from);
        kinds.points |= mask_of(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('.')), from);
        kinds.minuses |= mask_of(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('-')), from);
    }
    return kinds;
}

static size_t ones_from(uint64_t bits, size_t at)
{
    return (size_t)__builtin_ctzll(~(bits >> at)); /* bit 63 is 0 */
}

typedef struct {
    size_t negative; /* 1 if there is a minus, else 0 */
    size_t whole, decimals; /* how many digits stand before and after the point */
    size_t point; /* the offset of the point */
} decimal;

/* Finds the number at an offset. Returns the offset of its end, or 0 if it is not of the form that
 * is read here. */
static inline size_t find_number(const byte_kinds *kinds, size_t at, decimal *found)
{
    found->negative = kinds->minuses >> at & 1;
    at += found->negative;
    found->whole = ones_from(kinds->digits, at);
    found->point = at + found->whole;
    if (found->whole - 1 > 2 || !(kinds->points >> found->point & 1))
        return 0;
    found->decimals = ones_from(kinds->digits, found->point + 1);
    return found->decimals - 1 > 7 ? 0 : found->point + 1 + found->decimals;
}

/* ---- Two numbers at a time --------------------------------------------------------- */

/* The values of the last `digits` of the eight bytes before `end`. Zeros stand for the bytes before
 * them, and for bytes before the text. */
static inline uint64_t eight_values(geodist_text text, size_t end, size_t digits)
{
    static const uint64_t last[] = {0,
                                    0xff00000000000000,
                                    0xffff000000000000,
                                    0xffffff0000000000,
                                    0xffffffff00000000,
                                    0xffffffffff000000,
                                    0xffffffffffff0000,
                                    0xffffffffffffff00,
                                    0xffffffffffffffff};
    size_t missing = end < 8 ? 8 - end : 0;
    uint64_t bytes = load_eight(text.bytes + end + missing - 8) << 8 * missing;
    return (bytes ^ in_each_byte * '0') & last[digits];
}

/* The same of at most three digits. */
static inline uint32_t four_values(geodist_text text, size_t end, size_t digits)
{
    static const uint32_t last[] = {0, 0xff000000, 0xffff0000, 0xffffff00};
    uint32_t bytes;
    size_t missing = end < 4 ? 4 - end : 0;
    memcpy(&bytes, text.bytes + end + missing - 4, sizeof bytes);
    return (bytes << 8 * missing ^ (uint32_t)in_each_byte * '0') & last[digits];
}

/* Joins digits to pairs and pairs to fours, in each 32 bits. */
static inline __m128i join_fours(__m128i digits)
{
    __m128i tens = _mm_mullo_epi16(digits, _mm_set1_epi16(10));
    __m128i pairs =
        _mm_and_si128(_mm_add_epi16(tens, _mm_srli_epi16(digits, 8)), _mm_set1_epi16(0xff));
    return _mm_madd_epi16(pairs, _mm_set1_epi32(100 | 1 << 16));
}

/* Joins digits to eights, which are less than 2^31 and come out in the lower half. */
static inline __m128i join_eights(__m128i digits)
{
    __m128i fours = join_fours(digits);
    __m128i eights =
        _mm_add_epi64(_mm_mul_epu32(fours, _mm_set1_epi32(10000)), _mm_srli_epi64(fours, 32));
    return _mm_shuffle_epi32(eights, _MM_SHUFFLE(3, 3, 2, 0));
}

/* The magnitudes of a latitude and a longitude. A whole number below 2^53 divided by a power of ten
 * that is a double is rounded once, and is therefore correct (W. D. Clinger, 1990). */
static inline __m128d values_of(geodist_text text, const decimal *first, const decimal *second)
{
    static const double powers[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};
    size_t end1 = first->point + 1 + first->decimals, end2 = second->point + 1 + second->decimals;
    __m128i decimals = _mm_set_epi64x((int64_t)eight_values(text, end2, second->decimals),
                                      (int64_t)eight_values(text, end1, first->decimals));
    __m128i whole = _mm_set_epi32(0, 0, (int32_t)four_values(text, second->point, second->whole),
                                  (int32_t)four_values(text, first->point, first->whole));
    __m128d scale = _mm_set_pd(powers[second->decimals], powers[first->decimals]);
    __m128d number = _mm_add_pd(_mm_mul_pd(_mm_cvtepi32_pd(join_fours(whole)), scale),
                                _mm_cvtepi32_pd(join_eights(decimals)));
    return _mm_div_pd(number, scale);
}

/* A table instead of a branch, which would often be mispredicted. -0 becomes +0. */
static inline __m128d with_signs(__m128d values, const decimal *first, const decimal *second)
{
    static const double signs[] = {1, -1};
    __m128d sign = _mm_set_pd(signs[second->negative], signs[first->negative]);
    return _mm_add_pd(_mm_mul_pd(values, sign), _mm_setzero_pd());
}

static bool is_separator(char byte)
{
    return byte == ',' || is_space(byte);
}

size_t gd_parse_points_sse2(geodist_text text, double *lat, double *lon, size_t capacity)
{
    if (text.length < LEAST || text.length > MOST)
        return 0;
    byte_kinds kinds = classify(text);
    __m128d too_large = _mm_setzero_pd(), most = _mm_set_pd(180, 90);
    size_t count = 0;
    for (size_t at = 0; at < text.length; at++, count++) {
        decimal first, second;
        size_t end = find_number(&kinds, at, &first);
        if (count == capacity || end == 0 || end == text.length || !is_separator(text.bytes[end]))
            return 0;
        at = find_number(&kinds, end + 1, &second);
        if (at == 0 || (at < text.length && !is_separator(text.bytes[at])))
            return 0;
        __m128d values = values_of(text, &first, &second);
        __m128d point = with_signs(values, &first, &second);
        _mm_storel_pd(lat + count, point);
        _mm_storeh_pd(lon + count, point);
        too_large = _mm_or_pd(too_large, _mm_cmpgt_pd(values, most));
    }
    if (text.bytes[text.length - 1] == ',' || _mm_movemask_pd(too_large))
        return 0;
    return count;
}
#else
size_t gd_parse_points_sse2(geodist_text text, double *lat, double *lon, size_t capacity)
{
    (void)text, (void)lat, (void)lon, (void)capacity;
    return 0;
}
#endif
