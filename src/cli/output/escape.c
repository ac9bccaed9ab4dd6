#include "output/escape.h"

#include <stdio.h>

enum { NOT_UTF8 = 0x110000 };

/* The code point at the front of the text, and how many bytes it takes; NOT_UTF8 and 1
 * if no well-formed sequence stands there (Unicode 16, table 3-7). Text is not empty. */
static uint32_t front(geodist_text text, size_t *length)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned char lead = (unsigned char)text.bytes[0];
    size_t wanted = lead < 0x80 ? 1 : lead < 0xC0 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3
                  : lead < 0xF8 ? 4 : 0;
    *length = 1;
    if (wanted == 1)
        return lead;
    if (wanted == 0 || wanted > text.length)
        return NOT_UTF8;
    uint32_t code = lead & (0x7Fu >> wanted);
    for (size_t i = 1; i < wanted; i++) {
        unsigned char next = (unsigned char)text.bytes[i];
        if ((next & 0xC0) != 0x80)
            return NOT_UTF8;
        code = code << 6 | (next & 0x3F);
    }
    if (code < least[wanted] || code >= NOT_UTF8 || (code >= 0xD800 && code <= 0xDFFF))
        return NOT_UTF8;
    *length = wanted;
    return code;
}

/* Unicode 16: general categories Cc, Cf, Zl, Zp, Co and Cn's noncharacters, and whatever
 * is Default_Ignorable_Code_Point. Ascending; the last range ends with the last character. */
static const uint32_t unseen[][2] = {
    {0x0000, 0x001F},   {0x007F, 0x009F},   {0x00AD, 0x00AD},   {0x034F, 0x034F},
    {0x0600, 0x0605},   {0x061C, 0x061C},   {0x06DD, 0x06DD},   {0x070F, 0x070F},
    {0x0890, 0x0891},   {0x08E2, 0x08E2},   {0x115F, 0x1160},   {0x17B4, 0x17B5},
    {0x180B, 0x180F},   {0x200B, 0x200F},   {0x2028, 0x202E},   {0x2060, 0x206F},
    {0x3164, 0x3164},   {0xE000, 0xF8FF},   {0xFDD0, 0xFDEF},   {0xFE00, 0xFE0F},
    {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFFB},   {0xFFFE, 0xFFFF},
    {0x110BD, 0x110BD}, {0x110CD, 0x110CD}, {0x13430, 0x1343F}, {0x1BCA0, 0x1BCA3},
    {0x1D173, 0x1D17A}, {0x1FFFE, 0x1FFFF}, {0x2FFFE, 0x2FFFF}, {0x3FFFE, 0x3FFFF},
    {0x4FFFE, 0x4FFFF}, {0x5FFFE, 0x5FFFF}, {0x6FFFE, 0x6FFFF}, {0x7FFFE, 0x7FFFF},
    {0x8FFFE, 0x8FFFF}, {0x9FFFE, 0x9FFFF}, {0xAFFFE, 0xAFFFF}, {0xBFFFE, 0xBFFFF},
    {0xCFFFE, 0xCFFFF}, {0xDFFFE, 0x10FFFF},
};

static bool is_unseen(uint32_t code)
{
    size_t i = 0;
    while (code > unseen[i][1])
        i++;
    return code >= unseen[i][0];
}

enum { PIECE = 16 }; /* room for the longest escape, \ud83d\ude00, and its NUL */

/* What stands for the front character when a person reads it. */
static geodist_text shown_front(geodist_text text, size_t *length, char piece[PIECE])
{
    uint32_t code = front(text, length);
    if (code == NOT_UTF8 || (code < 0x80 && is_unseen(code)))
        snprintf(piece, PIECE, "\\x%02X", (unsigned)(unsigned char)text.bytes[0]);
    else if (is_unseen(code))
        snprintf(piece, PIECE, "\\u{%X}", (unsigned)code);
    else if (code == '\\')
        snprintf(piece, PIECE, "\\\\");
    else
        return (geodist_text){text.bytes, *length};
    return geodist_string(piece);
}

static geodist_text after(geodist_text text, size_t length)
{
    return (geodist_text){text.bytes + length, text.length - length};
}

void cli_put_shown(sink *out, geodist_text text)
{
    size_t budget = CLI_SHOWN_BYTES;
    while (text.length) {
        char piece[PIECE];
        size_t length;
        geodist_text shown = shown_front(text, &length, piece);
        if (shown.length > budget) {
            cli_put(out, "\xE2\x80\xA6");
            return;
        }
        cli_put_text(out, shown);
        budget -= shown.length;
        text = after(text, length);
    }
}

bool cli_is_plain(geodist_text text)
{
    if (text.length > CLI_SHOWN_BYTES)
        return false;
    while (text.length) {
        char piece[PIECE];
        size_t length;
        if (shown_front(text, &length, piece).bytes == piece)
            return false;
        text = after(text, length);
    }
    return true;
}

/* What stands for the front character inside a JSON string. */
static geodist_text json_front(geodist_text text, size_t *length, char piece[PIECE])
{
    uint32_t code = front(text, length);
    if (code == NOT_UTF8)
        return geodist_string("\xEF\xBF\xBD");
    if (code == '"' || code == '\\')
        snprintf(piece, PIECE, "\\%c", (int)code);
    else if (!is_unseen(code))
        return (geodist_text){text.bytes, *length};
    else if (code < 0x10000)
        snprintf(piece, PIECE, "\\u%04x", (unsigned)code);
    else
        snprintf(piece, PIECE, "\\u%04x\\u%04x", (unsigned)(0xD7C0 + (code >> 10)),
                 (unsigned)(0xDC00 + (code & 0x3FF)));
    return geodist_string(piece);
}

/* Each byte's top bit tells whether it is zero; a borrow may make it tell so of one that is 1
 * above a zero. */
static uint64_t zero_bytes(uint64_t word)
{
    return (word - 0x0101010101010101) & ~word;
}

/* Whether eight bytes surely stand for themselves. */
static bool are_plain(uint64_t word)
{
    const uint64_t each = 0x0101010101010101;
    uint64_t odd = word | (word - each * ' ') | (word + each) | zero_bytes(word ^ each * '"') |
                   zero_bytes(word ^ each * '\\');
    return (odd & each * 0x80) == 0;
}

static uint64_t load(const char *bytes, size_t size)
{
    uint64_t word = 0;
    memcpy(&word, bytes, size);
    return word;
}

/* Whether that can be said of all the text, eight bytes at a time; the last may be looked at twice. */
static bool is_plain(geodist_text text)
{
    const char *end = text.bytes + text.length;
    if (text.length < 4)
        return false;
    if (text.length < 8)
        return are_plain(load(text.bytes, 4) | load(end - 4, 4) << 32);
    for (const char *at = text.bytes; at < end - 8; at += 8)
        if (!are_plain(load(at, 8)))
            return false;
    return are_plain(load(end - 8, 8));
}

/* How many bytes at the front stand for themselves in a JSON string and on a terminal. */
static size_t plain_ascii(geodist_text text)
{
    size_t at = 0;
    while (at < text.length && text.bytes[at] >= ' ' && text.bytes[at] <= '~' &&
           text.bytes[at] != '"' && text.bytes[at] != '\\')
        at++;
    return at;
}

void cli_put_json_string(sink *out, geodist_text text)
{
    cli_put(out, "\"");
    if (is_plain(text)) {
        cli_put_text(out, text);
        text.length = 0;
    }
    while (text.length) {
        char piece[PIECE];
        size_t length = plain_ascii(text);
        if (length)
            cli_put_text(out, (geodist_text){text.bytes, length});
        else
            cli_put_text(out, json_front(text, &length, piece));
        text = after(text, length);
    }
    cli_put(out, "\"");
}
