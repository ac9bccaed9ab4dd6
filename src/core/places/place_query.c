#include "places/place_query.h"

#include "text/slice.h"

/* More words behind a name than a region and a country have together are part of it. */
enum { MOST_TRAILING_WORDS = 8 };

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

/* How many of a place's two divisions, its region and its country, are in the set. Those
 * whose very name it is come first in it; if there are none, exact leaves out none. */
static unsigned matches(gd_candidates divisions, uint32_t place_in, bool exact)
{
    uint32_t country = division_country(place_in);
    unsigned best_class = candidate_class(candidate_at(divisions, 0)), count = 0;
    for (uint32_t i = 0; i < divisions.count; i++) {
        uint32_t candidate = candidate_at(divisions, i);
        if (exact && candidate_class(candidate) != best_class)
            break;
        count += candidate_row(candidate) == place_in || candidate_row(candidate) == country;
    }
    return count;
}

/* How many of the qualifiers before the index-th are the same as that. */
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
        if (matches(query->divisions[i], division, query->exact) < wanted)
            return false;
    }
    return true;
}

/* Whether any candidate is where the qualifiers say, in their exact sense or else in any. */
static bool any_is_there(gd_query *query)
{
    for (int sense = 0; sense < 2; sense++) {
        query->exact = sense == 0;
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

/* Reads what follows the first comma. An empty part qualifies nothing and is passed over;
 * the first that names no division is left in *unknown. */
static void add_listed_qualifiers(gd_query *query, geodist_text list, geodist_text *unknown)
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
    add_listed_qualifiers(query, list, &unknown);
    return unknown.length == 0;
}

/* The end of the word that starts at text's first byte, and where the next one starts. */
static size_t next_word(geodist_text text, size_t at)
{
    while (at < text.length && !is_space(text.bytes[at]))
        at++;
    while (at < text.length && is_space(text.bytes[at]))
        at++;
    return at;
}

/* Reads words as qualifiers, all of them, taking as many as it can for each. */
static bool add_spoken_qualifiers(gd_query *query, geodist_text words)
{
    if (!words.length)
        return true;
    unsigned known = query->qualifiers;
    size_t ends[MOST_TRAILING_WORDS], count = 0;
    for (size_t at = 0; at < words.length && count < MOST_TRAILING_WORDS;)
        ends[count++] = at = next_word(words, at);
    while (count-- > 0) {
        if (add_qualifier(query, slice(words, 0, ends[count])) &&
            add_spoken_qualifiers(query, slice(words, ends[count], words.length)))
            return true;
        query->qualifiers = known;
    }
    return false;
}

/* Tries the last one, two, ... words of the name as qualifiers. True if a place is found;
 * otherwise *elsewhere becomes the first query whose name and qualifiers are known. */
static bool read_spoken(gd_query *query, geodist_text name, gd_query *elsewhere,
                        geodist_text *misplaced)
{
    size_t starts[MOST_TRAILING_WORDS], count = 0;
    for (size_t at = next_word(name, 0); at < name.length; at = next_word(name, at)) {
        if (count == MOST_TRAILING_WORDS)
            memmove(starts, starts + 1, --count * sizeof *starts);
        starts[count++] = at;
    }
    gd_query listed = *query;
    while (count-- > 0) {
        geodist_text tail = slice(name, starts[count], name.length);
        *query = listed;
        query->name = trim(slice(name, 0, starts[count]));
        query->candidates = look_up(GD_FIELD_PLACE_NAMES, query->name);
        if (!query->candidates.count || !add_spoken_qualifiers(query, tail))
            continue;
        if (any_is_there(query))
            return true;
        if (!elsewhere->candidates.count) {
            *elsewhere = *query;
            *misplaced = tail;
        }
    }
    *query = listed;
    return false;
}

/* The first of the parts behind the comma that leaves no place with the name. */
static geodist_text excluding_part(const gd_query *query, geodist_text list)
{
    gd_query so_far = *query;
    so_far.qualifiers = 0;
    geodist_text part = list;
    while (list.length && any_is_there(&so_far)) {
        part = trim(cut(list, ',', &list));
        add_qualifier(&so_far, part);
    }
    return part;
}

static geodist_status fault(geodist_status status, geodist_text whole, geodist_text part,
                            geodist_error *error)
{
    *error = (geodist_error){status, (size_t)(part.bytes - whole.bytes), part.length};
    return status;
}

geodist_status gd_parse_query(geodist_text text, gd_query *query, geodist_error *error)
{
    geodist_text list, unknown = {0}, misplaced = {0};
    geodist_text name = trim(cut(text, ',', &list));
    *query = (gd_query){.name = name};
    if (folds_to_nothing(name))
        return fault(GEODIST_EMPTY, text, name, error);

    add_listed_qualifiers(query, list, &unknown);
    query->candidates = look_up(GD_FIELD_PLACE_NAMES, name);
    if (!unknown.length && any_is_there(query))
        return GEODIST_OK;
    gd_query spoken = *query, elsewhere = {0};
    if (!unknown.length && read_spoken(&spoken, name, &elsewhere, &misplaced)) {
        *query = spoken;
        return GEODIST_OK;
    }
    if (query->candidates.count)
        return unknown.length
                   ? fault(GEODIST_UNKNOWN_QUALIFIER, text, unknown, error)
                   : fault(GEODIST_QUALIFIER_MISMATCH, text, excluding_part(query, list), error);
    if (elsewhere.candidates.count) {
        *query = elsewhere;
        return fault(GEODIST_QUALIFIER_MISMATCH, text, misplaced, error);
    }
    return fault(GEODIST_UNKNOWN_NAME, text, name, error);
}

geodist_place gd_place(uint32_t row)
{
    uint32_t facts = place_facts(row), division = place_division(row);
    uint32_t country = division_country(division);
    return (geodist_place){
        .point = place_point(row),
        .name = place_name(row),
        .region = division == country ? table_name(0) : division_name(division),
        .country = division_name(country),
        .country_code = division_country_code(country),
        .population = facts & GD_POPULATION_MASK,
        .row = row,
        .geonames_id = place_geonames_id(row),
        .region_repeats = (facts & GD_REGION_REPEATS) != 0,
    };
}

bool geodist_is_qualifier(geodist_text text)
{
    return look_up(GD_FIELD_DIVISION_NAMES, trim(text)).count > 0;
}
