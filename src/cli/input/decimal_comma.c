#include "input/decimal_comma.h"

#include "text/ascii.h"

static bool is_decimal_comma(geodist_text text, size_t at)
{
    return text.bytes[at] == ',' && at > 0 && is_digit(text.bytes[at - 1]) &&
           at + 1 < text.length && is_digit(text.bytes[at + 1]);
}

/* The position of the first decimal comma, or the length. */
static size_t find_decimal_comma(geodist_text text)
{
    size_t at = 0;
    while (at < text.length && !is_decimal_comma(text, at))
        at++;
    return at;
}

geodist_text gd_convert_decimal_commas(geodist_text text, char **scratch)
{
    size_t at = find_decimal_comma(text);
    if (at == text.length)
        return text;
    char *copy = *scratch;
    *scratch += text.length;
    memcpy(copy, text.bytes, text.length);
    for (; at < text.length; at++)
        if (is_decimal_comma(text, at))
            copy[at] = '.';
    return (geodist_text){copy, text.length};
}
