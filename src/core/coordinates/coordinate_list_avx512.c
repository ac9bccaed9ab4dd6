/* Finds the parts of all numbers of a line with operations on one 64-bit mask, a bit a byte. Then
 * moves the digits of four numbers to fields of sixteen bytes and converts the four together. */
#include "coordinates/coordinate_list_simd.h"

#if defined(__x86_64__)
#  include "text/slice.h"

#  include <immintrin.h>

#  define AVX512                                                                                   \
      __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,"  \
                            "popcnt")))

enum { LENGTH_MAX = 63 /* a bit behind the text is needed */, FIELDS = 4 };

/* ---- Where the numbers are --------------------------------------------------------- */

AVX512 static inline uint64_t mask_up_to(size_t bit)
{
    return _bzhi_u64(UINT64_MAX, (unsigned)bit);
}

/* Which bytes of a text are of a kind. Bit 0 is the first byte. */
typedef struct {
    uint64_t digits, points, minuses, commas;
} byte_kinds;

/* Of each number: a bit where its first digit is, one where its point is, and one behind it. */
typedef struct {
    uint64_t parts;
    uint32_t negative; /* bit i is number i */
    size_t count;
} number_list;

AVX512 static byte_kinds classify(__m512i bytes)
{
    __m512i values = _mm512_sub_epi8(bytes, _mm512_set1_epi8('0'));
    return (byte_kinds){
        .digits = _mm512_cmplt_epu8_mask(values, _mm512_set1_epi8(10)),
        .points = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('.')),
        .minuses = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('-')),
        .commas = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8(',')),
    };
}

AVX512 static uint64_t find_blanks(__m512i bytes)
{
    __m512i controls = _mm512_sub_epi8(bytes, _mm512_set1_epi8('\t'));
    return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8(' ')) |
           _mm512_cmple_epu8_mask(controls, _mm512_set1_epi8('\r' - '\t'));
}

/* Whether at most one comma stands between two points, and none before the first or after the
 * last. */
AVX512 static bool commas_separate(const byte_kinds *in)
{
    uint64_t in_order = _pext_u64(in->commas, in->points | in->commas);
    return !(in_order & (in_order << 1 | 1)) && in->commas <= in->points;
}

/* Finds an even count of numbers. Each has one point, digits before and after it, and perhaps a
 * minus. False for a text of anything else. */
AVX512 static bool find_numbers(__m512i bytes, uint64_t all, number_list *found)
{
    const uint64_t every_third = 0x2492492492492492;
    byte_kinds in = classify(bytes);
    uint64_t bodies = in.digits | in.points | in.minuses;
    uint64_t first = bodies & ~(bodies << 1), ends = bodies << 1 & ~bodies;
    uint64_t first_digits = (first & ~in.minuses) | in.minuses << 1;
    size_t count = (size_t)_mm_popcnt_u64(ends);
    found->parts = first_digits | in.points | ends;
    found->negative = (uint32_t)_pext_u64(in.minuses, first);
    found->count = count;
    if ((bodies | in.commas) != all && (bodies | in.commas | find_blanks(bytes)) != all)
        return false;
    return count % 2 == 0 && !(in.minuses & ~first) &&
           !((first_digits | in.points << 1) & ~in.digits) &&
           _pext_u64(in.points, found->parts) == _bzhi_u64(every_third, (unsigned)(3 * count)) &&
           commas_separate(&in);
}

/* ---- Four numbers at a time -------------------------------------------------------- */

/* The offsets of the bits, in order, in one byte each. */
AVX512 static __m512i offsets_of(uint64_t mask)
{
    static const char offsets[64] = {0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12,
                                     13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25,
                                     26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38,
                                     39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51,
                                     52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
    return _mm512_maskz_compress_epi8(mask, _mm512_loadu_si512(offsets));
}

/* One of the three parts of four numbers, in all bytes of their fields. */
AVX512 static __m512i part_in_fields(__m512i parts, char part)
{
    const int64_t each = 0x0101010101010101;
    const __m512i numbers =
        _mm512_set_epi64(9 * each, 9 * each, 6 * each, 6 * each, 3 * each, 3 * each, 0, 0);
    return _mm512_permutexvar_epi8(_mm512_add_epi8(numbers, _mm512_set1_epi8(part)), parts);
}

/* The digits of four numbers as values of bytes: those of a number at the end of its field, and
 * zeros before them. Sets *too_long if a number fills its field. */
AVX512 static __m512i spread_digits(__m512i bytes, __m512i parts, bool *too_long)
{
    const __m512i from_end = _mm512_broadcast_i32x4(
        _mm_setr_epi8(-16, -15, -14, -13, -12, -11, -10, -9, -8, -7, -6, -5, -4, -3, -2, -1));
    __m512i from = _mm512_add_epi8(part_in_fields(parts, 2), from_end);
    __mmask64 is_whole = _mm512_cmple_epi8_mask(from, part_in_fields(parts, 1));
    from = _mm512_mask_sub_epi8(from, is_whole, from, _mm512_set1_epi8(1));
    __mmask64 within = _mm512_cmpge_epi8_mask(from, part_in_fields(parts, 0));
    *too_long = within & 0x0001000100010001;
    return _mm512_maskz_permutexvar_epi8(within, from,
                                         _mm512_sub_epi8(bytes, _mm512_set1_epi8('0')));
}

/* Joins digits to pairs, these to fours, to eights, and to the number of each field. */
AVX512 static __m256i join_digits(__m512i digits)
{
    __m512i pairs = _mm512_maddubs_epi16(digits, _mm512_set1_epi16(10 | 1 << 8));
    __m512i fours = _mm512_madd_epi16(pairs, _mm512_set1_epi32(100 | 1 << 16));
    __m512i eights =
        _mm512_madd_epi16(_mm512_packus_epi32(fours, fours), _mm512_set1_epi32(10000 | 1 << 16));
    __m512i high = _mm512_mul_epu32(eights, _mm512_set1_epi64(100000000));
    __m512i joined = _mm512_add_epi64(high, _mm512_srli_epi64(eights, 32));
    return _mm512_castsi512_si256(
        _mm512_permutexvar_epi64(_mm512_set_epi64(0, 0, 0, 0, 6, 4, 2, 0), joined));
}

/* 10 to the number of decimals of each number. */
AVX512 static __m256d scales_of(__m512i parts)
{
    static const double powers[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    __m128i at = _mm512_castsi512_si128(parts);
    __m128i lengths = _mm_sub_epi8(_mm_bsrli_si128(at, 1), at); /* to the next part */
    __m256i decimals = _mm256_maskz_permutexvar_epi8(0x01010101, _mm256_setr_epi64x(1, 4, 7, 10),
                                                     _mm256_castsi128_si256(lengths));
    decimals = _mm256_sub_epi64(decimals, _mm256_set1_epi64x(1)); /* the point */
    return _mm512_castpd512_pd256(_mm512_permutex2var_pd(_mm512_loadu_pd(powers),
                                                         _mm512_castsi256_si512(decimals),
                                                         _mm512_loadu_pd(powers + 8)));
}

/* Removes the first four numbers, or as many as there are, and writes their points. A whole number
 * below 2^53 divided by a power of ten that is a double is rounded once, and is therefore correct
 * (W. D. Clinger, 1990). False if a number has too many digits or is out of range. */
AVX512 static bool take_fields(__m512i bytes, number_list *found, double *lat, double *lon)
{
    const __m256d most = _mm256_setr_pd(90, 180, 90, 180);
    bool too_long;
    __m512i parts = offsets_of(found->parts);
    __m512i digits = spread_digits(bytes, parts, &too_long);
    __m256d values = _mm256_div_pd(_mm256_cvtepi64_pd(join_digits(digits)), scales_of(parts));
    __mmask8 too_large = _mm256_cmp_pd_mask(values, most, _CMP_GT_OQ);
    __m256d zero = _mm256_setzero_pd(); /* 0 - 0 is not -0 */
    values = _mm256_mask_sub_pd(values, (__mmask8)found->negative, zero, values);
    values = _mm256_permutex_pd(values, _MM_SHUFFLE(3, 1, 2, 0));
    __mmask8 points = found->count > 2 ? 3 : 1;
    _mm_mask_storeu_pd(lat, points, _mm256_castpd256_pd128(values));
    _mm_mask_storeu_pd(lon, points, _mm256_extractf128_pd(values, 1));
    found->parts &= ~_pdep_u64((1 << 3 * FIELDS) - 1, found->parts);
    found->negative >>= FIELDS;
    found->count -= found->count > 2 ? FIELDS : 2;
    return !too_large && !too_long;
}

/* Whether 14 digits stand together. With those before its point, such a number mostly has more than
 * 15, as the shortest text of any double does. */
static inline bool has_long_run(uint64_t digits)
{
    digits &= digits >> 1; /* two together */
    digits &= digits >> 2;
    digits &= digits >> 4;
    return digits & digits >> 6;
}

/* Of a text that is too long for a mask: the length of the most points at its start that a mask has
 * room for, 0 if there is none or the numbers look too long. */
AVX512 static size_t part_length(geodist_text text)
{
    uint64_t all = mask_up_to(LENGTH_MAX);
    byte_kinds in = classify(_mm512_maskz_loadu_epi8(all, text.bytes));
    uint64_t bodies = in.digits | in.points | in.minuses;
    uint64_t ends = bodies << 1 & ~bodies & all; /* the number at the end may go on */
    uint64_t count = (uint64_t)_mm_popcnt_u64(ends) & ~(uint64_t)1;
    if (has_long_run(in.digits))
        return 0;
    return count ? (size_t)_tzcnt_u64(_pdep_u64((uint64_t)1 << (count - 1), ends)) : 0;
}

/* Reads a text of at most LENGTH_MAX bytes. */
AVX512 static inline size_t read_part(geodist_text text, double *lat, double *lon, size_t capacity)
{
    uint64_t all = mask_up_to(text.length);
    __m512i bytes = _mm512_maskz_loadu_epi8(all, text.bytes);
    number_list found;
    if (!find_numbers(bytes, all, &found) || found.count / 2 > capacity)
        return 0;
    size_t count = found.count / 2;
    for (size_t at = 0; at < count; at += FIELDS / 2)
        if (!take_fields(bytes, &found, lat + at, lon + at))
            return 0;
    return count;
}

/* Reads a longer text part by part. */
__attribute__((noinline)) AVX512 static size_t read_parts(geodist_text text, double *lat,
                                                          double *lon, size_t capacity)
{
    size_t count = 0;
    while (text.length) {
        size_t length = text.length > LENGTH_MAX ? part_length(text) : text.length;
        geodist_text part = slice(text, 0, length);
        size_t added =
            length == 0 ? 0 : read_part(part, lat + count, lon + count, capacity - count);
        if (added == 0)
            return 0;
        count += added;
        bool comma = length < text.length && text.bytes[length] == ',';
        if (comma && length + 1 == text.length)
            return 0;
        text = slice(text, length + comma, text.length);
    }
    return count;
}

AVX512 size_t gd_parse_points_avx512(geodist_text text, double *lat, double *lon, size_t capacity)
{
    if (capacity == 0) /* the arrays may be NULL */
        return 0;
    return text.length <= LENGTH_MAX ? read_part(text, lat, lon, capacity)
                                     : read_parts(text, lat, lon, capacity);
}
#else
size_t gd_parse_points_avx512(geodist_text text, double *lat, double *lon, size_t capacity)
{
    (void)text, (void)lat, (void)lon, (void)capacity;
    return 0;
}
#endif
