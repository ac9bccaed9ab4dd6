#include "input/quotes.h"

#include "text/slice.h"

size_t gd_closing_quote(geodist_text line, size_t at)
{
    char quote = line.bytes[at];
    for (size_t i = at + 1; i < line.length; i++)
        if (line.bytes[i] == quote) {
            if (i + 1 == line.length || line.bytes[i + 1] != quote)
                return i + 1;
            i++;
        }
    return 0;
}

geodist_text gd_unquote(geodist_text text, char **scratch)
{
    char quote = text.bytes[0];
    geodist_text inside = {text.bytes + 1, text.length - 2};
    if (!inside.length || !memchr(inside.bytes, quote, inside.length))
        return inside;
    char *start = *scratch;
    for (size_t i = 0; i < inside.length; i++) {
        *(*scratch)++ = inside.bytes[i];
        i += inside.bytes[i] == quote;
    }
    return (geodist_text){start, (size_t)(*scratch - start)};
}

geodist_text gd_unquote_field(geodist_text field, char **scratch)
{
    geodist_text within = trim(field);
    if (within.length && within.bytes[0] == '"' && gd_closing_quote(within, 0) == within.length)
        return gd_unquote(within, scratch);
    return within;
}
