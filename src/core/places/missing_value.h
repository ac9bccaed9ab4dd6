#ifndef GD_MISSING_VALUE_H
#define GD_MISSING_VALUE_H

#include <geodist.h>

/* Whether the text is a word that tables use where a value is missing (NA, null, unknown), in any
 * case, or several of them with commas. White space around them is ignored. */
bool gd_has_missing_value(geodist_text text);

/* The same. Nearly all names are told apart by their first byte, without a call. */
static inline bool gd_is_missing_value(geodist_text text)
{
    switch (text.length ? text.bytes[0] : 'A') {
    case 'n':
    case 'N':
    case 'u':
    case 'U':
    case 't':
    case 'T':
    case '#':
    case '<':
    case '(':
    case '\\':
    case ' ':
    case '\t':
    case '\n':
    case '\v':
    case '\f':
    case '\r':
        return gd_has_missing_value(text);
    default:
        return false;
    }
}

#endif
