#include "places/unsupported_form.h"

#include "places/form_words.h"
#include "places/postal_code.h"
#include "places/street_address.h"

static const geodist_text nothing = {NULL, 0};

static void skip_blanks(geodist_text *rest)
{
    for (size_t length; (length = gd_blank_length(*rest)) != 0;)
        *rest = slice(*rest, length, rest->length);
}

static bool skip(geodist_text *rest, const char *prefix)
{
    if (!gd_begins_with(*rest, prefix))
        return false;
    *rest = slice(*rest, strlen(prefix), rest->length);
    return true;
}

static size_t skip_digits(geodist_text *rest, size_t max)
{
    size_t count = gd_count_digits(*rest, max);
    *rest = slice(*rest, count, rest->length);
    return count;
}

/* ---- Links ----------------------------------------------------------------------------- */

enum { HOST_MAX = 20 };

static const char hosts[][HOST_MAX] = {
    "www.",        "maps.app.goo.gl/",   "goo.gl/maps",     "maps.google.", "google.com/maps",
    "maps.apple.", "openstreetmap.org/", "osm.org/",        "bing.com/maps",
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

/* Types of ISO 19125-1 and SQL/MM; longer ones before those that they begin with. */
static const char geometries[][GEOMETRY_MAX] = {
    "geometrycollection", "point",        "linestring",     "polygonz",       "polygon",
    "multipoint",         "multilinestring", "multipolygon", "multicurve",    "multisurface",
    "circularstring",     "compoundcurve", "curvepolygon",  "polyhedralsurface", "triangle", "tin",
};

static bool skip_geometry(geodist_text *rest)
{
    for (size_t i = 0; i < sizeof geometries / sizeof *geometries; i++)
        if (skip(rest, geometries[i]))
            return true;
    return false;
}

/* Well-known text. A name such as "Point (Texas)" is none. */
static bool is_wkt(geodist_text text)
{
    geodist_text rest = text;
    if (skip(&rest, "srid=") && (skip_digits(&rest, SIZE_MAX) == 0 || !skip(&rest, ";")))
        return false;
    skip_blanks(&rest);
    bool is_collection = gd_begins_with(rest, "geometrycollection");
    if (!skip_geometry(&rest))
        return false;
    skip_blanks(&rest);
    skip(&rest, "z");
    skip(&rest, "m");
    skip_blanks(&rest);
    if (skip(&rest, "empty"))
        return rest.length == 0;
    if (!skip(&rest, "("))
        return false;
    skip_blanks(&rest);
    return rest.length && (is_collection || is_digit(rest.bytes[0]) ||
                           memchr("+-.(", rest.bytes[0], 4) != NULL);
}

static bool is_geojson(geodist_text text)
{
    geodist_text rest = text;
    if (!skip(&rest, "{"))
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
    if (before < 2 || before % 2 || before + padding > 8 || !skip(&rest, "+"))
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

/* ---- Grid references --------------------------------------------------------------------- */

/* Letters of bands and squares: without I and O, which look like digits. */
static bool skip_grid_letter(geodist_text *rest)
{
    if (rest->length == 0 || !is_ascii_letter(rest->bytes[0]) ||
        memchr("io", lower(rest->bytes[0]), 2))
        return false;
    *rest = slice(*rest, 1, rest->length);
    return true;
}

/* A zone of UTM from 1 to 60 and the letter of its band or hemisphere. */
static bool skip_zone(geodist_text *rest)
{
    int zone = 0;
    for (size_t left = gd_count_digits(*rest, 2); left; left--) {
        zone = zone * 10 + (rest->bytes[0] - '0');
        *rest = slice(*rest, 1, rest->length);
    }
    skip_blanks(rest);
    return zone >= 1 && zone <= 60 && skip_grid_letter(rest);
}

/* A number of metres with perhaps a fraction, a unit and a direction: 391545.25mE. */
static bool skip_metres(geodist_text *rest, size_t min, const char *direction)
{
    if (skip_digits(rest, 8) < min)
        return false;
    if (skip(rest, "."))
        skip_digits(rest, SIZE_MAX);
    geodist_text unit = *rest;
    skip_blanks(&unit);
    bool has_metres = skip(&unit, "m"), has_direction = skip(&unit, direction);
    if (has_metres || has_direction)
        *rest = unit;
    return true;
}

/* Equally many digits for easting and northing, to the end of the text; the least of each. */
static bool is_pair(geodist_text rest, size_t min)
{
    size_t first = skip_digits(&rest, 10);
    bool is_split = gd_blank_length(rest) > 0;
    skip_blanks(&rest);
    size_t second = skip_digits(&rest, 5);
    if (rest.length)
        return false;
    return is_split ? first == second && first >= 1 : first % 2 == 0 && first >= 2 * min;
}

static bool is_utm(geodist_text rest)
{
    if (!skip_zone(&rest))
        return false;
    skip_blanks(&rest);
    skip(&rest, ",");
    skip_blanks(&rest);
    if (!skip_metres(&rest, 5, "e"))
        return false;
    skip_blanks(&rest);
    skip(&rest, ",");
    skip_blanks(&rest);
    return skip_metres(&rest, 1, "n") && rest.length == 0;
}

static bool is_mgrs(geodist_text rest)
{
    if (!skip_zone(&rest))
        return false;
    skip_blanks(&rest);
    if (!skip_grid_letter(&rest) || !skip_grid_letter(&rest))
        return false;
    skip_blanks(&rest);
    return is_pair(rest, 1);
}

/* The National Grid of Great Britain. Four digits in one group are none: with two letters they are
 * rather the postal code of a country (NO 0150). */
static bool is_british_grid(geodist_text rest)
{
    if (rest.length == 0 || !memchr("hjnost", lower(rest.bytes[0]), 6))
        return false;
    rest = slice(rest, 1, rest.length);
    if (!skip_grid_letter(&rest))
        return false;
    skip_blanks(&rest);
    return is_pair(rest, 3);
}

static bool is_grid_reference(geodist_text text)
{
    geodist_text rest = text;
    if (skip(&rest, "utm") || skip(&rest, "mgrs"))
        skip_blanks(&rest);
    if (skip(&rest, "zone"))
        skip_blanks(&rest);
    return is_utm(rest) || is_mgrs(rest) || is_british_grid(text);
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

/* The first form that fits is the most likely one:
 * - a link or a geometry contains other forms, and a plus code or a grid reference fits by chance
 *   hardly ever;
 * - an address often contains a postal code ("10 Downing Street, London SW1A 2AA");
 * - one word in lower case that is a geohash and a postal code without its space ("k1b0b1") is a
 *   geohash, since those are written so; in capitals it is a postal code. */
bool gd_is_unsupported(geodist_text text, geodist_error *error)
{
    geodist_text name = trim(text);
    bool hash = is_geohash(name), address_first = !hash || has_capital(name);
    return set(error, GEODIST_MAP_LINK, text, find_link(name)) ||
           set(error, GEODIST_WKT, text, all_if(is_wkt(name) || is_geojson(name), name)) ||
           set(error, GEODIST_PLUS_CODE, text, find_plus_code(name)) ||
           set(error, GEODIST_GRID_REFERENCE, text, all_if(is_grid_reference(name), name)) ||
           set(error, GEODIST_STREET_ADDRESS, text, all_if(gd_is_street_address(name), name)) ||
           (address_first && set(error, GEODIST_POSTAL_CODE, text, gd_find_postal_code(name))) ||
           set(error, GEODIST_GEOHASH, text, all_if(hash, name));
}
