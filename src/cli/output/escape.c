#include "output/escape.h"

#include "text/slice.h"
#include "text/utf8.h"

#include <stdio.h>

/* clang-format off */
/* Unicode 16: general categories Cc, Cf, Zl, Zp, Co and the noncharacters of Cn, and all that is
 * Default_Ignorable_Code_Point. Ascending; the last range ends with the last code point. */
static const uint32_t invisible[][2] = {
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
/* clang-format on */

static bool is_invisible(uint32_t code)
{
    size_t i = 0;
    while (code > invisible[i][1])
        i++;
    return code >= invisible[i][0];
}

enum { ESCAPE_SIZE = 16 }; /* the longest escape is \ud83d\ude00, and its NUL */

/* These replace the first character of a text, which takes *length bytes, by what stands for it:
 * the character itself or an escape in the buffer. */

static geodist_text replace_for_person(geodist_text text, size_t *length, char escape[ESCAPE_SIZE])
{
    uint32_t code = utf8_decode(text, length);
    if (code == GD_NOT_UTF8 || (code < 0x80 && is_invisible(code)))
        snprintf(escape, ESCAPE_SIZE, "\\x%02X", (unsigned)(unsigned char)text.bytes[0]);
    else if (is_invisible(code))
        snprintf(escape, ESCAPE_SIZE, "\\u{%X}", (unsigned)code);
    else if (code == '\\')
        snprintf(escape, ESCAPE_SIZE, "\\\\");
    else
        return (geodist_text){text.bytes, *length};
    return geodist_string(escape);
}

static geodist_text replace_for_json(geodist_text text, size_t *length, char escape[ESCAPE_SIZE])
{
    uint32_t code = utf8_decode(text, length);
    if (code == GD_NOT_UTF8)
        return geodist_string("\xEF\xBF\xBD");
    if (code == '"' || code == '\\')
        snprintf(escape, ESCAPE_SIZE, "\\%c", (int)code);
    else if (!is_invisible(code))
        return (geodist_text){text.bytes, *length};
    else if (code < 0x10000)
        snprintf(escape, ESCAPE_SIZE, "\\u%04x", (unsigned)code);
    else
        snprintf(escape, ESCAPE_SIZE, "\\u%04x\\u%04x", (unsigned)(0xD7C0 + (code >> 10)),
                 (unsigned)(0xDC00 + (code & 0x3FF)));
    return geodist_string(escape);
}

void gd_put_escaped(writer *out, geodist_text text)
{
    size_t budget = GD_ESCAPED_BYTES_MAX;
    while (text.length) {
        char escape[ESCAPE_SIZE];
        size_t length;
        geodist_text shown = replace_for_person(text, &length, escape);
        if (shown.length > budget) {
            gd_put(out, "\xE2\x80\xA6");
            return;
        }
        gd_put_text(out, shown);
        budget -= shown.length;
        text = slice(text, length, text.length);
    }
}

void gd_put_quoted(writer *out, geodist_text text)
{
    gd_put(out, "'");
    gd_put_escaped(out, text);
    gd_put(out, "'");
}

bool gd_is_printable(geodist_text text)
{
    if (text.length > GD_ESCAPED_BYTES_MAX)
        return false;
    while (text.length) {
        char escape[ESCAPE_SIZE];
        size_t length;
        if (replace_for_person(text, &length, escape).bytes == escape)
            return false;
        text = slice(text, length, text.length);
    }
    return true;
}

/* The bytes that stand for themselves in JSON and on a terminal: printable ASCII but quotes and
 * backslashes. */
static bool is_plain(unsigned char byte)
{
/* clang-format off */
    static const bool is_special[256] = {
#define EIGHT 1, 1, 1, 1, 1, 1, 1, 1
        EIGHT, EIGHT, EIGHT, EIGHT, ['"'] = 1, ['\\'] = 1, [0x7F] = 1,
        EIGHT, EIGHT, EIGHT, EIGHT, EIGHT, EIGHT, EIGHT, EIGHT,
        EIGHT, EIGHT, EIGHT, EIGHT, EIGHT, EIGHT, EIGHT, EIGHT,
#undef EIGHT
    };
/* clang-format on */

    return !is_special[byte];
}

/* The number of leading bytes that stand for themselves. */
static size_t plain_length(geodist_text text)
{
    size_t at = 0;
    while (at < text.length && is_plain((unsigned char)text.bytes[at]))
        at++;
    return at;
}

/* Writes a text of plain bytes at once. False, and nothing written, for any other. */
static bool put_plain_string(writer *out, geodist_text text)
{
    char *room = gd_reserve(out, text.length + 2);
    if (!room)
        return false;
    *room = '"';
    for (size_t i = 0; i < text.length; i++) {
        if (!is_plain((unsigned char)text.bytes[i]))
            return false;
        room[i + 1] = text.bytes[i];
    }
    room[text.length + 1] = '"';
    gd_commit(out, text.length + 2);
    return true;
}

void gd_put_json_string(writer *out, geodist_text text)
{
    if (put_plain_string(out, text))
        return;
    gd_put(out, "\"");
    while (text.length) {
        char escape[ESCAPE_SIZE];
        size_t length = plain_length(text);
        if (length)
            gd_put_text(out, (geodist_text){text.bytes, length});
        else
            gd_put_text(out, replace_for_json(text, &length, escape));
        text = slice(text, length, text.length);
    }
    gd_put(out, "\"");
}
