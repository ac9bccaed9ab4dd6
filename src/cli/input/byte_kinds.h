/* Kinds of bytes of a line that is split, and parts of the line. */
#ifndef CLI_BYTE_KINDS_H
#define CLI_BYTE_KINDS_H

#include <geodist.h>

/* OTHER is every byte that is not part of decimal numbers and their separators. */
enum {
    TAB = 1,
    SEPARATOR = 2,
    COMMA = 4,
    BLANK = 8,
    NUMERIC = 16,
    OTHER = 32,
    QUOTE = 64,
    LETTER_T = 128
};

/* clang-format off */
/* The table holds kinds xor OTHER, so that bytes it does not list are OTHER. */
#define KIND(kind) (OTHER ^ (kind))
static const unsigned char kinds[256] = {
    ['\t'] = KIND(TAB),    [','] = KIND(COMMA),   [' '] = KIND(BLANK),    ['\r'] = KIND(BLANK),
    ['\v'] = KIND(BLANK),  ['\f'] = KIND(BLANK),  ['"'] = KIND(OTHER | QUOTE),
    [';'] = KIND(OTHER | SEPARATOR), ['>'] = KIND(OTHER | SEPARATOR),
    [0xE2] = KIND(OTHER | SEPARATOR), /* the first byte of U+2192 */
    ['t'] = KIND(OTHER | LETTER_T),   ['T'] = KIND(OTHER | LETTER_T),
    ['0'] = KIND(NUMERIC), ['1'] = KIND(NUMERIC), ['2'] = KIND(NUMERIC),  ['3'] = KIND(NUMERIC),
    ['4'] = KIND(NUMERIC), ['5'] = KIND(NUMERIC), ['6'] = KIND(NUMERIC),  ['7'] = KIND(NUMERIC),
    ['8'] = KIND(NUMERIC), ['9'] = KIND(NUMERIC), ['+'] = KIND(NUMERIC),  ['-'] = KIND(NUMERIC),
    ['.'] = KIND(NUMERIC),
};
#undef KIND
/* clang-format on */

static inline unsigned kind_of(char byte)
{
    return kinds[(unsigned char)byte] ^ OTHER;
}

static inline bool is_blank(char byte)
{
    return kind_of(byte) & (TAB | BLANK);
}

static inline unsigned kinds_in(geodist_text line)
{
    unsigned found = 0;
    for (size_t i = 0; i < line.length; i++)
        found |= kind_of(line.bytes[i]);
    return found;
}

/* The first position from `at` on whose byte is of none of these kinds. */
static inline size_t skip(geodist_text line, size_t at, unsigned of_kinds)
{
    while (at < line.length && kind_of(line.bytes[at]) & of_kinds)
        at++;
    return at;
}

static inline size_t skip_blanks(geodist_text line, size_t at)
{
    return skip(line, at, TAB | BLANK);
}

static inline geodist_text part(geodist_text line, size_t from, size_t to)
{
    return (geodist_text){line.bytes + from, to - from};
}

/* From the start of one word to the end of another in the same text. */
static inline geodist_text join(geodist_text first, geodist_text last)
{
    return (geodist_text){first.bytes, (size_t)(last.bytes + last.length - first.bytes)};
}

#endif
