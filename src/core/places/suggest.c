/* What a text that was not found may have meant. */
#include "places/match_list.h"

enum { MOST = 16 };

static bool is_there(const void *query, uint32_t row)
{
    return gd_query_matches(query, row);
}

size_t geodist_suggest(geodist_text text, geodist_place *places, size_t capacity)
{
    gd_query query;
    geodist_error error;
    gd_match_list list = {.most = capacity < MOST ? capacity : MOST};
    geodist_status status = gd_parse_query(text, &query, &error);
    if (status == GEODIST_UNKNOWN_NAME) {
        char key[GD_KEY_MAX];
        size_t length = gd_fold(query.name, key);
        if (length <= GD_KEY_MAX)
            gd_match_list_add_fuzzy(&list, (geodist_text){key, length}, is_there, &query);
    } else if (status == GEODIST_QUALIFIER_MISMATCH || status == GEODIST_UNKNOWN_QUALIFIER) {
        query.qualifiers = 0;
        gd_match_list_add_all(&list, query.candidates, GD_FIT_EXACT, is_there, &query);
    }
    return gd_match_list_places(&list, places);
}
