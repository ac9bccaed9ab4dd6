#include "places/valid_text.h"

#include "text/slice.h"
#include "text/utf8.h"

/* Whether 8 bytes are printable ASCII. May be false for some that are: a borrow or carry can spill
 * into the next byte, but only from a byte that is not. */
static bool is_printable_word(uint64_t word)
{
    const uint64_t each = 0x0101010101010101;
    return ((word | (word - each * 0x20) | (word + each)) & each * 0x80) == 0;
}

static bool is_printable_ascii(geodist_text text)
{
    size_t at = 0;
    for (; text.length - at >= 8; at += 8) {
        uint64_t word;
        memcpy(&word, text.bytes + at, 8);
        if (!is_printable_word(word))
            return false;
    }
    for (; at < text.length; at++)
        if (text.bytes[at] < ' ' || text.bytes[at] > '~') /* also false if char is signed */
            return false;
    return true;
}

static geodist_status status_of(uint32_t code)
{
    if (code == GD_NOT_UTF8)
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
