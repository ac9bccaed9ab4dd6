#include "options/unit.h"

#include "options/word_list.h"
#include "text/ascii.h"

#include <stdlib.h>
#include <string.h>

enum { KM, MI, NMI, M, FT, YD, UNITS };

/* clang-format off */
const unit gd_units[UNITS + 1] = {
    [KM]  = {"km",  1000,     1, 6},
    [MI]  = {"mi",  1609.344, 1, 6},
    [NMI] = {"nmi", 1852,     1, 6},
    [M]   = {"m",   1,        0, 3},
    [FT]  = {"ft",  0.3048,   0, 3},
    [YD]  = {"yd",  0.9144,   0, 3},
};

static const struct {
    const char *word;
    int unit;
} words[] = {
    {"km", KM}, {"kms", KM}, {"kilometers", KM}, {"kilometer", KM}, {"kilometres", KM},
    {"kilometre", KM},
    {"mi", MI}, {"miles", MI}, {"mile", MI},
    {"nmi", NMI}, {"nm", NMI}, {"nautical-miles", NMI}, {"nautical-mile", NMI},
    {"nautical miles", NMI}, {"nautical mile", NMI}, {"nauticalmiles", NMI},
    {"m", M}, {"meters", M}, {"meter", M}, {"metres", M}, {"metre", M},
    {"ft", FT}, {"feet", FT}, {"foot", FT},
    {"yd", YD}, {"yds", YD}, {"yards", YD}, {"yard", YD},
};
/* clang-format on */

const char *gd_unit_word(size_t index)
{
    return index < sizeof words / sizeof *words ? words[index].word : NULL;
}

const unit *gd_find_unit(geodist_text word)
{
    size_t found = gd_find_word(word, gd_unit_word);
    return found == SIZE_MAX ? NULL : &gd_units[words[found].unit];
}

/* ---- Lengths ----------------------------------------------------------------------- */

static size_t count_digits(const char *string)
{
    return strspn(string, "0123456789");
}

/* The bytes of "e3", "E-3" or the like; 0 if the string does not begin so. */
static size_t exponent_length(const char *string)
{
    if (lower(*string) != 'e')
        return 0;
    size_t sign = string[1] == '-' || string[1] == '+';
    size_t digits = count_digits(string + 1 + sign);
    return digits ? 1 + sign + digits : 0;
}

/* The bytes of a decimal number without sign; 0 if the string does not begin so. */
static size_t number_length(const char *string)
{
    size_t whole = count_digits(string);
    size_t point = string[whole] == '.';
    size_t decimals = point ? count_digits(string + whole + 1) : 0;
    size_t length = whole + point + decimals;
    return whole + decimals ? length + exponent_length(string + length) : 0;
}

const char *gd_unit_of_length(const char *string)
{
    size_t length = number_length(string);
    return length ? string + length + strspn(string + length, " ") : NULL;
}

bool gd_parse_length(const char *string, const unit *default_unit, double *metres)
{
    const char *word = gd_unit_of_length(string);
    if (!word)
        return false;
    const unit *in = *word ? gd_find_unit(geodist_string(word)) : default_unit;
    if (!in)
        return false;
    /* strtod() reads as far as number_length() did: no word for a unit continues a number. */
    *metres = strtod(string, NULL) * in->metres;
    return *metres <= 1e9;
}
