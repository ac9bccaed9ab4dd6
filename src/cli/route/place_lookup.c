#include "route/place_lookup.h"

#include "text/slice.h"

/* People of a city that an area of its name does not hide. */
static const uint32_t known_population = 100000;

/* The score from which on a place is known by its name in its country, if elsewhere the name means
 * a place and an area; and the people of such a place if the name is the beginning of its own. */
static const double known_score = 15000;
static const uint32_t town_population = 15000;

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

static bool is_in_country(const place_lookup *by, const geodist_place *place)
{
    return same_text(place->country_code, geodist_string(by->country_code));
}

/* Finds "NAME, QUALIFIER". Only what is in the country counts, as the qualifier may also be another
 * area (Georgia) or be read as another code (CA, California); else GEODIST_UNKNOWN_NAME. For
 * GEODIST_AREA the place is the area. */
static geodist_status find_qualified(const place_lookup *by, geodist_text name,
                                     geodist_text qualifier, qualified_name *made,
                                     geodist_place *place)
{
    static const char comma[] = ", ";
    if (name.length + sizeof comma + qualifier.length > sizeof made->bytes)
        return GEODIST_UNKNOWN_NAME;
    made->length = 0;
    append(made, name);
    append(made, geodist_string(comma));
    append(made, qualifier);
    geodist_status status = geodist_find(text_of(made), place, NULL);
    bool found = status == GEODIST_OK ||
                 (status == GEODIST_AREA && geodist_areas(text_of(made), place, 1) > 0);
    return found && is_in_country(by, place) ? status : GEODIST_UNKNOWN_NAME;
}

/* Whether the country may say more about a text for which geodist_find() has this status. */
static bool may_be_name(geodist_status status, const geodist_place *place)
{
    return (status == GEODIST_OK && place->kind != GEODIST_COORDINATE) ||
           status == GEODIST_UNKNOWN_NAME || status == GEODIST_AREA;
}

/* Whether the name of the place begins with the words of the text: "Santiago de Compostela". */
static bool begins_with(geodist_text name, geodist_text words)
{
    for (size_t i = 0; i < words.length; i++)
        if (i >= name.length || lower(name.bytes[i]) != lower(words.bytes[i]))
            return false;
    return name.length == words.length || name.bytes[words.length] == ' ';
}

/* Whether people in the country mean its place by the name, although the name alone means the place
 * in *plain or an area. */
static bool is_meant(geodist_text name, geodist_status status, const geodist_place *plain,
                     const geodist_place *found)
{
    bool is_known = found->score >= known_score;
    if (status == GEODIST_AREA)
        return is_known && found->population >= known_population;
    if (status != GEODIST_OK || !plain->is_qualifier)
        return true;
    return is_known || found->row == plain->row ||
           (found->population >= town_population && begins_with(found->name, name));
}

/* Finds the name in the country: sets *place and returns GEODIST_OK, or GEODIST_AREA for an area
 * that hides the place which the name alone means (Victoria in Australia). Otherwise returns
 * GEODIST_UNKNOWN_NAME. `status` and *place are what geodist_find() says of the text. */
static geodist_status find_in_country(const place_lookup *by, geodist_text text,
                                      geodist_status status, qualified_name *made,
                                      geodist_place *place)
{
    geodist_place found;
    geodist_text name = trim(text);
    if (!by->country_code[0] || name.length == 0 || memchr(name.bytes, ',', name.length) ||
        !may_be_name(status, place))
        return GEODIST_UNKNOWN_NAME;
    geodist_status in_country = find_qualified(by, name, by->country_name, made, &found);
    if (in_country == GEODIST_UNKNOWN_NAME)
        in_country = find_qualified(by, name, geodist_string(by->country_code), made, &found);
    if (in_country == GEODIST_AREA)
        return status == GEODIST_OK && !is_in_country(by, place) ? GEODIST_AREA
                                                                 : GEODIST_UNKNOWN_NAME;
    if (in_country != GEODIST_OK || !is_meant(name, status, place, &found))
        return GEODIST_UNKNOWN_NAME;
    found.name_id =
        status == GEODIST_OK ? place->name_id : 0; /* the text itself has no qualifier */
    *place = found;
    return GEODIST_OK;
}

/* "52.52;13.405", as a table of two columns has it. */
static bool find_numbers(geodist_text text, geodist_place *place)
{
    enum { NUMBERS_MAX = 128 };
    char copy[NUMBERS_MAX];
    const char *separator = text.length ? memchr(text.bytes, ';', text.length) : NULL;
    geodist_place found;
    if (!separator || text.length > sizeof copy)
        return false;
    memcpy(copy, text.bytes, text.length);
    copy[separator - text.bytes] = ',';
    if (geodist_find((geodist_text){copy, text.length}, &found, NULL) != GEODIST_OK ||
        found.kind != GEODIST_COORDINATE)
        return false;
    *place = found;
    return true;
}

/* Finds the place by what the country says of it. */
static geodist_status find_with_country(const place_lookup *by, geodist_text text,
                                        geodist_place *place, geodist_error *error)
{
    qualified_name made;
    geodist_place found;
    geodist_status status = geodist_find(text, &found, error);
    geodist_status in_country = find_in_country(by, text, status, &made, &found);
    if (in_country == GEODIST_AREA) {
        if (error)
            *error = (geodist_error){GEODIST_AREA, 0, text.length};
        return GEODIST_AREA;
    }
    if (in_country == GEODIST_OK)
        status = GEODIST_OK;
    if (status == GEODIST_OK)
        *place = found;
    return status;
}

geodist_status gd_find_place(const place_lookup *by, geodist_text text, geodist_place *place,
                             geodist_error *error)
{
    geodist_status status = by->country_code[0] ? find_with_country(by, text, place, error)
                                                : geodist_find(text, place, error);
    return status != GEODIST_OK && find_numbers(text, place) ? GEODIST_OK : status;
}

geodist_text gd_lookup_text(const place_lookup *by, geodist_text text, qualified_name *made)
{
    geodist_place place;
    geodist_status status = geodist_find(text, &place, NULL);
    bool in_country = find_in_country(by, text, status, made, &place) != GEODIST_UNKNOWN_NAME;
    return in_country ? text_of(made) : text;
}

size_t gd_find_rivals(const place_lookup *by, geodist_text text, geodist_place *places,
                      size_t capacity)
{
    qualified_name made;
    return geodist_rivals(gd_lookup_text(by, text, &made), places, capacity);
}
