#include "places/rivals.h"

#include "places/place.h"

/* A rival is at least this far from the place found, and has at least this share of its score. */
static const double rival_metres = 50000;
static const double rival_share = 0.2;

/* Whether a candidate is elsewhere than the place in a row: an area in which the place does not
 * lie, a place far enough away. */
static bool is_elsewhere(uint32_t candidate, uint32_t row)
{
    uint32_t other = candidate_row(candidate);
    if (other == row)
        return false;
    if (!is_place(other)) {
        uint32_t area = area_of_row(other), division = place_division(row);
        return area != division && area != division_country(division);
    }
    return geodist_distance(geodist_sphere, place_point(row), place_point(other)) >= rival_metres;
}

/* Whether a place of the full name matches the qualifiers in other meanings than the place in a
 * row.
 */
static bool is_other_reading(const gd_query *query, uint32_t candidate, uint32_t row)
{
    uint32_t division = gd_division_of(candidate_row(candidate));
    if (division == GD_NO_DIVISION || !gd_is_full_name(candidate))
        return false;
    for (unsigned i = 0; i < query->qualifier_count; i++)
        if (gd_readings_differ(&query->qualifiers[i], division, gd_division_of(row)))
            return true;
    return false;
}

static bool has_several_readings(const gd_query *query)
{
    for (unsigned i = 0; i < query->qualifier_count; i++)
        if (query->qualifiers[i].count > 1)
            return true;
    return false;
}

/* Whether a place of the name in an area comes before the area at `index` in the list: it stands
 * for the area (Córdoba). */
static bool has_place_of_name(const gd_query *query, uint32_t index)
{
    uint32_t area = area_of_row(candidate_row(candidate_at(query->candidates, index)));
    for (uint32_t i = 0; i < index; i++) {
        uint32_t row = candidate_row(candidate_at(query->candidates, i));
        if (is_place(row) &&
            (place_division(row) == area || division_country(place_division(row)) == area))
            return true;
    }
    return false;
}

/* The names among the candidates that are rivals of a place. */
static void add_names(gd_place_array *to, const gd_query *query, gd_choice choice)
{
    uint32_t winner = choice.candidate, row = candidate_row(winner);
    double least_score = gd_candidate_score(winner) * rival_share;
    bool all_readings = has_several_readings(query);
    for (uint32_t i = 0; i < query->candidates.count; i++) {
        uint32_t other = candidate_at(query->candidates, i);
        bool is_known = gd_candidate_score(other) >= least_score;
        if (is_code(other) || (!is_known && !all_readings && !(other & GD_FIRST_FLAG)))
            break;
        if (other == choice.other || !gd_query_allows(query, candidate_row(other)) ||
            !(is_known || (all_readings && is_other_reading(query, other, row))) ||
            !is_elsewhere(other, row) || (is_area(other) && has_place_of_name(query, i)))
            continue;
        gd_add_candidate(to, other);
    }
}

/* Whether a qualifier means the country of a place. */
static bool means_country(const gd_qualifier *qualifier, uint32_t country)
{
    for (unsigned i = 0; i < qualifier->count; i++)
        if (qualifier->areas[i] == country)
            return true;
    return false;
}

/* "Timbo, AR" is a village in Argentina, as the table has none in Arkansas: the state that its code
 * means in addresses is a rival of a place elsewhere, unless that is a large city with the code of
 * its country (Mumbai, IN). */
static void add_postal_region(gd_place_array *to, const gd_query *query, uint32_t row)
{
    const uint32_t large = 100000;
    uint32_t division = place_division(row), country = division_country(division);
    bool is_large = is_city(row) && (place_facts(row) & GD_POPULATION_MASK) >= large;
    for (unsigned i = 0; i < query->qualifier_count; i++) {
        const gd_qualifier *qualifier = &query->qualifiers[i];
        uint32_t region = qualifier->postal;
        if (!qualifier->in_capitals || region == GD_NO_DIVISION || region == division ||
            (is_large && means_country(qualifier, country)))
            continue;
        if (to->count < to->capacity)
            to->places[to->count] = gd_place(table_field(GD_FIELD_PLACES) + region);
        to->count++;
    }
}

size_t gd_rivals_of(const gd_meaning *read, geodist_place *places, size_t capacity)
{
    gd_place_array found = {places, capacity, 0};
    uint32_t winner = read->choice.candidate, other = read->choice.other;
    if (other != GD_NO_CANDIDATE && is_elsewhere(other, candidate_row(winner)))
        gd_add_candidate(&found, other);
    if (!is_code(winner) && read->query.candidates.count > 1)
        add_names(&found, &read->query, read->choice);
    add_postal_region(&found, &read->query, candidate_row(winner));
    return found.count;
}
