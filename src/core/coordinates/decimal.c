/* Exact decimal to binary conversion in constant memory.
 *
 * A double below 2^53, and the midpoint of two, ends within 1075 binary places and so within 1075
 * decimals. The decimals that count therefore fit a short array; doubling the array
 * carries out the binary places one by one (here up to 32 in a pass), and of the digits behind
 * it only matters whether any is not zero. */
#include "coordinates/decimal.h"

#include <assert.h>
#include <math.h>

#include "text/character.h"
#include "coordinates/swar_digits.h"

enum {
    limb_digits = 9,
    limbs = 120, /* 1080 decimals */
    whole_digits = 15,
    digits_of_64_bits = 19,
    places = 1075,    /* the last bit of the smallest double, and half of it */
    double_bits = 53, /* bits of a double */
};

static const uint32_t limb_base = 1000000000;

typedef struct {
    uint32_t limb[limbs]; /* most significant first */
    size_t length;        /* limbs in use: the last is not zero */
    bool more;            /* there were digits behind the array, and not only zeros */
} fraction;

static unsigned digit_value(char digit)
{
    return (unsigned)(digit - '0');
}

static fraction read_fraction(geodist_text digits)
{
    fraction f;
    f.length = 0;
    f.more = false;
    while (digits.length && digits.bytes[digits.length - 1] == '0')
        digits.length--;
    for (size_t at = 0; at < digits.length; f.length++) {
        if (f.length == limbs) {
            f.more = true;
            break;
        }
        uint32_t limb = 0;
        for (int i = 0; i < limb_digits; i++, at++)
            limb = limb * 10 + (at < digits.length ? digit_value(digits.bytes[at]) : 0);
        f.limb[f.length] = limb;
    }
    return f;
}

static void drop_zeros(fraction *f)
{
    while (f->length && f->limb[f->length - 1] == 0)
        f->length--;
}

/* Multiplies by 2^bits, bits <= 32, and returns what comes to stand before the point. */
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
        int room = least(double_bits + 1 - bit_length(bits), places - place);
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

/* ---- Short numerals ------------------------------------------------------------------------ */

/* Digits that together count as an integer up to 2^53, divided by a power of ten that is a double,
 * too: one rounding (W. D. Clinger, How to Read Floating Point Numbers Accurately, 1990). A
 * whole number comes out only if the digits say so: 2^53 such integers lie too far apart. */
size_t gd_parse_short_decimal(geodist_text text, double *value)
{
    static const double divisor[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,
                                     1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19};
    uint64_t word = eight_from(text, 0), integer = 0;
    size_t whole = count_digits(word), decimals = 0, length = whole;
    if (whole == 8)
        return 0;
    if (whole)
        integer = join_first_digits(word, whole);
    if ((word >> 8 * whole & 0xff) == '.') {
        size_t taken;
        length++;
        do {
            word = eight_from(text, length);
            taken = count_digits(word);
            if (whole + decimals + taken > digits_of_64_bits)
                return 0;
            if (taken)
                integer = integer * power_of_ten(taken) + join_first_digits(word, taken);
            decimals += taken;
            length += taken;
        } while (taken == 8);
    }
    if (whole + decimals == 0 || integer > (uint64_t)1 << double_bits)
        return 0;
    assert(decimals < sizeof divisor / sizeof *divisor);
    *value = (double)integer / divisor[decimals];
    return length;
}

gd_decimal gd_parse_decimal(geodist_text digits)
{
    double value;
    assert(digits.length > 0);
    if (gd_parse_short_decimal(digits, &value) == digits.length)
        return (gd_decimal){.value = value};

    size_t at = 0;
    while (at < digits.length && digits.bytes[at] == '0')
        at++;
    size_t first = at;
    uint64_t whole = 0;
    for (; at < digits.length && digits.bytes[at] != '.'; at++) {
        if (at - first == whole_digits)
            return (gd_decimal){.value = INFINITY};
        whole = whole * 10 + digit_value(digits.bytes[at]);
    }
    at += at < digits.length; /* the point */
    fraction f = read_fraction((geodist_text){digits.bytes + at, digits.length - at});
    return rounded(whole, &f);
}
