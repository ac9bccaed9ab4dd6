/* A number of degrees as text, exactly and without the C library.
 *
 * Nearly all positions have at most five decimals: they are integers divided by 10^5. The decimals
 * of any other number are computed one by one, in binary fixed point with as many places as the
 * number has, until they differ from it by at most half the distance to the next double
 * (G. L. Steele, J. L. White, How to Print Floating-Point Numbers Accurately, 1990). */
#include <float.h>
#include <math.h>

#include "coordinates/swar_digits.h"

enum {
    MAX_DECIMALS = 20,
    MAX_LENGTH = 320,    /* a sign and the 309 digits of the largest double */
    POSITION_LENGTH = 9, /* three digits, the point, five digits */
    INTEGER_LIMBS = 32,
    FRACTION_LIMBS = 4,
    NINE_DIGITS = 1000000000
};

/* A text that is written from its end to its start. */
typedef struct {
    char bytes[MAX_LENGTH];
    size_t start, end;
} backward_text;

static void put(backward_text *text, char byte)
{
    text->bytes[--text->start] = byte;
}

/* Puts the digits of a number, with leading zeros up to a least count. */
static void put_digits(backward_text *text, uint64_t number, int least)
{
    for (; least > 0 || number > 0; least--, number /= 10)
        put(text, (char)('0' + number % 10));
}

/* ---- Numbers of several limbs, least significant first ----------------------------- */

/* Multiplies in place and returns the carry. */
static uint32_t multiply(uint32_t *limb, int limbs, uint32_t factor)
{
    uint64_t carry = 0;
    for (int i = 0; i < limbs; i++) {
        carry += (uint64_t)limb[i] * factor;
        limb[i] = (uint32_t)carry;
        carry >>= 32;
    }
    return (uint32_t)carry;
}

/* Divides in place and returns the remainder. */
static uint32_t divide(uint32_t *limb, int limbs, uint32_t divisor)
{
    uint64_t rest = 0;
    for (int i = limbs; i-- > 0;) {
        rest = rest << 32 | limb[i];
        limb[i] = (uint32_t)(rest / divisor);
        rest %= divisor;
    }
    return (uint32_t)rest;
}

/* Negates modulo 2^(32 limbs). */
static void negate(uint32_t *limb, int limbs)
{
    uint64_t carry = 1;
    for (int i = 0; i < limbs; i++) {
        carry += (uint32_t)~limb[i];
        limb[i] = (uint32_t)carry;
        carry >>= 32;
    }
}

static bool at_most(const uint32_t *a, const uint32_t *b, int limbs)
{
    for (int i = limbs; i-- > 0;)
        if (a[i] != b[i])
            return a[i] < b[i];
    return true;
}

/* Adds the 64 bits of a number, shifted left, to limbs that are 0 there. */
static void place_bits(uint32_t *limb, int limbs, uint64_t number, int shift)
{
    int at = shift / 32, bits = shift % 32;
    uint64_t low = (number & 0xffffffff) << bits, high = (number >> 32) << bits;
    const uint64_t words[] = {low, high | low >> 32, high >> 32};
    for (int i = 0; i < 3 && at + i < limbs; i++)
        limb[at + i] |= (uint32_t)words[i];
}

/* ---- Any double -------------------------------------------------------------------- */

/* mantissa * 2^exponent, exponent >= 0. */
static void put_integer(backward_text *text, uint64_t mantissa, int exponent)
{
    uint32_t limb[INTEGER_LIMBS] = {0};
    int limbs = INTEGER_LIMBS;
    place_bits(limb, limbs, mantissa, exponent);
    while (limbs > 0) {
        uint32_t group = divide(limb, limbs, NINE_DIGITS);
        while (limbs > 0 && limb[limbs - 1] == 0)
            limbs--;
        put_digits(text, group, limbs > 0 ? 9 : 1);
    }
}

/* Whether the fraction is more than a half, or is a half and its last digit would be odd. */
static bool rounds_up(const uint32_t *fraction, int limbs, uint64_t digits)
{
    uint32_t below = fraction[limbs - 1] << 1;
    for (int i = 0; i + 1 < limbs; i++)
        below |= fraction[i];
    return fraction[limbs - 1] >> 31 && (below || (digits & 1));
}

/* Computes the fewest decimals, up to 20, of the fraction that read back, as one integer. `gap` is
 * half the distance to the next double. At a power of two the double below is nearer than that, but
 * a power of two has no decimals before its 23rd that are so near to it and are not all. For the
 * same reason none are at exactly the gap: the middle between two doubles has more than 20
 * decimals, or the double itself has fewer. */
static int develop(uint32_t *fraction, uint32_t *gap, int limbs, uint64_t *digits)
{
    *digits = 0;
    for (int decimals = 1;; decimals++) {
        uint32_t distance[FRACTION_LIMBS];
        *digits = *digits * 10 + multiply(fraction, limbs, 10);
        bool reads_back = multiply(gap, limbs, 10) > 0;
        bool up = rounds_up(fraction, limbs, *digits);
        memcpy(distance, fraction, sizeof *distance * (size_t)limbs);
        if (up)
            negate(distance, limbs);
        if (reads_back || at_most(distance, gap, limbs) || decimals == MAX_DECIMALS) {
            *digits += up;
            return decimals;
        }
    }
}

/* mantissa / 2^places, 0 < places <= 120, and no integer. A double needs at most 17 digits, and 20
 * decimals of a number below 0.001 are at most 17 digits, so the digits fit 64 bits. Rounding up
 * never reaches the next integer, which is a double itself and does not read back as this one. */
static void put_fraction(backward_text *text, uint64_t mantissa, int places)
{
    uint32_t fraction[FRACTION_LIMBS] = {0}, gap[FRACTION_LIMBS] = {0};
    uint64_t whole = places < 64 ? mantissa >> places : 0, digits;
    uint64_t below = places < 64 ? mantissa - (whole << places) : mantissa;
    int last = 32 * FRACTION_LIMBS - places;
    int unused = (last - 1) / 32; /* limbs that are 0 and remain so */
    place_bits(fraction, FRACTION_LIMBS, below, last);
    place_bits(gap, FRACTION_LIMBS, 1, last - 1);
    int decimals = develop(fraction + unused, gap + unused, FRACTION_LIMBS - unused, &digits);
    if (whole || digits) {
        put_digits(text, digits, decimals);
        put(text, '.');
    }
    put_digits(text, whole, 1);
}

static void put_any(backward_text *text, double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits); /* IEEE 754: 11 bits of exponent, 52 of mantissa */
    int exponent = (int)(bits >> 52) - 1075;
    uint64_t mantissa = (bits & (((uint64_t)1 << 52) - 1)) | (uint64_t)1 << 52;
    if (value < 0x1p-68) /* less than half of the last decimal */
        put_digits(text, 0, 1);
    else if (exponent >= 0)
        put_integer(text, mantissa, exponent);
    else if (floor(value) == value)
        put_digits(text, (uint64_t)value, 1);
    else
        put_fraction(text, mantissa, -exponent);
}

/* ---- Positions --------------------------------------------------------------------- */

/* Writes a value below 1000 of at most five decimals, all eight digits at once. An integer
 * divided by a power of ten that is a double is rounded once, so the quotient is the double that
 * its digits read back as (W. D. Clinger, 1990). */
static bool put_position(backward_text *text, double value)
{
    if (!(value < 1000))
        return false;
    uint32_t scaled = (uint32_t)(value * 1e5 + 0.5);
    if (scaled / 1e5 != value)
        return false;
    uint64_t digits = spread_digits(scaled);
    char *start = text->bytes + MAX_LENGTH - POSITION_LENGTH, *end = text->bytes + MAX_LENGTH;
    store_eight(start + 1, digits);
    start[0] = (char)(digits & 0xff);
    start[1] = (char)(digits >> 8 & 0xff);
    start[2] = (char)(digits >> 16 & 0xff);
    start[3] = '.';
    while (end[-1] == '0')
        end--;
    if (end[-1] == '.')
        end--;
    if (start[0] == '0')
        start += start[1] == '0' ? 2 : 1;
    text->start = (size_t)(start - text->bytes);
    text->end = (size_t)(end - text->bytes);
    return true;
}

size_t geodist_format_degrees(double degrees, char *buffer, size_t capacity)
{
    backward_text text;
    double value = fabs(degrees);
    text.start = text.end = MAX_LENGTH;
    if (value <= DBL_MAX) {
        if (!put_position(&text, value))
            put_any(&text, value);
        bool zero = text.end - text.start == 1 && text.bytes[text.start] == '0';
        if (degrees < 0 && !zero)
            put(&text, '-');
    }
    size_t length = text.end - text.start;
    if (capacity) {
        size_t written = length < capacity ? length : capacity - 1;
        memcpy(buffer, text.bytes + text.start, written);
        buffer[written] = '\0';
    }
    return length;
}
