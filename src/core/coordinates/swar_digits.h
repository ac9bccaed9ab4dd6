/* Decimal digits, eight at a time in one 64-bit word. */
#ifndef GD_SWAR_DIGITS_H
#define GD_SWAR_DIGITS_H

#include <geodist.h>

/* Eight bytes as a number, the first in its lowest bits. */
static inline uint64_t load_eight(const char *bytes)
{
    const unsigned char *at = (const unsigned char *)bytes;
    return (uint64_t)at[0] | (uint64_t)at[1] << 8 | (uint64_t)at[2] << 16 | (uint64_t)at[3] << 24 |
           (uint64_t)at[4] << 32 | (uint64_t)at[5] << 40 | (uint64_t)at[6] << 48 |
           (uint64_t)at[7] << 56;
}

static inline void store_eight(char *bytes, uint64_t word)
{
    for (int i = 0; i < 8; i++)
        bytes[i] = (char)(word >> 8 * i & 0xff);
}

/* The eight bytes from an offset on, with zeros after the end of the text. */
static inline uint64_t eight_from(geodist_text text, size_t at)
{
    size_t rest = text.length - at;
    if (rest >= 8)
        return load_eight(text.bytes + at);
    if (text.length >= 8)
        return rest ? load_eight(text.bytes + text.length - 8) >> 8 * (8 - rest) : 0;
    uint64_t word = 0;
    for (size_t i = rest; i-- > 0;)
        word = word << 8 | (unsigned char)text.bytes[at + i];
    return word;
}

static const uint64_t in_each_byte = 0x0101010101010101;

/* How many digits the eight bytes begin with. XOR with the digit 0 leaves the value of a digit; the
 * addition then sets the top bit of each byte that is more than 9. A carry out of a byte that is no
 * digit only reaches the bytes after it. */
static inline size_t count_digits(uint64_t bytes)
{
    uint64_t values = bytes ^ in_each_byte * '0';
    uint64_t other = (values | (values + in_each_byte * (0x7f - 9))) & in_each_byte * 0x80;
    uint64_t before = ((other & (0 - other)) >> 7) - 1; /* all bits of the bytes before the first */
    return (size_t)(((before & in_each_byte) * in_each_byte) >> 56);
}

/* The number whose digits are the last 1 to 8 of the bytes. Joins digits to pairs, pairs to fours,
 * and these to eight. */
static inline uint64_t join_last_digits(uint64_t bytes, size_t count)
{
    const uint64_t pairs = 0x000000FF000000FF;
    uint64_t values = (bytes ^ in_each_byte * '0') >> 8 * (8 - count) << 8 * (8 - count);
    values = values * 10 + (values >> 8);
    return ((values & pairs) * (100 + ((uint64_t)1000000 << 32)) +
            (values >> 16 & pairs) * (1 + ((uint64_t)10000 << 32))) >>
           32;
}

/* The same of the first 1 to 8 of the bytes. */
static inline uint64_t join_first_digits(uint64_t bytes, size_t count)
{
    return join_last_digits(bytes << 8 * (8 - count), count);
}

/* The eight digits of a number below 10^8, the first in the lowest byte: two fours, each of two
 * pairs, each of two digits. In these ranges the products are exact quotients. */
static inline uint64_t spread_digits(uint32_t number)
{
    uint64_t fours = number / 10000 | (uint64_t)(number % 10000) << 32;
    uint64_t hundreds = fours * 10486 >> 20 & 0x0000007F0000007F;
    uint64_t pairs = hundreds | (fours - 100 * hundreds) << 16;
    uint64_t tens = pairs * 103 >> 10 & 0x000F000F000F000F;
    return (tens | (pairs - 10 * tens) << 8) + in_each_byte * '0';
}

/* Ten to a power from 0 to 8. */
static inline uint64_t power_of_ten(size_t power)
{
    static const uint64_t powers[] = {1,      10,      100,      1000,     10000,
                                      100000, 1000000, 10000000, 100000000};
    return powers[power];
}

#endif
