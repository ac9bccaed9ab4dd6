/* White space and invisible characters of Unicode. */
#ifndef GD_BLANK_H
#define GD_BLANK_H

#include "text/ascii.h"
#include "text/slice.h"
#include "text/utf8.h"

/* Whether a code point is white space beyond ASCII: the space and line separators (categories Zs, Zl
 * and Zp). */
static inline bool is_wide_space(uint32_t code)
{
    return code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 ||
           code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

/* Whether a code point is an invisible formatting character: zero-width and directional characters,
 * byte-order mark (category Cf, as far as it is used for that). Not the soft hyphen, which may stand
 * for a minus sign. */
static inline bool is_invisible(uint32_t code)
{
    return code == 0x61C || code == 0x180E || (code >= 0x200B && code <= 0x200F) ||
           (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F) ||
           code == 0xFEFF;
}

/* The bytes of the white space or invisible character at the start of the text; 0 if there is none.
 * Sets *is_white for white space. */
static inline size_t blank_length(geodist_text text, bool *is_white)
{
    size_t length;
    if (!text.length)
        return 0;
    if ((unsigned char)text.bytes[0] < 0x80) {
        *is_white = is_space(text.bytes[0]);
        return *is_white;
    }
    uint32_t code = utf8_decode(text, &length);
    *is_white = is_wide_space(code);
    return *is_white || is_invisible(code) ? length : 0;
}

/* The text without them at its start. */
static inline geodist_text skip_blanks(geodist_text text)
{
    bool is_white;
    for (size_t length; (length = blank_length(text, &is_white)) != 0;)
        text = slice(text, length, text.length);
    return text;
}

/* The text without them at either end. */
static inline geodist_text trim_blanks(geodist_text text)
{
    text = skip_blanks(text);
    for (size_t at = text.length; at > 0;) {
        bool is_white;
        size_t end = at--;
        while (at > 0 && is_utf8_continuation(text.bytes[at]))
            at--;
        if (blank_length(slice(text, at, end - at), &is_white) != end - at)
            break;
        text.length = at;
    }
    return text;
}

#endif
