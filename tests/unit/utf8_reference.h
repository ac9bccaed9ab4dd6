/* Well-formed UTF-8 as table 3-7 of the Unicode Standard has it, row by row. */
#ifndef UTF8_REFERENCE_H
#define UTF8_REFERENCE_H

#include <geodist.h>

static const struct {
    size_t length;
    unsigned char ranges[4][2];
} well_formed[] = {
    {1, {{0x00, 0x7F}}},
    {2, {{0xC2, 0xDF}, {0x80, 0xBF}}},
    {3, {{0xE0, 0xE0}, {0xA0, 0xBF}, {0x80, 0xBF}}},
    {3, {{0xE1, 0xEC}, {0x80, 0xBF}, {0x80, 0xBF}}},
    {3, {{0xED, 0xED}, {0x80, 0x9F}, {0x80, 0xBF}}},
    {3, {{0xEE, 0xEF}, {0x80, 0xBF}, {0x80, 0xBF}}},
    {4, {{0xF0, 0xF0}, {0x90, 0xBF}, {0x80, 0xBF}, {0x80, 0xBF}}},
    {4, {{0xF1, 0xF3}, {0x80, 0xBF}, {0x80, 0xBF}, {0x80, 0xBF}}},
    {4, {{0xF4, 0xF4}, {0x80, 0x8F}, {0x80, 0xBF}, {0x80, 0xBF}}},
};

/* The length of the well-formed sequence at the start of the text; 0 if there is none. */
static inline size_t reference_length(geodist_text text)
{
    for (size_t row = 0; row < sizeof well_formed / sizeof *well_formed; row++) {
        size_t length = well_formed[row].length, at = 0;
        while (at < length && at < text.length &&
               (unsigned char)text.bytes[at] >= well_formed[row].ranges[at][0] &&
               (unsigned char)text.bytes[at] <= well_formed[row].ranges[at][1])
            at++;
        if (at == length)
            return length;
    }
    return 0;
}

#endif
