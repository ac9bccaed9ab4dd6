/* A name_index of the image: folded names in byte order, and who bears each.
 *
 * A block starts at each GD_BLOCK-th key. A key is a byte whose high half says how many
 * bytes it shares with the key before it and whose low half how many coded bytes follow
 * (15: the next byte says it), then these. Byte values that occur in no key stand for
 * frequent sequences of up to GD_EXPANSION bytes (byte pair encoding: P. Gage, "A new
 * algorithm for data compression", C Users Journal 12(2), 1994). */
#ifndef GD_NAME_INDEX_H
#define GD_NAME_INDEX_H

#include "places/fold.h"
#include "table/table.h"

/* Candidates of one key, best first; each is a u24 as image.h has it. */
typedef struct {
    const unsigned char *at;
    uint32_t count;
} gd_candidates;

static inline uint32_t candidate_at(gd_candidates candidates, uint32_t index)
{
    return load_u24(candidates.at + 3 * (size_t)index);
}

static inline uint32_t candidate_row(uint32_t candidate)
{
    return candidate & GD_ROW_MASK;
}

static inline unsigned candidate_class(uint32_t candidate)
{
    return candidate >> GD_ROW_BITS & GD_CLASS_MASK;
}

/* Who bears a key. The name_index is named by its first field in the header. Count is 0 if
 * nobody does. */
gd_candidates gd_name_index_find(gd_field name_index, geodist_text key);

/* Who bears the index-th key, 0 <= index < keys. */
gd_candidates gd_name_index_candidates(gd_field name_index, uint32_t index);

/* Reads keys in order. After gd_cursor_next() gave true, key holds the index-th key and
 * shared says how many of its bytes it has in common with the key before. */
typedef struct {
    const unsigned char *at;
    gd_field name_index;
    uint32_t next;
    uint32_t index;
    size_t length;
    size_t shared;
    char key[GD_KEY_MAX + GD_EXPANSION];
} gd_cursor;

/* A cursor before the first key of a block, 0 <= block <= keys / GD_BLOCK. */
gd_cursor gd_cursor_at(gd_field name_index, uint32_t block);
bool gd_cursor_next(gd_cursor *cursor);

/* The last block whose first key is not after the given one; 0 if there is none. */
uint32_t gd_name_index_block(gd_field name_index, geodist_text key);

#endif
