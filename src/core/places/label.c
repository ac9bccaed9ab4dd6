/* Labels of places. */
#include "text/slice.h"
#include "text/utf8.h"

/* A text that is written into a buffer as far as it fits, and its length as if all did. */
typedef struct {
    char *buffer;
    size_t capacity;
    size_t length;
} writer;

/* How many bytes of the text can be kept without cutting a character. */
static size_t whole_characters(geodist_text text, size_t room)
{
    if (text.length <= room)
        return text.length;
    while (room > 0 && is_utf8_continuation(text.bytes[room]))
        room--;
    return room;
}

static void append(writer *to, geodist_text text)
{
    if (to->length < to->capacity) {
        size_t kept = whole_characters(text, to->capacity - 1 - to->length);
        if (kept)
            memcpy(to->buffer + to->length, text.bytes, kept);
        to->buffer[to->length + kept] = '\0';
        if (kept < text.length)
            to->capacity = 0; /* nothing after a cut */
    }
    to->length += text.length;
}

/* Two whole numbers have a decimal each, as "48,2" may also be one number with a decimal comma. */
static void append_point(writer *to, geodist_point point)
{
    char lat[GEODIST_DEGREES_SIZE], lon[GEODIST_DEGREES_SIZE];
    geodist_text north = {lat, geodist_format_degrees(point.lat, lat, sizeof lat)};
    geodist_text east = {lon, geodist_format_degrees(point.lon, lon, sizeof lon)};
    bool is_whole = !memchr(lat, '.', north.length) && !memchr(lon, '.', east.length);
    geodist_text decimal = {".0", is_whole ? 2 : 0};
    append(to, north);
    append(to, decimal);
    append(to, (geodist_text){",", 1});
    append(to, east);
    append(to, decimal);
}

static void append_part(writer *to, geodist_text part)
{
    if (part.length) {
        append(to, (geodist_text){", ", 2});
        append(to, part);
    }
}

/* The same for a city and a buffer in which its whole label fits. */
static size_t write_whole_label(const geodist_place *place, char *buffer)
{
    const geodist_text parts[] = {place->name,
                                  place->region_repeats ? (geodist_text){"", 0} : place->region,
                                  place->country};
    char *end = buffer;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (i > 0 && parts[i].length) {
            *end++ = ',';
            *end++ = ' ';
        }
        if (parts[i].length)
            memcpy(end, parts[i].bytes, parts[i].length);
        end += parts[i].length;
    }
    *end = '\0';
    return (size_t)(end - buffer);
}

static void append_in_parentheses(writer *to, const char *text)
{
    append(to, (geodist_text){" (", 2});
    append(to, geodist_string(text));
    append(to, (geodist_text){")", 1});
}

static void append_geonames_id(writer *to, uint32_t id)
{
    enum { DIGITS = 10 };
    char text[] = "GeoNames 0123456789", *word_end = text + sizeof text - 1 - DIGITS;
    size_t count = 0;
    char digits[DIGITS];
    do
        digits[count++] = (char)('0' + id % 10);
    while (id /= 10);
    while (count > 0)
        *word_end++ = digits[--count];
    *word_end = '\0';
    append_in_parentheses(to, text);
}

size_t geodist_label(const geodist_place *place, char *buffer, size_t capacity)
{
    writer to = {buffer, capacity, 0};
    size_t length = place->name.length + place->region.length + place->country.length;
    if (place->kind == GEODIST_CITY && !place->has_namesake && length + sizeof ", , " <= capacity)
        return write_whole_label(place, buffer);
    if (place->kind == GEODIST_COORDINATE) {
        append_point(&to, place->point);
        return to.length;
    }
    append(&to, place->name);
    if (place->kind == GEODIST_AIRPORT)
        append_in_parentheses(&to, place->iata[0] ? place->iata : place->icao);
    if (place->has_namesake)
        append_geonames_id(&to, place->geonames_id);
    if (!place->region_repeats && place->kind != GEODIST_OTHER_AREA)
        append_part(&to, place->region);
    if (place->kind != GEODIST_COUNTRY)
        append_part(&to, place->country);
    return to.length;
}
