#include "places/place_query.h"

#include "places/valid_text.h"
#include "text/slice.h"

/* At most so many words at the end of a text are tried as qualifiers: no region and country have
 * more together. */
enum { TRAILING_WORDS_MAX = 8 };

static gd_candidates look_up(gd_field name_index, geodist_text name)
{
    char key[GD_KEY_MAX];
    size_t length = gd_fold(name, key);
    if (length == 0 || length > GD_KEY_MAX)
        return (gd_candidates){NULL, 0};
    return gd_name_index_find(name_index, (geodist_text){key, length});
}

static bool folds_to_nothing(geodist_text text)
{
    char key[GD_KEY_MAX];
    return gd_fold(text, key) == 0;
}

/* How many of the two divisions of a place, its region and its country, a qualifier can mean. With
 * `exact` only divisions of the best class count: they come first, and are those of which the
 * qualifier is the name, or all if it is an alias only. */
static unsigned matching_divisions(gd_candidates divisions, uint32_t division, bool exact)
{
    uint32_t country = division_country(division);
    unsigned best_class = candidate_class(candidate_at(divisions, 0)), count = 0;
    for (uint32_t i = 0; i < divisions.count; i++) {
        uint32_t candidate = candidate_at(divisions, i), row = candidate_row(candidate);
        if (exact && candidate_class(candidate) != best_class)
            break;
        count += row == division || row == country;
    }
    return count;
}

/* How many of the qualifiers before the index-th are the same. */
static unsigned repetitions(const gd_query *query, unsigned index)
{
    unsigned count = 0;
    for (unsigned i = 0; i < index; i++)
        count += query->divisions[i].at == query->divisions[index].at;
    return count;
}

bool gd_query_matches(const gd_query *query, uint32_t row)
{
    uint32_t division = place_division(row);
    for (unsigned i = 0; i < query->qualifiers; i++) {
        unsigned wanted = query->exact ? 1 + repetitions(query, i) : 1;
        if (matching_divisions(query->divisions[i], division, query->exact) < wanted)
            return false;
    }
    return true;
}

/* Whether any candidate matches the qualifiers, in their exact sense or else in any. */
static bool any_matches(gd_query *query)
{
    for (int attempt = 0; attempt < 2; attempt++) {
        query->exact = attempt == 0;
        for (uint32_t i = 0; i < query->candidates.count; i++)
            if (gd_query_matches(query, candidate_row(candidate_at(query->candidates, i))))
                return true;
    }
    return false;
}

static bool add_qualifier(gd_query *query, geodist_text text)
{
    gd_candidates divisions = look_up(GD_FIELD_DIVISION_NAMES, text);
    if (divisions.count == 0 || query->qualifiers == GD_MAX_QUALIFIERS)
        return false;
    query->divisions[query->qualifiers++] = divisions;
    return true;
}

/* Adds the parts between commas as qualifiers. Parts without a letter or digit are skipped;
 * *unknown becomes the first that is the name of no division. */
static void add_comma_qualifiers(gd_query *query, geodist_text list, geodist_text *unknown)
{
    while (list.length) {
        geodist_text part = trim(cut(list, ',', &list));
        if (!folds_to_nothing(part) && !add_qualifier(query, part) && !unknown->length)
            *unknown = part;
    }
}

bool gd_add_qualifiers(gd_query *query, geodist_text list)
{
    geodist_text unknown = {0};
    add_comma_qualifiers(query, list, &unknown);
    return unknown.length == 0;
}

/* Where the next word starts, after the word and the white space at `at`. */
static size_t next_word(geodist_text text, size_t at)
{
    while (at < text.length && !is_space(text.bytes[at]))
        at++;
    while (at < text.length && is_space(text.bytes[at]))
        at++;
    return at;
}

/* Adds words as qualifiers, as many words as possible for each. False, and nothing added, unless
 * all words can be used. */
static bool add_word_qualifiers(gd_query *query, geodist_text words)
{
    if (!words.length)
        return true;
    unsigned known = query->qualifiers;
    size_t ends[TRAILING_WORDS_MAX], count = 0;
    for (size_t at = 0; at < words.length && count < TRAILING_WORDS_MAX;)
        ends[count++] = at = next_word(words, at);
    while (count-- > 0) {
        if (add_qualifier(query, slice(words, 0, ends[count])) &&
            add_word_qualifiers(query, slice(words, ends[count], words.length)))
            return true;
        query->qualifiers = known;
    }
    return false;
}

/* Tries the last one, two, ... words of the name as qualifiers. True if a place matches; otherwise
 * *mismatch becomes the first query whose name and qualifiers are known, and *mismatching its
 * words, if there is one. */
static bool parse_trailing_words(gd_query *query, geodist_text name, gd_query *mismatch,
                                 geodist_text *mismatching)
{
    size_t starts[TRAILING_WORDS_MAX], count = 0;
    for (size_t at = next_word(name, 0); at < name.length; at = next_word(name, at)) {
        if (count == TRAILING_WORDS_MAX)
            memmove(starts, starts + 1, --count * sizeof *starts);
        starts[count++] = at;
    }
    gd_query without_words = *query;
    while (count-- > 0) {
        geodist_text tail = slice(name, starts[count], name.length);
        *query = without_words;
        query->name = trim(slice(name, 0, starts[count]));
        if (!add_word_qualifiers(query, tail)) /* first: most words are none, and this is faster */
            continue;
        query->candidates = look_up(GD_FIELD_PLACE_NAMES, query->name);
        if (!query->candidates.count)
            continue;
        if (any_matches(query))
            return true;
        if (!mismatch->candidates.count) {
            *mismatch = *query;
            *mismatching = tail;
        }
    }
    *query = without_words;
    return false;
}

/* The first part of the list that no candidate matches together with the parts before it. */
static geodist_text excluding_part(const gd_query *query, geodist_text list)
{
    gd_query so_far = *query;
    so_far.qualifiers = 0;
    geodist_text part = list;
    while (list.length && any_matches(&so_far)) {
        part = trim(cut(list, ',', &list));
        add_qualifier(&so_far, part);
    }
    return part;
}

static geodist_status fault(geodist_status status, geodist_text whole, geodist_text part,
                            geodist_error *error)
{
    if (error)
        *error = (geodist_error){status, (size_t)(part.bytes - whole.bytes), part.length};
    return status;
}

/* What is left when the name before the comma and the qualifiers after it give no place: its last
 * words may be qualifiers. A function of its own, as few texts come here and it needs much stack.
 */
#if defined(__GNUC__)
__attribute__((noinline))
#endif
static geodist_status
parse_mismatch(geodist_text text, geodist_text list, geodist_text unknown, gd_query *query,
               geodist_error *error)
{
    geodist_text name = query->name, mismatching = {0};
    gd_query with_words = *query, mismatch = {0};
    if (!unknown.length && parse_trailing_words(&with_words, name, &mismatch, &mismatching)) {
        *query = with_words;
        return GEODIST_OK;
    }
    if (query->candidates.count && unknown.length)
        return fault(GEODIST_UNKNOWN_QUALIFIER, text, unknown, error);
    if (query->candidates.count)
        return fault(GEODIST_QUALIFIER_MISMATCH, text, error ? excluding_part(query, list) : list,
                     error);
    if (mismatch.candidates.count) {
        *query = mismatch;
        return fault(GEODIST_QUALIFIER_MISMATCH, text, mismatching, error);
    }
    return fault(GEODIST_UNKNOWN_NAME, text, name, error);
}

geodist_status gd_parse_query(geodist_text text, gd_query *query, geodist_error *error)
{
    geodist_text list, unknown = {0};
    query->name = trim(cut(text, ',', &list));
    query->qualifiers = 0;
    query->exact = false;
    query->candidates = look_up(GD_FIELD_PLACE_NAMES, query->name);
    if (!query->candidates.count && folds_to_nothing(query->name))
        return fault(GEODIST_EMPTY, text, query->name, error);
    add_comma_qualifiers(query, list, &unknown);
    if (!unknown.length && any_matches(query))
        return GEODIST_OK;
    return parse_mismatch(text, list, unknown, query, error);
}

/* ---- Numbers of names and qualifiers: where their candidates are in the table ------ */

uint32_t gd_name_id(gd_candidates candidates)
{
    return candidates.count ? (uint32_t)(candidates.at - gd_table) : 0;
}

/* A list has the number of its candidates before them; a single candidate is in its posting. Sets
 * the set of the countries of the candidates, all bits if the list has none. */
static gd_candidates candidates_of_id(gd_field name_index, uint32_t id, uint64_t *countries)
{
    const unsigned char *at = gd_table + id;
    bool in_list = id >= name_index_field(name_index, GD_NAME_INDEX_LISTS_AT);
    uint32_t count = in_list ? load_u24(at - 3) : 1;
    *countries = UINT64_MAX;
    if (count & GD_COUNTRIES_FLAG)
        *countries = load_u24(at - 9) | (uint64_t)load_u24(at - 6) << 24;
    return (gd_candidates){at, count & ~(uint32_t)GD_COUNTRIES_FLAG};
}

static uint64_t countries_of_divisions(gd_candidates divisions)
{
    uint64_t countries = 0;
    for (uint32_t i = 0; i < divisions.count; i++) {
        uint32_t division = candidate_row(candidate_at(divisions, i));
        countries |= UINT64_C(1) << division_country(division) % GD_COUNTRY_BITS;
    }
    return countries;
}

uint32_t geodist_qualifier(geodist_text text)
{
    geodist_error error;
    geodist_text part = trim(text), rest;
    if (cut(part, ',', &rest).length < part.length || gd_check_text(part, &error) != GEODIST_OK)
        return 0;
    return gd_name_id(look_up(GD_FIELD_DIVISION_NAMES, part));
}

bool geodist_name_is_in(uint32_t name_id, uint32_t qualifier)
{
    if (name_id == 0 || qualifier == 0)
        return false;
    uint64_t countries, unused;
    gd_candidates candidates = candidates_of_id(GD_FIELD_PLACE_NAMES, name_id, &countries);
    gd_candidates divisions = candidates_of_id(GD_FIELD_DIVISION_NAMES, qualifier, &unused);
    if (!(countries & countries_of_divisions(divisions)))
        return false;
    for (uint32_t i = 0; i < candidates.count; i++) {
        uint32_t row = candidate_row(candidate_at(candidates, i));
        if (matching_divisions(divisions, place_division(row), false))
            return true;
    }
    return false;
}
