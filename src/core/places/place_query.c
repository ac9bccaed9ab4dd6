#include "places/place_query.h"

#include "places/valid_text.h"
#include "text/slice.h"

/* At most so many words at the end of a text are tried as qualifiers: no region and country have
 * more together. */
enum { TRAILING_WORDS_MAX = 8 };

static gd_candidates look_up(geodist_text name)
{
    char key[GD_KEY_MAX];
    size_t length = gd_fold(name, key);
    if (length == 0 || length > GD_KEY_MAX)
        return (gd_candidates){NULL, 0};
    return gd_name_index_find((geodist_text){key, length});
}

/* Sets the name and its candidates, without its codes if it cannot be a code. */
static void set_name(gd_query *query, geodist_text name)
{
    gd_candidates found = look_up(name);
    query->name = name;
    query->letter_case = GD_NO_CODE;
    if (found.count && is_code(candidate_at(found, found.count - 1))) {
        query->letter_case = gd_letter_case_of(name, &query->letter_count);
        while (query->letter_case == GD_NO_CODE && found.count &&
               is_code(candidate_at(found, found.count - 1)))
            found.count--;
    }
    query->candidates = found;
}

static bool folds_to_nothing(geodist_text text)
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
        count += query->qualifiers[i].at == query->qualifiers[index].at;
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

static bool has_postal_code(const gd_query *query)
{
    for (unsigned i = 0; i < query->qualifier_count; i++)
        if (query->qualifiers[i].postal != GD_NO_DIVISION)
            return true;
    return false;
}

/* Sets the narrowest readings of the qualifiers in which a candidate matches. */
static bool any_matches(gd_query *query)
{
    static const gd_readings order[] = {GD_POSTAL, GD_NAMES_ONLY, GD_ALL_READINGS};
    for (size_t i = has_postal_code(query) ? 0 : 1; i < sizeof order / sizeof *order; i++) {
        query->readings = order[i];
        if (has_match(query))
            return true;
    }
    return false;
}

static bool add_qualifier(gd_query *query, geodist_text text)
{
    if (query->qualifier_count == GD_MAX_QUALIFIERS ||
        !gd_read_qualifier(text, &query->qualifiers[query->qualifier_count]))
        return false;
    query->qualifier_count++;
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
    unsigned known = query->qualifier_count;
    size_t ends[TRAILING_WORDS_MAX], count = 0;
    for (size_t at = 0; at < words.length && count < TRAILING_WORDS_MAX;)
        ends[count++] = at = next_word(words, at);
    while (count-- > 0) {
        if (add_qualifier(query, slice(words, 0, ends[count])) &&
            add_word_qualifiers(query, slice(words, ends[count], words.length)))
            return true;
        query->qualifier_count = known;
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
        if (!add_word_qualifiers(query, tail)) /* first: most words are none, and this is faster */
            continue;
        set_name(query, trim(slice(name, 0, starts[count])));
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
    so_far.qualifier_count = 0;
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

/* ---- Other forms of names ---------------------------------------------------------- */

static bool is_airport(uint32_t row)
{
    return is_place(row) && !is_city(row);
}

/* Whether a code is that of a candidate. */
static bool has_code(gd_candidates codes, uint32_t row)
{
    for (uint32_t i = 0; i < codes.count; i++)
        if (is_code(candidate_at(codes, i)) && candidate_row(candidate_at(codes, i)) == row)
            return true;
    return false;
}

/* The number in "GeoNames 1258847"; 0 if it is anything else. */
static uint32_t geonames_id(geodist_text text)
{
    static const char word[] = "geonames ";
    enum { LENGTH = sizeof word - 1, DIGITS_MAX = 9 };
    uint32_t id = 0;
    if (text.length <= LENGTH || text.length > LENGTH + DIGITS_MAX)
        return 0;
    for (size_t i = 0; i < text.length; i++) {
        if (i < LENGTH ? lower(text.bytes[i]) != word[i] : !is_digit(text.bytes[i]))
            return 0;
        id = i < LENGTH ? 0 : id * 10 + (uint32_t)(text.bytes[i] - '0');
    }
    return id;
}

/* "London Heathrow Airport (LHR)" and "Rajpur (GeoNames 1258847)", as labels have them. */
static bool parse_name_and_code(gd_query *query, geodist_text name)
{
    size_t open = name.length;
    while (open > 0 && name.bytes[open - 1] != '(')
        open--;
    if (open == 0 || name.bytes[name.length - 1] != ')')
        return false;
    geodist_text code = slice(name, open, name.length - open - 1);
    geodist_text before = slice(name, 0, open - 1);
    uint32_t id = geonames_id(code);
    gd_candidates codes = look_up(code);
    set_name(query, trim(before));
    for (uint32_t i = 0; i < query->candidates.count; i++) {
        uint32_t row = candidate_row(candidate_at(query->candidates, i));
        bool has_id = id && is_city(row) && load_u24(place_id(row)) == id;
        if (has_id || (is_airport(row) && has_code(codes, row))) {
            query->has_only_row = true;
            query->only_row = row;
            return true;
        }
    }
    return false;
}

/* "JFK airport", "Gatwick Airport": the first airport of that code or name. */
static bool parse_airport_word(gd_query *query, geodist_text name)
{
    static const char word[] = "airport";
    enum { LENGTH = sizeof word - 1 };
    char key[GD_KEY_MAX];
    size_t length = gd_fold(name, key);
    if (length <= LENGTH || length > GD_KEY_MAX ||
        memcmp(key + length - LENGTH, word, LENGTH) != 0)
        return false;
    query->candidates = gd_name_index_find((geodist_text){key, length - LENGTH});
    for (uint32_t i = 0; i < query->candidates.count; i++) {
        uint32_t candidate = candidate_at(query->candidates, i), row = candidate_row(candidate);
        if (!is_airport(row))
            continue;
        query->has_only_row = true;
        query->only_row = row;
        query->letter_case = is_code(candidate) ? GD_CAPITALS : GD_NO_CODE;
        query->letter_count = (unsigned)(length - LENGTH);
        return true;
    }
    return false;
}

/* "Kings Cross, London": a place near a city that is far larger counts as part of it. */
static const double part_metres = 25000;
static const uint32_t part_share = 5;

static bool is_part_of(uint32_t row, uint32_t city)
{
    return is_city(row) &&
           (place_facts(row) & GD_POPULATION_MASK) * part_share <
               (place_facts(city) & GD_POPULATION_MASK) &&
           division_country(place_division(row)) == division_country(place_division(city)) &&
           geodist_distance(geodist_sphere, place_point(row), place_point(city)) < part_metres;
}

/* The list may go on with the region and country of the city. */
static bool parse_part_of_city(gd_query *query, geodist_text list)
{
    gd_query city = {.qualifier_count = 0};
    set_name(&city, trim(cut(list, ',', &list)));
    if (!gd_add_qualifiers(&city, list) || !any_matches(&city))
        return false;
    for (uint32_t i = 0; i < city.candidates.count; i++) {
        uint32_t candidate = candidate_at(city.candidates, i), row = candidate_row(candidate);
        if (is_code(candidate) || !is_city(row) || !gd_query_matches(&city, row))
            continue;
        for (uint32_t j = 0; j < query->candidates.count; j++) {
            uint32_t part = candidate_row(candidate_at(query->candidates, j));
            if (is_part_of(part, row)) {
                query->has_only_row = true;
                query->only_row = part;
                query->qualifier_count = 0;
                return true;
            }
        }
        return false; /* only the best known city of the name */
    }
    return false;
}

/* ---- Parsing ----------------------------------------------------------------------- */

/* What is left when the name before the comma and the qualifiers after it give no place. A function
 * of its own, as few texts come here and it needs much stack. */
#if defined(__GNUC__)
__attribute__((noinline))
#endif
static geodist_status
parse_mismatch(geodist_text text, geodist_text list, geodist_text unknown, gd_query *query,
               geodist_error *error)
{
    geodist_text name = query->name, mismatching = {0};
    gd_query other = *query, mismatch = {0};
    if (!unknown.length && parse_trailing_words(&other, name, &mismatch, &mismatching)) {
        *query = other;
        return GEODIST_OK;
    }
    if (!query->candidates.count && !unknown.length) {
        other = *query;
        if ((parse_name_and_code(&other, name) || parse_airport_word(&other, name)) &&
            any_matches(&other)) {
            *query = other;
            return GEODIST_OK;
        }
    }
    if (query->candidates.count && list.length && parse_part_of_city(query, list))
        return GEODIST_OK;
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
    geodist_text name = trim(cut(text, ',', &list));
    query->qualifier_count = 0;
    query->readings = GD_ALL_READINGS;
    query->has_only_row = false;
    set_name(query, name);
    if (!query->candidates.count && folds_to_nothing(query->name))
        return fault(GEODIST_EMPTY, text, query->name, error);
    add_comma_qualifiers(query, list, &unknown);
    if (!unknown.length && any_matches(query))
        return GEODIST_OK;
    return parse_mismatch(text, list, unknown, query, error);
}

uint32_t gd_name_id(gd_candidates candidates)
{
    return candidates.count ? (uint32_t)(candidates.at - gd_table) : 0;
}
