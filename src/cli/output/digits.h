/* Eight decimal digits at a time in one 64-bit word, the first digit in the lowest byte. */
#ifndef CLI_DIGITS_H
#define CLI_DIGITS_H

#include <stdint.h>
#include <string.h>

#define GD_ASCII_ZEROS UINT64_C(0x3030303030303030)

/* The digits of a number below 10^8 as the values of bytes: two fours, each into two pairs, each
 * into two digits. The products are quotients within these ranges, and a loop of them becomes
 * vectors. */
static inline uint64_t spread_digits(uint64_t number)
{
    uint64_t first = number * 109951163 >> 40;
    uint64_t fours = first | (number - first * 10000) << 32;
    uint64_t hundreds = fours * 10486 >> 20 & 0x0000007F0000007F;
    uint64_t pairs = hundreds | (fours - 100 * hundreds) << 16;
    uint64_t tens = pairs * 103 >> 10 & 0x000F000F000F000F;
    return tens | (pairs - 10 * tens) << 8;
}

/* number / 10^8 for a number below 2^40. */
static inline uint64_t before_eight_digits(uint64_t number)
{
    return (number >> 8) * 2882303762 >> 50;
}

static inline void store_eight(char *at, uint64_t word)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    memcpy(at, &word, sizeof word);
#else
    for (int i = 0; i < 8; i++)
        at[i] = (char)(word >> 8 * i & 0xff);
#endif
}

#endif
