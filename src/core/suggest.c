/* What an unknown name may have meant: the best known places whose name is a few edits
 * away, by one pass over the keys of its script. */
#include "gazetteer.h"
#include "rank.h"
#include "spelling.h"
#include "text.h"

enum { MOST = 16 };

typedef struct {
    uint32_t row;
    double likelihood;
} suggestion;

typedef struct {
    suggestion items[MOST];
    size_t count;
} shortlist;

/* Puts a place into its rank; of two spellings of one place the likelier counts. */
static void enlist(shortlist *list, suggestion added)
{
    size_t at = 0;
    while (at < list->count && list->items[at].row != added.row)
        at++;
    if (at < list->count && list->items[at].likelihood >= added.likelihood)
        return;
    if (at == list->count) {
        if (list->count < MOST)
            list->count++;
        else if (list->items[--at].likelihood >= added.likelihood)
            return;
    }
    for (; at > 0 && list->items[at - 1].likelihood < added.likelihood; at--)
        list->items[at] = list->items[at - 1];
    list->items[at] = added;
}

/* People mistype a letter far more often than two, and the first one least of all. */
static double likelihood(double score, unsigned edits, bool same_start)
{
    static const double by_edits[GD_MOST_EDITS + 1] = {1, 1, 0.02};
    return score * by_edits[edits] * (same_start ? 1 : 0.1);
}

static void enlist_bearers(shortlist *list, const gd_query *query, gd_candidates bearers,
                           unsigned edits, bool same_start)
{
    for (uint32_t i = 0; i < bearers.count; i++) {
        uint32_t bearer = candidate(bearers, i), row = candidate_row(bearer);
        if (candidate_class(bearer) != GD_CLASS_CODE && gd_is_there(query, row)) {
            double score = gd_score(place_facts(row), candidate_class(bearer));
            enlist(list, (suggestion){row, likelihood(score, edits, same_start)});
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

/* Reads the keys of the sought key's script: the ASCII ones come before all others. */
static void enlist_spellings(shortlist *list, const gd_query *query, geodist_text sought)
{
    bool ascii = (unsigned char)sought.bytes[0] < 0x80;
    gd_spelling spelling;
    gd_spelling_start(&spelling, sought);
    unsigned most_edits = edits_allowed(spelling.sought_length);
    if (most_edits == 0)
        return;
    uint32_t start = ascii ? 0 : gd_lexicon_block(GD_FIELD_PLACE_LEXICON, (geodist_text){"\x80", 1});
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
            enlist_bearers(list, query, gd_lexicon_candidates(GD_FIELD_PLACE_LEXICON, cursor.index),
                           edits, key.bytes[0] == sought.bytes[0]);
        if (hopeless) {
            memcpy(dead, key.bytes, hopeless);
            skip_hopeless(&cursor, hopeless);
        }
    }
}

size_t geodist_suggest(geodist_text text, geodist_place *places, size_t capacity)
{
    gd_query query;
    geodist_error error;
    shortlist list = {.count = 0};
    geodist_status status = gd_read_query(text, &query, &error);
    if (status == GEODIST_UNKNOWN_NAME) {
        char key[GD_KEY_MAX];
        size_t length = gd_fold(query.name, key);
        if (length <= GD_KEY_MAX)
            enlist_spellings(&list, &query, (geodist_text){key, length});
    } else if (status == GEODIST_NOT_THERE || status == GEODIST_UNKNOWN_QUALIFIER) {
        query.qualifiers = 0;
        enlist_bearers(&list, &query, query.bearers, 0, true);
    }
    for (size_t i = 0; i < list.count && i < capacity; i++)
        places[i] = gd_place(list.items[i].row);
    return list.count < capacity ? list.count : capacity;
}
