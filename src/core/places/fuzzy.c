#include "places/fuzzy.h"

#include "places/edit_distance.h"
#include "places/score.h"

/* One edit is far more likely than two, and an edit of the first letter is the least likely. */
static double fuzzy_score(double score, unsigned edits, bool same_first)
{
    static const double factors[GD_MAX_EDITS + 1] = {1, 1, 0.02};
    return score * factors[edits] * (same_first ? 1 : 0.1);
}

/* Adds the candidates of a key, and returns the next sequence number. */
static uint32_t add_candidates(gd_match_list *list, gd_match_filter *filter, const void *context,
                               gd_candidates candidates, unsigned edits, bool same_first,
                               uint32_t sequence)
{
    for (uint32_t i = 0; i < candidates.count; i++) {
        uint32_t candidate = candidate_at(candidates, i), row = candidate_row(candidate);
        if (is_code(candidate) || !is_place(row) || !filter(context, row))
            continue;
        double score = gd_score(row, candidate_class(candidate));
        gd_match_list_add(list, row, fuzzy_score(score, edits, same_first), sequence++);
    }
    return sequence;
}

/* Moves past the keys that have the dead prefix, which is that of the key read last. */
static void skip_dead_prefix(gd_cursor *cursor, size_t dead_prefix)
{
    char dead[GD_KEY_MAX];
    memcpy(dead, cursor->key, dead_prefix);
    geodist_text prefix = {dead, dead_prefix};
    for (;;) {
        gd_cursor_skip(cursor, dead_prefix);
        uint32_t block = cursor->next / GD_BLOCK;
        if (cursor->next % GD_BLOCK != 0 || !gd_name_index_begins_with(block, prefix))
            return;
        while (gd_name_index_begins_with(block + 1, prefix))
            block++;
        *cursor = gd_cursor_at(block);
        gd_cursor_next(cursor);
    }
}

/* Two edits can replace a word of two letters, and half a word of four. */
static unsigned edits_allowed(size_t letters)
{
    return letters < 3 ? 0 : letters < 5 ? 1 : GD_MAX_EDITS;
}

void gd_add_fuzzy_matches(gd_match_list *list, geodist_text query, gd_match_filter *filter,
                          const void *context)
{
    bool ascii = (unsigned char)query.bytes[0] < 0x80; /* all ASCII keys come before the others */
    gd_edit_distance distance;
    gd_edit_distance_start(&distance, query);
    unsigned most_edits = edits_allowed(distance.query_length);
    if (most_edits == 0)
        return;
    uint32_t start =
        ascii ? 0 : gd_name_index_block((geodist_text){"\x80", 1});
    gd_cursor cursor = gd_cursor_at(start);
    size_t dead_prefix = 0, shared = 0;
    uint32_t sequence = 0;
    while (gd_cursor_next(&cursor) && !(ascii && (unsigned char)cursor.key[0] >= 0x80)) {
        geodist_text key = {cursor.key, cursor.length};
        shared = cursor.shared < shared ? cursor.shared : shared;
        unsigned edits = gd_edit_distance_next(&distance, key, shared, &dead_prefix);
        shared = dead_prefix ? dead_prefix : key.length;
        if (edits <= most_edits)
            sequence = add_candidates(list, filter, context,
                                      gd_name_index_candidates(cursor.index),
                                      edits, key.bytes[0] == query.bytes[0], sequence);
        if (dead_prefix)
            skip_dead_prefix(&cursor, dead_prefix);
    }
}
