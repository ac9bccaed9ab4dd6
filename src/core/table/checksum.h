/* CRC-32 (IEEE 802.3, reflected, as in gzip and PNG), four bits at a time. */
#ifndef GD_CHECKSUM_H
#define GD_CHECKSUM_H

#include <stddef.h>
#include <stdint.h>

static inline uint32_t gd_checksum(const unsigned char *at, size_t length)
{
    static const uint32_t quarter[16] = {
        0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4,
        0x4db26158, 0x5005713c, 0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c,
        0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c};
    uint32_t crc = 0xffffffff;
    for (size_t i = 0; i < length; i++) {
        crc ^= at[i];
        crc = crc >> 4 ^ quarter[crc & 15];
        crc = crc >> 4 ^ quarter[crc & 15];
    }
    return ~crc;
}

#endif
