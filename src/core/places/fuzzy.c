/* Names a few edits away from what was typed. */
#include "places/score.h"
#include "places/match_list.h"
#include "places/edit_distance.h"

/* People mistype a letter far more often than two, and the first one least of all. */
static double likelihood(double score, unsigned edits, bool same_start)
{
    static const double by_edits[GD_MOST_EDITS + 1] = {1, 1, 0.02};
    return score * by_edits[edits] * (same_start ? 1 : 0.1);
}

static void enlist_bearers(gd_shortlist *list, gd_wish *wish, const void *wisher,
                           gd_candidates bearers, unsigned edits, bool same_start)
{
    for (uint32_t i = 0; i < bearers.count; i++) {
        uint32_t bearer = candidate(bearers, i), row = candidate_row(bearer);
        if (candidate_class(bearer) != GD_CLASS_CODE && wish(wisher, row)) {
            double score = gd_score(place_facts(row), candidate_class(bearer));
            gd_enlist(list, (gd_listed){row, GD_FIT_CLOSE, likelihood(score, edits, same_start)});
        }
    }
}

/* Moves on to the last block whose first key still begins with the hopeless bytes of the
 * one just read: all keys between begin with them too. */
static void skip_hopeless(gd_cursor *cursor, size_t hopeless)
{
    for (uint32_t block = cursor->index / GD_BLOCK + 1;; block++) {
        gd_cursor head = gd_cursor_at(cursor->lexicon, block);
        if (!gd_cursor_next(&head) || head.length < hopeless ||
            memcmp(head.key, cursor->key, hopeless) != 0)
            return;
        *cursor = head;
    }
}

/* Of a short word nothing is left after two edits, of two letters nothing after one. */
static unsigned edits_allowed(size_t letters)
{
    return letters < 3 ? 0 : letters < 5 ? 1 : GD_MOST_EDITS;
}

/* The ASCII keys come before all others. */
void gd_enlist_close(gd_shortlist *list, geodist_text sought, gd_wish *wish, const void *wisher)
{
    bool ascii = (unsigned char)sought.bytes[0] < 0x80;
    gd_spelling spelling;
    gd_spelling_start(&spelling, sought);
    unsigned most_edits = edits_allowed(spelling.sought_length);
    if (most_edits == 0)
        return;
    uint32_t start =
        ascii ? 0 : gd_lexicon_block(GD_FIELD_PLACE_LEXICON, (geodist_text){"\x80", 1});
    gd_cursor cursor = gd_cursor_at(GD_FIELD_PLACE_LEXICON, start);
    char dead[GD_KEY_MAX];
    size_t hopeless = 0, shared = 0;
    while (gd_cursor_next(&cursor) && !(ascii && (unsigned char)cursor.key[0] >= 0x80)) {
        geodist_text key = {cursor.key, cursor.length};
        shared = cursor.shared < shared ? cursor.shared : shared;
        if (hopeless && key.length >= hopeless && memcmp(dead, key.bytes, hopeless) == 0)
            continue;
        unsigned edits = gd_spelling_read(&spelling, key, shared, &hopeless);
        shared = hopeless ? hopeless : key.length;
        if (edits <= most_edits)
            enlist_bearers(list, wish, wisher,
                           gd_lexicon_candidates(GD_FIELD_PLACE_LEXICON, cursor.index), edits,
                           key.bytes[0] == sought.bytes[0]);
        if (hopeless) {
            memcpy(dead, key.bytes, hopeless);
            skip_hopeless(&cursor, hopeless);
        }
    }
}
