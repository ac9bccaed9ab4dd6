/* Text -> place: a coordinate or a name. Here alone names meet geometry. */
#include "coordinates/coordinate.h"
#include "coordinates/plain_pair.h"
#include "places/place_query.h"
#include "places/score.h"

/* A rival is at least this far away, and scores at least this part of what was found. */
static const double rival_metres = 50000;
static const double rival_share = 0.2;

/* The index of the first candidate from a given one on that is where the query says. */
static uint32_t next_there(const gd_query *query, uint32_t from)
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

/* Fills in the rivals of the place found and returns how many there are. */
static size_t find_rivals(const gd_query *query, geodist_place *places, size_t capacity)
{
    uint32_t winner = next_there(query, 0);
    uint32_t won_by = candidate_at(query->candidates, winner);
    geodist_point here = place_point(candidate_row(won_by));
    double enough = score_of(won_by) * rival_share;
    size_t found = 0;
    for (uint32_t i = next_there(query, winner + 1); i < query->candidates.count;
         i = next_there(query, i + 1)) {
        uint32_t other = candidate_at(query->candidates, i);
        if (score_of(other) < enough) {
            if (other & GD_FIRST_FLAG)
                continue; /* put first by hand: better ones may follow */
            break;
        }
        if (geodist_distance(geodist_sphere, here, place_point(candidate_row(other))) < rival_metres)
            continue;
        if (found < capacity)
            places[found] = gd_place(candidate_row(other));
        found++;
    }
    return found;
}

/* Reads the text as a coordinate, or else as a name. A name that begins like a coordinate
 * (100 Mile House) is looked up first; what is then wrong is its coordinate. */
static geodist_status read_place(geodist_text text, geodist_point *point, gd_query *query,
                                 bool *named, geodist_error *error)
{
    *named = false;
    if (gd_read_plain_pair(text, point))
        return GEODIST_OK;
    gd_coord_likeness likeness = gd_looks_like_coord(text);
    *named = likeness == gd_coord_no;
    if (!*named) {
        geodist_status status = geodist_parse_coordinate(text, point, error);
        if (status == GEODIST_OK || likeness == gd_coord_surely)
            return status;
        geodist_error ignored;
        *named = gd_parse_query(text, query, &ignored) == GEODIST_OK;
        return *named ? GEODIST_OK : status;
    }
    return gd_parse_query(text, query, error);
}

geodist_status geodist_find(geodist_text text, geodist_place *place, geodist_error *error)
{
    geodist_error unwanted;
    geodist_point point = {0, 0};
    gd_query query;
    bool named;
    geodist_status status =
        read_place(text, &point, &query, &named, error ? error : &unwanted);
    if (status != GEODIST_OK)
        return status;
    if (named) {
        *place = gd_place(candidate_row(candidate_at(query.candidates, next_there(&query, 0))));
        place->rivals = (uint32_t)find_rivals(&query, NULL, 0);
    } else {
        geodist_text nothing = table_name(0);
        *place = (geodist_place){.point = point,
                                 .name = nothing,
                                 .region = nothing,
                                 .country = nothing,
                                 .country_code = nothing,
                                 .row = GEODIST_NO_ROW};
    }
    return GEODIST_OK;
}

size_t geodist_rivals(geodist_text text, geodist_place *places, size_t capacity)
{
    geodist_error unwanted;
    geodist_point point;
    gd_query query;
    bool named;
    if (read_place(text, &point, &query, &named, &unwanted) != GEODIST_OK || !named)
        return 0;
    return find_rivals(&query, places, capacity);
}

bool geodist_place_at(uint32_t row, geodist_place *place)
{
    if (row >= table_field(GD_FIELD_PLACES))
        return false;
    *place = gd_place(row);
    return true;
}
