#include "places/valid_text.h"

#include "text/slice.h"
#include "text/utf8.h"

/* U+FFFD stands for bytes that a conversion could not read. */
enum { REPLACEMENT_CHARACTER = 0xFFFD };

/* Whether 8 bytes are printable ASCII. The order of the bytes does not matter: a borrow or a carry
 * goes from one byte to the next only if the first is not printable. */
static bool is_printable_word(uint64_t word)
{
    const uint64_t each = 0x0101010101010101;
    return ((word | (word - each * 0x20) | (word + each)) & each * 0x80) == 0;
}

static uint64_t load(const char *bytes, size_t size)
{
    uint64_t word = 0;
    memcpy(&word, bytes, size);
    return word;
}

/* Whether the text is printable ASCII, 8 bytes at a time; the last words may overlap. False for
 * fewer than 4 bytes, which are left to the slower check. */
static bool is_printable_ascii(geodist_text text)
{
    if (text.length < 4)
        return false;
    const char *end = text.bytes + text.length;
    if (text.length < 8)
        return is_printable_word(load(text.bytes, 4) | load(end - 4, 4) << 32);
    for (const char *at = text.bytes; at < end - 8; at += 8)
        if (!is_printable_word(load(at, 8)))
            return false;
    return is_printable_word(load(end - 8, 8));
}

static geodist_status status_of(uint32_t code)
{
    if (code == GD_NOT_UTF8 || code == REPLACEMENT_CHARACTER)
        return GEODIST_NOT_UTF8;
    bool control = code < 0x20 || (code >= 0x7F && code < 0xA0);
    return control ? GEODIST_CONTROL_CHARACTER : GEODIST_OK;
}

geodist_status gd_check_text(geodist_text text, geodist_error *error)
{
    geodist_text rest = trim(text);
    if (is_printable_ascii(rest))
        return GEODIST_OK;
    while (rest.length) {
        size_t length;
        geodist_status status = status_of(utf8_decode(rest, &length));
        if (status != GEODIST_OK) {
            *error = (geodist_error){status, (size_t)(rest.bytes - text.bytes), length};
            return status;
        }
        rest = slice(rest, length, rest.length);
    }
    return GEODIST_OK;
}

static bool is_letter_or_digit(char byte)
{
    return is_ascii_letter(byte) || is_digit(byte) || (unsigned char)byte >= 0x80;
}

bool gd_is_damaged(geodist_text text)
{
    if (text.length == 0) /* its bytes may be NULL */
        return false;
    const char *start = text.bytes, *end = text.bytes + text.length;
    for (const char *at = start; at < end && (at = memchr(at, '?', (size_t)(end - at))); at++)
        if ((at > start && is_letter_or_digit(at[-1])) ||
            (at + 1 < end && is_letter_or_digit(at[1])))
            return true;
    return false;
}
