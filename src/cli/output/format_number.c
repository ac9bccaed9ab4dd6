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

/* A number below 10^8, at most seven of its digits decimals: all digits at once, and the decimals
 * again after the point. This is the distance on every line of a long stream. The bit that is set
 * stands in the last digit before the point, which is written even if it is zero. */
static inline char *write_short(char *at, uint64_t number, int decimals)
{
    uint64_t values = spread_digits(number);
    int last_whole = 8 * (7 - decimals);
    int zeros = __builtin_ctzll(values | (uint64_t)1 << last_whole) & ~7; /* bits before digits */
    store_eight(at, (values | ASCII_ZEROS) >> zeros);
    at += (last_whole - zeros) / 8 + 1;
    if (decimals == 0)
        return at;
    *at++ = '.';
    store_eight(at, (values | ASCII_ZEROS) >> last_whole >> 8);
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

static char *write_long(char *at, uint64_t number, int digits, int decimals)
{
    char *end = at + digits + (decimals > 0);
    number = write_digits(end, number, decimals);
    if (decimals > 0)
        end[-decimals - 1] = '.';
    write_digits(at + digits - decimals, number, digits - decimals);
    return end;
}

/* Not inlined, so that the common case needs no registers for it. */
#if defined(__GNUC__)
__attribute__((noinline))
#endif
static char *
write_not_short(char *at, uint64_t number, int decimals)
{
    int digits = count_digits(number);
    if (digits <= decimals)
        digits = decimals + 1;
    return digits > 8 && digits <= 16 && decimals <= 8 ? write_medium(at, number, digits, decimals)
                                                       : write_long(at, number, digits, decimals);
}

/* Writes a whole number with a point before its last `decimals` digits. Returns the end. */
static inline char *write_number(char *at, bool negative, uint64_t number, int decimals)
{
    if (negative && number)
        *at++ = '-';
    return number < 100000000 && decimals < 8 ? write_short(at, number, decimals)
                                              : write_not_short(at, number, decimals);
}

#if defined(__GNUC__)
__attribute__((noinline))
#endif
static void
put_without_room(writer *out, bool negative, uint64_t number, int decimals)
{
    char text[NUMBER_ROOM], *end = write_number(text, negative, number, decimals);
    gd_put_text(out, (geodist_text){text, (size_t)(end - text)});
}

static inline void put_number(writer *out, bool negative, uint64_t number, int decimals)
{
    char *room = gd_reserve(out, NUMBER_ROOM);
    if (room)
        gd_commit(out, (size_t)(write_number(room, negative, number, decimals) - room));
    else
        put_without_room(out, negative, number, decimals);
}

/* Whether value * power, which is a whole number and a rest near a half, is to be rounded up. The
 * product in doubles differs from the true one by `error`, which fma() computes exactly; so are the
 * differences here. */
#if defined(__GNUC__)
__attribute__((noinline))
#endif
static bool
is_rounded_up(double value, double power, uint64_t whole)
{
    double product = value * power;
    double error = fma(value, power, -product);
    double above_half = product - (double)whole - 0.5;
    return above_half == -error ? whole % 2 : above_half > -error;
}

/* value * power, rounded, for a product below 2^40: in doubles it is off by less than a thousandth,
 * so rounding it is right unless it is that close to a half. */
static inline uint64_t scale(double value, double power)
{
    double product = value * power;
    uint64_t whole = (uint64_t)(int64_t)product;
    double above_half = product - (double)(int64_t)whole - 0.5;
    if (fabs(above_half) > 0.001)
        return whole + (above_half > 0);
    return whole + is_rounded_up(value, power, whole);
}

/* The rare rest. The C library rounds correctly and writes a point: the program never calls
 * setlocale(). The largest double has 309 digits before the point. */
#if defined(__GNUC__)
__attribute__((noinline))
#endif
static void
put_slowly(writer *out, double value, int decimals)
{
    char text[340];
    snprintf(text, sizeof text, "%.*f", decimals, value);
    bool negative_zero = text[0] == '-' && text[strspn(text, "-0.")] == '\0';
    gd_put(out, text + negative_zero);
}

void gd_put_fixed(writer *out, double value, int decimals)
{
    double power = powers_of_ten[decimals];
    if (fabs(value) * power < 0x1p40)
        put_number(out, value < 0, scale(fabs(value), power), decimals);
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
