/* A stream of lines. The first byte of the input chooses the options. */
#include "fuzz_run.h"

#include "text/slice.h"
#include "text/utf8.h"

#include <math.h>

static fuzz_room rooms[2];

static options options_of(uint8_t choice)
{
    options asked = {.command = COMMAND_STREAM,
                     .precision = -1,
                     .radius = GEODIST_MEAN_RADIUS / 1000,
                     .waypoints = -1,
                     .bearing = NAN,
                     .metres = INFINITY};
    asked.format = choice % 8 < 5 ? choice % 8 : FORMAT_JSON;
    asked.strict = choice & 8;
    asked.quiet = choice & 16;
    asked.model = choice & 32 ? GEODIST_MODEL_WGS84 : GEODIST_MODEL_SPHERE;
    if (choice & 64 && gd_is_nested(&asked)) {
        asked.quiet = false;
        asked.detailed = true;
        asked.waypoints = 2;
    }
    return asked;
}

static size_t count_lines(geodist_text text)
{
    size_t lines = text.length && text.bytes[text.length - 1] != '\n';
    for (size_t i = 0; i < text.length; i++)
        lines += text.bytes[i] == '\n';
    return lines;
}

/* Well-formed UTF-8 without control characters, apart from the newline and TABs between cells. */
static void check_safe(geodist_text text, bool with_tabs)
{
    while (text.length) {
        size_t length;
        uint32_t code = utf8_decode(text, &length);
        REQUIRE(code != GD_NOT_UTF8);
        REQUIRE(code >= 0x20 || code == '\n' || (code == '\t' && with_tabs));
        REQUIRE(code < 0x7F || code >= 0xA0);
        REQUIRE(code < 0x200B || code > 0x200F);
        REQUIRE(code < 0x2028 || code > 0x202E);
        REQUIRE(code < 0x2060 || code > 0x206F);
        REQUIRE(code != 0xFEFF);
        text = slice(text, length, text.length);
    }
}

/* ---- JSON as RFC 8259 has it, without white space ------------------------------------------------- */

static bool take(geodist_text *json, const char *token)
{
    size_t length = strlen(token);
    if (json->length < length || memcmp(json->bytes, token, length) != 0)
        return false;
    *json = slice(*json, length, json->length);
    return true;
}

static void take_string(geodist_text *json)
{
    REQUIRE(take(json, "\""));
    while (!take(json, "\"")) {
        REQUIRE(json->length > 0 && (unsigned char)json->bytes[0] >= 0x20);
        size_t length = 1;
        if (json->bytes[0] == '\\') {
            REQUIRE(json->length > 1 && strchr("\"\\/bfnrtu", json->bytes[1]));
            length = json->bytes[1] == 'u' ? 6 : 2;
            REQUIRE(json->length > length);
            for (size_t i = 2; i < length; i++)
                REQUIRE(strchr("0123456789abcdefABCDEF", json->bytes[i]));
        }
        *json = slice(*json, length, json->length);
    }
}

static size_t take_digits(geodist_text *json)
{
    size_t digits = 0;
    while (digits < json->length && is_digit(json->bytes[digits]))
        digits++;
    *json = slice(*json, digits, json->length);
    return digits;
}

static void take_number(geodist_text *json)
{
    char copy[400] = "";
    const char *start = json->bytes;
    take(json, "-");
    bool zero = json->length && json->bytes[0] == '0';
    size_t digits = take_digits(json);
    REQUIRE(digits > 0 && (!zero || digits == 1));
    if (take(json, "."))
        REQUIRE(take_digits(json) > 0);
    REQUIRE((size_t)(json->bytes - start) < sizeof copy);
    memcpy(copy, start, (size_t)(json->bytes - start));
    REQUIRE(isfinite(strtod(copy, NULL)));
}

static void take_value(geodist_text *json, int depth)
{
    REQUIRE(json->length > 0 && depth < 20);
    char first = json->bytes[0];
    if (first == '"') {
        take_string(json);
    } else if (first == '{' || first == '[') {
        const char *end = first == '{' ? "}" : "]";
        *json = slice(*json, 1, json->length);
        if (take(json, end))
            return;
        do {
            if (first == '{') {
                take_string(json);
                REQUIRE(take(json, ":"));
            }
            take_value(json, depth + 1);
        } while (take(json, ","));
        REQUIRE(take(json, end));
    } else if (!take(json, "null") && !take(json, "true") && !take(json, "false")) {
        take_number(json);
    }
}

static void check_json(geodist_text text)
{
    while (text.length) {
        geodist_text line = cut(text, '\n', &text);
        take_value(&line, 0);
        REQUIRE(line.length == 0);
    }
}

/* ---- The stream ------------------------------------------------------------------------------------ */

static bool has_utf16_mark(geodist_text text)
{
    return text.length >= 2 &&
           (memcmp(text.bytes, "\xFF\xFE", 2) == 0 || memcmp(text.bytes, "\xFE\xFF", 2) == 0);
}

/* Each line that is not answered has its message, beside the summary. Under --strict the summary is
 * about such lines only. */
static void check_messages(const options *asked, const fuzz_answer *answer)
{
    geodist_text failures = answer->errors;
    int notes = fuzz_cut_summary(&failures);
    REQUIRE(notes == 0 || !asked->quiet);
    REQUIRE(notes == 0 || !asked->strict || failures.length);
    REQUIRE(answer->status == (failures.length ? EXIT_UNANSWERED : EXIT_ANSWERED));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    options asked = options_of(data[0]);
    geodist_text text = {(const char *)data + 1, size - 1};
    fuzz_answer whole = fuzz_run(gd_run_stream, &asked, data + 1, size - 1, size, &rooms[0]);
    fuzz_answer pieces = fuzz_run(gd_run_stream, &asked, data + 1, size - 1, 1, &rooms[1]);
    fuzz_require_same(&whole, &pieces);
    check_safe(whole.errors, false);
    if (has_utf16_mark(text)) {
        REQUIRE(whole.status == EXIT_BROKEN && whole.out.length == 0);
        return 0;
    }
    if (take(&text, "\xEF\xBB\xBF") && text.length == 0)
        return 0;
    REQUIRE(count_lines(whole.out) == count_lines(text));
    REQUIRE(whole.out.length == 0 || whole.out.bytes[whole.out.length - 1] == '\n');
    check_messages(&asked, &whole);
    check_safe(whole.out, asked.format == FORMAT_TSV);
    if (gd_is_nested(&asked) && !asked.quiet)
        check_json(whole.out);
    return 0;
}
