#include "places/query.h"

#include "text/slice.h"

gd_candidates gd_look_up(geodist_text name)
{
    char key[GD_KEY_MAX];
    size_t length = gd_fold(name, key);
    if (length == 0 || length > GD_KEY_MAX)
        return (gd_candidates){NULL, 0, false};
    return gd_name_index_find((geodist_text){key, length});
}

static gd_candidates without_codes(gd_candidates found)
{
    while (found.count && is_code(candidate_at(found, found.count - 1)))
        found.count--;
    return found;
}

/* Whether a common word is a main name that people mean (van): that of a city of some size. */
static bool is_name_of_town(gd_candidates found)
{
    const uint32_t least_population = 15000;
    for (uint32_t i = 0; i < found.count; i++) {
        uint32_t candidate = candidate_at(found, i), row = candidate_row(candidate);
        if (candidate_class(candidate) <= GD_CLASS_KNOWN && is_city(row) &&
            (place_facts(row) & GD_POPULATION_MASK) >= least_population)
            return true;
    }
    return false;
}

void gd_set_found_name(gd_query *query, geodist_text name, gd_candidates found)
{
    enum { WORD_MAX = 4 };
    query->name = name;
    query->letter_case = GD_NO_CODE;
    if (found.count && (name.length <= WORD_MAX || is_code(candidate_at(found, found.count - 1)))) {
        query->letter_case = gd_letter_case_of(name, &query->letter_count);
        if (query->letter_case <= GD_COMMON_WORD)
            found = without_codes(found);
        if (query->letter_case == GD_COMMON_WORD && !is_name_of_town(found))
            found.count = 0;
    }
    query->candidates = found;
}

void gd_set_name(gd_query *query, geodist_text name)
{
    gd_set_found_name(query, name, gd_look_up(name));
}

bool gd_folds_to_nothing(geodist_text text)
{
    char key[GD_KEY_MAX];
    return gd_fold(text, key) == 0;
}

/* ---- Qualifiers -------------------------------------------------------------------- */

/* How many of the qualifiers before the index-th are the same. */
static unsigned repetitions(const gd_query *query, unsigned index)
{
    unsigned count = 0;
    for (unsigned i = 0; i < index; i++)
        count += query->qualifiers[i].id == query->qualifiers[index].id;
    return count;
}

static bool matches(const gd_query *query, uint32_t row, gd_readings readings)
{
    if (query->has_only_row && query->only_row != row)
        return false;
    if (query->qualifier_count == 0)
        return true;
    uint32_t division = gd_division_of(row);
    bool all = readings == GD_ALL_READINGS;
    for (unsigned i = 0; i < query->qualifier_count; i++) {
        unsigned wanted = all ? 1 : 1 + repetitions(query, i);
        if (gd_count_divisions(&query->qualifiers[i], division, readings) < wanted)
            return false;
    }
    return true;
}

bool gd_query_matches(const gd_query *query, uint32_t row)
{
    return matches(query, row, query->readings);
}

bool gd_query_allows(const gd_query *query, uint32_t row)
{
    return matches(query, row, query->readings == GD_POSTAL ? GD_NAMES_ONLY : query->readings);
}

static bool has_match(const gd_query *query)
{
    for (uint32_t i = 0; i < query->candidates.count; i++)
        if (gd_query_matches(query, candidate_row(candidate_at(query->candidates, i))))
            return true;
    return false;
}

/* Whether a qualifier is the code of a state or province, in capitals unless any case counts. */
static bool has_postal_code(const gd_query *query, bool any_case)
{
    for (unsigned i = 0; i < query->qualifier_count; i++)
        if (query->qualifiers[i].postal != GD_NO_DIVISION &&
            (any_case || query->qualifiers[i].in_capitals))
            return true;
    return false;
}

bool gd_any_matches(gd_query *query)
{
    static const gd_readings order[] = {GD_POSTAL, GD_NAMES_ONLY, GD_ALL_READINGS};
    for (size_t i = has_postal_code(query, false) ? 0 : 1; i < sizeof order / sizeof *order; i++) {
        query->readings = order[i];
        if (has_match(query))
            return true;
    }
    return false;
}

void gd_prefer_city(gd_query *query)
{
    if (!has_postal_code(query, true))
        return;
    gd_query postal = *query;
    postal.readings = GD_POSTAL;
    for (uint32_t i = 0; i < query->candidates.count; i++) {
        uint32_t row = candidate_row(candidate_at(query->candidates, i));
        if (!gd_query_matches(query, row))
            continue;
        if (!is_place(row) && has_match(&postal))
            query->readings = GD_POSTAL;
        return;
    }
}

bool gd_add_qualifier(gd_query *query, geodist_text text)
{
    if (query->qualifier_count == GD_MAX_QUALIFIERS ||
        !gd_read_qualifier(text, &query->qualifiers[query->qualifier_count]))
        return false;
    query->qualifier_count++;
    return true;
}

size_t gd_after_word(geodist_text text, size_t at)
{
    while (at < text.length && !is_space(text.bytes[at]))
        at++;
    while (at < text.length && is_space(text.bytes[at]))
        at++;
    return at;
}

bool gd_add_word_qualifiers(gd_query *query, geodist_text words)
{
    if (!words.length)
        return true;
    unsigned known = query->qualifier_count;
    size_t ends[GD_TRAILING_WORDS_MAX], count = 0;
    for (size_t at = 0; at < words.length && count < GD_TRAILING_WORDS_MAX;)
        ends[count++] = at = gd_after_word(words, at);
    while (count-- > 0) {
        if (gd_add_qualifier(query, slice(words, 0, ends[count])) &&
            gd_add_word_qualifiers(query, slice(words, ends[count], words.length)))
            return true;
        query->qualifier_count = known;
    }
    return false;
}

/* Whether a qualifier means a region of a country that another one means. */
static bool is_region_of(const gd_qualifier *region, const gd_qualifier *country)
{
    for (unsigned i = 0; i < region->count; i++)
        for (unsigned j = 0; j < country->count; j++)
            if (region->areas[i] != country->areas[j] &&
                division_country(region->areas[i]) == country->areas[j])
                return true;
    return false;
}

/* Adds "TX USA" as two qualifiers. */
static bool add_region_and_country(gd_query *query, geodist_text part)
{
    unsigned known = query->qualifier_count;
    if (gd_add_word_qualifiers(query, part) && query->qualifier_count == known + 2 &&
        is_region_of(&query->qualifiers[known], &query->qualifiers[known + 1]))
        return true;
    query->qualifier_count = known;
    return false;
}

void gd_add_comma_qualifiers(gd_query *query, geodist_text list, geodist_text *unknown)
{
    while (list.length) {
        geodist_text part = trim(cut(list, ',', &list));
        if (!gd_folds_to_nothing(part) && !gd_add_qualifier(query, part) &&
            !add_region_and_country(query, part) && !unknown->length)
            *unknown = part;
    }
}

bool gd_add_qualifiers(gd_query *query, geodist_text list)
{
    geodist_text unknown = {0};
    gd_add_comma_qualifiers(query, list, &unknown);
    return unknown.length == 0;
}

uint32_t gd_name_id(gd_candidates candidates)
{
    return candidates.count ? gd_candidates_id(candidates) : 0;
}
