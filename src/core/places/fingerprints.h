/* Which of the keys of a block have a fingerprint: all of them compared at once. */
#ifndef GD_FINGERPRINTS_H
#define GD_FINGERPRINTS_H

#include "places/key_words.h"
#include "table/table.h"

/* One bit for each of 8 bytes, the first lowest: whether it is equal to the byte wanted. */
static inline uint32_t gd_equal_bytes(const unsigned char *at, unsigned char wanted)
{
    const uint64_t each = UINT64_C(0x0101010101010101), low = each * 0x7f;
    uint64_t difference = load_u64(at) ^ each * wanted;
    uint64_t equal = ~(((difference & low) + low) | difference | low); /* bit 7 of each byte */
    return (uint32_t)((equal >> 7) * UINT64_C(0x0102040810204080) >> 56);
}

static inline uint32_t gd_matching_plain(const unsigned char marks[GD_BLOCK], unsigned char wanted)
{
    uint32_t matching = 0;
    for (unsigned i = 0; i < GD_BLOCK; i += 8)
        matching |= gd_equal_bytes(marks + i, wanted) << i;
    return matching;
}

#if defined(__SSE2__)
#  include <emmintrin.h>

/* The same. */
static inline uint32_t gd_matching_simd(const unsigned char marks[GD_BLOCK], unsigned char wanted)
{
    __m128i all = _mm_set1_epi8((char)wanted);
    __m128i first = _mm_loadu_si128((const __m128i *)(const void *)marks);
    __m128i second = _mm_loadu_si128((const __m128i *)(const void *)(marks + 16));
    uint32_t low = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(first, all));
    uint32_t high = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(second, all));
    return low | high << 16;
}
#endif

/* One bit for each key of a block, the first lowest: whether its fingerprint is the one wanted. */
static inline uint32_t gd_matching_fingerprints(const unsigned char marks[GD_BLOCK],
                                                unsigned char wanted)
{
#if defined(__SSE2__)
    return gd_matching_simd(marks, wanted);
#else
    return gd_matching_plain(marks, wanted);
#endif
}

#endif
