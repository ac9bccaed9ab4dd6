#include "options/unit.h"

#include "output/format_number.h"

#include <string.h>

const unit cli_units[] = {
    {"km", 1000, 1, 6},
    {"mi", 1609.344, 1, 6},
    {"nmi", 1852, 1, 6},
    {"m", 1, 0, 3},
    {"ft", 0.3048, 0, 3},
    {NULL, 0, 0, 0},
};

bool cli_read_length(const char *string, const unit *usual, double *metres)
{
    char digits[64];
    size_t length = strspn(string, "0123456789.");
    const char *name = string + length + strspn(string + length, " ");
    if (length >= sizeof digits)
        return false;
    memcpy(digits, string, length);
    digits[length] = '\0';
    if (*name)
        for (usual = cli_units; usual->name && strcmp(usual->name, name) != 0;)
            usual++;
    if (!usual->name || !cli_read_decimal(digits, metres))
        return false;
    *metres *= usual->metres;
    return *metres <= 1e9;
}
