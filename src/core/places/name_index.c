#include "places/name_index.h"

/* A front-coded key. */
typedef struct {
    size_t shared;
    const unsigned char *coded;
    size_t coded_length;
} entry;

static entry read_entry(const unsigned char *at)
{
    entry read = {at[0] >> 4, at + 1, at[0] & 15};
    if (read.shared == 15)
        read.shared = *read.coded++;
    if (read.coded_length == 15)
        read.coded_length = *read.coded++;
    return read;
}

/* Appends what the coded bytes stand for to the key, and returns its new length. Whole expansions
 * are stored, whatever their length: the key needs room for one beyond its end. */
static size_t expand(entry read, char *key, size_t length)
{
    const unsigned char *expansions = table_at(GD_FIELD_EXPANSIONS_AT);
    const unsigned char *lengths = table_at(GD_FIELD_LENGTHS_AT);
    for (size_t i = 0; i < read.coded_length; i++) {
        unsigned code = read.coded[i];
        memcpy(key + length, expansions + GD_EXPANSION * (size_t)code, GD_EXPANSION);
        length += lengths[code];
    }
    return length;
}

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

gd_cursor gd_cursor_at(uint32_t block)
{
    const unsigned char *blocks = table_at(GD_FIELD_BLOCKS_AT);
    gd_cursor cursor;
    cursor.next = block * GD_BLOCK;
    cursor.at = table_at(GD_FIELD_TEXT_AT);
    if (cursor.next < table_field(GD_FIELD_KEYS))
        cursor.at += load_u32(blocks + 4 * (size_t)block);
    cursor.index = cursor.next;
    cursor.length = 0;
    cursor.shared = 0;
    return cursor;
}

bool gd_cursor_next(gd_cursor *cursor)
{
    if (cursor->next >= table_field(GD_FIELD_KEYS))
        return false;
    entry read = read_entry(cursor->at);
    cursor->at = read.coded + read.coded_length;
    cursor->shared = read.shared;
    cursor->length = expand(read, cursor->key, read.shared);
    cursor->index = cursor->next++;
    return true;
}

/* How many of the blocks from low to high have a head below the bound. */
static uint32_t blocks_below(const unsigned char *heads, uint32_t low, uint32_t high,
                             uint64_t bound)
{
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (load_u64(heads + 8 * (size_t)middle) < bound)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The heads are dense and nearly always suffice; whole keys are compared only where several blocks
 * begin with the same 8 bytes. */
uint32_t gd_name_index_block(geodist_text key)
{
    const unsigned char *heads = table_at(GD_FIELD_HEADS_AT);
    uint32_t blocks = (table_field(GD_FIELD_KEYS) + GD_BLOCK - 1) / GD_BLOCK;
    uint64_t head = key_head(key);
    uint32_t low = blocks_below(heads, 0, blocks, head);
    uint32_t high = low;
    while (high < blocks && load_u64(heads + 8 * (size_t)high) == head)
        high++;
    low -= low > 0;
    while (low + 1 < high) {
        uint32_t middle = low + (high - low) / 2;
        gd_cursor first = gd_cursor_at(middle);
        gd_cursor_next(&first);
        if (compare(first.key, first.length, key) <= 0)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* `matched` is the number of bytes that the key before shares with the key looked for. A key that
 * shares more than that with the key before is still below; one that shares less is already above.
 * Only the others are decoded. */
gd_candidates gd_name_index_find(geodist_text key)
{
    uint32_t index = gd_name_index_block(key) * GD_BLOCK;
    uint32_t keys = table_field(GD_FIELD_KEYS);
    uint32_t end = keys - index < GD_BLOCK ? keys : index + GD_BLOCK;
    const unsigned char *at = gd_cursor_at(index / GD_BLOCK).at;
    char read_key[GD_KEY_MAX + GD_EXPANSION];
    size_t matched = 0;
    for (; index < end; index++) {
        entry read = read_entry(at);
        at = read.coded + read.coded_length;
        if (read.shared < matched)
            break;
        if (read.shared > matched)
            continue;
        size_t length = expand(read, read_key, matched);
        while (matched < length && matched < key.length && read_key[matched] == key.bytes[matched])
            matched++;
        if (matched == length && matched == key.length)
            return gd_name_index_candidates(index);
    }
    return (gd_candidates){NULL, 0};
}
