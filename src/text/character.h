/* Characters without a locale: ASCII classes and the length of a UTF-8 sequence. */
#ifndef GD_CHARACTER_H
#define GD_CHARACTER_H

#include <geodist.h>

static inline bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static inline bool is_numeric(char byte)
{
    return is_digit(byte) || byte == '.';
}

static inline char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

static inline bool is_ascii_letter(char byte)
{
    return lower(byte) >= 'a' && lower(byte) <= 'z';
}

/* The bytes of the UTF-8 character at the start of text, which is not empty; 1 if malformed. */
static inline size_t character_length(geodist_text text)
{
    unsigned char lead = (unsigned char)text.bytes[0];
    size_t length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1;
    if (length > text.length)
        return 1;
    for (size_t i = 1; i < length; i++)
        if (((unsigned char)text.bytes[i] & 0xC0) != 0x80)
            return 1;
    return length;
}

#endif
