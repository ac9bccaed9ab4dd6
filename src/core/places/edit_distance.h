/* The edit distance between a query and many keys, read byte by byte. Keys with a common prefix
 * share the states of that prefix.
 *
 * An edit inserts, deletes or changes a letter, or exchanges two neighbours (optimal string
 * alignment: R. A. Wagner and M. J. Fischer, The string-to-string correction problem, J. ACM 21(1),
 * 1974, with the transposition of F. J. Damerau, 1964). Of each row of the matrix only the diagonal
 * band of cells that can be within GD_MAX_EDITS is computed, all of them at once as a
 * nondeterministic automaton (S. Wu and U. Manber, Fast text searching allowing errors, Comm. ACM
 * 35(10), 1992). */
#ifndef GD_EDIT_DISTANCE_H
#define GD_EDIT_DISTANCE_H

#include "places/fold.h"

enum {
    GD_MAX_EDITS = 2,
    GD_LETTER_SLOTS = 256,                        /* a power of two above GD_KEY_MAX */
    GD_LETTER_BYTES = (GD_KEY_MAX + 8 + 7) / 8 + 1 /* a bit for each letter of a query */
};

/* Where a letter is in the query: bit i + GD_MAX_EDITS for the i-th letter. */
typedef struct {
    uint32_t code; /* 0: the slot is free */
    unsigned char at[GD_LETTER_BYTES];
} gd_letter_slot;

typedef struct {
    gd_letter_slot slots[GD_LETTER_SLOTS]; /* a hash table of its letters, with linear probing */
    size_t length;                         /* in letters */
    uint32_t allowed;                      /* the bits of the edits allowed */
} gd_edit_query;

/* The row of a prefix of a key. Bit d of the e-th byte of `reached`: the prefix, of `row` letters,
 * is within e edits of the first row - GD_MAX_EDITS + d letters of the query. The bits of
 * `exchanged` are those that the next letter reaches if it is the other one of two neighbours. */
typedef struct {
    uint32_t reached, exchanged;
    uint32_t code; /* of a letter that is not finished: its bits so far */
    unsigned char row, missing; /* the bytes that this letter lacks */
} gd_edit_state;

/* The query is a folded name: well-formed UTF-8 of at most GD_KEY_MAX bytes. Returns its number of
 * letters. */
size_t gd_edit_query_start(gd_edit_query *query, geodist_text name);

/* Sets how many edits are allowed, at most GD_MAX_EDITS, and returns the state of the empty key. */
gd_edit_state gd_edit_allow(gd_edit_query *query, unsigned edits);

/* Each byte in which bits of cells can be. */
#define GD_EACH_EDITS UINT32_C(0x010101)

static inline const gd_letter_slot *gd_letter_slot_of(const gd_edit_query *query, uint32_t code)
{
    uint32_t at = code % GD_LETTER_SLOTS;
    while (query->slots[at].code != code && query->slots[at].code != 0)
        at = (at + 1) % GD_LETTER_SLOTS;
    return &query->slots[at];
}

/* Reads one more letter. Where a letter is matched or changed, and at the end of an exchange, row
 * and column both go one further: the bits stay where they are. A letter of the key too many is one
 * bit lower in the new row, and one too few one higher. Most prefixes have no edit left. */
static inline bool gd_read_letter(const gd_edit_query *query, const gd_edit_state *state,
                                  uint32_t code, gd_edit_state *after)
{
    enum { BAND = 2 * GD_MAX_EDITS + 1, CELLS = (1 << BAND) - 1 };
    const unsigned char *bits = gd_letter_slot_of(query, code)->at + state->row / 8;
    uint32_t same = (bits[0] | (uint32_t)bits[1] << 8) >> state->row % 8;
    uint32_t before = state->reached, exchanged = 0;
    uint32_t reached = before & (same & CELLS) * GD_EACH_EDITS;
    if ((before & query->allowed >> 8) | state->exchanged) {
        reached |= before << 8 | (before >> 1 & (CELLS >> 1) * GD_EACH_EDITS) << 8;
        reached |= (state->exchanged & (same << 1 & CELLS) * GD_EACH_EDITS) << 8;
        reached |= (reached & CELLS >> 1) << 9;
        reached |= (reached & (CELLS >> 1) << 8) << 9;
        reached &= query->allowed;
        exchanged = before & (same >> 1 & CELLS) * GD_EACH_EDITS & query->allowed >> 8;
    }
    if (!reached)
        return false;
    *after = (gd_edit_state){reached, exchanged, 0, (unsigned char)(state->row + 1), 0};
    return true;
}

/* The same of a byte of a letter beyond ASCII. */
static inline bool gd_read_part(const gd_edit_query *query, const gd_edit_state *before,
                                unsigned char byte, gd_edit_state *after)
{
    uint32_t code = before->code << 6 | (byte & 0x3Fu);
    unsigned missing = before->missing - 1u;
    if (byte >= 0xC0) {
        missing = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
        code = byte & 0x3Fu >> missing;
    } else if (missing == 0) {
        return gd_read_letter(query, before, code, after);
    }
    *after = *before;
    after->code = code;
    after->missing = (unsigned char)missing;
    return true;
}

/* Reads one more byte of a key. False if no key with this prefix is within the edits allowed. */
static inline bool gd_read_byte(const gd_edit_query *query, const gd_edit_state *before,
                                unsigned char byte, gd_edit_state *after)
{
    return byte < 0x80 ? gd_read_letter(query, before, byte, after)
                       : gd_read_part(query, before, byte, after);
}

/* The distance of a key that ends in this state; GD_MAX_EDITS + 1 if it is more than allowed. */
unsigned gd_edit_distance(const gd_edit_query *query, const gd_edit_state *state);

#endif
