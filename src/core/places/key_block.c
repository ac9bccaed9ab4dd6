#include "places/key_block.h"

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

static const uint64_t each = UINT64_C(0x0101010101010101);

/* 1 in each byte whose value, at most 15, is 15. */
static uint64_t is_fifteen(uint64_t halves)
{
    return (halves + each) >> 4 & each;
}

/* Adds the lengths of the entries of some of the headers of a word, those of the mask, as long as
 * none has its length in a byte of its own: then it returns false. */
static bool add_lengths(uint64_t headers, uint64_t mask, size_t *sum)
{
    uint64_t shared = headers >> 4 & each * 15 & mask, length = headers & each * 15 & mask;
    if (is_fifteen(length))
        return false;
    *sum += (size_t)((length + is_fifteen(shared)) * each >> 56); /* at most 8 * 15 */
    return true;
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

static gd_key_entry entry_at(const unsigned char *block, unsigned index)
{
    const unsigned char *headers = block + GD_HEADERS_AT;
    size_t offset = GD_ENTRIES_AT;
    unsigned i = 0;
    bool all_short = true;
    for (; i + 8 <= index; i += 8)
        all_short &= add_lengths(load_u64(headers + i), UINT64_MAX, &offset);
    if (i < index)
        all_short &=
            add_lengths(load_u64(headers + i), UINT64_MAX >> 8 * (8 - (index - i)), &offset);
    return gd_read_entry(headers[index],
                         all_short ? block + offset : entry_by_entry(block, index));
}

/* ---- Comparing --------------------------------------------------------------------- */

/* How many bytes of the text, from `from` on, the entry stands for; 0 if it begins with others. The
 * last expansion may end after the text. */
static bool continues_with(gd_key_entry read, geodist_text text, bool to_end)
{
    const unsigned char *expansions = table_at(GD_FIELD_EXPANSIONS_AT);
    const unsigned char *lengths = table_at(GD_FIELD_LENGTHS_AT);
    size_t at = read.shared;
    for (size_t i = 0; i < read.coded_length; i++) {
        unsigned code = read.coded[i];
        const unsigned char *expansion = expansions + GD_EXPANSION * (size_t)code;
        for (size_t byte = 0; byte < lengths[code]; byte++) {
            if (at == text.length)
                return !to_end;
            if (expansion[byte] != (unsigned char)text.bytes[at++])
                return false;
        }
    }
    return at == text.length;
}

/* The bytes that the key shares with the key before are those of the nearest entries before it that
 * share less themselves. */
bool gd_block_has_key(const unsigned char *block, unsigned index, geodist_text key)
{
    gd_key_entry read = entry_at(block, index);
    if (read.shared > key.length || !continues_with(read, key, true))
        return false;
    size_t wanted = read.shared;
    while (wanted > 0) {
        index--;
        if (block[GD_HEADERS_AT + index] >> 4 >= wanted)
            continue;
        read = entry_at(block, index);
        if (read.shared >= wanted)
            continue;
        if (!continues_with(read, (geodist_text){key.bytes, wanted}, false))
            return false;
        wanted = read.shared;
    }
    return true;
}
