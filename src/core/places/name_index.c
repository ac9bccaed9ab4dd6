#include "places/name_index.h"

#include "places/fingerprints.h"
#include "places/key_words.h"
#include "places/prefetch.h"

static int compare(const char *a, size_t a_length, geodist_text b)
{
    size_t common = a_length < b.length ? a_length : b.length;
    int order = memcmp(a, b.bytes, common);
    return order ? order : (a_length > b.length) - (a_length < b.length);
}

gd_candidates gd_name_index_candidates(uint32_t index)
{
    const unsigned char *posting =
        table_at(GD_FIELD_POSTINGS_AT) + 3 * (size_t)index;
    uint32_t number = load_u24(posting);
    if (!(number & GD_LIST_FLAG))
        return (gd_candidates){posting, 1};
    const unsigned char *list = table_at(GD_FIELD_LISTS_AT) +
                                3 * (size_t)(number & ~(uint32_t)GD_LIST_FLAG);
    return (gd_candidates){list + 3, load_u24(list) & ~(uint32_t)GD_COUNTRIES_FLAG};
}

/* ---- Reading keys in order --------------------------------------------------------- */

static uint32_t block_count(void)
{
    return (table_field(GD_FIELD_KEYS) + GD_BLOCK - 1) / GD_BLOCK;
}

static const unsigned char *block_at(uint32_t block)
{
    const unsigned char *offset = table_at(GD_FIELD_BLOCKS_AT) + 4 * (size_t)block;
    return table_at(GD_FIELD_TEXT_AT) + load_u32(offset);
}

gd_cursor gd_cursor_at(uint32_t block)
{
    gd_cursor cursor;
    cursor.next = cursor.index = block * GD_BLOCK;
    cursor.headers = cursor.at = block < block_count() ? block_at(block) : NULL;
    cursor.length = cursor.shared = 0;
    return cursor;
}

bool gd_cursor_next(gd_cursor *cursor)
{
    if (cursor->next >= table_field(GD_FIELD_KEYS))
        return false;
    if (cursor->next % GD_BLOCK == 0) { /* blocks follow one another */
        cursor->headers = cursor->at;
        cursor->at += GD_BLOCK;
    }
    gd_key_entry read = gd_read_entry(cursor->headers[cursor->next % GD_BLOCK], cursor->at);
    cursor->at = read.coded + read.coded_length;
    cursor->shared = read.shared;
    cursor->length = gd_expand(read, cursor->key, read.shared);
    cursor->index = cursor->next++;
    return true;
}

/* ---- Blocks ------------------------------------------------------------------------ */

/* Whether the first key of a block is after the key given. */
static bool begins_after(uint32_t block, geodist_text key)
{
    char first[GD_KEY_MAX + GD_EXPANSION];
    const unsigned char *at = block_at(block);
    size_t length = gd_expand(gd_read_entry(at[0], at + GD_BLOCK), first, 0);
    return compare(first, length, key) > 0;
}

/* The last of the blocks that begin with the head of the key and not after the key; if there is none,
 * the block before them. `last` is the last that begins with that head. */
static uint32_t block_of_equal_heads(const unsigned char *heads, uint32_t last, geodist_text key)
{
    uint64_t head = gd_key_head(key);
    uint32_t low = last;
    while (low > 0 && load_u64(heads + 8 * (size_t)(low - 1)) == head)
        low--;
    uint32_t count = last - low + 1; /* of the blocks from `low` on some begin not after the key */
    while (count > 0) {
        uint32_t half = count / 2;
        if (begins_after(low + half, key)) {
            count = half;
        } else {
            low += half + 1;
            count -= half + 1;
        }
    }
    return low - (low > 0);
}

/* Finds the last block whose head is not above each of the given ones; 0 if there is none. The steps
 * of several searches do not depend on each other, so that the processor overlaps them. */
static void search_heads(const unsigned char *table, const uint64_t *heads, size_t count,
                         uint32_t *blocks)
{
    uint32_t left = block_count();
    for (size_t i = 0; i < count; i++)
        blocks[i] = 0;
    while (left > 1) {
        uint32_t half = left / 2;
        for (size_t i = 0; i < count; i++) {
            uint32_t middle = blocks[i] + half;
            blocks[i] = load_u64(table + 8 * (size_t)middle) <= heads[i] ? middle : blocks[i];
        }
        left -= half;
    }
}

/* The heads are dense and nearly always suffice; whole keys are compared only where blocks begin with
 * the same 8 bytes as the key. */
static uint32_t block_of(uint32_t found, const unsigned char *heads, uint64_t head,
                         geodist_text key)
{
    return load_u64(heads + 8 * (size_t)found) == head ? block_of_equal_heads(heads, found, key)
                                                       : found;
}

uint32_t gd_name_index_block(geodist_text key)
{
    const unsigned char *heads = table_at(GD_FIELD_HEADS_AT);
    uint64_t head = gd_key_head(key);
    uint32_t found;
    search_heads(heads, &head, 1, &found);
    return block_of(found, heads, head, key);
}

/* ---- Finding ----------------------------------------------------------------------- */

static const unsigned char *marks_of(uint32_t block)
{
    return table_at(GD_FIELD_MARKS_AT) + GD_BLOCK * (size_t)block;
}

/* No key. */
static const uint32_t no_index = UINT32_MAX;

static uint32_t find_in_block(uint32_t block, geodist_text key)
{
    uint32_t keys = table_field(GD_FIELD_KEYS) - block * GD_BLOCK;
    uint32_t matching = gd_matching_marks(marks_of(block), gd_fingerprint(key));
    for (; matching; matching &= matching - 1) {
        unsigned index = (unsigned)__builtin_ctz(matching);
        if (index < keys && gd_block_has_key(block_at(block), index, key))
            return block * GD_BLOCK + index;
    }
    return no_index;
}

gd_candidates gd_name_index_find(geodist_text key)
{
    uint32_t index = find_in_block(gd_name_index_block(key), key);
    return index == no_index ? (gd_candidates){NULL, 0} : gd_name_index_candidates(index);
}

static void prefetch_block(uint32_t block)
{
    const unsigned char *postings = table_at(GD_FIELD_POSTINGS_AT) + 3 * GD_BLOCK * (size_t)block;
    const unsigned char *text = block_at(block);
    gd_prefetch(marks_of(block));
    gd_prefetch(postings);
    gd_prefetch(postings + 64);
    for (unsigned at = 0; at < 4 * 64; at += 64) /* most of a block */
        gd_prefetch(text + at);
}

static void prefetch_list(uint32_t index)
{
    uint32_t number = load_u24(table_at(GD_FIELD_POSTINGS_AT) + 3 * (size_t)index);
    if (number & GD_LIST_FLAG)
        gd_prefetch(table_at(GD_FIELD_LISTS_AT) + 3 * (size_t)(number & ~(uint32_t)GD_LIST_FLAG));
}

void gd_name_index_find_many(const geodist_text *keys, size_t count, gd_candidates *found)
{
    const unsigned char *heads = table_at(GD_FIELD_HEADS_AT);
    uint64_t wanted[GD_GROUP];
    uint32_t blocks[GD_GROUP], indices[GD_GROUP];
    for (size_t i = 0; i < count; i++)
        wanted[i] = gd_key_head(keys[i]);
    search_heads(heads, wanted, count, blocks);
    for (size_t i = 0; i < count; i++) {
        blocks[i] = block_of(blocks[i], heads, wanted[i], keys[i]);
        prefetch_block(blocks[i]);
    }
    for (size_t i = 0; i < count; i++) {
        indices[i] = find_in_block(blocks[i], keys[i]);
        if (indices[i] != no_index)
            prefetch_list(indices[i]);
    }
    for (size_t i = 0; i < count; i++)
        found[i] = indices[i] == no_index ? (gd_candidates){NULL, 0}
                                          : gd_name_index_candidates(indices[i]);
}
