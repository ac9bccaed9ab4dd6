#include "output/escape.h"

#include "text/slice.h"
#include "text/utf8.h"

#include "texts.h"
#include "utf8_reference.h"
#include "written.h"

static geodist_text escaped(geodist_text text)
{
    gd_put_escaped(begin(), text);
    written();
    return gd_written_text(&written_out);
}

/* Some ranges of the Unicode categories that must not reach a terminal: Cc, bidirectional controls,
 * zero-width characters, line separators, private use, noncharacters, tags. */
static bool is_harmful(uint32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0xAD || code == 0x61C ||
           (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2060 && code <= 0x206F) || (code >= 0xE000 && code <= 0xF8FF) ||
           code == 0xFEFF || (code >= 0xFFF0 && code <= 0xFFFB) ||
           (code >= 0xFDD0 && code <= 0xFDEF) || (code & 0xFFFE) == 0xFFFE || code >= 0xE0000;
}

static uint32_t decode(const char *bytes, size_t length)
{
    uint32_t code = length == 1 ? (unsigned char)bytes[0] : (unsigned char)bytes[0] & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++)
        code = code << 6 | ((unsigned char)bytes[i] & 0x3F);
    return code;
}

static bool is_safe(geodist_text text)
{
    while (text.length) {
        size_t length = reference_length(text);
        if (length == 0 || is_harmful(decode(text.bytes, length)))
            return false;
        text = slice(text, length, text.length);
    }
    return true;
}

/* Takes the escapes back. */
static size_t unescape(geodist_text text, char *bytes)
{
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++) {
        char *end = NULL;
        if (text.bytes[i] != '\\') {
            bytes[count++] = text.bytes[i];
        } else if (text.bytes[++i] == '\\') {
            bytes[count++] = '\\';
        } else if (text.bytes[i] == 'x') {
            const char digits[] = {text.bytes[i + 1], text.bytes[i + 2], '\0'};
            bytes[count++] = (char)strtoul(digits, NULL, 16);
            i += 2;
        } else {
            uint32_t code = (uint32_t)strtoul(text.bytes + i + 2, &end, 16);
            count += utf8_encode(code, bytes + count, GD_UTF8_MAX);
            i = (size_t)(end - text.bytes);
        }
    }
    return count;
}

static bool is_escaped_well(const char *bytes, size_t length)
{
    char back[64];
    geodist_text text = {bytes, length}, result = escaped(text);
    return is_safe(result) && result.length <= 10 * length &&
           same_text((geodist_text){back, unescape(result, back)}, text) &&
           gd_is_printable(text) == same_text(result, text);
}

static void escapes_any_bytes_safely_and_reversibly(void **state)
{
    (void)state;
    for (size_t length = 1; length <= 3; length++) {
        uint32_t step = length == 3 ? 7 : 1; /* coprime to all powers of two */
        for (uint32_t bits = 0; bits < 1u << 8 * length; bits += step) {
            const char bytes[] = {(char)(bits & 0xFF), (char)(bits >> 8 & 0xFF),
                                  (char)(bits >> 16)};
            if (!is_escaped_well(bytes, length))
                fail_msg("bytes %06X", (unsigned)bits);
        }
    }
}

static void escapes_four_bytes_safely_and_reversibly(void **state)
{
    (void)state;
    for (uint32_t bits = 0; bits < 1u << 16; bits++) { /* those that begin with F0 to FF */
        const char bytes[] = {(char)(0xF0 | (bits & 0x0F)), (char)(bits >> 4 & 0xFF),
                              (char)(0x70 + (bits >> 12 & 3) * 0x10),
                              (char)(0x70 + (bits >> 14) * 0x10)};
        if (!is_escaped_well(bytes, sizeof bytes))
            fail_msg("bits %04X", (unsigned)bits);
    }
}

static void escapes_any_code_point_safely_and_reversibly(void **state)
{
    (void)state;
    for (uint32_t code = 0; code < 0x110000; code++) {
        char bytes[4];
        if (!is_escaped_well(bytes, utf8_encode(code, bytes, 4))) /* surrogates: three bad bytes */
            fail_msg("U+%04X", (unsigned)code);
    }
}

static void copies_what_people_write(void **state)
{
    (void)state;
    static const char *const names[] = {"nairobi", "El Paso, TX", "são-paulo", "東京", "Москва",
                                        "القاهرة", "Nukuʻalofa", "31°45'31\"N", "'s", ""};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        assert_true(gd_is_printable(geodist_string(names[i])));
        assert_true(is_text(escaped(geodist_string(names[i])), names[i]));
    }
}

static void cuts_long_text_at_a_character(void **state)
{
    (void)state;
    static const char *const pieces[] = {"a", "é", "東", "😀", "\n", "\xFF", "\\", "\xE2\x80\xAE"};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        char text[2000];
        size_t size = strlen(pieces[i]), length = 0;
        for (; length + size <= sizeof text; length += size)
            memcpy(text + length, pieces[i], size);
        geodist_text result = escaped((geodist_text){text, length});
        assert_true(is_safe(result));
        assert_true(result.length > GD_ESCAPED_BYTES_MAX - 8 &&
                    result.length <= GD_ESCAPED_BYTES_MAX + 3);
        assert_string_equal(result.bytes + result.length - 3, "…");
        assert_false(gd_is_printable((geodist_text){text, length}));
    }
}

static void keeps_two_hundred_bytes_whole(void **state)
{
    (void)state;
    char text[GD_ESCAPED_BYTES_MAX + 1];
    memset(text, 'a', sizeof text);
    geodist_text whole = {text, GD_ESCAPED_BYTES_MAX}, longer = {text, sizeof text};
    assert_true(same_text(escaped(whole), whole));
    assert_true(gd_is_printable(whole));
    assert_int_equal(escaped(longer).length, GD_ESCAPED_BYTES_MAX + 3);
    assert_false(gd_is_printable(longer));
}

/* ---- JSON ---------------------------------------------------------------------------------- */

static uint32_t read_hex(const char *at)
{
    const char digits[] = {at[0], at[1], at[2], at[3], '\0'};
    char *end;
    uint32_t unit = (uint32_t)strtoul(digits, &end, 16);
    return end == digits + 4 ? unit : UINT32_MAX;
}

/* Decodes a JSON string as RFC 8259, section 7, has it. Returns the number of bytes, or SIZE_MAX if it
 * is malformed. */
static size_t decode_json(geodist_text json, char *bytes)
{
    static const char short_escapes[] = "\"\\/bfnrt", short_meanings[] = "\"\\/\b\f\n\r\t";
    size_t count = 0, end = json.length - 1;
    if (json.length < 2 || json.bytes[0] != '"' || json.bytes[end] != '"')
        return SIZE_MAX;
    for (size_t i = 1; i < end; i++) {
        char byte = json.bytes[i];
        if ((unsigned char)byte < 0x20 || byte == '"')
            return SIZE_MAX;
        if (byte != '\\') {
            bytes[count++] = byte;
            continue;
        }
        if (++i == end)
            return SIZE_MAX;
        const char *meaning = strchr(short_escapes, json.bytes[i]);
        if (json.bytes[i] && meaning) {
            bytes[count++] = short_meanings[meaning - short_escapes];
            continue;
        }
        if (json.bytes[i] != 'u' || i + 4 >= end)
            return SIZE_MAX;
        uint32_t code = read_hex(json.bytes + i + 1);
        i += 4;
        if (code >= 0xD800 && code < 0xDC00) {
            if (i + 6 >= end || json.bytes[i + 1] != '\\' || json.bytes[i + 2] != 'u')
                return SIZE_MAX;
            uint32_t low = read_hex(json.bytes + i + 3);
            if (low < 0xDC00 || low >= 0xE000)
                return SIZE_MAX;
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
            i += 6;
        }
        if (code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
            return SIZE_MAX;
        count += utf8_encode(code, bytes + count, GD_UTF8_MAX);
    }
    return count;
}

/* The text with U+FFFD for each byte that is not part of a well-formed sequence. */
static size_t replace_malformed(geodist_text text, char *bytes)
{
    size_t count = 0;
    while (text.length) {
        size_t length = reference_length(text);
        memcpy(bytes + count, length ? text.bytes : "\xEF\xBF\xBD", length ? length : 3);
        count += length ? length : 3;
        text = slice(text, length ? length : 1, text.length);
    }
    return count;
}

static bool is_json_of(const char *bytes, size_t length)
{
    char expected[64], decoded[64];
    geodist_text text = {bytes, length};
    gd_put_json_string(begin(), text);
    geodist_text json = gd_written_text(&written_out);
    size_t wanted = replace_malformed(text, expected), got = decode_json(json, decoded);
    return is_safe(json) && got == wanted && memcmp(expected, decoded, got) == 0;
}

static void escapes_between_quotes(void **state)
{
    (void)state;
    gd_put_quoted(begin(), geodist_string("a\x1Bé"));
    assert_string_equal(written(), "'a\\x1Bé'");
}

static void writes_any_code_point_as_json(void **state)
{
    (void)state;
    for (uint32_t code = 0; code < 0x110000; code++) {
        char bytes[6] = "a";
        size_t length = 1 + utf8_encode(code, bytes + 1, 4);
        bytes[length++] = 'b';
        if (!is_json_of(bytes, length))
            fail_msg("U+%04X: %s", (unsigned)code, written());
    }
}

static void writes_any_two_bytes_as_json(void **state)
{
    (void)state;
    for (uint32_t bits = 0; bits < 1u << 16; bits++) {
        const char bytes[] = {(char)(bits & 0xFF), (char)(bits >> 8)};
        if (!is_json_of(bytes, sizeof bytes))
            fail_msg("bytes %04X: %s", (unsigned)bits, written());
    }
}

static void writes_json_strings_as_rfc_8259_has_them(void **state)
{
    (void)state;
    static const struct {
        const char *text, *json;
    } cases[] = {
        {"", "\"\""},
        {"São Paulo", "\"São Paulo\""},
        {"a\"b\\c/d", "\"a\\\"b\\\\c/d\""},
        {"\t\x7F", "\"\\u0009\\u007f\""},
        {"\xE2\x80\xA8", "\"\\u2028\""},
        {"\xF3\xA0\x80\x81", "\"\\udb40\\udc01\""}, /* U+E0001 */
        {"\xC3(", "\"\xEF\xBF\xBD(\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gd_put_json_string(begin(), geodist_string(cases[i].text));
        assert_string_equal(written(), cases[i].json);
    }
}

static void never_cuts_json_strings(void **state)
{
    (void)state;
    char text[3000];
    memset(text, 'a', sizeof text);
    gd_put_json_string(begin(), (geodist_text){text, sizeof text});
    assert_int_equal(written_out.length, sizeof text + 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(escapes_any_bytes_safely_and_reversibly),
        cmocka_unit_test(escapes_four_bytes_safely_and_reversibly),
        cmocka_unit_test(escapes_any_code_point_safely_and_reversibly),
        cmocka_unit_test(copies_what_people_write),
        cmocka_unit_test(cuts_long_text_at_a_character),
        cmocka_unit_test(keeps_two_hundred_bytes_whole),
        cmocka_unit_test(escapes_between_quotes),
        cmocka_unit_test(writes_any_code_point_as_json),
        cmocka_unit_test(writes_any_two_bytes_as_json),
        cmocka_unit_test(writes_json_strings_as_rfc_8259_has_them),
        cmocka_unit_test(never_cuts_json_strings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
