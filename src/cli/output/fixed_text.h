/* The text of a number with fixed decimals, given its digits in one or two words of eight. */
#ifndef CLI_FIXED_TEXT_H
#define CLI_FIXED_TEXT_H

#include "output/digits.h"

#include <stddef.h>

enum {
    GD_FIXED_TEXT_DECIMALS = 8, /* the most there can be here */
    GD_FIXED_TEXT_ROOM = 32     /* 16 digits, the point, and up to 15 bytes after the number */
};

/* The number of bits before the first of the bytes that is not zero. */
static inline unsigned leading_zeros(uint64_t digits)
{
    return (unsigned)__builtin_ctzll(digits) & ~7U;
}

/* Where a number of so many bytes begins, given where it begins or ends. */
static inline char *start_of(char *at, bool at_end, size_t length)
{
    return at_end ? at - length : at;
}

/* A number below 10^8 with at most 7 decimals: all digits, and the decimals again after the point.
 * The bit that is added stands in the last digit before the point, which is written even if it is
 * zero. Returns the end of the number. */
static inline char *write_short(char *at, bool at_end, uint64_t digits, unsigned decimals)
{
    uint64_t text = digits | GD_ASCII_ZEROS;
    unsigned last_whole = 8 * (7 - decimals);
    unsigned zeros = leading_zeros(digits | UINT64_C(1) << last_whole);
    unsigned whole = (last_whole - zeros) / 8 + 1;
    at = start_of(at, at_end, whole + (decimals > 0) + decimals);
    store_eight(at, text >> zeros);
    at += whole;
    if (decimals == 0)
        return at;
    *at = '.';
    store_eight(at + 1, text >> (last_whole + 8));
    return at + 1 + decimals;
}

/* Any other number: the last eight digits again after the point. The bit that is added stands in
 * the ninth digit from the end. It counts only for a number below 10^8, which has 8 decimals. */
static inline char *write_long(char *at, bool at_end, uint64_t first, uint64_t last,
                               unsigned decimals)
{
    unsigned zeros = leading_zeros(first | UINT64_C(1) << 56), length = 16 - zeros / 8;
    at = start_of(at, at_end, length + (decimals > 0));
    store_eight(at, (first | GD_ASCII_ZEROS) >> zeros);
    at += length;
    store_eight(at - 8, last | GD_ASCII_ZEROS);
    if (decimals == 0)
        return at;
    at -= decimals;
    *at = '.';
    store_eight(at + 1, (last | GD_ASCII_ZEROS) >> 8 * (8 - decimals));
    return at + 1 + decimals;
}

/* Writes an integer, given its digits, with a point before its last `decimals` digits, and up to 15
 * bytes after it. `at` is where the number begins or, with at_end, where it ends. Returns the end
 * of the number. */
static inline char *write_fixed(char *at, bool at_end, uint64_t first, uint64_t last,
                                unsigned decimals)
{
    return first || decimals == 8 ? write_long(at, at_end, first, last, decimals)
                                  : write_short(at, at_end, last, decimals);
}

#endif
