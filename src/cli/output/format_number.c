#include "output/format_number.h"

#include "output/fixed_text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    DECIMALS_MAX = GD_POWERS_OF_TEN - 1,
    NUMBER_ROOM = GD_FIXED_TEXT_ROOM + 1, /* with a sign */
    ALL_DIGITS = 24
};

static const uint64_t EIGHT_DIGITS = 100000000;

/* Any integer with any decimals: all digits of 64 bits, of which those before the number are zero.
 */
static char *write_any(char *at, uint64_t number, unsigned decimals)
{
    char digits[ALL_DIGITS];
    size_t start = 0, point = ALL_DIGITS - decimals;
    store_eight(digits, spread_digits(number / EIGHT_DIGITS / EIGHT_DIGITS) | GD_ASCII_ZEROS);
    store_eight(digits + 8, spread_digits(number / EIGHT_DIGITS % EIGHT_DIGITS) | GD_ASCII_ZEROS);
    store_eight(digits + 16, spread_digits(number % EIGHT_DIGITS) | GD_ASCII_ZEROS);
    while (start + 1 < point && digits[start] == '0')
        start++;
    memcpy(at, digits + start, point - start);
    at += point - start;
    if (decimals == 0)
        return at;
    *at = '.';
    memcpy(at + 1, digits + point, decimals);
    return at + 1 + decimals;
}

/* Not inlined, so that the common case needs no registers for it. */
#if defined(__GNUC__)
__attribute__((noinline))
#endif
static char *
write_not_short(char *at, uint64_t number, unsigned decimals)
{
    uint64_t first = number / EIGHT_DIGITS;
    if (first >= EIGHT_DIGITS || decimals > GD_FIXED_TEXT_DECIMALS)
        return write_any(at, number, decimals);
    return write_long(at, false, spread_digits(first), spread_digits(number % EIGHT_DIGITS),
                      decimals);
}

/* Writes an integer with a point before its last `decimals` digits. Returns the end. The short
 * number is the distance on every line of a long stream. */
static inline char *write_number(char *at, bool negative, uint64_t number, unsigned decimals)
{
    if (negative && number)
        *at++ = '-';
    return number < EIGHT_DIGITS && decimals < 8
               ? write_short(at, false, spread_digits(number), decimals)
               : write_not_short(at, number, decimals);
}

#if defined(__GNUC__)
__attribute__((noinline))
#endif
static void
put_without_room(writer *out, bool negative, uint64_t number, unsigned decimals)
{
    char text[NUMBER_ROOM], *end = write_number(text, negative, number, decimals);
    gd_put_text(out, (geodist_text){text, (size_t)(end - text)});
}

static inline void put_number(writer *out, bool negative, uint64_t number, unsigned decimals)
{
    char *room = gd_reserve(out, NUMBER_ROOM);
    if (room)
        gd_commit(out, (size_t)(write_number(room, negative, number, decimals) - room));
    else
        put_without_room(out, negative, number, decimals);
}

/* value * power, rounded, for a product below 2^40 that may be near a half. The product in doubles
 * differs from the true one by `error`, which fma() computes exactly; so are the differences here.
 */
static uint64_t round_exactly(double value, double power)
{
    double product = value * power;
    double error = fma(value, power, -product);
    uint64_t whole = (uint64_t)product;
    double above_half = product - (double)whole - 0.5;
    return whole + (above_half == -error ? whole % 2 : above_half > -error);
}

/* The C library rounds correctly and writes a point: the program never calls setlocale(). The
 * largest double has 309 digits before the point. */
static void put_slowly(writer *out, double value, int decimals)
{
    char text[340];
    snprintf(text, sizeof text, "%.*f", decimals, value);
    bool negative_zero = text[0] == '-' && text[strspn(text, "-0.")] == '\0';
    gd_put(out, text + negative_zero);
}

/* The rare rest. */
#if defined(__GNUC__)
__attribute__((noinline))
#endif
static void
put_doubtful(writer *out, double value, int decimals)
{
    double power = power_of_ten((unsigned)decimals);
    if (fabs(value) * power < 0x1p40)
        put_number(out, value < 0, round_exactly(fabs(value), power), (unsigned)decimals);
    else
        put_slowly(out, value, decimals);
}

void gd_put_fixed(writer *out, double value, int decimals)
{
    rounded_product rounded = round_product(fabs(value) * power_of_ten((unsigned)decimals));
    if (is_doubtful(rounded.doubt))
        put_doubtful(out, value, decimals);
    else
        put_number(out, value < 0, rounded.integer, (unsigned)decimals);
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
