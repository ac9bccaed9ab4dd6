/* Byte pair encoding of the keys: bytes that occur in no key stand for frequent sequences (P. Gage,
 * A new algorithm for data compression, C Users Journal 12(2), 1994). */
#ifndef MKTABLE_PAIR_CODES_H
#define MKTABLE_PAIR_CODES_H

#include "places/fold.h"
#include "table/table.h"
#include "mktable_bytes.h"

typedef struct {
    char expansion[256][GD_EXPANSION];
    unsigned char length[256]; /* 0: the byte stands for nothing */
    bool literal[256];         /* the byte stands for itself */
    int longest[256];          /* by first byte: the last code learned, or -1 */
    int shorter[256];          /* by code: the last one before with its first byte, or -1 */
} gd_pair_codes;

/* Learns codes from consecutive texts of the given lengths. */
void gd_learn_pair_codes(gd_pair_codes *learned, const char *text, const unsigned char *lengths,
                         size_t texts);

/* Encodes a text of at most GD_KEY_MAX bytes in the fewest codes; returns their number. */
size_t gd_encode(const gd_pair_codes *with, geodist_text text, unsigned char coded[GD_KEY_MAX]);

#endif
