#include "output/format_number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    DECIMALS_MAX = 15,
    NUMBER_ROOM = 32 /* a sign, the point, 20 digits, and up to 8 bytes after the last of them */
};

static const uint64_t ASCII_ZEROS = 0x3030303030303030;

static const double powers_of_ten[DECIMALS_MAX + 1] = {1e0,  1e1,  1e2,  1e3, 1e4,  1e5,
                                                       1e6,  1e7,  1e8,  1e9, 1e10, 1e11,
                                                       1e12, 1e13, 1e14, 1e15};

static int count_digits(uint64_t number)
{
    int count = 1;
    for (; number >= 10000; number /= 10000)
        count += 4;
    return count + (number >= 10) + (number >= 100) + (number >= 1000);
}

/* Writes the last `count` digits, two at a time, so that they end before `end`. Returns the number
 * that remains. */
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
 * fours, each into two pairs, each into two digits. The products are quotients within these ranges.
 */
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

/* Up to eight digits, at most seven of them decimals: all at once, and the decimals again after the
 * point. This is the distance on every line of a long stream. */
static char *write_short(char *at, uint64_t number, int digits, int decimals)
{
    uint64_t text = (spread_digits(number) | ASCII_ZEROS) >> 8 * (8 - digits);
    store_eight(at, text);
    if (decimals == 0)
        return at + digits;
    at += digits - decimals;
    *at++ = '.';
    store_eight(at, text >> 8 * (digits - decimals));
    return at + decimals;
}

/* Nine to sixteen digits, at most eight of them decimals: the last eight again after the point.
 * These are the bearings and distances for programs. */
static char *write_medium(char *at, uint64_t number, int digits, int decimals)
{
    uint64_t first = spread_digits(number / 100000000) | ASCII_ZEROS;
    uint64_t last = spread_digits(number % 100000000) | ASCII_ZEROS;
    store_eight(at, first >> 8 * (16 - digits));
    store_eight(at + digits - 8, last);
    if (decimals == 0)
        return at + digits;
    at += digits - decimals;
    *at++ = '.';
    store_eight(at, last >> 8 * (8 - decimals));
    return at + decimals;
}

/* Not inlined, so that the common cases above need no registers for it. */
#if defined(__GNUC__)
__attribute__((noinline))
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

/* Writes a whole number with a point before its last `decimals` digits. Returns the length. */
static size_t write_number(char text[NUMBER_ROOM], bool negative, uint64_t number, int decimals)
{
    int digits = count_digits(number);
    if (digits <= decimals)
        digits = decimals + 1;
    char *start = text, *end;
    if (negative && number)
        *start++ = '-';
    if (digits <= 8)
        end = write_short(start, number, digits, decimals);
    else if (digits <= 16 && decimals <= 8)
        end = write_medium(start, number, digits, decimals);
    else
        end = write_long(start, number, digits, decimals);
    return (size_t)(end - text);
}

static void put_number(writer *out, bool negative, uint64_t number, int decimals)
{
    char *room = gd_reserve(out, NUMBER_ROOM);
    if (room) {
        gd_commit(out, write_number(room, negative, number, decimals));
    } else {
        char text[NUMBER_ROOM];
        gd_put_text(out, (geodist_text){text, write_number(text, negative, number, decimals)});
    }
}

/* value * 10^decimals, rounded. The product in doubles is off by less than a thousandth below 2^40,
 * so rounding it is right unless it is that close to a half. False if it is not known to be right.
 */
static bool scale(double value, int decimals, uint64_t *scaled)
{
    double product = value * powers_of_ten[decimals];
    if (!(product < 0x1p40))
        return false;
    uint64_t whole = (uint64_t)product;
    double rest = product - (double)whole;
    *scaled = whole + (rest > 0.5);
    return fabs(rest - 0.5) > 0.001;
}

/* The rare rest. The C library rounds correctly and writes a point: the program never calls
 * setlocale(). The largest double has 309 digits before the point. */
static void put_slowly(writer *out, double value, int decimals)
{
    char text[340];
    snprintf(text, sizeof text, "%.*f", decimals, value);
    bool negative_zero = text[0] == '-' && text[strspn(text, "-0.")] == '\0';
    gd_put(out, text + negative_zero);
}

void gd_put_fixed(writer *out, double value, int decimals)
{
    uint64_t scaled;
    if (scale(fabs(value), decimals, &scaled))
        put_number(out, value < 0, scaled, decimals);
    else
        put_slowly(out, value, decimals);
}

void gd_put_degrees(writer *out, double degrees)
{
    char text[GEODIST_DEGREES_SIZE];
    char *room = gd_reserve(out, sizeof text), *at = room ? room : text;
    size_t length = geodist_format_degrees(degrees, at, sizeof text);
    if (length >= sizeof text)
        put_slowly(out, degrees, DECIMALS_MAX); /* a radius of many digits */
    else if (room)
        gd_commit(out, length);
    else
        gd_put_text(out, (geodist_text){text, length});
}

void gd_put_integer(writer *out, uint64_t number)
{
    put_number(out, false, number, 0);
}

bool gd_parse_decimal_string(const char *string, double *value)
{
    size_t whole = strspn(string, "0123456789");
    size_t point = string[whole] == '.';
    size_t decimals = point ? strspn(string + whole + 1, "0123456789") : 0;
    if (whole + decimals == 0 || string[whole + point + decimals] != '\0')
        return false;
    *value = strtod(string, NULL);
    return true;
}
