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

/* ---- Blocks ------------------------------------------------------------------------ */

static uint32_t block_count(void)
{
    return (table_field(GD_FIELD_KEYS) + GD_BLOCK - 1) / GD_BLOCK;
}

static const unsigned char *head_at(uint32_t block)
{
    return table_at(GD_FIELD_HEADS_AT) + GD_HEAD_SIZE * (size_t)block;
}

static const unsigned char *block_at(uint32_t block)
{
    return table_at(GD_FIELD_BLOCKS_AT) + load_u32(head_at(block) + 8);
}

/* The candidates of the index-th key of a block. */
static gd_candidates candidates_in(const unsigned char *block, unsigned index)
{
    const unsigned char *posting = block + GD_POSTINGS_AT + 3 * (size_t)index;
    uint32_t number = load_u24(posting);
    if (!(number & GD_LIST_FLAG))
        return (gd_candidates){posting, 1, false};
    const unsigned char *list = block + (number & ~(uint32_t)GD_LIST_FLAG);
    return (gd_candidates){list + 3, load_u24(list) & ~(uint32_t)GD_COUNTRIES_FLAG, true};
}

gd_candidates gd_name_index_candidates(uint32_t index)
{
    return candidates_in(block_at(index / GD_BLOCK), index % GD_BLOCK);
}

/* ---- Reading keys in order --------------------------------------------------------- */

gd_cursor gd_cursor_at(uint32_t block)
{
    gd_cursor cursor;
    cursor.next = cursor.index = block * GD_BLOCK;
    cursor.block = cursor.at = NULL; /* until gd_cursor_next() */
    cursor.length = cursor.shared = 0;
    return cursor;
}

bool gd_cursor_next(gd_cursor *cursor)
{
    if (cursor->next >= table_field(GD_FIELD_KEYS))
        return false;
    unsigned in_block = cursor->next % GD_BLOCK;
    if (in_block == 0) {
        cursor->block = block_at(cursor->next / GD_BLOCK);
        cursor->at = cursor->block + GD_ENTRIES_AT;
    }
    gd_key_entry read = gd_read_entry(cursor->block[GD_HEADERS_AT + in_block], cursor->at);
    cursor->at = read.coded + read.coded_length;
    cursor->shared = read.shared;
    cursor->length = gd_expand(read, cursor->key, read.shared);
    cursor->index = cursor->next++;
    return true;
}

/* ---- The block of a key ------------------------------------------------------------ */

/* The first key of a block. */
static geodist_text first_key(uint32_t block, char room[GD_KEY_MAX + GD_EXPANSION])
{
    const unsigned char *at = block_at(block);
    size_t length = gd_expand(gd_read_entry(at[GD_HEADERS_AT], at + GD_ENTRIES_AT), room, 0);
    return (geodist_text){room, length};
}

static bool begins_after(uint32_t block, geodist_text key)
{
    char room[GD_KEY_MAX + GD_EXPANSION];
    geodist_text first = first_key(block, room);
    return compare(first.bytes, first.length, key) > 0;
}

/* The last of the blocks that begin with the head of the key and not after the key; if there is
 * none, the block before them. `last` is the last that begins with that head. */
static uint32_t block_of_equal_heads(uint32_t last, uint64_t head, geodist_text key)
{
    uint32_t low = last;
    while (low > 0 && load_u64(head_at(low - 1)) == head)
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

/* Finds the last block whose head is not above each of the given ones; 0 if there is none. The
 * steps of several searches do not depend on each other, so that the processor overlaps them. */
static void search_heads(const uint64_t *heads, size_t count, uint32_t *blocks)
{
    const unsigned char *first = head_at(0);
    uint32_t left = block_count();
    for (size_t i = 0; i < count; i++)
        blocks[i] = 0;
    while (left > 1) {
        uint32_t half = left / 2;
        for (size_t i = 0; i < count; i++) {
            uint32_t middle = blocks[i] + half;
            blocks[i] =
                load_u64(first + GD_HEAD_SIZE * (size_t)middle) <= heads[i] ? middle : blocks[i];
        }
        left -= half;
    }
}

/* The heads are dense and nearly always suffice; whole keys are compared only where blocks begin
 * with the same 8 bytes as the key. */
static uint32_t block_of(uint32_t found, uint64_t head, geodist_text key)
{
    return load_u64(head_at(found)) == head ? block_of_equal_heads(found, head, key) : found;
}

uint32_t gd_name_index_block(geodist_text key)
{
    uint64_t head = gd_key_head(key);
    uint32_t found;
    search_heads(&head, 1, &found);
    return block_of(found, head, key);
}

/* ---- Finding ----------------------------------------------------------------------- */

/* A key, and where it can be only. */
typedef struct {
    const unsigned char *block;
    size_t shared; /* so many of its first bytes are those of all keys of the block */
} place_of_key;

/* A key with a head between those of a block and the next has the bytes that these two share, none
 * of which is padding: the first keys of two blocks differ. */
static place_of_key place_of(uint32_t block, uint64_t head)
{
    place_of_key of = {block_at(block), 0};
    uint64_t first = load_u64(head_at(block));
    uint64_t next = block + 1 < block_count() ? load_u64(head_at(block + 1)) : UINT64_MAX;
    if (first <= head && head <= next)
        of.shared = first == next ? 8 : (size_t)__builtin_clzll(first ^ next) / 8;
    return of;
}

/* Where the last block lacks keys it has headers of keys without bytes. */
static gd_candidates find_in_block(place_of_key in, geodist_text key)
{
    uint32_t matching = gd_matching_fingerprints(in.block, gd_fingerprint(key));
    for (; matching; matching &= matching - 1) {
        unsigned index = (unsigned)__builtin_ctz(matching);
        if (gd_block_has_key(in.block, index, key, in.shared))
            return candidates_in(in.block, index);
    }
    return (gd_candidates){NULL, 0, false};
}

gd_candidates gd_name_index_find(geodist_text key)
{
    char room[GD_KEY_MAX + GD_KEY_SLACK];
    if (key.length > GD_KEY_MAX)
        return (gd_candidates){NULL, 0, false};
    memcpy(room, key.bytes, key.length);
    memset(room + key.length, 0, GD_KEY_SLACK); /* for MemorySanitizer and its like */
    return find_in_block(place_of(gd_name_index_block(key), gd_key_head(key)),
                         (geodist_text){room, key.length});
}

/* Marks, headers, postings and most of the entries. */
static void prefetch_block(const unsigned char *block)
{
    enum { BYTES = 384, LINE = 64 };
    for (size_t at = 0; at < BYTES; at += LINE)
        gd_prefetch(block + at);
}

void gd_name_index_find_many(const geodist_text *keys, size_t count, gd_candidates *found)
{
    uint64_t heads[GD_GROUP] = {0}; /* gcc does not see that `count` is not 0 */
    uint32_t numbers[GD_GROUP];
    place_of_key in[GD_GROUP];
    for (size_t i = 0; i < count; i++)
        heads[i] = gd_key_head(keys[i]);
    search_heads(heads, count, numbers);
    for (size_t i = 0; i < count; i++) {
        in[i] = place_of(block_of(numbers[i], heads[i], keys[i]), heads[i]);
        prefetch_block(in[i].block);
    }
    for (size_t i = 0; i < count; i++) {
        found[i] = find_in_block(in[i], keys[i]);
        if (found[i].in_list)
            gd_prefetch(found[i].at);
        else if (found[i].count)
            gd_prefetch_position(candidate_row(candidate_at(found[i], 0)));
    }
}
