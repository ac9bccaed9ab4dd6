/* A number times a power of ten, rounded, and its decimal digits: eight at a time in one 64-bit
 * word, the first digit in the lowest byte. */
#ifndef CLI_DIGITS_H
#define CLI_DIGITS_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define GD_ASCII_ZEROS UINT64_C(0x3030303030303030)

enum { GD_POWERS_OF_TEN = 16 };

static inline double power_of_ten(unsigned exponent)
{
    static const double powers[GD_POWERS_OF_TEN] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    return powers[exponent];
}

/* ---- Rounding ---------------------------------------------------------------------- */

typedef struct {
    uint64_t integer;
    uint64_t doubt; /* negative as a signed number if the integer may be wrong */
} rounded_product;

static inline bool is_doubtful(uint64_t doubt)
{
    return doubt > UINT64_MAX >> 1;
}

static inline uint64_t bits_of(double number)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits;
}

/* A product of two doubles, rounded to the nearest integer. The product is off by less than a
 * thousandth below 2^40, so rounding it is right unless it is that close to a half. There is a
 * doubt then, and for products that are negative, NaN, or 2^40 and more. Doubles of 2^52 and more
 * have no fraction: adding 2^52 rounds to an integer, which is in the low bits of the sum. All this
 * is integer arithmetic and sums, so that a loop of it becomes vectors on every processor. */
static inline rounded_product round_product(double product)
{
    uint64_t most = bits_of(0x1p40) - 1, size = bits_of(product);
    double sum = product + 0x1p52, rest = product - (sum - 0x1p52);
    return (rounded_product){bits_of(sum) & ((UINT64_C(1) << 52) - 1),
                             size | (most - size) | bits_of(0.499 - fabs(rest))};
}

/* ---- Digits ------------------------------------------------------------------------ */

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
