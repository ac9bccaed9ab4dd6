/* Completion of a text that is being typed. */
#include "places/fuzzy.h"
#include "places/place_query.h"
#include "places/score.h"
#include "places/valid_text.h"
#include "text/slice.h"

/* ---- Qualifiers, of which the last may be unfinished ------------------------------- */

/* A place passes if it matches all qualifiers, or if it matches all but the last and the name of
 * its region or country begins with the last. */
typedef struct {
    gd_query all, finished; /* only their qualifiers are used */
    bool all_known, finished_known;
    char prefix[GD_KEY_MAX]; /* the key of the last qualifier */
    size_t prefix_length;    /* 0 if there is none */
} qualifier_filter;

static bool has_prefix(geodist_text name, geodist_text prefix)
{
    char key[GD_KEY_MAX];
    size_t length = gd_fold(name, key);
    return length <= GD_KEY_MAX && length >= prefix.length &&
           memcmp(key, prefix.bytes, prefix.length) == 0;
}

static bool passes(const void *context, uint32_t row)
{
    const qualifier_filter *filter = context;
    if (filter->all_known && gd_query_matches(&filter->all, row))
        return true;
    if (!filter->finished_known || filter->prefix_length == 0 ||
        !gd_query_matches(&filter->finished, row))
        return false;
    geodist_text prefix = {filter->prefix, filter->prefix_length};
    uint32_t division = place_division(row);
    return has_prefix(area_name(division), prefix) ||
           has_prefix(area_name(division_country(division)), prefix);
}

static void parse_filter(qualifier_filter *filter, geodist_text list)
{
    geodist_text finished = list;
    while (finished.length && finished.bytes[finished.length - 1] != ',')
        finished.length--;
    *filter = (qualifier_filter){.prefix_length = 0};
    filter->prefix_length = gd_fold(slice(list, finished.length, list.length), filter->prefix);
    if (filter->prefix_length > GD_KEY_MAX)
        filter->prefix_length = 0;
    filter->all_known = gd_add_qualifiers(&filter->all, list);
    filter->finished_known = gd_add_qualifiers(&filter->finished, finished);
}

/* ---- Exact names ------------------------------------------------------------------- */

static bool matches(const void *query, uint32_t row)
{
    return gd_query_matches(query, row);
}

static void append(gd_match_list *list, gd_candidates candidates, uint32_t index,
                   gd_match_filter *filter, const void *context)
{
    if (index >= candidates.count)
        return;
    uint32_t row = candidate_row(candidate_at(candidates, index));
    if (is_place(row) && filter(context, row))
        gd_match_list_append(list, row);
}

/* Appends the places that geodist_find() and geodist_rivals() choose from and those of the whole
 * name, both in the order of the table. They differ only if trailing words are qualifiers. */
static void add_exact(gd_match_list *list, geodist_text text, geodist_text key,
                      const qualifier_filter *filter)
{
    gd_query query;
    geodist_error error;
    gd_candidates found = {NULL, 0, false}, exact = gd_name_index_find(key);
    if (gd_parse_query(text, &query, &error) == GEODIST_OK)
        found = query.candidates;
    for (uint32_t i = 0; i < found.count || i < exact.count; i++) {
        append(list, found, i, matches, &query);
        append(list, exact, i, passes, filter);
    }
}

/* ---- Names that begin with the key ------------------------------------------------- */

/* People look for cities more often than for airports. */
static double completion_score(uint32_t row, unsigned name_class)
{
    return gd_score(row, name_class) / (is_city(row) ? 1 : 10);
}

/* Adds the places not listed so far that have a longer name with this prefix, of a class up to the
 * given one. */
static void add_class(gd_match_list *list, geodist_text prefix, unsigned last_class,
                      const qualifier_filter *filter)
{
    gd_cursor cursor = gd_cursor_at(gd_name_index_block(prefix));
    uint32_t sequence = 0;
    while (gd_cursor_next(&cursor)) {
        size_t common = cursor.length < prefix.length ? cursor.length : prefix.length;
        int order = memcmp(cursor.key, prefix.bytes, common);
        if (order > 0)
            return;
        if (order < 0 || cursor.length <= prefix.length)
            continue;
        gd_candidates candidates = gd_name_index_candidates(cursor.index);
        for (uint32_t i = 0; i < candidates.count; i++, sequence++) {
            uint32_t candidate = candidate_at(candidates, i), row = candidate_row(candidate);
            unsigned name_class = candidate_class(candidate);
            if (name_class <= last_class && is_place(row) && !gd_match_list_has(list, row) &&
                passes(filter, row))
                gd_match_list_add(list, row, completion_score(row, name_class), sequence);
        }
    }
}

/* A place counts by its best name. The classes of one weight are added together, the lighter first:
 * whatever name of a place is added first is its best. */
static void add_prefix_matches(gd_match_list *list, geodist_text prefix,
                               const qualifier_filter *filter)
{
    add_class(list, prefix, GD_CLASS_KNOWN, filter); /* GD_CLASS_PRIMARY has the same weight */
    add_class(list, prefix, GD_CLASS_SHARED, filter);
    add_class(list, prefix, GD_CLASS_OTHER, filter);
    gd_match_list_end_group(list);
}

size_t geodist_search(geodist_text text, geodist_place *places, size_t capacity)
{
    geodist_error error;
    char bytes[GD_KEY_MAX];
    geodist_text qualifiers, name = trim(cut(text, ',', &qualifiers));
    geodist_text key = {bytes, gd_fold(name, bytes)};
    if (gd_check_text(text, &error) != GEODIST_OK || key.length == 0 || key.length > GD_KEY_MAX)
        return 0;
    qualifier_filter filter;
    gd_match_list list;
    parse_filter(&filter, qualifiers);
    gd_match_list_start(&list, places, capacity);
    add_exact(&list, text, key, &filter);
    add_prefix_matches(&list, key, &filter);
    if (list.count < capacity)
        gd_add_fuzzy_matches(&list, key, passes, &filter);
    return gd_match_list_finish(&list);
}
