#include "mktable_bytes.h"

void gd_put(gd_bytes *to, const void *from, size_t length)
{
    if (to->room - to->length < length) {
        to->room = 2 * (to->length + length);
        to->at = gd_resize(to->at, to->room);
    }
    if (length)
        memcpy(to->at + to->length, from, length);
    to->length += length;
}

void gd_put_number(gd_bytes *to, uint64_t number, unsigned width)
{
    unsigned char little_endian[8];
    for (unsigned i = 0; i < width; i++)
        little_endian[i] = (unsigned char)(number >> 8 * i);
    gd_put(to, little_endian, width);
}
