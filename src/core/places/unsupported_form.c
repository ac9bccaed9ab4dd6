#include "places/unsupported_form.h"

#include "places/form_words.h"
#include "places/grid_reference.h"
#include "places/postal_code.h"
#include "places/street_address.h"

static const geodist_text nothing = {NULL, 0};

/* ---- Links ----------------------------------------------------------------------------- */

enum { HOST_MAX = 20 };

static const char hosts[][HOST_MAX] = {
    "www.",        "maps.app.goo.gl/",   "goo.gl/maps",     "maps.google.", "google.com/maps",
    "maps.apple.", "openstreetmap.org/", "osm.org/",        "bing.com/maps",
    "plus.codes/",
};

/* "://" in a word, after a letter. */
static bool has_scheme(geodist_text word)
{
    for (size_t at = 1; at + 3 <= word.length; at++)
        if (memcmp(word.bytes + at, "://", 3) == 0)
            return is_ascii_letter(word.bytes[0]);
    return false;
}

static bool is_link(geodist_text word)
{
    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++)
        if (gd_begins_with(word, hosts[i]))
            return true;
    return has_scheme(word);
}

/* The first link, up to the next white space: links contain commas and parentheses. */
static geodist_text find_link(geodist_text text)
{
    gd_words words = {text, false};
    gd_word word;
    while (gd_next_word(&words, &word)) {
        geodist_text link = word.text;
        if (link.bytes[0] == '<')
            link = slice(link, 1, link.length);
        if (!is_link(link))
            continue;
        size_t start = (size_t)(link.bytes - text.bytes), end = start;
        while (end < text.length && gd_blank_length(slice(text, end, text.length)) == 0)
            end++;
        return slice(text, start, end - start);
    }
    return nothing;
}

/* ---- Geometries ------------------------------------------------------------------------ */

enum { GEOMETRY_MAX = 19 };

/* Types of ISO 19125-1 and SQL/MM; none begins with another. */
static const char geometries[][GEOMETRY_MAX] = {
    "geometrycollection", "point",        "linestring",     "polygon",
    "multipoint",         "multilinestring", "multipolygon", "multicurve",    "multisurface",
    "circularstring",     "compoundcurve", "curvepolygon",  "polyhedralsurface", "triangle", "tin",
};

static bool skip_geometry(geodist_text *rest)
{
    for (size_t i = 0; i < sizeof geometries / sizeof *geometries; i++)
        if (gd_skip(rest, geometries[i]))
            return true;
    return false;
}

/* Well-known text. A name such as "Point (Texas)" is none. */
static bool is_wkt(geodist_text text)
{
    geodist_text rest = text;
    if (gd_skip(&rest, "srid=") && (gd_skip_digits(&rest, SIZE_MAX) == 0 || !gd_skip(&rest, ";")))
        return false;
    gd_skip_blanks(&rest);
    bool is_collection = gd_begins_with(rest, "geometrycollection");
    if (!skip_geometry(&rest))
        return false;
    gd_skip_blanks(&rest);
    gd_skip(&rest, "z");
    gd_skip(&rest, "m");
    gd_skip_blanks(&rest);
    if (gd_skip(&rest, "empty"))
        return rest.length == 0;
    if (!gd_skip(&rest, "("))
        return false;
    gd_skip_blanks(&rest);
    return rest.length && (is_collection || is_digit(rest.bytes[0]) ||
                           memchr("+-.(", rest.bytes[0], 4) != NULL);
}

static bool is_geojson(geodist_text text)
{
    geodist_text rest = text;
    if (!gd_skip(&rest, "{"))
        return false;
    for (; rest.length; rest = slice(rest, 1, rest.length))
        if (gd_begins_with(rest, "\"type\""))
            return true;
    return false;
}

/* ---- Plus codes ------------------------------------------------------------------------ */

static bool is_plus_digit(char byte)
{
    return memchr("23456789cfghjmpqrvwx", lower(byte), 20) != NULL;
}

static size_t count_plus_digits(geodist_text text, bool *has_letter)
{
    size_t count = 0;
    for (; count < text.length && is_plus_digit(text.bytes[count]); count++)
        *has_letter |= !is_digit(text.bytes[count]);
    return count;
}

/* Open Location Code: a full code has 8 digits before the plus, of which up to 6 may be padding, a
 * short one 2, 4 or 6. A short one without a letter is rather a sum ("22+22"). */
static bool is_plus_code(geodist_text word)
{
    bool has_letter = false;
    if (word.length && word.bytes[word.length - 1] == '.')
        word.length--;
    size_t before = count_plus_digits(word, &has_letter), padding = 0;
    while (before + padding < word.length && word.bytes[before + padding] == '0')
        padding++;
    geodist_text rest = slice(word, before + padding, word.length);
    if (before < 2 || before % 2 || before + padding > 8 || !gd_skip(&rest, "+"))
        return false;
    size_t after = count_plus_digits(rest, &has_letter);
    if (after != rest.length || after > 7)
        return false;
    if (padding)
        return before + padding == 8 && after == 0;
    return before == 8 ? after != 1 : after >= 2 && has_letter;
}

static geodist_text find_plus_code(geodist_text text)
{
    gd_words words = {text, false};
    gd_word word;
    while (gd_next_word(&words, &word))
        if (is_plus_code(word.text)) {
            size_t dot = word.text.bytes[word.text.length - 1] == '.';
            return slice(word.text, 0, word.text.length - dot);
        }
    return nothing;
}

/* ---- Geohashes --------------------------------------------------------------------------- */

typedef struct {
    size_t small, capital, digits;
    size_t leading_letters, leading_digits;
    bool only_hemispheres; /* every letter is one of n, s, e and w */
} letter_counts;

/* Counts the bytes of a geohash; false if another byte is among them. */
static bool count_letters(geodist_text text, letter_counts *counts)
{
    *counts = (letter_counts){.only_hemispheres = true};
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.bytes[i];
        if (is_digit(byte)) {
            counts->leading_digits += counts->digits++ == i;
            continue;
        }
        if (!is_ascii_letter(byte) || memchr("ailo", lower(byte), 4))
            return false;
        size_t before = byte <= 'Z' ? counts->capital++ : counts->small++;
        counts->leading_letters += before == i;
        counts->only_hemispheres &= memchr("nsew", lower(byte), 4) != NULL;
    }
    return true;
}

/* A name with a number ("bern2", "99bern") is none, although one in ten geohashes looks like that,
 * nor are numbers with letters of hemispheres ("31n106w") or exponents, nor hexadecimal numbers. */
static bool is_geohash(geodist_text text)
{
    letter_counts counts;
    if (text.length < 5 || text.length > 12 || !count_letters(text, &counts) ||
        gd_begins_with(text, "0x"))
        return false;
    size_t letters = counts.small + counts.capital;
    if (letters == 0 || counts.digits == 0 || (counts.small && counts.capital))
        return false;
    bool is_name = letters >= 4 && (counts.leading_letters == letters ||
                                    counts.leading_digits == counts.digits);
    return !is_name && !(counts.leading_digits && counts.only_hemispheres);
}

static bool has_capital(geodist_text text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] >= 'A' && text.bytes[i] <= 'Z')
            return true;
    return false;
}

/* ---- All forms --------------------------------------------------------------------------- */

static bool set(geodist_error *error, geodist_status status, geodist_text text, geodist_text part)
{
    if (part.length == 0)
        return false;
    *error = (geodist_error){status, (size_t)(part.bytes - text.bytes), part.length};
    return true;
}

static geodist_text all_if(bool condition, geodist_text text)
{
    return condition ? text : nothing;
}

/* Whether the text has a byte without which it can have no form. A number with a decimal point alone
 * has none either. */
static bool may_have_form(geodist_text text)
{
    bool has_sign = false, has_other = false, has_point = false;
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.bytes[i];
        bool before_letter = i + 1 < text.length && is_ascii_letter(text.bytes[i + 1]);
        has_sign = has_sign || is_digit(byte) || memchr(":/({", byte, 4) != NULL ||
                   (byte == '.' && before_letter);
        has_point = has_point || byte == '.';
        has_other = has_other || !(is_numeric(byte) || byte == '-' || byte == '+');
    }
    return has_sign && (has_other || !has_point);
}

/* The first form that fits is the most likely one:
 * - a link or a geometry contains other forms, and a plus code or a grid reference fits by chance
 *   hardly ever;
 * - an address often contains a postal code ("10 Downing Street, London SW1A 2AA");
 * - one word in lower case that is a geohash and a postal code without its space ("k1b0b1") is a
 *   geohash, since those are written so; in capitals it is a postal code. */
bool gd_is_unsupported(geodist_text text, geodist_error *error)
{
    geodist_text name = trim(text);
    if (!may_have_form(name))
        return false;
    bool hash = is_geohash(name), address_first = !hash || has_capital(name);
    return set(error, GEODIST_MAP_LINK, text, find_link(name)) ||
           set(error, GEODIST_WKT, text, all_if(is_wkt(name) || is_geojson(name), name)) ||
           set(error, GEODIST_PLUS_CODE, text, find_plus_code(name)) ||
           set(error, GEODIST_GRID_REFERENCE, text, all_if(gd_is_grid_reference(name), name)) ||
           set(error, GEODIST_STREET_ADDRESS, text, all_if(gd_is_street_address(name), name)) ||
           (address_first && set(error, GEODIST_POSTAL_CODE, text, gd_find_postal_code(name))) ||
           set(error, GEODIST_GEOHASH, text, all_if(hash, name));
}
