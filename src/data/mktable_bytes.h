/* The generator's output: bytes that grow, little-endian. */
#ifndef MKTABLE_BYTES_H
#define MKTABLE_BYTES_H

#include "mktable_tables.h"

typedef struct {
    unsigned char *at;
    size_t length;
    size_t room;
} bytes;

void put(bytes *to, const void *from, size_t length);
void put_number(bytes *to, uint64_t number, unsigned width);

#endif
