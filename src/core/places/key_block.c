#include "places/key_block.h"

#include "places/key_words.h"

size_t gd_expand(gd_key_entry read, char *key, size_t length)
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

/* ---- Where an entry begins --------------------------------------------------------- */

enum { WORD = 8, WORDS = GD_BLOCK / WORD };

static const uint64_t each = UINT64_C(0x0101010101010101);

/* 1 in each byte whose value, at most 15, is 15. */
static uint64_t is_fifteen(uint64_t halves)
{
    return (halves + each) >> 4 & each;
}

/* Where the entries of a block begin: those of each 8 headers, and within these each after the
 * first, in a byte of the sums. */
typedef struct {
    uint16_t first[WORDS];
    uint64_t sums[WORDS];
    unsigned known; /* from this entry on it is not told, as an earlier length is in the entry */
} entry_offsets;

/* The offsets of the entries up to the index-th. In a product with `each` byte i is the sum of the
 * bytes up to i. */
static entry_offsets offsets_to(const unsigned char *block, unsigned index)
{
    entry_offsets of;
    unsigned at = GD_ENTRIES_AT, word = 0;
    of.known = GD_BLOCK;
    for (; word <= index / WORD; word++) {
        uint64_t headers = load_u64(block + GD_HEADERS_AT + WORD * word);
        uint64_t lengths = headers & each * 15;
        uint64_t sums = (lengths + is_fifteen(headers >> 4 & each * 15)) * each;
        uint64_t longer = is_fifteen(lengths);
        if (longer) {
            unsigned until = WORD * word + (unsigned)__builtin_ctzll(longer) / 8 + 1;
            of.known = until < of.known ? until : of.known;
        }
        of.first[word] = (uint16_t)at;
        of.sums[word] = sums << 8;
        at += (unsigned)(sums >> 56); /* at most 8 * 16 */
    }
    return of;
}

static const unsigned char *entry_by_entry(const unsigned char *block, unsigned index)
{
    const unsigned char *headers = block + GD_HEADERS_AT, *at = block + GD_ENTRIES_AT;
    for (unsigned i = 0; i < index; i++) {
        unsigned length = headers[i] & 15;
        at += headers[i] >> 4 == 15;
        at += length == 15 ? 1 + (size_t)*at : length;
    }
    return at;
}

static inline gd_key_entry entry_at(const unsigned char *block, const entry_offsets *offsets,
                                    unsigned index)
{
    const unsigned char *at = block + offsets->first[index / WORD] +
                              (offsets->sums[index / WORD] >> 8 * (index % WORD) & 255);
    if (index >= offsets->known)
        at = entry_by_entry(block, index);
    return gd_read_entry(block[GD_HEADERS_AT + index], at);
}

/* ---- Comparing --------------------------------------------------------------------- */

/* Whether the bytes that an entry stands for are those of the key after the shared ones, as far as
 * `end`. *after becomes where the entry ends, or more than `end` if it goes on there. */
static inline bool is_equal(const gd_key_entry *read, const char *key, size_t end, size_t *after)
{
    const unsigned char *expansions = table_at(GD_FIELD_EXPANSIONS_AT);
    const unsigned char *lengths = table_at(GD_FIELD_LENGTHS_AT);
    const unsigned char *code = read->coded, *last = code + read->coded_length;
    size_t at = read->shared;
    for (; code < last && at < end; code++) {
        size_t length = lengths[*code];
        size_t compared = at + length <= end ? length : end - at;
        uint64_t difference =
            load_u64(expansions + GD_EXPANSION * (size_t)*code) ^ gd_load_eight(key + at);
        if (difference << 8 * (GD_EXPANSION - compared))
            return false;
        at += length;
    }
    *after = code < last ? SIZE_MAX : at;
    return true;
}

/* The bytes that the key shares with the key before are those of the nearest entries before it that
 * share less themselves. */
bool gd_block_has_key(const unsigned char *block, unsigned index, geodist_text key, size_t known)
{
    entry_offsets offsets = offsets_to(block, index);
    size_t end = key.length;
    for (;;) {
        gd_key_entry read = entry_at(block, &offsets, index);
        size_t after = SIZE_MAX;
        if (read.shared <= end && !is_equal(&read, key.bytes, end, &after))
            return false;
        if (end == key.length && after != end)
            return false;
        end = read.shared < end ? read.shared : end;
        if (end <= known)
            return true;
        do
            index--;
        while (block[GD_HEADERS_AT + index] >> 4 >= end);
    }
}
