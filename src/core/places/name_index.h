/* The name index of the table: keys (folded names) in byte order, and the candidates of each.
 *
 * A key is found in three steps: the heads of the blocks tell in which block it can be only, the
 * fingerprints of that block which of its keys it can be, and the text whether it is that key. */
#ifndef GD_NAME_INDEX_H
#define GD_NAME_INDEX_H

#include "places/key_block.h"
#include "table/table.h"

/* The candidates of a key, best first, as table/table.h describes them. None: count is 0. */
typedef struct {
    const unsigned char *at;
    uint32_t count;
    bool in_list; /* its list has the number of its candidates before them */
} gd_candidates;

/* A number by which the candidates are found again: where they are in the table. 0 if there are
 * none.
 */
#define GD_ID_OF_LIST (UINT32_C(1) << 31)
static inline uint32_t gd_candidates_id(gd_candidates candidates)
{
    if (!candidates.at)
        return 0;
    return (uint32_t)(candidates.at - gd_table) | (candidates.in_list ? GD_ID_OF_LIST : 0);
}

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

/* Whether the key is a code of the candidate rather than a name. */
static inline bool is_code(uint32_t candidate)
{
    return candidate_class(candidate) >= GD_CLASS_CITY_CODE;
}

/* The candidates of a key. */
gd_candidates gd_name_index_find(geodist_text key);

/* Finds many keys side by side: found[i] becomes gd_name_index_find(keys[i]), for i < count, at
 * most GD_GROUP. After each key GD_KEY_SLACK bytes must be readable. The list of the candidates, or
 * the position of the only one, is prefetched. */
enum { GD_GROUP = 16 };
void gd_name_index_find_many(const geodist_text *keys, size_t count, gd_candidates *found);

/* The candidates of the index-th key, 0 <= index < keys. */
gd_candidates gd_name_index_candidates(uint32_t index);

/* Reads keys in order. After gd_cursor_next() has returned true, `key` is the index-th key, and
 * `shared` is the number of bytes that it shares with the key before; 0 at the start of a block. */
typedef struct {
    const unsigned char *block;
    const unsigned char *at; /* the next entry */
    uint32_t next;
    uint32_t index;
    size_t length;
    size_t shared;
    char key[GD_KEY_MAX + GD_EXPANSION];
} gd_cursor;

/* A cursor before the first key of a block, 0 <= block <= keys / GD_BLOCK. */
gd_cursor gd_cursor_at(uint32_t block);

/* Reads the next key; false after the last one. */
bool gd_cursor_next(gd_cursor *cursor);

/* The last block whose first key is not after the given key; 0 if there is none. */
uint32_t gd_name_index_block(geodist_text key);

#endif
