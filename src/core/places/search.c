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

static bool is_there(const void *wisher, uint32_t row)
{
    const whereabouts *wanted = wisher;
    if (wanted->all_are_known && gd_is_there(&wanted->all, row))
        return true;
    if (!wanted->finished_are_known || wanted->length == 0 || !gd_is_there(&wanted->finished, row))
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
static void enlist_exact(gd_shortlist *list, gd_candidates bearers, gd_wish *wish,
                         const void *wisher)
{
    for (uint32_t i = 0; i < bearers.count; i++) {
        uint32_t row = candidate_row(candidate(bearers, i));
        if (wish(wisher, row))
            gd_enlist(list, (gd_listed){row, GD_FIT_EXACT, -(double)i});
    }
}

static bool is_found(const void *query, uint32_t row)
{
    return gd_is_there(query, row);
}

static void enlist_found(gd_shortlist *list, geodist_text text)
{
    gd_query query;
    geodist_error error;
    if (gd_read_query(text, &query, &error) == GEODIST_OK)
        enlist_exact(list, query.bearers, is_found, &query);
}

static void enlist_beginnings(gd_shortlist *list, geodist_text sought, const whereabouts *wanted)
{
    gd_cursor cursor =
        gd_cursor_at(GD_FIELD_PLACE_LEXICON, gd_lexicon_block(GD_FIELD_PLACE_LEXICON, sought));
    while (gd_cursor_next(&cursor)) {
        size_t common = cursor.length < sought.length ? cursor.length : sought.length;
        int order = memcmp(cursor.key, sought.bytes, common);
        if (order > 0)
            return;
        gd_candidates bearers = gd_lexicon_candidates(GD_FIELD_PLACE_LEXICON, cursor.index);
        if (order == 0 && cursor.length == sought.length)
            enlist_exact(list, bearers, is_there, wanted);
        else if (order == 0 && cursor.length > sought.length)
            gd_enlist_bearers(list, bearers, GD_FIT_BEGINNING, is_there, wanted);
    }
}

size_t geodist_search(geodist_text text, geodist_place *places, size_t capacity)
{
    gd_shortlist list = {.most = capacity < GEODIST_SEARCH_MOST ? capacity : GEODIST_SEARCH_MOST};
    geodist_text qualifiers, name = trim(cut(text, ',', &qualifiers));
    char key[GD_KEY_MAX];
    geodist_text sought = {key, gd_fold(name, key)};
    if (sought.length == 0 || sought.length > GD_KEY_MAX)
        return 0;
    whereabouts wanted = {.length = 0};
    read_whereabouts(&wanted, qualifiers);
    enlist_found(&list, text);
    enlist_beginnings(&list, sought, &wanted);
    if (list.count < list.most)
        gd_enlist_close(&list, sought, is_there, &wanted);
    return gd_hand_out(&list, places);
}
