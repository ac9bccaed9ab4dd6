/* Keys as numbers of 8 bytes, without a read beyond their ends: their order and their fingerprints.
 */
#ifndef GD_KEY_WORDS_H
#define GD_KEY_WORDS_H

#include <geodist.h>

/* 4 and 8 bytes, the first in the lowest bits. */
static inline uint32_t gd_load_four(const char *at)
{
    const unsigned char *bytes = (const unsigned char *)at;
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
           (uint32_t)bytes[3] << 24;
}

static inline uint64_t gd_load_eight(const char *at)
{
    return gd_load_four(at) | (uint64_t)gd_load_four(at + 4) << 32;
}

/* Fewer than 8 bytes, with zeros after them. The parts that are loaded may overlap. */
static inline uint64_t gd_load_short(const char *at, size_t length)
{
    if (length >= 4)
        return gd_load_four(at) | (uint64_t)gd_load_four(at + length - 4) << 8 * (length - 4);
    if (length == 0)
        return 0;
    return (uint64_t)(unsigned char)at[0] |
           (uint64_t)(unsigned char)at[length / 2] << 8 * (length / 2) |
           (uint64_t)(unsigned char)at[length - 1] << 8 * (length - 1);
}

static inline uint64_t gd_swap_bytes(uint64_t word)
{
    word = (word & UINT64_C(0x00ff00ff00ff00ff)) << 8 | (word >> 8 & UINT64_C(0x00ff00ff00ff00ff));
    word =
        (word & UINT64_C(0x0000ffff0000ffff)) << 16 | (word >> 16 & UINT64_C(0x0000ffff0000ffff));
    return word << 32 | word >> 32;
}

/* The first 8 bytes of a key as a big-endian number, which sorts as the bytes do; a shorter key is
 * padded with zeros. */
static inline uint64_t gd_key_head(geodist_text key)
{
    return gd_swap_bytes(key.length >= 8 ? gd_load_eight(key.bytes)
                                         : gd_load_short(key.bytes, key.length));
}

/* A byte that depends on all bytes of a key and on their number: of two keys it differs in 255 of
 * 256 cases. Multiplicative hashing (D. E. Knuth, TAOCP 3, 6.4). */
static inline unsigned char gd_fingerprint(geodist_text key)
{
    const uint64_t factor = UINT64_C(0x9e3779b97f4a7c15);
    uint64_t sum = key.length;
    const char *at = key.bytes;
    size_t left = key.length;
    for (; left >= 8; at += 8, left -= 8) {
        sum = (sum ^ gd_load_eight(at)) * factor;
        sum ^= sum >> 32;
    }
    sum = (sum ^ gd_load_short(at, left)) * factor;
    sum ^= sum >> 32;
    return (unsigned char)(sum * factor >> 56);
}

#endif
