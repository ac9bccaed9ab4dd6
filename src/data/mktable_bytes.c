#include "mktable_bytes.h"

void put(bytes *to, const void *from, size_t length)
{
    if (to->room - to->length < length) {
        to->room = 2 * (to->length + length);
        to->at = resize(to->at, to->room);
    }
    if (length)
        memcpy(to->at + to->length, from, length);
    to->length += length;
}

void put_number(bytes *to, uint64_t number, unsigned width)
{
    unsigned char little_endian[8];
    for (unsigned i = 0; i < width; i++)
        little_endian[i] = (unsigned char)(number >> 8 * i);
    put(to, little_endian, width);
}
