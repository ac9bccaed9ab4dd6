/* A block of GD_BLOCK front-coded keys, any of which can be compared without decoding all before
 * it. table/table.h has its parts.
 *
 * The high half of a header is the number of bytes that the key shares with the key before, the low
 * half the number of coded bytes of the entry; 15 means that the number is in a byte of its own at
 * the start of the entry, that of the shared bytes first. The coded bytes follow. Values that occur
 * in no key stand for frequent sequences of up to GD_EXPANSION bytes (byte pair encoding: P. Gage,
 * A new algorithm for data compression, C Users Journal 12(2), 1994). */
#ifndef GD_KEY_BLOCK_H
#define GD_KEY_BLOCK_H

#include "places/fold.h"
#include "table/table.h"

/* A key, as its block has it. */
typedef struct {
    size_t shared;
    const unsigned char *coded;
    size_t coded_length;
} gd_key_entry;

/* The entry with this header, whose bytes begin at `at`. */
static inline gd_key_entry gd_read_entry(unsigned char header, const unsigned char *at)
{
    gd_key_entry read = {header >> 4, at, header & 15};
    if (read.shared == 15)
        read.shared = *read.coded++;
    if (read.coded_length == 15)
        read.coded_length = *read.coded++;
    return read;
}

/* Appends what the coded bytes stand for to the key, and returns its new length. Whole expansions
 * are stored, whatever their length: the key needs room for one beyond its end. */
size_t gd_expand(gd_key_entry read, char *key, size_t length);

/* So many bytes after the end of a key must be readable where it is compared, whatever they are. */
enum { GD_KEY_SLACK = GD_EXPANSION };

/* Whether the index-th key of the block at this address is the key given, whose bytes have slack.
 * The first `known` bytes are known to be those of all keys of the block. */
bool gd_block_has_key(const unsigned char *block, unsigned index, geodist_text key, size_t known);

#endif
