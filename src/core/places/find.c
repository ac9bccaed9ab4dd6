/* Text -> place, and the rivals of that place. */
#include "coordinates/coordinate.h"
#include "places/choice.h"
#include "places/missing_value.h"
#include "places/place.h"
#include "places/place_query.h"
#include "places/score.h"
#include "places/unsupported_form.h"
#include "places/valid_text.h"
#include "text/slice.h"

/* What a text means: a coordinate, or the choice of the candidates of a query. */
typedef struct {
    bool is_coordinate;
    geodist_point point;
    gd_query query;
    gd_choice choice;
} meaning;

static geodist_status fail(geodist_error found, geodist_error *error)
{
    if (error)
        *error = found;
    return found.status;
}

/* The name, or else the qualifier, with a question mark in the place of a letter. */
static geodist_error damaged_part(geodist_text text)
{
    geodist_text list, part = trim(cut(text, ',', &list));
    geodist_status status = GEODIST_UNKNOWN_NAME;
    while (!gd_is_damaged(part) && list.length) {
        part = trim(cut(list, ',', &list));
        status = GEODIST_UNKNOWN_QUALIFIER;
    }
    return (geodist_error){status, (size_t)(part.bytes - text.bytes), part.length};
}

/* Whether the name of the place itself has such a question mark: "Mar?S?", a village in the table. */
static bool is_named_so(uint32_t candidate)
{
    uint32_t row = candidate_row(candidate);
    return is_place(row) && gd_is_damaged(place_name(row));
}

/* Parses the text as a name and chooses the place. */
static geodist_status parse_name(geodist_text text, meaning *read, geodist_error *error)
{
    geodist_status status = gd_parse_query(text, &read->query, error);
    if (status != GEODIST_OK)
        return status;
    read->choice = gd_choose(&read->query);
    if (read->choice.candidate != GD_NO_CANDIDATE)
        return GEODIST_OK;
    geodist_text name = read->query.name; /* a code that is none in this case */
    return fail(
        (geodist_error){GEODIST_UNKNOWN_NAME, (size_t)(name.bytes - text.bytes), name.length},
        error);
}

/* The same, but for a text in which a conversion put a question mark in the place of a letter. */
static geodist_status read_name(geodist_text text, meaning *read, geodist_error *error)
{
    geodist_status status = parse_name(text, read, error);
    if (!gd_is_damaged(text))
        return status;
    geodist_error damaged = damaged_part(text);
    bool is_name = status == GEODIST_OK && damaged.status == GEODIST_UNKNOWN_NAME;
    return is_name && is_named_so(read->choice.candidate) ? GEODIST_OK : fail(damaged, error);
}

/* A name that begins like a coordinate (S2) is looked up after the coordinate has failed; if there
 * is no such name, the error is that of the coordinate, unless the text is another form of place.
 */
static geodist_status read_text(geodist_text text, meaning *read, geodist_error *error)
{
    geodist_error text_error, coordinate_error, query_error;
    gd_coordinate coordinate = gd_read_coordinate(text, &read->point, &coordinate_error);
    read->is_coordinate = coordinate == GD_COORDINATE_READ;
    if (read->is_coordinate)
        return GEODIST_OK;
    if (gd_check_text(text, &text_error) != GEODIST_OK)
        return fail(text_error, error);
    if (gd_is_missing_value(text))
        return fail((geodist_error){GEODIST_EMPTY, 0, text.length}, error);
    if (coordinate == GD_COORDINATE_FAULTY)
        return gd_is_unsupported(text, &text_error) ? fail(text_error, error)
                                                    : fail(coordinate_error, error);
    geodist_status status = read_name(text, read, error ? &query_error : NULL);
    if (status == GEODIST_OK)
        return GEODIST_OK;
    if (gd_is_unsupported(text, &text_error))
        return fail(text_error, error);
    if (coordinate == GD_COORDINATE_MAYBE)
        return fail(coordinate_error, error);
    if (error)
        *error = query_error;
    return status;
}

/* ---- Rivals ------------------------------------------------------------------------ */

/* A rival is at least this far from the place found, and has at least this share of its score. */
static const double rival_metres = 50000;
static const double rival_share = 0.2;

static double score_of(uint32_t candidate)
{
    return gd_score(candidate_row(candidate), candidate_class(candidate));
}

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

typedef struct {
    geodist_place *places;
    size_t capacity, count;
} rival_list;

static void add_rival(rival_list *to, uint32_t candidate)
{
    if (to->count < to->capacity) {
        to->places[to->count] = gd_place(candidate_row(candidate));
        to->places[to->count].score = score_of(candidate);
    }
    to->count++;
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
static void add_names(rival_list *to, const gd_query *query, gd_choice choice)
{
    uint32_t winner = choice.candidate, row = candidate_row(winner);
    double least_score = score_of(winner) * rival_share;
    bool all_readings = has_several_readings(query);
    for (uint32_t i = 0; i < query->candidates.count; i++) {
        uint32_t other = candidate_at(query->candidates, i);
        bool is_known = score_of(other) >= least_score;
        if (is_code(other) || (!is_known && !all_readings && !(other & GD_FIRST_FLAG)))
            break;
        if (other == choice.other || !gd_query_allows(query, candidate_row(other)) ||
            !(is_known || (all_readings && is_other_reading(query, other, row))) ||
            !is_elsewhere(other, row) || (is_area(other) && has_place_of_name(query, i)))
            continue;
        add_rival(to, other);
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
static void add_postal_region(rival_list *to, const gd_query *query, uint32_t row)
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

/* Fills in the rivals of the choice, and returns how many there are. */
static size_t find_rivals(const meaning *read, geodist_place *places, size_t capacity)
{
    rival_list found = {places, capacity, 0};
    uint32_t winner = read->choice.candidate, other = read->choice.other;
    if (other != GD_NO_CANDIDATE && is_elsewhere(other, candidate_row(winner)))
        add_rival(&found, other);
    if (!is_code(winner) && read->query.candidates.count > 1)
        add_names(&found, &read->query, read->choice);
    add_postal_region(&found, &read->query, candidate_row(winner));
    return found.count;
}

/* ---- Areas ------------------------------------------------------------------------- */

/* The places that have the name of an area. */
static size_t find_places_of_name(const gd_query *query, geodist_place *places, size_t capacity)
{
    rival_list found = {places, capacity, 0};
    for (uint32_t i = 0; i < query->candidates.count; i++) {
        uint32_t candidate = candidate_at(query->candidates, i);
        if (!is_area(candidate) && gd_is_full_name(candidate) &&
            gd_query_matches(query, candidate_row(candidate)))
            add_rival(&found, candidate);
    }
    return found.count;
}

/* The area chosen comes first, then those of which it is as much a name or a code. */
static size_t find_areas(const meaning *read, geodist_place *areas, size_t capacity)
{
    rival_list found = {areas, capacity, 0};
    add_rival(&found, read->choice.candidate);
    for (uint32_t i = 0; i < read->query.candidates.count; i++) {
        uint32_t candidate = candidate_at(read->query.candidates, i);
        if (gd_is_also_meant(&read->query, read->choice, candidate))
            add_rival(&found, candidate);
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

geodist_status geodist_find(geodist_text text, geodist_place *place, geodist_error *error)
{
    meaning read;
    geodist_status status = read_text(text, &read, error);
    if (status != GEODIST_OK)
        return status;
    if (read.is_coordinate) {
        *place = place_of_point(read.point);
        return GEODIST_OK;
    }
    uint32_t chosen = read.choice.candidate;
    if (is_area(chosen))
        return fail((geodist_error){GEODIST_AREA, (size_t)(read.query.name.bytes - text.bytes),
                                    read.query.name.length},
                    error);
    *place = gd_place(candidate_row(chosen));
    place->score = score_of(chosen);
    place->rivals = (uint32_t)find_rivals(&read, NULL, 0);
    if (read.query.qualifier_count == 0 && !read.query.has_only_row) {
        place->name_id = gd_name_id(read.query.candidates);
        place->is_qualifier = candidate_at(read.query.candidates, 0) & GD_QUALIFIER_FLAG;
    }
    return GEODIST_OK;
}

size_t geodist_rivals(geodist_text text, geodist_place *places, size_t capacity)
{
    geodist_error unwanted;
    meaning read;
    if (read_text(text, &read, &unwanted) != GEODIST_OK || read.is_coordinate)
        return 0;
    return is_area(read.choice.candidate) ? find_places_of_name(&read.query, places, capacity)
                                          : find_rivals(&read, places, capacity);
}

size_t geodist_areas(geodist_text text, geodist_place *areas, size_t capacity)
{
    geodist_error unwanted;
    meaning read;
    if (read_text(text, &read, &unwanted) != GEODIST_OK || read.is_coordinate ||
        !is_area(read.choice.candidate))
        return 0;
    return find_areas(&read, areas, capacity);
}
