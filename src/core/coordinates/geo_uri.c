/* geo:LAT,LON[,ALTITUDE][;crs=wgs84][;u=METRES][;NAME[=VALUE]]...   (RFC 5870, 3.3)
 *
 * Wider than the RFC in two things: .5 and 5. are numbers here too, and the parameters may come in
 * any order. Unknown ones are ignored, as it asks for. */
#include "coordinates/geo_uri.h"

#include "text/utf8.h"
#include "text/slice.h"

enum { scheme_length = 4 };

/* Equal but for the case of ASCII letters; word is in lower case. */
static bool same_word(geodist_text text, const char *word)
{
    size_t at = 0;
    while (at < text.length && word[at] && lower(text.bytes[at]) == word[at])
        at++;
    return at == text.length && !word[at];
}

bool gd_is_geo_uri(geodist_text text)
{
    return text.length >= scheme_length && same_word(slice(text, 0, scheme_length), "geo:");
}

static bool is_uri_character(char byte)
{
    static const char marks[] = ",;=-_.!~*'()[]:&+$%";
    return is_digit(byte) || is_ascii_letter(byte) || memchr(marks, byte, sizeof marks - 1);
}

static bool wrong(geodist_text *fault, geodist_text bytes)
{
    *fault = bytes;
    return false;
}

static bool has_only_uri_characters(geodist_text text, geodist_text *fault)
{
    for (size_t i = 0; i < text.length; i++)
        if (!is_uri_character(text.bytes[i])) {
            geodist_text rest = slice(text, i, text.length);
            return wrong(fault, slice(rest, 0, utf8_length(rest)));
        }
    return true;
}

static bool is_number(geodist_text text, geodist_text *fault)
{
    size_t digits = 0, points = 0;
    for (size_t i = 0; i < text.length; i++)
        if (is_digit(text.bytes[i]))
            digits++;
        else if (!(text.bytes[i] == '-' && i == 0) && !(text.bytes[i] == '.' && points++ == 0))
            return wrong(fault, slice(text, i, 1));
    if (digits == 0)
        return wrong(fault, text);
    return true;
}

static bool is_label(geodist_text text, geodist_text *fault)
{
    for (size_t i = 0; i < text.length; i++)
        if (!is_digit(text.bytes[i]) && !is_ascii_letter(text.bytes[i]) && text.bytes[i] != '-')
            return wrong(fault, slice(text, i, 1));
    if (text.length == 0)
        return wrong(fault, text);
    return true;
}

static bool is_parameter(geodist_text text, geodist_text *fault)
{
    geodist_text value, name = cut(text, '=', &value);
    if (!is_label(name, fault))
        return false;
    if (same_word(name, "crs") && !same_word(value, "wgs84"))
        return wrong(fault, value);
    if (same_word(name, "u"))
        return is_number(value, fault);
    for (size_t i = 0; i < value.length; i++)
        if (value.bytes[i] == '=' || value.bytes[i] == ',')
            return wrong(fault, slice(value, i, 1));
    if (value.length == 0 && name.length < text.length)
        return wrong(fault, text);
    return true;
}

static bool is_path(geodist_text path, geodist_text *pair, geodist_text *fault)
{
    geodist_text rest, altitude;
    geodist_text latitude = cut(path, ',', &rest);
    geodist_text longitude = cut(rest, ',', &altitude);
    *pair = slice(path, 0, latitude.length + 1 + longitude.length);
    return is_number(latitude, fault) && is_number(longitude, fault) &&
           (pair->length == path.length || is_number(altitude, fault));
}

static bool is_geo_uri(geodist_text body, geodist_text *pair, geodist_text *fault)
{
    geodist_text parameter, path = cut(body, ';', &parameter);
    if (!has_only_uri_characters(body, fault) || !is_path(path, pair, fault))
        return false;
    for (size_t at = path.length; at < body.length; at += 1 + parameter.length) {
        geodist_text rest;
        parameter = cut(slice(body, at + 1, body.length), ';', &rest);
        if (!is_parameter(parameter, fault))
            return false;
    }
    return true;
}

bool gd_open_geo_uri(geodist_text uri, geodist_text *pair, geodist_text *fault)
{
    if (is_geo_uri(slice(uri, scheme_length, uri.length), pair, fault))
        return true;
    if (fault->length == 0)
        *fault = uri; /* something is missing */
    return false;
}
