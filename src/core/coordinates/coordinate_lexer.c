/* Cuts a coordinate into tokens. Only this file knows the characters of a coordinate. */
#include "coordinates/coordinate_lexer.h"

#include "coordinates/decimal.h"
#include "text/blank.h"

typedef struct {
    char bytes[4]; /* not a pointer, which would need a relocation */
    unsigned length;
    gd_token_kind kind;
    char value;
} symbol;

static const symbol symbols[] = {
    {",", 1, GD_TOKEN_COMMA, ','},
    {"-", 1, GD_TOKEN_SIGN, '-'},
    {"+", 1, GD_TOKEN_SIGN, '+'},
    {"\xE2\x88\x92", 3, GD_TOKEN_SIGN, '-'}, /* U+2212 minus sign */
    {"\xC2\xB0", 2, GD_TOKEN_MARK, 'd'},     /* U+00B0 degree sign */
    {"\xC2\xBA", 2, GD_TOKEN_MARK, 'd'},     /* U+00BA masculine ordinal indicator */
    {"\xCB\x9A", 2, GD_TOKEN_MARK, 'd'},     /* U+02DA ring above */
    {"'", 1, GD_TOKEN_MARK, 'm'},
    {"\xE2\x80\xB2", 3, GD_TOKEN_MARK, 'm'}, /* U+2032 prime */
    {"\xE2\x80\x99", 3, GD_TOKEN_MARK, 'm'}, /* U+2019 right single quotation mark */
    {"\"", 1, GD_TOKEN_MARK, 's'},
    {"\xE2\x80\xB3", 3, GD_TOKEN_MARK, 's'}, /* U+2033 double prime */
    {"\xE2\x80\x9D", 3, GD_TOKEN_MARK, 's'}, /* U+201D right double quotation mark */
    {":", 1, GD_TOKEN_MARK, ':'},
};

static const symbol *symbol_at(geodist_text text)
{
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
        if (text.length >= symbols[i].length && text.bytes[0] == symbols[i].bytes[0] &&
            memcmp(text.bytes, symbols[i].bytes, symbols[i].length) == 0)
            return &symbols[i];
    return NULL;
}

static bool starts_numeric(geodist_text text)
{
    return text.length && is_numeric(text.bytes[0]);
}

/* The run of letters, ASCII or not, at the start of the text. */
static size_t word_length(geodist_text text)
{
    size_t at = 0;
    while (at < text.length) {
        geodist_text rest = slice(text, at, text.length);
        size_t length = utf8_length(rest);
        bool is_white;
        if (!is_ascii_letter(rest.bytes[0]) &&
            (length == 1 || symbol_at(rest) || blank_length(rest, &is_white)))
            break;
        at += length;
    }
    return at;
}

/* The length of what looks like an exponent at the start of the text, with or without points among
 * its digits: e5, E+5, e31.76. 0 if there is none. */
static size_t exponent_length(geodist_text text)
{
    if (lower(text.bytes[0]) != 'e')
        return 0;
    size_t at = 1;
    if (at < text.length && (text.bytes[at] == '+' || text.bytes[at] == '-'))
        at++;
    size_t digits = at;
    while (at < text.length && is_numeric(text.bytes[at]))
        at++;
    return at > digits ? at : 0;
}

typedef struct {
    geodist_text rest; /* what is not cut yet */
    gd_tokens *out;
    bool touches; /* the last token ends where the rest begins */
} scanner;

/* Whether the rest begins directly after a token of this kind. */
static bool touches(const scanner *s, gd_token_kind kind)
{
    return s->touches && s->out->token[s->out->count - 1].kind == kind;
}

static bool stray(scanner *s, size_t length)
{
    s->out->stray = slice(s->rest, 0, length);
    return false;
}

static bool take(scanner *s, gd_token_kind kind, char value, size_t length)
{
    if (s->out->count == GD_MAX_TOKENS)
        return stray(s, length);
    s->out->token[s->out->count++] = (gd_token){kind, value, s->touches, slice(s->rest, 0, length)};
    s->rest = slice(s->rest, length, s->rest.length);
    s->touches = true;
    return true;
}

static bool scan_number(scanner *s)
{
    size_t length = gd_decimal_length(s->rest);
    if (length == 0 || touches(s, GD_TOKEN_NUMBER)) /* a point alone; the second point of 1.2.3 */
        return stray(s, 1);
    return take(s, GD_TOKEN_NUMBER, 0, length);
}

static bool scan_symbol(scanner *s, const symbol *found)
{
    size_t length = found->length;
    char value = found->value;
    geodist_text after = slice(s->rest, length, s->rest.length);
    if (found->kind == GD_TOKEN_SIGN) {
        if (touches(s, GD_TOKEN_NUMBER) || touches(s, GD_TOKEN_MARK) || !starts_numeric(after))
            return stray(s, length);
    } else if (value == 'm') {
        const symbol *twin = symbol_at(after);
        if (twin && twin->value == 'm') {
            length += twin->length;
            value = 's';
        }
    }
    return take(s, found->kind, value, length);
}

/* Whether the number before the one just taken has the mark d or m, in the case of this s:
 * 31d45m31s, but not 31.5s and not 31d45m31S, which are south. */
static bool marks_seconds(const scanner *s, char byte)
{
    if (s->out->count < 2)
        return false;
    const gd_token *mark = &s->out->token[s->out->count - 2];
    char written = mark->text.bytes[0];
    return mark->kind == GD_TOKEN_MARK && is_ascii_letter(written) &&
           (written == lower(written)) == (byte == lower(byte));
}

static bool is_lettered_mark(const scanner *s, char byte)
{
    char mark = lower(byte);
    return mark == 'd' || mark == 'm' || (mark == 's' && marks_seconds(s, byte));
}

/* A hemisphere, or a mark, which a hemisphere may follow directly. */
static bool scan_word(scanner *s, size_t length)
{
    const char *word = s->rest.bytes;
    if (touches(s, GD_TOKEN_NUMBER)) {
        size_t exponent = exponent_length(s->rest);
        if (exponent) /* not one of the number's: e31.76, or the second of 1e5e5 */
            return stray(s, exponent);
        if (is_lettered_mark(s, word[0]) &&
            (length == 1 || (length == 2 && is_hemisphere(word[1]))))
            return take(s, GD_TOKEN_MARK, lower(word[0]), 1);
    }
    if (length == 1 && is_hemisphere(word[0]))
        return take(s, GD_TOKEN_LETTER, upper(word[0]), 1);
    return stray(s, length);
}

static bool scan_token(scanner *s)
{
    if (is_numeric(s->rest.bytes[0]))
        return scan_number(s);
    const symbol *found = symbol_at(s->rest);
    if (found)
        return scan_symbol(s, found);
    size_t length = word_length(s->rest);
    return length ? scan_word(s, length) : stray(s, utf8_length(s->rest));
}

void gd_scan_coordinate(geodist_text text, gd_tokens *tokens)
{
    tokens->count = 0;
    tokens->stray = (geodist_text){NULL, 0};
    scanner s = {text, tokens, false};
    do {
        bool is_white;
        for (size_t length; (length = blank_length(s.rest, &is_white)) != 0;) {
            s.rest = slice(s.rest, length, s.rest.length);
            s.touches = s.touches && !is_white;
        }
    } while (s.rest.length && scan_token(&s));
}
