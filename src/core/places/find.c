/* Text -> place, the places that it could also mean, and the areas that it means. */
#include "places/rivals.h"

/* ---- Areas ------------------------------------------------------------------------- */

/* The places that have the name of an area. */
static size_t find_places_of_name(const gd_query *query, geodist_place *places, size_t capacity)
{
    gd_place_array found = {places, capacity, 0};
    for (uint32_t i = 0; i < query->candidates.count; i++) {
        uint32_t candidate = candidate_at(query->candidates, i);
        if (!is_area(candidate) && gd_is_full_name(candidate) &&
            gd_query_matches(query, candidate_row(candidate)))
            gd_add_candidate(&found, candidate);
    }
    return found.count;
}

/* The area chosen comes first, then those of which it is as much a name or a code. */
static size_t find_areas(const gd_meaning *read, geodist_place *areas, size_t capacity)
{
    gd_place_array found = {areas, capacity, 0};
    gd_add_candidate(&found, read->choice.candidate);
    for (uint32_t i = 0; i < read->query.candidates.count; i++) {
        uint32_t candidate = candidate_at(read->query.candidates, i);
        if (gd_is_also_meant(&read->query, read->choice, candidate))
            gd_add_candidate(&found, candidate);
    }
    return found.count;
}

/* ---- The interface ----------------------------------------------------------------- */

static geodist_place place_of_point(geodist_point point)
{
    geodist_text empty = table_name(0);
    return (geodist_place){
        .point = point,
        .name = empty,
        .region = empty,
        .country = empty,
        .country_code = empty,
        .row = GEODIST_NO_ROW,
    };
}

static geodist_status area_error(geodist_text text, geodist_text name, geodist_error *error)
{
    if (error)
        *error = (geodist_error){GEODIST_AREA, (size_t)(name.bytes - text.bytes), name.length};
    return GEODIST_AREA;
}

geodist_status geodist_find(geodist_text text, geodist_place *place, geodist_error *error)
{
    gd_meaning read;
    gd_found_name found;
    bool is_looked_up = !gd_begins_with_number(text);
    if (is_looked_up) {
        found = gd_split_name(text);
        found.candidates = gd_look_up(found.name);
    }
    geodist_status status = gd_read_meaning(text, is_looked_up ? &found : NULL, &read, error);
    if (status != GEODIST_OK)
        return status;
    if (read.is_coordinate) {
        *place = place_of_point(read.point);
        return GEODIST_OK;
    }
    uint32_t chosen = read.choice.candidate;
    if (is_area(chosen))
        return area_error(text, read.query.name, error);
    *place = gd_place(candidate_row(chosen));
    place->score = gd_candidate_score(chosen);
    place->rivals = (uint32_t)gd_rivals_of(&read, NULL, 0);
    if (read.query.qualifier_count == 0 && !read.query.has_only_row) {
        place->name_id = gd_name_id(read.query.candidates);
        place->is_qualifier = candidate_at(read.query.candidates, 0) & GD_QUALIFIER_FLAG;
    }
    return GEODIST_OK;
}

size_t geodist_rivals(geodist_text text, geodist_place *places, size_t capacity)
{
    geodist_error unwanted;
    gd_meaning read;
    if (gd_read_meaning(text, NULL, &read, &unwanted) != GEODIST_OK || read.is_coordinate)
        return 0;
    return is_area(read.choice.candidate) ? find_places_of_name(&read.query, places, capacity)
                                          : gd_rivals_of(&read, places, capacity);
}

size_t geodist_areas(geodist_text text, geodist_place *areas, size_t capacity)
{
    geodist_error unwanted;
    gd_meaning read;
    if (gd_read_meaning(text, NULL, &read, &unwanted) != GEODIST_OK || read.is_coordinate ||
        !is_area(read.choice.candidate))
        return 0;
    return find_areas(&read, areas, capacity);
}
