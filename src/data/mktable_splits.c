#include "mktable_splits.h"

#include "text/slice.h"

#include <stdlib.h>

/* ---- Which texts may be names of countries and regions -------------------------------- */

enum { FILTER_BITS = 22 };

/* FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo), folded to FILTER_BITS. */
static uint32_t hash(geodist_text key)
{
    uint32_t sum = 2166136261;
    for (size_t i = 0; i < key.length; i++)
        sum = (sum ^ (unsigned char)key.bytes[i]) * 16777619;
    return (sum ^ sum >> FILTER_BITS) & ((1 << FILTER_BITS) - 1);
}

static bool names_division(const gd_world *in, const gd_candidate *of)
{
    return of->row >= in->place_count && of->row - in->place_count < in->division_count;
}

static unsigned char *make_filter(const gd_world *in)
{
    unsigned char *filter = calloc(1 << FILTER_BITS, 1);
    if (!filter)
        gd_fail("out of memory");
    for (size_t i = 0; i < in->names.count; i++)
        if (names_division(in, &in->names.candidates[i]))
            filter[hash(gd_candidate_key(&in->names, &in->names.candidates[i]))] = 1;
    return filter;
}

/* ---- Splits --------------------------------------------------------------------------- */

typedef struct {
    const gd_candidate *at;
    size_t count;
} candidates;

static candidates find(const gd_world *in, geodist_text key)
{
    candidates found;
    found.at = in->names.candidates + gd_find_candidates(&in->names, key, &found.count);
    return found;
}

static bool is_in_any(const gd_world *in, uint32_t place, candidates divisions)
{
    uint32_t division = in->places[place].division, country = in->areas[division].parent;
    for (size_t i = 0; i < divisions.count; i++) {
        uint32_t area = divisions.at[i].row - in->place_count;
        if (names_division(in, &divisions.at[i]) && (area == division || area == country))
            return true;
    }
    return false;
}

/* Whether the first bytes of the key are the name of a place in a division that the rest names. */
static bool is_split(const gd_world *in, geodist_text key, size_t at, double least_score)
{
    enum { CODE_LENGTH = 2 };
    candidates divisions = find(in, slice(key, at, key.length));
    candidates names = find(in, slice(key, 0, at));
    bool is_code = key.length - at == CODE_LENGTH;
    for (size_t i = 0; i < names.count && !gd_is_code(&names.at[i]); i++)
        if (names.at[i].row < in->place_count && (is_code || names.at[i].score > least_score) &&
            is_in_any(in, names.at[i].row, divisions))
            return true;
    return false;
}

void gd_mark_splits(gd_world *in)
{
    unsigned char *filter = make_filter(in);
    size_t count;
    for (size_t i = 0; i < in->names.count; i += count) {
        gd_candidate *first = &in->names.candidates[i];
        geodist_text key = gd_candidate_key(&in->names, first);
        gd_find_candidates(&in->names, key, &count);
        if (gd_is_code(first))
            continue;
        for (size_t at = 1; at + 1 < key.length && !first->splits; at++)
            first->splits = filter[hash(slice(key, at, key.length))] &&
                            is_split(in, key, at, first->score);
    }
    free(filter);
}
