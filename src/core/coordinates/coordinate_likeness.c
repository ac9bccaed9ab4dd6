/* Is a text meant as a coordinate or as a name? */
#include "coordinates/coordinate.h"
#include "coordinates/plain_pair.h"
#include "coordinates/coordinate_lexer.h"
#include "coordinates/geo_uri.h"
#include "text/slice.h"

/* A first glance, for every name comes here: a number, perhaps with a letter and a sign before. */
static bool may_begin_with_number(geodist_text text)
{
    size_t at = 0;
    if (text.length && is_hemisphere(text.bytes[0]))
        for (at = 1; at < text.length && is_space(text.bytes[at]);)
            at++;
    if (at == text.length)
        return false;
    char byte = text.bytes[at];
    return is_numeric(byte) || byte == '-' || byte == '+' || byte == '\xE2'; /* as in U+2212 */
}

static bool number_behind_comma(geodist_text text)
{
    geodist_text rest;
    cut(text, ',', &rest);
    return may_begin_with_number(trim(rest));
}

/* 100 Mile House, 6th, 100-mile-house. */
static bool word_behind(geodist_text text, geodist_text number)
{
    const char *end = text.bytes + text.length;
    const char *at = number.bytes + number.length;
    while (at < end && (is_space(*at) || *at == '-'))
        at++;
    return at < end && (is_ascii_letter(*at) || (unsigned char)*at >= 0x80);
}

static size_t count_numbers(const gd_tokens *tokens)
{
    size_t numbers = 0;
    for (size_t i = 0; i < tokens->count; i++)
        numbers += tokens->token[i].kind == gd_number;
    return numbers;
}

gd_coord_likeness gd_looks_like_coord(geodist_text text)
{
    geodist_point unwanted;
    text = trim(text);
    if (!may_begin_with_number(text))
        return gd_is_geo_uri(text) ? gd_coord_surely : gd_coord_no;
    if (gd_read_plain_pair(text, &unwanted))
        return gd_coord_surely;

    gd_tokens t = gd_scan_coord(text);
    size_t first = t.count && t.token[0].kind == gd_letter ? 1 : 0;
    if (first < t.count && t.token[first].kind == gd_sign) {
        if (first == 0)
            return gd_coord_surely;
        first++;
    }
    if (first >= t.count || t.token[first].kind != gd_number)
        return gd_coord_no;

    if (t.stray.length == 0 && count_numbers(&t) > 1)
        return gd_coord_surely;
    geodist_text number = t.token[first].text;
    bool whole = memchr(number.bytes, '.', number.length) == NULL;
    if (whole && first + 1 == t.count && word_behind(text, number) && !number_behind_comma(text))
        return gd_coord_no;
    return gd_coord_maybe;
}
