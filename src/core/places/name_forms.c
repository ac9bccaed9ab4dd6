#include "places/name_forms.h"

#include "places/airport_word.h"
#include "places/choice.h"
#include "places/city_airports.h"
#include "text/slice.h"

static bool is_airport(uint32_t row)
{
    return is_place(row) && !is_city(row);
}

/* Whether a code is that of a candidate. */
static bool has_code(gd_candidates codes, uint32_t row)
{
    for (uint32_t i = 0; i < codes.count; i++)
        if (is_code(candidate_at(codes, i)) && candidate_row(candidate_at(codes, i)) == row)
            return true;
    return false;
}

/* The number in "GeoNames 3366"; 0 if it is anything else. */
static uint32_t geonames_id(geodist_text text)
{
    static const char word[] = "geonames ";
    enum { LENGTH = sizeof word - 1, DIGITS_MAX = 9 };
    uint32_t id = 0;
    if (text.length <= LENGTH || text.length > LENGTH + DIGITS_MAX)
        return 0;
    for (size_t i = 0; i < text.length; i++) {
        if (i < LENGTH ? lower(text.bytes[i]) != word[i] : !is_digit(text.bytes[i]))
            return 0;
        id = i < LENGTH ? 0 : id * 10 + (uint32_t)(text.bytes[i] - '0');
    }
    return id;
}

bool gd_parse_name_and_code(gd_query *query, geodist_text name)
{
    size_t open = name.length;
    while (open > 0 && name.bytes[open - 1] != '(')
        open--;
    if (open == 0 || name.bytes[name.length - 1] != ')')
        return false;
    geodist_text code = slice(name, open, name.length - open - 1);
    geodist_text before = slice(name, 0, open - 1);
    uint32_t id = geonames_id(code);
    gd_candidates codes = gd_look_up(code);
    gd_set_name(query, trim(before));
    for (uint32_t i = 0; i < query->candidates.count; i++) {
        uint32_t row = candidate_row(candidate_at(query->candidates, i));
        bool has_id = id && is_city(row) && load_u24(place_id(row)) == id;
        if (has_id || (is_airport(row) && has_code(codes, row))) {
            query->has_only_row = true;
            query->only_row = row;
            return true;
        }
    }
    return false;
}

static bool has_candidate(const gd_query *query, uint32_t row)
{
    for (uint32_t i = 0; i < query->candidates.count; i++)
        if (candidate_row(candidate_at(query->candidates, i)) == row)
            return true;
    return false;
}

static bool has_large_airport(const gd_query *query)
{
    for (uint32_t i = 0; i < query->candidates.count; i++) {
        uint32_t row = candidate_row(candidate_at(query->candidates, i));
        if (is_airport(row) && airport_size(row) == GD_AIRPORT_LARGE)
            return true;
    }
    return false;
}

/* Takes the airport in a row as the only place of the query. */
static void take_airport(gd_query *query, uint32_t row)
{
    query->candidates = gd_look_up(place_name(row));
    query->letter_case = GD_NO_CODE;
    query->has_only_row = true;
    query->only_row = row;
}

bool gd_parse_airport_code(gd_query *query, geodist_text name, bool any_case)
{
    gd_query code = {.qualifier_count = 0};
    gd_set_name(&code, gd_before_airport(name));
    if (code.letter_case < (any_case ? GD_COMMON_WORD : GD_CAPITALS) ||
        (!any_case && code.letter_case != GD_CAPITALS))
        return false;
    code.letter_case = GD_CAPITALS;
    uint32_t candidate = gd_choose(&code).candidate;
    if (candidate == GD_NO_CANDIDATE || !is_code(candidate) ||
        !is_airport(candidate_row(candidate)))
        return false;
    take_airport(query, candidate_row(candidate));
    return true;
}

bool gd_parse_airport_name(gd_query *query, geodist_text name)
{
    gd_candidates found = gd_look_up(gd_before_airport(name));
    if (found.count && is_area(candidate_at(found, 0)))
        return false; /* Goa airport is no airport of another name */
    for (uint32_t i = 0; i < found.count; i++) {
        uint32_t candidate = candidate_at(found, i);
        if (!is_code(candidate) && is_airport(candidate_row(candidate))) {
            take_airport(query, candidate_row(candidate));
            return true;
        }
    }
    return false;
}

bool gd_parse_airport_of_city(gd_query *query)
{
    gd_city_airports found = gd_find_city_airports(query->name, query);
    if (!found.is_known)
        return false;
    size_t chosen = 0;
    while (chosen < found.count && chosen < GD_CITY_AIRPORTS_MAX &&
           !has_candidate(query, found.rows[chosen]))
        chosen++;
    bool has_name = chosen < found.count && chosen < GD_CITY_AIRPORTS_MAX;
    bool is_only_one = found.count == 1 && found.first_has_name;
    if (!has_name && !is_only_one && has_large_airport(query))
        return false; /* Logan Airport is that of Boston, not of Logan in Australia */
    query->candidates.count = 0;
    if (has_name || found.count == 1) {
        take_airport(query, found.rows[has_name ? chosen : 0]);
        query->qualifier_count = 0;
    }
    return true;
}

/* A place near a city that is far larger counts as part of it. */
static const double part_metres = 25000;
static const uint32_t part_share = 5;

static bool is_part_of(uint32_t row, uint32_t city)
{
    return is_city(row) &&
           (place_facts(row) & GD_POPULATION_MASK) * part_share <
               (place_facts(city) & GD_POPULATION_MASK) &&
           division_country(place_division(row)) == division_country(place_division(city)) &&
           geodist_distance(geodist_sphere, place_point(row), place_point(city)) < part_metres;
}

bool gd_parse_part_of_city(gd_query *query, geodist_text list)
{
    gd_query city = {.qualifier_count = 0};
    gd_set_name(&city, trim(cut(list, ',', &list)));
    if (!gd_add_qualifiers(&city, list) || !gd_any_matches(&city))
        return false;
    for (uint32_t i = 0; i < city.candidates.count; i++) {
        uint32_t candidate = candidate_at(city.candidates, i), row = candidate_row(candidate);
        if (is_code(candidate) || !is_city(row) || !gd_query_matches(&city, row))
            continue;
        for (uint32_t j = 0; j < query->candidates.count; j++) {
            uint32_t part = candidate_row(candidate_at(query->candidates, j));
            if (is_part_of(part, row)) {
                query->has_only_row = true;
                query->only_row = part;
                query->qualifier_count = 0;
                return true;
            }
        }
        return false; /* only the best known city of the name */
    }
    return false;
}
