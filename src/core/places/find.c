/* Text -> place, and the rivals of that place. */
#include "coordinates/coordinate.h"
#include "places/place.h"
#include "places/place_query.h"
#include "places/score.h"
#include "places/valid_text.h"

/* What a text means: a coordinate, or the candidates of a query. */
typedef struct {
    bool is_coordinate;
    geodist_point point;
    gd_query query;
} meaning;

static geodist_status fail(geodist_error found, geodist_error *error)
{
    if (error)
        *error = found;
    return found.status;
}

/* A name that begins like a coordinate (S2) is looked up after the coordinate has failed; if there
 * is no such name, the error is that of the coordinate. */
static geodist_status read_text(geodist_text text, meaning *read, geodist_error *error)
{
    geodist_error text_error, coordinate_error, query_error;
    gd_coordinate coordinate = gd_read_coordinate(text, &read->point, &coordinate_error);
    read->is_coordinate = coordinate == GD_COORDINATE_READ;
    if (read->is_coordinate)
        return GEODIST_OK;
    if (gd_check_text(text, &text_error) != GEODIST_OK)
        return fail(text_error, error);
    if (coordinate == GD_COORDINATE_FAULTY)
        return fail(coordinate_error, error);
    geodist_status status = gd_parse_query(text, &read->query, error ? &query_error : NULL);
    if (status == GEODIST_OK)
        return GEODIST_OK;
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

/* The index of the first candidate, from a given one on, that matches the qualifiers. */
static uint32_t next_match(const gd_query *query, uint32_t from)
{
    while (from < query->candidates.count &&
           !gd_query_matches(query, candidate_row(candidate_at(query->candidates, from))))
        from++;
    return from;
}

static double score_of(uint32_t candidate)
{
    return gd_score(place_facts(candidate_row(candidate)), candidate_class(candidate));
}

/* Fills in the rivals of the first match of a query, and returns how many there are. */
static size_t find_rivals(const gd_query *query, geodist_place *places, size_t capacity)
{
    uint32_t first = next_match(query, 0);
    uint32_t winner = candidate_at(query->candidates, first);
    geodist_point here = place_point(candidate_row(winner));
    double least_score = score_of(winner) * rival_share;
    size_t found = 0;
    for (uint32_t i = next_match(query, first + 1); i < query->candidates.count;
         i = next_match(query, i + 1)) {
        uint32_t other = candidate_at(query->candidates, i);
        uint32_t row = candidate_row(other);
        if (score_of(other) < least_score) {
            if (other & GD_FIRST_FLAG)
                continue; /* put first by overrides.tsv: candidates of a higher score may follow */
            break;
        }
        if (geodist_distance(geodist_sphere, here, place_point(row)) < rival_metres)
            continue;
        if (found < capacity)
            places[found] = gd_place(row);
        found++;
    }
    return found;
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
    uint32_t winner = candidate_at(read.query.candidates, next_match(&read.query, 0));
    *place = gd_place(candidate_row(winner));
    place->rivals = (uint32_t)find_rivals(&read.query, NULL, 0);
    if (read.query.qualifiers == 0) {
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
    return find_rivals(&read.query, places, capacity);
}
