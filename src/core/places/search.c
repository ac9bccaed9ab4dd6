/* What somebody who is still typing may mean. */
#include "places/score.h"
#include "places/match_list.h"
#include "text/slice.h"

/* Where a place has to be: where all that is listed says or, as the last of it may not be finished,
 * where all before it says and in a division that begins like it. */
typedef struct {
    gd_query all, finished;
    bool all_are_known, finished_are_known;
    char beginning[GD_KEY_MAX];
    size_t length; /* of the beginning; 0 if there is none */
} whereabouts;

static bool begins(geodist_text name, geodist_text beginning)
{
    char key[GD_KEY_MAX];
    size_t length = gd_fold(name, key);
    return length <= GD_KEY_MAX && length >= beginning.length &&
           memcmp(key, beginning.bytes, beginning.length) == 0;
}

static bool is_there(const void *context, uint32_t row)
{
    const whereabouts *wanted = context;
    if (wanted->all_are_known && gd_query_matches(&wanted->all, row))
        return true;
    if (!wanted->finished_are_known || wanted->length == 0 || !gd_query_matches(&wanted->finished, row))
        return false;
    geodist_text beginning = {wanted->beginning, wanted->length};
    uint32_t division = place_division(row);
    return begins(division_name(division), beginning) ||
           begins(division_name(division_country(division)), beginning);
}

static void read_whereabouts(whereabouts *wanted, geodist_text list)
{
    geodist_text finished = list;
    while (finished.length && finished.bytes[finished.length - 1] != ',')
        finished.length--;
    wanted->length = gd_fold(slice(list, finished.length, list.length), wanted->beginning);
    if (wanted->length > GD_KEY_MAX)
        wanted->length = 0;
    wanted->all_are_known = gd_add_qualifiers(&wanted->all, list);
    wanted->finished_are_known = gd_add_qualifiers(&wanted->finished, finished);
}

/* The order is that of the table, which puts some first by hand; codes are looked up whole. */
static void add_exact(gd_match_list *list, gd_candidates candidates, gd_match_filter *filter,
                         const void *context)
{
    for (uint32_t i = 0; i < candidates.count; i++) {
        uint32_t row = candidate_row(candidate_at(candidates, i));
        if (filter(context, row))
            gd_match_list_add(list, (gd_match){row, GD_FIT_EXACT, -(double)i});
    }
}

static bool is_found(const void *query, uint32_t row)
{
    return gd_query_matches(query, row);
}

static void add_found(gd_match_list *list, geodist_text text)
{
    gd_query query;
    geodist_error error;
    if (gd_parse_query(text, &query, &error) == GEODIST_OK)
        add_exact(list, query.candidates, is_found, &query);
}

static void add_prefix(gd_match_list *list, geodist_text sought, const whereabouts *wanted)
{
    gd_cursor cursor =
        gd_cursor_at(GD_FIELD_PLACE_NAMES, gd_name_index_block(GD_FIELD_PLACE_NAMES, sought));
    while (gd_cursor_next(&cursor)) {
        size_t common = cursor.length < sought.length ? cursor.length : sought.length;
        int order = memcmp(cursor.key, sought.bytes, common);
        if (order > 0)
            return;
        gd_candidates candidates = gd_name_index_candidates(GD_FIELD_PLACE_NAMES, cursor.index);
        if (order == 0 && cursor.length == sought.length)
            add_exact(list, candidates, is_there, wanted);
        else if (order == 0 && cursor.length > sought.length)
            gd_match_list_add_all(list, candidates, GD_FIT_PREFIX, is_there, wanted);
    }
}

size_t geodist_search(geodist_text text, geodist_place *places, size_t capacity)
{
    gd_match_list list = {.most = capacity < GD_MATCHES_MAX ? capacity : GD_MATCHES_MAX};
    geodist_text qualifiers, name = trim(cut(text, ',', &qualifiers));
    char key[GD_KEY_MAX];
    geodist_text sought = {key, gd_fold(name, key)};
    if (sought.length == 0 || sought.length > GD_KEY_MAX)
        return 0;
    whereabouts wanted = {.length = 0};
    read_whereabouts(&wanted, qualifiers);
    add_found(&list, text);
    add_prefix(&list, sought, &wanted);
    if (list.count < list.most)
        gd_match_list_add_fuzzy(&list, sought, is_there, &wanted);
    return gd_match_list_places(&list, places);
}
