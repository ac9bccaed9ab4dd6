#include "places/place_query.h"

#include "places/airport_word.h"
#include "places/choice.h"
#include "places/name_forms.h"
#include "places/score.h"
#include "text/slice.h"

/* Tries the last one, two, ... words of the name as qualifiers. True if a place matches; otherwise
 * *mismatch becomes the first query whose name and qualifiers are known, and *mismatching its
 * words, if there is one. */
static bool parse_trailing_words(gd_query *query, geodist_text name, gd_query *mismatch,
                                 geodist_text *mismatching)
{
    size_t starts[GD_TRAILING_WORDS_MAX], count = 0;
    for (size_t at = gd_after_word(name, 0); at < name.length; at = gd_after_word(name, at)) {
        if (count == GD_TRAILING_WORDS_MAX)
            memmove(starts, starts + 1, --count * sizeof *starts);
        starts[count++] = at;
    }
    gd_query without_words = *query;
    while (count-- > 0) {
        geodist_text tail = slice(name, starts[count], name.length);
        *query = without_words;
        if (!gd_add_word_qualifiers(query,
                                    tail)) /* first: most words are none, and this is faster */
            continue;
        gd_set_name(query, trim(slice(name, 0, starts[count])));
        if (!query->candidates.count)
            continue;
        if (gd_any_matches(query))
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
    while (list.length && gd_any_matches(&so_far)) {
        part = trim(cut(list, ',', &list));
        gd_add_qualifier(&so_far, part);
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
        if ((gd_parse_name_and_code(&other, name) || gd_parse_airport_name(&other, name) ||
             gd_parse_airport_code(&other, name, true)) &&
            gd_any_matches(&other)) {
            *query = other;
            return GEODIST_OK;
        }
    }
    if (query->candidates.count && list.length && gd_parse_part_of_city(query, list))
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

/* The last word of a name of several words; otherwise empty text. */
static geodist_text last_word(geodist_text name)
{
    size_t start = name.length;
    while (start > 0 && !is_space(name.bytes[start - 1]))
        start--;
    return start > 0 ? slice(name, start, name.length) : (geodist_text){0};
}

/* Of a name without qualifiers, and with GD_SPLIT_FLAG: its last words are taken for qualifiers if
 * they give a better known place (San Antonio Texas is also a village), or if they are a code in
 * capitals, which stands in no name (Aba NG is not Abang). */
#if defined(__GNUC__)
__attribute__((noinline))
#endif
static void
prefer_trailing_words(gd_query *query)
{
    geodist_text word = last_word(query->name), unused;
    if (!word.length)
        return;
    bool is_code_word =
        word.length == 2 && is_ascii_capital(word.bytes[0]) && is_ascii_capital(word.bytes[1]);
    uint32_t best = candidate_at(query->candidates, 0);
    double score = gd_score(candidate_row(best), candidate_class(best));
    gd_query other = *query, mismatch = {0};
    if (!parse_trailing_words(&other, query->name, &mismatch, &unused))
        return;
    uint32_t chosen = gd_choose(&other).candidate;
    if (chosen == GD_NO_CANDIDATE || is_area(chosen))
        return;
    if (is_code_word || gd_score(candidate_row(chosen), candidate_class(chosen)) > score)
        *query = other;
}

/* A single Latin letter is no name without qualifiers, whatever its marks ("Ø" is folded to "o", as
 * in Tromsø) and the punctuation around it. */
static bool is_single_letter(geodist_text name, geodist_text list)
{
    enum { BYTES_MAX = 8 }; /* with quotation marks of three bytes */
    char key[GD_KEY_MAX];
    return name.length <= BYTES_MAX && !list.length && gd_fold(name, key) == 1 &&
           is_ascii_letter(key[0]);
}

/* Letters with a slash at the start are no part of a name: "c/o Rome" was a town in
 * Suriname. */
static bool begins_with_abbreviation(geodist_text name)
{
    return name.length >= 3 && name.bytes[1] == '/' && is_ascii_letter(name.bytes[0]) &&
           is_ascii_letter(name.bytes[2]) && (name.length == 3 || is_space(name.bytes[3]));
}

geodist_status gd_parse_query(geodist_text text, gd_query *query, geodist_error *error)
{
    gd_found_name found = gd_split_name(text);
    found.candidates = gd_look_up(found.name);
    return gd_parse_found(text, &found, query, error);
}

geodist_status gd_parse_found(geodist_text text, const gd_found_name *found, gd_query *query,
                              geodist_error *error)
{
    geodist_text name = found->name, list = found->list, unknown = {0};
    query->qualifier_count = 0;
    query->readings = GD_ALL_READINGS;
    query->has_only_row = false;
    gd_set_found_name(query, name, found->candidates);
    if (!query->candidates.count && gd_folds_to_nothing(query->name))
        return fault(GEODIST_EMPTY, text, query->name, error);
    gd_add_comma_qualifiers(query, list, &unknown);
    if (is_single_letter(name, list))
        query->candidates.count = 0;
    if (begins_with_abbreviation(name)) {
        query->candidates.count = 0;
        return fault(GEODIST_UNKNOWN_NAME, text, name, error);
    }
    if (!unknown.length && gd_before_airport(name).length &&
        (gd_parse_airport_code(query, name, false) || gd_parse_airport_of_city(query)))
        return query->candidates.count && gd_any_matches(query)
                   ? GEODIST_OK
                   : fault(GEODIST_UNKNOWN_NAME, text, name, error);
    if (!unknown.length && gd_any_matches(query)) {
        if (query->qualifier_count)
            gd_prefer_city(query);
        else if (!list.length && candidate_at(query->candidates, 0) & GD_SPLIT_FLAG)
            prefer_trailing_words(query);
        return GEODIST_OK;
    }
    return parse_mismatch(text, list, unknown, query, error);
}
