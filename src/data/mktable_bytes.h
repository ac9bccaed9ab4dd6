/* The generator's output: a growing array of bytes. */
#ifndef MKTABLE_BYTES_H
#define MKTABLE_BYTES_H

#include "mktable_tsv.h"

typedef struct {
    unsigned char *at;
    size_t length;
    size_t room;
} gd_bytes;

void gd_put(gd_bytes *to, const void *from, size_t length);
/* Little-endian, `width` bytes. */
void gd_put_number(gd_bytes *to, uint64_t number, unsigned width);

#endif
