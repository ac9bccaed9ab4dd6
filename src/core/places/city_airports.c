#include "places/city_airports.h"

#include "places/airport_word.h"
#include "places/choice.h"
#include "text/slice.h"

/* A smaller city may lie near an airport of its name that is not its own. An airport farther away
 * belongs to a city only if it has its name. */
static const uint32_t least_population = 100000;
static const double near_metres = 35000, furthest_metres = 60000;

/* What a text means that stands before the word airport. */
typedef struct {
    char key[GD_KEY_MAX];
    size_t key_length;
    uint32_t city; /* its row, or GEODIST_NO_ROW for an area */
    uint32_t area;
} place_served;

/* False unless the text is a large city or an area. */
static bool find_place_served(geodist_text text, const gd_query *qualifiers, place_served *found)
{
    gd_query query = *qualifiers;
    gd_set_name(&query, text);
    if (!query.candidates.count || !gd_any_matches(&query))
        return false;
    uint32_t candidate = gd_choose(&query).candidate, row = candidate_row(candidate);
    if (candidate == GD_NO_CANDIDATE || is_code(candidate))
        return false;
    found->key_length = gd_fold(text, found->key);
    found->city = is_place(row) ? row : GEODIST_NO_ROW;
    found->area = is_place(row) ? GD_NO_DIVISION : area_of_row(row);
    if (!is_place(row))
        return true;
    return is_city(row) && candidate_class(candidate) <= GD_CLASS_SHARED &&
           (place_facts(row) & GD_POPULATION_MASK) >= least_population;
}

static bool has_key_in_name(uint32_t airport, const place_served *served)
{
    char name[GD_KEY_MAX];
    size_t length = gd_fold(place_name(airport), name);
    if (length > GD_KEY_MAX)
        return false;
    for (size_t at = 0; at + served->key_length <= length; at++)
        if (memcmp(name + at, served->key, served->key_length) == 0)
            return true;
    return false;
}

static bool is_near(uint32_t airport, const place_served *served)
{
    if (served->city != GEODIST_NO_ROW)
        return geodist_distance(geodist_sphere, place_point(airport), place_point(served->city)) <
               near_metres;
    uint32_t division = place_division(airport);
    return division == served->area || division_country(division) == served->area;
}

static bool has_name(uint32_t airport, const place_served *served)
{
    return served->city != GEODIST_NO_ROW &&
           geodist_distance(geodist_sphere, place_point(airport), place_point(served->city)) <
               furthest_metres &&
           has_key_in_name(airport, served);
}

typedef bool condition(uint32_t airport, const place_served *served);

/* The size of the largest airport that meets a condition, of medium size at least. */
static gd_airport_size largest(const place_served *served, condition *meets)
{
    gd_airport_size size = GD_AIRPORT_MEDIUM;
    for (uint32_t row = table_field(GD_FIELD_CITIES); is_place(row); row++)
        if (airport_size(row) > size && meets(row, served))
            size = airport_size(row);
    return size;
}

/* The IATA code as a number; those without one come last. */
static uint32_t code_of(uint32_t airport)
{
    const unsigned char *id = place_id(airport);
    return id[0] ? (uint32_t)id[0] << 16 | (uint32_t)id[1] << 8 | id[2] : UINT32_MAX;
}

/* Adds an airport in the order of the codes, and forgets the last if there is no room. */
static void add_airport(gd_city_airports *to, uint32_t row)
{
    size_t at = to->count < GD_CITY_AIRPORTS_MAX ? to->count : GD_CITY_AIRPORTS_MAX;
    for (; at > 0 && code_of(to->rows[at - 1]) > code_of(row); at--)
        if (at < GD_CITY_AIRPORTS_MAX)
            to->rows[at] = to->rows[at - 1];
    if (at < GD_CITY_AIRPORTS_MAX)
        to->rows[at] = row;
    to->count++;
}

gd_city_airports gd_find_city_airports(geodist_text name, const gd_query *qualifiers)
{
    gd_city_airports found = {.count = 0};
    place_served served;
    geodist_text text = gd_before_airport(name);
    if (!text.length || !find_place_served(text, qualifiers, &served))
        return found;
    found.is_known = true;
    gd_airport_size near = largest(&served, is_near), named = largest(&served, has_name);
    for (uint32_t row = table_field(GD_FIELD_CITIES); is_place(row); row++) {
        gd_airport_size size = airport_size(row);
        if ((size >= near && is_near(row, &served)) || (size >= named && has_name(row, &served)))
            add_airport(&found, row);
    }
    found.first_has_name = found.count && has_key_in_name(found.rows[0], &served);
    return found;
}
