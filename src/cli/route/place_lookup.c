#include "route/place_lookup.h"

#include "text/slice.h"

enum {
    TEXT_MAX = 512, /* longer texts are no names */
    KNOWN_CITY = 100000 /* people of a city that an area of its name does not hide */
};

/* A name with the country as its qualifier. */
typedef struct {
    size_t length;
    char bytes[TEXT_MAX];
} qualified_name;

static geodist_text text_of(const qualified_name *made)
{
    return (geodist_text){made->bytes, made->length};
}

static void append(qualified_name *made, geodist_text text)
{
    memcpy(made->bytes + made->length, text.bytes, text.length);
    made->length += text.length;
}

bool gd_set_lookup_country(place_lookup *by, const char *code)
{
    geodist_place place;
    *by = (place_lookup){.country_name = {NULL, 0}};
    if (!code || !code[0])
        return true;
    char wanted[] = {upper(code[0]), upper(code[1]), '\0'};
    if (strcmp(wanted, "UK") == 0) /* reserved in ISO 3166-1 for those who mean GB */
        strcpy(wanted, "GB");
    for (uint32_t row = 0; geodist_place_at(row, &place); row++)
        if (same_text(place.country_code, geodist_string(wanted))) {
            memcpy(by->country_code, wanted, sizeof wanted);
            by->country_name = place.country;
            return true;
        }
    return false;
}

/* Finds "NAME, QUALIFIER"; only a place of the country counts, as the qualifier may also be another
 * area (Georgia) or be read as another code (CA, California). */
static bool find_qualified(const place_lookup *by, geodist_text name, geodist_text qualifier,
                           qualified_name *made, geodist_place *place)
{
    static const char comma[] = ", ";
    if (name.length + sizeof comma + qualifier.length > sizeof made->bytes)
        return false;
    made->length = 0;
    append(made, name);
    append(made, geodist_string(comma));
    append(made, qualifier);
    geodist_place found;
    if (geodist_find(text_of(made), &found, NULL) != GEODIST_OK ||
        !same_text(found.country_code, geodist_string(by->country_code)))
        return false;
    *place = found;
    return true;
}

/* Whether the country may say more about a text for which geodist_find() has this status. */
static bool may_be_name(geodist_status status, const geodist_place *place)
{
    return (status == GEODIST_OK && place->kind != GEODIST_COORDINATE) ||
           status == GEODIST_UNKNOWN_NAME || status == GEODIST_AREA;
}

/* Finds the name in the country, if that is to be done and succeeds. */
static bool find_in_country(const place_lookup *by, geodist_text text, geodist_status status,
                            qualified_name *made, geodist_place *place)
{
    geodist_place found;
    geodist_text name = trim(text);
    if (!by->country_code[0] || name.length == 0 || memchr(name.bytes, ',', name.length) ||
        !may_be_name(status, place))
        return false;
    if (!find_qualified(by, name, by->country_name, made, &found) &&
        !find_qualified(by, name, geodist_string(by->country_code), made, &found))
        return false;
    if (status == GEODIST_AREA && found.population < KNOWN_CITY)
        return false;
    found.name_id =
        status == GEODIST_OK ? place->name_id : 0; /* the text itself has no qualifier */
    *place = found;
    return true;
}

geodist_status gd_find_place(const place_lookup *by, geodist_text text, geodist_place *place,
                             geodist_error *error)
{
    qualified_name made;
    geodist_status status = geodist_find(text, place, error);
    return find_in_country(by, text, status, &made, place) ? GEODIST_OK : status;
}

size_t gd_find_rivals(const place_lookup *by, geodist_text text, geodist_place *places,
                      size_t capacity)
{
    qualified_name made;
    geodist_place place;
    geodist_status status = geodist_find(text, &place, NULL);
    bool in_country = find_in_country(by, text, status, &made, &place);
    return geodist_rivals(in_country ? text_of(&made) : text, places, capacity);
}
