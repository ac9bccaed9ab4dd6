#include "table/axis_name.h"

#include "text/slice.h"

static bool is_letter(char byte)
{
    return is_ascii_letter(byte) || (unsigned char)byte >= 0x80;
}

/* The next word of a name: letters up to another character, or up to a capital after a small letter
 * (fromLat). Moves *at to its end. */
static geodist_text next_word(geodist_text name, size_t *at)
{
    while (*at < name.length && !is_letter(name.bytes[*at]))
        ++*at;
    size_t start = *at;
    while (*at < name.length && is_letter(name.bytes[*at])) {
        bool is_capital = is_ascii_capital(name.bytes[*at]);
        if (*at > start && is_capital && !is_ascii_capital(name.bytes[*at - 1]))
            break;
        ++*at;
    }
    return slice(name, start, *at - start);
}

static bool begins_with(geodist_text word, const char *prefix)
{
    size_t i = 0;
    while (i < word.length && prefix[i] && lower(word.bytes[i]) == prefix[i])
        i++;
    return prefix[i] == '\0';
}

static bool is_any(geodist_text word, const char *const *words)
{
    for (; *words; words++)
        if (strlen(*words) == word.length && begins_with(word, *words))
            return true;
    return false;
}

static bool contains(geodist_text name, const char *part)
{
    for (size_t i = 0; i < name.length; i++)
        if (begins_with(slice(name, i, name.length), part))
            return true;
    return false;
}

/* Words that say which of several points a column belongs to, or what the numbers are. */
static const char *const ends[] = {"from",        "to",       "start",     "end",        "orig",
                                   "origin",      "dest",     "dst",       "pickup",     "source",
                                   "destination", "target",   "departure", "arrival",    "point",
                                   "src",         "coord",    "coords",    "coordinate", "geo",
                                   "gps",         "wgs",      "deg",       "dropoff",    "pos",
                                   "dec",         "centroid", "loc",       NULL};

/* English and German; Danish, Dutch, Norwegian and Swedish; Polish; Turkish; Russian; Japanese and
 * Chinese. French, Italian, Portuguese and Spanish names contain "latitud" and "longitud". */
static const char *const latitudes[] = {"lat",
                                        "latd",
                                        "latm",
                                        "lats",
                                        "northing",
                                        "breite",
                                        "breitengrad",
                                        "breedte",
                                        "breddegrad",
                                        "szeroko\xC5\x9B\xC4\x87",
                                        "enlem",
                                        "\xD1\x88\xD0\xB8\xD1\x80\xD0\xBE\xD1\x82\xD0\xB0",
                                        "\xE7\xB7\xAF\xE5\xBA\xA6",
                                        "\xE7\xBA\xAC\xE5\xBA\xA6",
                                        NULL};
static const char *const longitudes[] = {"lon",
                                         "lond",
                                         "lonm",
                                         "lons",
                                         "lng",
                                         "easting",
                                         "laenge",
                                         "l\xC3\xA4nge",
                                         "laengengrad",
                                         "l\xC3\xA4ngengrad",
                                         "lengte",
                                         "lengdegrad",
                                         "d\xC5\x82ugo\xC5\x9B\xC4\x87",
                                         "boylam",
                                         "\xD0\xB4\xD0\xBE\xD0\xBB\xD0\xB3\xD0\xBE\xD1\x82\xD0\xB0",
                                         "\xE7\xB5\x8C\xE5\xBA\xA6",
                                         "\xE7\xBB\x8F\xE5\xBA\xA6",
                                         NULL};
/* These count only if the other words are of `ends`: city_x is what joins of tables make of a
 * column.
 */
static const char *const short_latitudes[] = {"y", NULL};
static const char *const short_longitudes[] = {"x", "long", NULL};

/* The word without such a word before it: fromlat. */
static geodist_text without_end(geodist_text word)
{
    for (const char *const *end = ends; *end; end++)
        if (strlen(*end) < word.length && begins_with(word, *end))
            return slice(word, strlen(*end), word.length);
    return word;
}

/* What the words of a name say. */
typedef struct {
    bool lat, lon, short_lat, short_lon, has_others;
} findings;

static void look_at(findings *found, geodist_text word)
{
    geodist_text rest = without_end(word);
    if (is_any(rest, latitudes))
        found->lat = true;
    else if (is_any(rest, longitudes))
        found->lon = true;
    else if (is_any(rest, short_latitudes))
        found->short_lat = true;
    else if (is_any(rest, short_longitudes))
        found->short_lon = true;
    else if (!is_any(word, ends))
        found->has_others = true;
}

axis gd_axis_of(geodist_text name)
{
    size_t at = 0;
    findings found = {.lat = contains(name, "latitud"), .lon = contains(name, "longitud")};
    for (geodist_text word; (word = next_word(name, &at)).length;)
        look_at(&found, word);
    bool lat = found.lat || (found.short_lat && !found.has_others);
    bool lon = found.lon || (found.short_lon && !found.has_others);
    return lat == lon ? AXIS_NONE : lat ? AXIS_LATITUDE : AXIS_LONGITUDE;
}
