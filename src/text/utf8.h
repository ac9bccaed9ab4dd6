/* UTF-8: one code point at a time, well-formed as in table 3-7 of the Unicode Standard (no overlong
 * form, no surrogate, nothing beyond U+10FFFF). */
#ifndef GD_UTF8_H
#define GD_UTF8_H

#include <geodist.h>

/* Stands for a byte that begins no well-formed sequence; one more than the last code point. */
enum { GD_NOT_UTF8 = 0x110000 };

/* The most bytes of one code point. */
enum { GD_UTF8_MAX = 4 };

static inline bool is_utf8_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* The six bits of the code point that a continuation byte holds. */
static inline uint32_t utf8_payload(char continuation)
{
    return (unsigned char)continuation & 0x3Fu;
}

/* The code point at the start of the text, which is not empty, and the number of its bytes;
 * GD_NOT_UTF8 and 1 if no well-formed sequence starts there. */
static inline uint32_t utf8_decode(geodist_text text, size_t *length)
{
    const char *bytes = text.bytes;
    uint32_t lead = (unsigned char)bytes[0], code;
    *length = 1;
    if (lead < 0x80)
        return lead;
    if (lead >= 0xC2 && lead < 0xE0 && text.length > 1 && is_utf8_continuation(bytes[1])) {
        *length = 2;
        return (lead & 0x1F) << 6 | utf8_payload(bytes[1]);
    }
    if (lead >= 0xE0 && lead < 0xF0 && text.length > 2 && is_utf8_continuation(bytes[1]) &&
        is_utf8_continuation(bytes[2])) {
        code = (lead & 0xF) << 12 | utf8_payload(bytes[1]) << 6 | utf8_payload(bytes[2]);
        if (code >= 0x800 && (code < 0xD800 || code >= 0xE000)) {
            *length = 3;
            return code;
        }
    }
    if (lead >= 0xF0 && lead < 0xF5 && text.length > 3 && is_utf8_continuation(bytes[1]) &&
        is_utf8_continuation(bytes[2]) && is_utf8_continuation(bytes[3])) {
        code = (lead & 7) << 18 | utf8_payload(bytes[1]) << 12 | utf8_payload(bytes[2]) << 6 |
               utf8_payload(bytes[3]);
        if (code >= 0x10000 && code < GD_NOT_UTF8) {
            *length = 4;
            return code;
        }
    }
    return GD_NOT_UTF8;
}

/* The bytes of the character at the start of the text, which is not empty; 1 if malformed. */
static inline size_t utf8_length(geodist_text text)
{
    size_t length;
    utf8_decode(text, &length);
    return length;
}

/* Writes a code point that is not a surrogate and returns the number of its bytes, or 0 if the
 * room does not suffice. */
static inline size_t utf8_encode(uint32_t code, char *bytes, size_t room)
{
    static const unsigned char leads[GD_UTF8_MAX + 1] = {0, 0, 0xC0, 0xE0, 0xF0};
    size_t length = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (length > room)
        return 0;
    for (size_t i = length - 1; i > 0; i--, code >>= 6)
        bytes[i] = (char)(0x80 | (code & 0x3F));
    bytes[0] = (char)(leads[length] | code);
    return length;
}

#endif
