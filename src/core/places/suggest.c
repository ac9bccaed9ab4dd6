/* Suggestions for a text that was not found. */
#include "places/choice.h"
#include "places/city_airports.h"
#include "places/fuzzy.h"
#include "places/place_query.h"
#include "places/score.h"
#include "places/unsupported_form.h"
#include "places/valid_text.h"

static bool matches(const void *query, uint32_t row)
{
    return gd_query_matches(query, row);
}

/* The candidates of the name, wherever they are; but not those of a code. */
static void add_candidates(gd_match_list *list, gd_candidates candidates)
{
    for (uint32_t i = 0; i < candidates.count; i++) {
        uint32_t candidate = candidate_at(candidates, i), row = candidate_row(candidate);
        if (!is_code(candidate) && is_place(row))
            gd_match_list_add(list, row, gd_score(row, candidate_class(candidate)), i);
    }
}

/* The capital or seat and the largest city of an area. */
static void add_cities_of(gd_match_list *list, uint32_t candidate)
{
    for (unsigned i = 0; i < GD_AREA_CITIES; i++) {
        uint32_t row = area_city(area_of_row(candidate_row(candidate)), i);
        if (row != GD_NO_CITY)
            gd_match_list_append(list, row);
    }
}

static void add_cities_of_areas(gd_match_list *list, const gd_query *query)
{
    gd_choice choice = gd_choose(query);
    add_cities_of(list, choice.candidate);
    for (uint32_t i = 0; i < query->candidates.count; i++) {
        uint32_t candidate = candidate_at(query->candidates, i);
        if (gd_is_also_meant(query, choice, candidate))
            add_cities_of(list, candidate);
    }
}

/* "London Airport": the airports of the city. Returns whether there are any. */
static bool add_city_airports(gd_match_list *list, const gd_query *query)
{
    gd_city_airports found = gd_find_city_airports(query->name, query);
    for (size_t i = 0; i < found.count && i < GD_CITY_AIRPORTS_MAX; i++)
        gd_match_list_append(list, found.rows[i]);
    return found.count > 0;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

size_t geodist_suggest(geodist_text text, geodist_place *places, size_t capacity)
{
    geodist_place found;
    geodist_status status = geodist_find(text, &found, NULL);
    if (status == GEODIST_OK || status == GEODIST_NOT_UTF8 || status == GEODIST_CONTROL_CHARACTER ||
        status == GEODIST_EMPTY || gd_is_form(status))
        return 0;
    gd_query query; /* parsed even if the error is about a coordinate: it may be a misspelt name */
    geodist_error error;
    gd_match_list list;
    gd_match_list_start(&list, places, least(capacity, GEODIST_SUGGESTIONS_MAX));
    bool is_area = status == GEODIST_AREA;
    bool is_damaged = status == GEODIST_UNKNOWN_NAME && gd_is_damaged(text);
    status = gd_parse_query(text, &query, &error);
    if (is_damaged) /* the rest of the letters may be another name */
        status = GEODIST_UNKNOWN_NAME;
    if (is_area) {
        add_cities_of_areas(&list, &query);
    } else if (status == GEODIST_UNKNOWN_NAME && !add_city_airports(&list, &query)) {
        char key[GD_KEY_MAX];
        size_t length = gd_fold(query.name, key);
        if (length <= GD_KEY_MAX)
            gd_add_fuzzy_matches(&list, (geodist_text){key, length}, matches, &query);
    } else if (status == GEODIST_QUALIFIER_MISMATCH || status == GEODIST_UNKNOWN_QUALIFIER) {
        add_candidates(&list, query.candidates);
    }
    return least(gd_match_list_finish(&list), GEODIST_SUGGESTIONS_MAX);
}
