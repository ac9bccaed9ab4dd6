/* Classes of single bytes, without a locale. Bytes from 0x80 on belong to none of them. */
#ifndef GD_ASCII_H
#define GD_ASCII_H

#include <stdbool.h>

static inline bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* A byte of a decimal number without sign: a digit or a point. */
static inline bool is_numeric(char byte)
{
    return is_digit(byte) || byte == '.';
}

/* Space, TAB, LF, VT, FF or CR. */
static inline bool is_space(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static inline bool is_ascii_capital(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

static inline char lower(char byte)
{
    return is_ascii_capital(byte) ? (char)(byte - 'A' + 'a') : byte;
}

static inline char upper(char byte)
{
    return byte >= 'a' && byte <= 'z' ? (char)(byte - 'a' + 'A') : byte;
}

static inline bool is_ascii_letter(char byte)
{
    return lower(byte) >= 'a' && lower(byte) <= 'z';
}

#endif
