/* Slices of text, without copying. */
#ifndef GD_SLICE_H
#define GD_SLICE_H

#include "text/ascii.h"

#include <geodist.h>

/* The part from offset on, at most length bytes; clipped to the text. */
static inline geodist_text slice(geodist_text text, size_t offset, size_t length)
{
    size_t start = offset < text.length ? offset : text.length;
    size_t rest = text.length - start;
    if (start == 0) /* NULL, which only empty text may be, takes no offset */
        return (geodist_text){text.bytes, length < rest ? length : rest};
    return (geodist_text){text.bytes + start, length < rest ? length : rest};
}

/* The text without ASCII white space at either end. */
static inline geodist_text trim(geodist_text text)
{
    while (text.length && is_space(text.bytes[0])) {
        text.bytes++;
        text.length--;
    }
    while (text.length && is_space(text.bytes[text.length - 1]))
        text.length--;
    return text;
}

/* Splits the text at the first delimiter: returns what is before it and sets *rest to what is after
 * it. Without a delimiter the whole text is before, and *rest is empty at its end. */
static inline geodist_text cut(geodist_text text, char delimiter, geodist_text *rest)
{
    size_t at = 0;
    while (at < text.length && text.bytes[at] != delimiter)
        at++;
    *rest = slice(text, at + 1, text.length);
    return slice(text, 0, at);
}

static inline bool same_text(geodist_text a, geodist_text b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

#endif
