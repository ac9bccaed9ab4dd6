#include "number.h"

#include <stdio.h>
#include <stdlib.h>

/* The largest double has 309 digits before the point. The C library rounds correctly and
 * uses the point: the program never calls setlocale. */
enum { DIGITS = 340 };

/* Drops the sign of what has rounded to zero. */
static const char *unsigned_zero(const char *digits)
{
    return digits[0] == '-' && digits[strspn(digits, "-0.")] == '\0' ? digits + 1 : digits;
}

void cli_put_fixed(sink *out, double value, int decimals)
{
    char digits[DIGITS];
    snprintf(digits, sizeof digits, "%.*f", decimals, value);
    cli_put(out, unsigned_zero(digits));
}

static void drop_trailing_zeros(char *digits)
{
    size_t length = strlen(digits);
    while (digits[length - 1] == '0')
        length--;
    if (digits[length - 1] == '.')
        length--;
    digits[length] = '\0';
}

void cli_put_shortest(sink *out, double value)
{
    char digits[DIGITS];
    for (int decimals = 1; decimals <= 20; decimals++) {
        snprintf(digits, sizeof digits, "%.*f", decimals, value);
        if (strtod(digits, NULL) == value)
            break;
    }
    drop_trailing_zeros(digits);
    cli_put(out, unsigned_zero(digits));
}

void cli_put_count(sink *out, size_t count)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%zu", count);
    cli_put(out, digits);
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
