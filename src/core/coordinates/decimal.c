/* Decimal to binary conversion: with one division where that is exact enough, else exactly and in
 * constant memory.
 *
 * A double below 2^53, and the midpoint of two, ends within 1075 binary places and therefore within
 * 1075 decimals. The decimals that count fit a short array. Doubling the array carries out the
 * binary places, up to 32 at a time. Of the digits behind the array it only matters whether any of
 * them is not zero. */
#include "coordinates/decimal.h"

#include <assert.h>
#include <math.h>

#include "coordinates/swar_digits.h"
#include "text/ascii.h"
#include "text/slice.h"

enum {
    LIMB_DIGITS = 9,
    LIMBS = 120, /* 1080 decimals */
    WHOLE_DIGITS = 15,
    DIGITS_OF_64_BITS = 19,
    PLACES = 1075, /* the last bit of the smallest double, and half of it */
    DOUBLE_BITS = 53,
};

static const uint32_t limb_base = 1000000000;

static unsigned digit_value(char digit)
{
    return (unsigned)(digit - '0');
}

/* ---- The parts of a number --------------------------------------------------------- */

/* The digits and the point at the start of the text; 0 if there is no digit. */
static size_t mantissa_length(geodist_text text)
{
    size_t at = 0;
    bool point = false;
    for (; at < text.length; at++)
        if (text.bytes[at] == '.' && !point)
            point = true;
        else if (!is_digit(text.bytes[at]))
            break;
    return at > point ? at : 0;
}

static size_t exponent_length(geodist_text text)
{
    if (text.length == 0 || lower(text.bytes[0]) != 'e')
        return 0;
    size_t at = 1;
    if (at < text.length && (text.bytes[at] == '+' || text.bytes[at] == '-'))
        at++;
    size_t digits = at;
    while (at < text.length && is_digit(text.bytes[at]))
        at++;
    return at > digits && (at == text.length || text.bytes[at] != '.') ? at : 0;
}

size_t gd_decimal_length(geodist_text text)
{
    size_t length = mantissa_length(text);
    return length ? length + exponent_length(slice(text, length, text.length)) : 0;
}

/* The value of an exponent, or of no text. Beyond 10^17, which is more digits than any text has,
 * it does not grow any more. */
static int64_t parse_exponent(geodist_text text)
{
    int64_t value = 0;
    for (size_t at = 1; at < text.length; at++)
        if (is_digit(text.bytes[at]) && value < 100000000000000000)
            value = value * 10 + digit_value(text.bytes[at]);
    return text.length && text.bytes[1] == '-' ? -value : value;
}

/* The digits of a number without its leading and trailing zeros. */
typedef struct {
    geodist_text rest; /* still to be read; may have a point, ends in a digit not zero */
    int64_t whole;     /* how many of the digits stand before the point; negative: so many zeros
                        * stand between the point and the first of them */
} digit_reader;

/* A digit other than zero; not the point. */
static bool is_significant(char byte)
{
    return byte >= '1' && byte <= '9';
}

static digit_reader find_digits(geodist_text number)
{
    size_t length = mantissa_length(number);
    geodist_text rest = slice(number, 0, length), decimals;
    digit_reader reader = {.whole = parse_exponent(slice(number, length, number.length))};
    reader.whole += (int64_t)cut(rest, '.', &decimals).length;
    while (rest.length && !is_significant(rest.bytes[rest.length - 1]))
        rest.length--;
    while (rest.length && !is_significant(rest.bytes[0])) {
        reader.whole -= rest.bytes[0] == '0';
        rest = slice(rest, 1, rest.length);
    }
    reader.rest = rest;
    return reader;
}

static unsigned next_digit(digit_reader *reader)
{
    if (reader->rest.length && reader->rest.bytes[0] == '.')
        reader->rest = slice(reader->rest, 1, reader->rest.length);
    if (reader->rest.length == 0)
        return 0;
    unsigned digit = digit_value(reader->rest.bytes[0]);
    reader->rest = slice(reader->rest, 1, reader->rest.length);
    return digit;
}

/* ---- Any number of digits ---------------------------------------------------------- */

typedef struct {
    uint32_t limb[LIMBS]; /* most significant first */
    size_t length;        /* limbs in use: the last is not zero */
    bool more;            /* there are digits behind the array, and not only zeros */
} fraction;

/* The digits that are left, after so many zeros. */
static fraction read_fraction(digit_reader *reader, uint64_t zeros)
{
    fraction f;
    f.length = 0;
    while (reader->rest.length && f.length < LIMBS) {
        uint32_t limb = 0;
        for (int i = 0; i < LIMB_DIGITS; i++)
            if (zeros)
                zeros--;
            else
                limb = limb * 10 + next_digit(reader);
        f.limb[f.length++] = limb;
    }
    f.more = reader->rest.length > 0;
    return f;
}

static void drop_zeros(fraction *f)
{
    while (f->length && f->limb[f->length - 1] == 0)
        f->length--;
}

/* Multiplies by 2^bits, bits <= 32, and returns what moves before the point. */
static uint64_t carry_out(fraction *f, int bits)
{
    uint64_t carry = 0;
    for (size_t i = f->length; i-- > 0;) {
        carry += (uint64_t)f->limb[i] << bits;
        f->limb[i] = (uint32_t)(carry % limb_base);
        carry /= limb_base;
    }
    drop_zeros(f);
    return carry;
}

static int bit_length(uint64_t x)
{
    int length = 0;
    for (; x; x >>= 1)
        length++;
    return length;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* whole + f, whole < 2^50: takes one binary place more than a double has, and rounds. */
static gd_decimal rounded(uint64_t whole, fraction *f)
{
    uint64_t bits = whole;
    int place = 0; /* bits stands for bits / 2^place */
    drop_zeros(f);
    for (;;) {
        int room = least(DOUBLE_BITS + 1 - bit_length(bits), PLACES - place);
        if (room == 0)
            break;
        int step = least(room, 32);
        bits = (bits << step) | carry_out(f, step);
        place += step;
    }
    bool half = bits & 1, below_half = f->length || f->more;
    bits >>= 1;
    bool up = half && (below_half || (bits & 1));
    return (gd_decimal){
        .value = ldexp((double)(bits + up), 1 - place),
        .rest = up ? -1 : half || below_half,
    };
}

static gd_decimal parse_long(geodist_text number)
{
    digit_reader reader = find_digits(number);
    if (reader.rest.length == 0)
        return (gd_decimal){.value = 0};
    if (reader.whole > WHOLE_DIGITS)
        return (gd_decimal){.value = INFINITY};
    uint64_t whole = 0;
    for (int64_t i = 0; i < reader.whole; i++)
        whole = whole * 10 + next_digit(&reader);
    fraction f = read_fraction(&reader, reader.whole < 0 ? 0 - (uint64_t)reader.whole : 0);
    return rounded(whole, &f);
}

/* ---- Short numbers ----------------------------------------------------------------- */

/* integer / power for an integer of 2^53 to 10^19 and a power of ten that is a double. False if the
 * quotient is too near to the middle between two doubles to be sure, or is whole and may not be
 * exact. The integer is split into two doubles; the remainder of the first division, which is
 * exact, and the second part are divided as well. Both roundings of the correction together are
 * less than 2^-51 of it, so the sum is right if it is the same for a correction changed by 2^-50.
 * */
#if defined(__GNUC__)
__attribute__((noinline)) /* it is rare, and its registers would be saved for every number */
#endif
static bool
divide_large(uint64_t integer, double power, double *value)
{
    double high = (double)integer;
    double low = (double)(int64_t)(integer - (uint64_t)high);
    double quotient = high / power;
    double correction = (fma(-quotient, power, high) + low) / power;
    *value = quotient + correction * (1 + 0x1p-50);
    return *value == quotient + correction * (1 - 0x1p-50) &&
           (correction == 0 || floor(*value) != *value);
}

/* An integer up to 2^53 divided by a power of ten that is a double is rounded once (W. D. Clinger,
 * How to Read Floating Point Numbers Accurately, 1990). The quotient is whole only if the number
 * is: one that lies so near to a whole number needs a larger integer. */
size_t gd_parse_short_decimal(geodist_text text, size_t at, double *value)
{
    static const double divisor[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,
                                     1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19};
    uint64_t word = eight_from(text, at), integer = 0;
    size_t whole = count_digits(word), decimals = 0, length = whole;
    if (whole == 8)
        return 0;
    if (whole)
        integer = join_first_digits(word, whole);
    if ((word >> 8 * whole & 0xff) == '.') {
        size_t taken;
        length++;
        do {
            word = eight_from(text, at + length);
            taken = count_digits(word);
            if (whole + decimals + taken > DIGITS_OF_64_BITS)
                return 0;
            if (taken)
                integer = integer * power_of_ten(taken) + join_first_digits(word, taken);
            decimals += taken;
            length += taken;
        } while (taken == 8);
    }
    if (whole + decimals == 0)
        return 0;
    assert(decimals < sizeof divisor / sizeof *divisor);
    if (integer > (uint64_t)1 << DOUBLE_BITS)
        return divide_large(integer, divisor[decimals], value) ? length : 0;
    *value = (double)integer / divisor[decimals];
    return length;
}

gd_decimal gd_parse_decimal(geodist_text number)
{
    double value;
    assert(gd_decimal_length(number) == number.length);
    if (gd_parse_short_decimal(number, 0, &value) == number.length)
        return (gd_decimal){.value = value};
    return parse_long(number);
}
