/* Names a few edits away from what was typed. */
#include "places/score.h"
#include "places/match_list.h"
#include "places/edit_distance.h"

/* People mistype a letter far more often than two, and the first one least of all. */
static double likelihood(double score, unsigned edits, bool same_start)
{
    static const double by_edits[GD_MAX_EDITS + 1] = {1, 1, 0.02};
    return score * by_edits[edits] * (same_start ? 1 : 0.1);
}

static void add_candidates(gd_match_list *list, gd_match_filter *filter, const void *context,
                           gd_candidates candidates, unsigned edits, bool same_start)
{
    for (uint32_t i = 0; i < candidates.count; i++) {
        uint32_t candidate = candidate_at(candidates, i), row = candidate_row(candidate);
        if (candidate_class(candidate) != GD_CLASS_CODE && filter(context, row)) {
            double score = gd_score(place_facts(row), candidate_class(candidate));
            gd_match_list_add(list, (gd_match){row, GD_FIT_CLOSE, likelihood(score, edits, same_start)});
        }
    }
}

/* Moves on to the last block whose first key still begins with the dead_prefix bytes of the
 * one just read: all keys between begin with them too. */
static void skip_dead_prefix(gd_cursor *cursor, size_t dead_prefix)
{
    for (uint32_t block = cursor->index / GD_BLOCK + 1;; block++) {
        gd_cursor head = gd_cursor_at(cursor->name_index, block);
        if (!gd_cursor_next(&head) || head.length < dead_prefix ||
            memcmp(head.key, cursor->key, dead_prefix) != 0)
            return;
        *cursor = head;
    }
}

/* Of a short word nothing is left after two edits, of two letters nothing after one. */
static unsigned edits_allowed(size_t letters)
{
    return letters < 3 ? 0 : letters < 5 ? 1 : GD_MAX_EDITS;
}

/* The ASCII keys come before all others. */
void gd_match_list_add_fuzzy(gd_match_list *list, geodist_text sought, gd_match_filter *filter, const void *context)
{
    bool ascii = (unsigned char)sought.bytes[0] < 0x80;
    gd_edit_distance distance;
    gd_edit_distance_start(&distance, sought);
    unsigned most_edits = edits_allowed(distance.query_length);
    if (most_edits == 0)
        return;
    uint32_t start =
        ascii ? 0 : gd_name_index_block(GD_FIELD_PLACE_NAMES, (geodist_text){"\x80", 1});
    gd_cursor cursor = gd_cursor_at(GD_FIELD_PLACE_NAMES, start);
    char dead[GD_KEY_MAX];
    size_t dead_prefix = 0, shared = 0;
    while (gd_cursor_next(&cursor) && !(ascii && (unsigned char)cursor.key[0] >= 0x80)) {
        geodist_text key = {cursor.key, cursor.length};
        shared = cursor.shared < shared ? cursor.shared : shared;
        if (dead_prefix && key.length >= dead_prefix && memcmp(dead, key.bytes, dead_prefix) == 0)
            continue;
        unsigned edits = gd_edit_distance_next(&distance, key, shared, &dead_prefix);
        shared = dead_prefix ? dead_prefix : key.length;
        if (edits <= most_edits)
            add_candidates(list, filter, context,
                           gd_name_index_candidates(GD_FIELD_PLACE_NAMES, cursor.index), edits,
                           key.bytes[0] == sought.bytes[0]);
        if (dead_prefix) {
            memcpy(dead, key.bytes, dead_prefix);
            skip_dead_prefix(&cursor, dead_prefix);
        }
    }
}
