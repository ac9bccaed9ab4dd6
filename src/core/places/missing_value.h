#ifndef GD_MISSING_VALUE_H
#define GD_MISSING_VALUE_H

#include <geodist.h>

/* Whether the text is a word that tables use where a value is missing (NA, null, unknown), in any
 * case, or several of them with commas. White space around them is ignored. */
bool gd_has_missing_value(geodist_text text);

/* The same. Nearly all names are told apart by their first byte, without a call. */
static inline bool gd_is_missing_value(geodist_text text)
{
    static const char first[] = "nNuUtT#<(\\ \t\n\v\f\r";
    uint64_t set = 0;
    for (size_t i = 0; i < sizeof first - 1; i++)
        set |= UINT64_C(1) << (first[i] & 63);
    return text.length && set >> (text.bytes[0] & 63) & 1 && gd_has_missing_value(text);
}

#endif
