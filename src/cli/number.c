#include "number.h"

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

/* Writes digits from the end backwards, two at a time, at least one; returns where they start. */
static char *write_whole(char *end, uint64_t digits)
{
    static const char pairs[] = "00010203040506070809101112131415161718192021222324"
                                "25262728293031323334353637383940414243444546474849"
                                "50515253545556575859606162636465666768697071727374"
                                "75767778798081828384858687888990919293949596979899";
    for (; digits >= 100; digits /= 100)
        memcpy(end -= 2, pairs + 2 * (digits % 100), 2);
    if (digits >= 10)
        memcpy(end -= 2, pairs + 2 * digits, 2);
    else
        *--end = (char)('0' + digits);
    return end;
}

/* The same with a point before so many decimals. */
static char *write_digits(char *end, uint64_t digits, int decimals)
{
    if (decimals == 0)
        return write_whole(end, digits);
    uint64_t power = (uint64_t)powers_of_ten[decimals];
    char *point = end - decimals - 1, *start = write_whole(end, digits % power);
    while (start > point + 1)
        *--start = '0';
    *point = '.';
    return write_whole(point, digits / power);
}

static void put_digits(sink *out, bool negative, uint64_t digits, int decimals)
{
    char text[48], *end = text + sizeof text, *start = write_digits(end, digits, decimals);
    if (negative && digits)
        *--start = '-';
    cli_put_text(out, (geodist_text){start, (size_t)(end - start)});
}

/* What no distance comes to: the largest double has 309 digits before the point. */
static void put_large(sink *out, double value, int decimals)
{
    char digits[340];
    snprintf(digits, sizeof digits, "%.*f", decimals, value);
    cli_put(out, digits);
}

void cli_put_fixed(sink *out, double value, int decimals)
{
    uint64_t scaled;
    if (isfinite(value) && scale(fabs(value), decimals, &scaled))
        put_digits(out, value < 0, scaled, decimals);
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

/* A whole number below 2^53 divided by a power of ten that is a double is rounded once, so
 * it is the double that its digits read back as (W. D. Clinger, 1990). */
void cli_put_shortest(sink *out, double value)
{
    for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
        double scaled = nearbyint(fabs(value) * powers_of_ten[decimals]);
        if (scaled < 0x1p53 && scaled / powers_of_ten[decimals] == fabs(value)) {
            put_digits(out, value < 0, (uint64_t)scaled, decimals);
            return;
        }
    }
    put_shortest_of_17_digits(out, value);
}

void cli_put_count(sink *out, uint64_t count)
{
    put_digits(out, false, count, 0);
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
