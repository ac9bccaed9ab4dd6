/* Byte pair encoding of key text: bytes that no key uses stand for frequent sequences. */
#ifndef MKTABLE_PAIR_CODES_H
#define MKTABLE_PAIR_CODES_H

#include "places/fold.h"
#include "table/table.h"
#include "mktable_bytes.h"

typedef struct {
    char expansion[256][GD_EXPANSION];
    unsigned char length[256]; /* 0: the byte stands for nothing */
    bool literal[256];         /* the byte stands for itself */
    int longest[256];          /* by first byte: the last code learnt, or -1 */
    int shorter[256];          /* by code: the next one with its first byte, or -1 */
} gd_pair_codes;

/* Learns codes from texts that lie one behind the other, each of the given length. */
void gd_learn_pair_codes(gd_pair_codes *learned, const char *text, const unsigned char *lengths, size_t texts);

/* The fewest bytes that expand to the text, at most GD_KEY_MAX long; returns how many. */
size_t gd_encode(const gd_pair_codes *with, geodist_text text, unsigned char coded[GD_KEY_MAX]);

#endif
