#include "options/unit.h"

#include "output/format_number.h"

#include <string.h>

const unit gd_units[] = {
    {"km", 1000, 1, 6}, {"mi", 1609.344, 1, 6}, {"nmi", 1852, 1, 6},
    {"m", 1, 0, 3},     {"ft", 0.3048, 0, 3},   {NULL, 0, 0, 0},
};

bool gd_parse_length(const char *string, const unit *default_unit, double *metres)
{
    char digits[64];
    size_t length = strspn(string, "0123456789.");
    const char *name = string + length + strspn(string + length, " ");
    if (length >= sizeof digits)
        return false;
    memcpy(digits, string, length);
    digits[length] = '\0';
    const unit *in = default_unit;
    if (*name)
        for (in = gd_units; in->name && strcmp(in->name, name) != 0;)
            in++;
    if (!in->name || !gd_parse_decimal_string(digits, metres))
        return false;
    *metres *= in->metres;
    return *metres <= 1e9;
}
