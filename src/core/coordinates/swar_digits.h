/* Decimal digits, eight at a time in one number. */
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

/* The eight bytes from a place on, with zeros behind the end of the text. */
static inline uint64_t eight_from(geodist_text text, size_t at)
{
    size_t rest = text.length - at;
    if (rest >= 8)
        return load_eight(text.bytes + at);
    if (text.length >= 8)
        return rest ? load_eight(text.bytes + text.length - 8) >> 8 * (8 - rest) : 0;
    char bytes[8] = {0};
    for (size_t i = 0; i < rest; i++)
        bytes[i] = text.bytes[at + i];
    return load_eight(bytes);
}

static const uint64_t in_each_byte = 0x0101010101010101;

/* How many digits the eight bytes begin with. Their values are what is left of the bytes without
 * the digit 0; adding makes the top bit of each byte tell what is more than 9. A carry out of an
 * alien byte reaches only those behind it. */
static inline size_t count_digits(uint64_t bytes)
{
    uint64_t values = bytes ^ in_each_byte * '0';
    uint64_t alien = (values | (values + in_each_byte * (0x7f - 9))) & in_each_byte * 0x80;
    uint64_t before = ((alien & (0 - alien)) >> 7) - 1; /* all bits of the bytes before the first */
    return (size_t)(((before & in_each_byte) * in_each_byte) >> 56);
}

/* The number that the last 1 to 8 of the bytes are the digits of: pairs, fours, eight. */
static inline uint64_t join_last_digits(uint64_t bytes, size_t count)
{
    const uint64_t pairs = 0x000000FF000000FF;
    uint64_t values = (bytes ^ in_each_byte * '0') >> 8 * (8 - count) << 8 * (8 - count);
    values = values * 10 + (values >> 8);
    return ((values & pairs) * (100 + ((uint64_t)1000000 << 32)) +
            (values >> 16 & pairs) * (1 + ((uint64_t)10000 << 32))) >>
           32;
}

static inline uint64_t join_first_digits(uint64_t bytes, size_t count)
{
    return join_last_digits(bytes << 8 * (8 - count), count);
}

/* The number that these 1 to 8 bytes of the text are the digits of. */
static inline uint64_t join_digits_at(geodist_text text, size_t at, size_t count)
{
    size_t end = at + count;
    return end >= 8 ? join_last_digits(load_eight(text.bytes + end - 8), count)
                    : join_first_digits(eight_from(text, at), count);
}

/* Ten to a power from 0 to 8. */
static inline uint64_t power_of_ten(size_t power)
{
    static const uint64_t powers[] = {1,      10,      100,      1000,     10000,
                                      100000, 1000000, 10000000, 100000000};
    return powers[power];
}

#endif
