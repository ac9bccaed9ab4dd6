#include "output/format_number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* 10^22 is the last power of ten that is a double. */
static const double powers_of_ten[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                       1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                       1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

enum { MOST_DECIMALS = 15 };

__extension__ typedef unsigned __int128 wide;

/* A value, not negative, times 10^decimals, rounded to the nearest whole number and half way to the even
 * one; exact, because it is all integers. False if it has more than 64 bits. */
static bool scale(double value, int decimals, uint64_t *scaled)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits); /* IEEE 754: 11 bits of exponent, 52 of fraction */
    int exponent = (int)(bits >> 52);
    uint64_t fraction = bits & (((uint64_t)1 << 52) - 1);
    wide product = (wide)(exponent ? fraction | (uint64_t)1 << 52 : fraction) *
                   (uint64_t)powers_of_ten[decimals];
    int shift = 1075 - exponent;
    if (shift <= 0 || shift > 127) {
        *scaled = 0; /* above 2^52, or far too little to be rounded up */
        return shift > 0;
    }
    wide whole = product >> shift, rest = product - (whole << shift), half = (wide)1 << (shift - 1);
    whole += rest > half || (rest == half && (whole & 1));
    *scaled = (uint64_t)whole;
    return whole >> 64 == 0;
}

static int count_digits(uint64_t number)
{
    int count = 1;
    for (; number >= 10000; number /= 10000)
        count += 4;
    return count + (number >= 10) + (number >= 100) + (number >= 1000);
}

/* Writes the last so many digits, two at a time, from the end backwards; returns what is left. */
static uint64_t write_digits(char *end, uint64_t number, int count)
{
    static const char pairs[] = "00010203040506070809101112131415161718192021222324"
                                "25262728293031323334353637383940414243444546474849"
                                "50515253545556575859606162636465666768697071727374"
                                "75767778798081828384858687888990919293949596979899";
    for (; count >= 2; count -= 2, number /= 100)
        memcpy(end -= 2, pairs + 2 * (number % 100), 2);
    if (count) {
        *--end = (char)('0' + number % 10);
        number /= 10;
    }
    return number;
}

/* The eight digits of a number below 10^8 as the values of bytes, the first in the lowest: two
 * fours, each into two pairs, each into two digits. The products are quotients as far as these
 * ranges go. */
static uint64_t spread_digits(uint64_t number)
{
    uint64_t fours = number / 10000 | number % 10000 << 32;
    uint64_t hundreds = fours * 10486 >> 20 & 0x0000007F0000007F;
    uint64_t pairs = hundreds | (fours - 100 * hundreds) << 16;
    uint64_t tens = pairs * 103 >> 10 & 0x000F000F000F000F;
    return tens | (pairs - 10 * tens) << 8;
}

static void store_eight(char *at, uint64_t word)
{
    for (int i = 0; i < 8; i++)
        at[i] = (char)(word >> 8 * i & 0xff);
}

enum { NUMBER_MOST = 24 }; /* a sign, 20 digits and the point; or 10 and two words */

/* Up to eight digits, seven of them decimals: all of them at once, and the decimals again behind
 * the point. */
static char *write_short(char *at, uint64_t number, int digits, int decimals)
{
    uint64_t text = (spread_digits(number) | 0x3030303030303030) >> 8 * (8 - digits);
    store_eight(at, text);
    if (decimals == 0)
        return at + digits;
    at += digits - decimals;
    *at++ = '.';
    store_eight(at, text >> 8 * (digits - decimals));
    return at + decimals;
}

#if defined(__GNUC__)
__attribute__((noinline)) /* it is rare, and needs many registers */
#endif
static char *
write_long(char *at, uint64_t number, int digits, int decimals)
{
    char *end = at + digits + (decimals > 0);
    number = write_digits(end, number, decimals);
    if (decimals > 0)
        end[-decimals - 1] = '.';
    write_digits(at + digits - decimals, number, digits - decimals);
    return end;
}

/* A whole number with a point before its last so many decimals. */
static size_t write_number(char text[NUMBER_MOST], bool negative, uint64_t number, int decimals)
{
    char *at = text;
    int digits = count_digits(number);
    if (digits <= decimals)
        digits = decimals + 1;
    if (negative && number)
        *at++ = '-';
    char *end = digits <= 8 ? write_short(at, number, digits, decimals)
                            : write_long(at, number, digits, decimals);
    return (size_t)(end - text);
}

static void put_number(sink *out, bool negative, uint64_t number, int decimals)
{
    char *room = cli_room(out, NUMBER_MOST);
    if (room) {
        cli_fill(out, write_number(room, negative, number, decimals));
    } else {
        char text[NUMBER_MOST];
        cli_put_text(out, (geodist_text){text, write_number(text, negative, number, decimals)});
    }
}

/* What no distance comes to: the largest double has 309 digits before the point. */
static void put_large(sink *out, double value, int decimals)
{
    char digits[340];
    snprintf(digits, sizeof digits, "%.*f", decimals, value);
    cli_put(out, digits);
}

/* The same where a double can do it: the product is off by less than a thousandth, so it is
 * surely rounded the same way unless it is that near to a half. */
static bool scale_quickly(double value, int decimals, uint64_t *scaled)
{
    double product = value * powers_of_ten[decimals];
    if (!(product < 0x1p40))
        return false;
    uint64_t whole = (uint64_t)product;
    double rest = product - (double)whole;
    *scaled = whole + (rest > 0.5);
    return fabs(rest - 0.5) > 0.001;
}

void cli_put_fixed(sink *out, double value, int decimals)
{
    uint64_t scaled;
    double size = fabs(value);
    if (scale_quickly(size, decimals, &scaled) ||
        (isfinite(value) && scale(size, decimals, &scaled)))
        put_number(out, value < 0, scaled, decimals);
    else
        put_large(out, value, decimals);
}

/* More digits than a division can vouch for. The C library rounds correctly and uses the
 * point: the program never calls setlocale. */
static void put_shortest_of_17_digits(sink *out, double value)
{
    char digits[340];
    for (int decimals = 1; decimals <= 20; decimals++) {
        snprintf(digits, sizeof digits, "%.*f", decimals, value);
        if (strtod(digits, NULL) == value)
            break;
    }
    bool zero = digits[strspn(digits, "-0.")] == '\0';
    cli_put(out, zero ? "0" : digits);
}

/* Whether a value has at most five decimals, as the positions of all cities do. */
static bool is_position(double value, uint64_t *hundred_thousandths)
{
    if (!(value < 1000))
        return false;
    *hundred_thousandths = (uint64_t)(value * 1e5 + 0.5);
    return (double)*hundred_thousandths / 1e5 == value;
}

static void put_trimmed(sink *out, bool negative, uint64_t hundred_thousandths)
{
    int decimals = 5;
    for (; decimals > 0 && hundred_thousandths % 10 == 0; hundred_thousandths /= 10)
        decimals--;
    put_number(out, negative, hundred_thousandths, decimals);
}

/* A whole number below 2^53 divided by a power of ten that is a double is rounded once, so
 * it is the double that its digits read back as (W. D. Clinger, 1990). */
void cli_put_shortest(sink *out, double value)
{
    uint64_t hundred_thousandths;
    if (is_position(fabs(value), &hundred_thousandths)) {
        put_trimmed(out, value < 0, hundred_thousandths);
        return;
    }
    for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
        double scaled = nearbyint(fabs(value) * powers_of_ten[decimals]);
        if (scaled < 0x1p53 && scaled / powers_of_ten[decimals] == fabs(value)) {
            put_number(out, value < 0, (uint64_t)scaled, decimals);
            return;
        }
    }
    put_shortest_of_17_digits(out, value);
}

void cli_put_count(sink *out, uint64_t count)
{
    put_number(out, false, count, 0);
}

bool cli_read_decimal(const char *string, double *value)
{
    size_t whole = strspn(string, "0123456789");
    size_t point = string[whole] == '.';
    size_t decimals = point ? strspn(string + whole + 1, "0123456789") : 0;
    if (whole + decimals == 0 || string[whole + point + decimals] != '\0')
        return false;
    *value = strtod(string, NULL);
    return true;
}
