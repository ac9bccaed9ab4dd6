#ifndef GD_MISSING_VALUE_H
#define GD_MISSING_VALUE_H

#include <geodist.h>

/* Whether the text consists of words that tables use where a value is missing (NA, null, unknown),
 * in any case, and of errors of spreadsheets: whatever begins with # up to white space or a comma.
 * Signs and white space may stand around and between them: "(none)", -nan, N/A N/A. False for texts
 * of signs only, which are no names anyway. */
bool gd_has_missing_value(geodist_text text);

/* The same. Nearly all names are told apart by their first byte, without a call: letters other than
 * those of the words, and bytes of characters that are no signs. */
static inline bool gd_is_missing_value(geodist_text text)
{
    unsigned char first = text.length ? (unsigned char)text.bytes[0] : 'a';
    bool may_be_letter = (first | 0x20) >= 'a' && (first | 0x20) <= 'z';
    if (may_be_letter) {
        switch (first | 0x20) {
        case 'i':
        case 'k':
        case 'n':
        case 't':
        case 'u':
            return gd_has_missing_value(text);
        default:
            return false;
        }
    }
    bool may_be_sign = first < 0x80 || first == 0xC2 || first == 0xE2 || first == 0xEF;
    return may_be_sign && gd_has_missing_value(text);
}

#endif
