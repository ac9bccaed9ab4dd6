/* The bytes of a table that structure it, its delimiter, newlines and quotes, found 64 at a time.
 */
#ifndef CLI_CSV_MARKS_H
#define CLI_CSV_MARKS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#  include <emmintrin.h>
#endif

/* So many bytes from a position on must be readable, whatever they are. */
enum { GD_MARKS_BLOCK = 64 };

/* The marks among the 64 bytes from `start` on; bit 0 is the first byte. */
typedef struct {
    size_t start;
    uint64_t bits;
} csv_marks;

#if defined(__SSE2__)
static inline uint64_t gd_find_marks(const char *bytes, char delimiter)
{
    uint64_t bits = 0;
    for (unsigned i = 0; i < GD_MARKS_BLOCK; i += 16) {
        __m128i part;
        memcpy(&part, bytes + i, sizeof part);
        __m128i newlines = _mm_cmpeq_epi8(part, _mm_set1_epi8('\n'));
        __m128i quotes = _mm_cmpeq_epi8(part, _mm_set1_epi8('"'));
        __m128i delimiters = _mm_cmpeq_epi8(part, _mm_set1_epi8(delimiter));
        __m128i found = _mm_or_si128(delimiters, _mm_or_si128(newlines, quotes));
        bits |= (uint64_t)(unsigned)_mm_movemask_epi8(found) << i;
    }
    return bits;
}
#else
static inline uint64_t gd_find_marks(const char *bytes, char delimiter)
{
    uint64_t bits = 0;
    for (unsigned i = 0; i < GD_MARKS_BLOCK; i++) {
        unsigned found = (bytes[i] == delimiter) | (bytes[i] == '\n') | (bytes[i] == '"');
        bits |= (uint64_t)found << i;
    }
    return bits;
}
#endif

/* The number of zero bits below the lowest one; the bits must not be 0. */
static inline unsigned gd_lowest_bit(uint64_t bits)
{
#if defined(__GNUC__)
    return (unsigned)__builtin_ctzll(bits);
#else
    unsigned count = 0;
    while (!(bits >> count & 1))
        count++;
    return count;
#endif
}

/* To be set when the bytes have changed: no position is near the start. */
static const csv_marks gd_no_marks = {SIZE_MAX / 2, 0};

/* The position of the first mark from `at` on, or `end` if there is none before it. */
static inline size_t gd_next_mark(csv_marks *marks, const char *bytes, size_t at, size_t end,
                                  char delimiter)
{
    while (at < end) {
        if (at - marks->start >= GD_MARKS_BLOCK)
            *marks = (csv_marks){at, gd_find_marks(bytes + at, delimiter)};
        uint64_t bits = marks->bits >> (at - marks->start);
        if (bits) {
            size_t found = at + gd_lowest_bit(bits);
            return found < end ? found : end;
        }
        at = marks->start + GD_MARKS_BLOCK;
    }
    return end;
}

#endif
