/* Cuts a coordinate into tokens; the one place that knows its characters. */
#include "coordinates/coordinate_lexer.h"

#include "text/slice.h"

typedef struct {
    char bytes[4]; /* not a pointer: nothing to relocate */
    unsigned length;
    gd_token_kind kind;
    char value;
} glyph;

static const glyph glyphs[] = {
    {",", 1, gd_comma, ','},
    {"-", 1, gd_sign, '-'},
    {"+", 1, gd_sign, '+'},
    {"\xE2\x88\x92", 3, gd_sign, '-'}, /* U+2212 minus sign */
    {"\xC2\xB0", 2, gd_mark, 'd'},     /* U+00B0 degree sign */
    {"\xC2\xBA", 2, gd_mark, 'd'},     /* U+00BA masculine ordinal indicator */
    {"\xCB\x9A", 2, gd_mark, 'd'},     /* U+02DA ring above */
    {"'", 1, gd_mark, 'm'},
    {"\xE2\x80\xB2", 3, gd_mark, 'm'}, /* U+2032 prime */
    {"\xE2\x80\x99", 3, gd_mark, 'm'}, /* U+2019 right single quotation mark */
    {"\"", 1, gd_mark, 's'},
    {"\xE2\x80\xB3", 3, gd_mark, 's'}, /* U+2033 double prime */
    {"\xE2\x80\x9D", 3, gd_mark, 's'}, /* U+201D right double quotation mark */
    {":", 1, gd_mark, ':'},
};

static const glyph *glyph_at(geodist_text text)
{
    for (size_t i = 0; i < sizeof glyphs / sizeof *glyphs; i++)
        if (text.length >= glyphs[i].length && text.bytes[0] == glyphs[i].bytes[0] &&
            memcmp(text.bytes, glyphs[i].bytes, glyphs[i].length) == 0)
            return &glyphs[i];
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
        size_t length = character_length(rest);
        if (!is_ascii_letter(rest.bytes[0]) && (length == 1 || glyph_at(rest)))
            break;
        at += length;
    }
    return at;
}

/* The digits and the point at the start of the text; 0 if there is no digit. */
static size_t number_length(geodist_text text)
{
    size_t at = 0;
    bool point = false;
    for (; at < text.length; at++)
        if (text.bytes[at] == '.' && !point)
            point = true;
        else if (!is_digit(text.bytes[at]))
            break;
    return at > point ? at : 0;
}

/* The exponent at the start of the text, as e5, E+5 or e-.5; 0 if there is none. */
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
    bool touches;
} scanner;

/* Whether the bytes behind the last token begin directly at its end, and it is of this kind. */
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
    if (s->out->count == gd_most_tokens)
        return stray(s, length);
    s->out->token[s->out->count++] = (gd_token){kind, value, s->touches, slice(s->rest, 0, length)};
    s->rest = slice(s->rest, length, s->rest.length);
    s->touches = true;
    return true;
}

static bool scan_number(scanner *s)
{
    size_t length = number_length(s->rest);
    if (length == 0 || touches(s, gd_number)) /* a point alone; the second point of 1.2.3 */
        return stray(s, 1);
    return take(s, gd_number, 0, length);
}

static bool scan_glyph(scanner *s, const glyph *g)
{
    size_t length = g->length;
    char value = g->value;
    geodist_text behind = slice(s->rest, length, s->rest.length);
    if (g->kind == gd_sign) {
        if (touches(s, gd_number) || touches(s, gd_mark) || !starts_numeric(behind))
            return stray(s, length);
    } else if (value == 'm') {
        const glyph *twin = glyph_at(behind);
        if (twin && twin->value == 'm') {
            length += twin->length;
            value = 's';
        }
    }
    return take(s, g->kind, value, length);
}

/* Whether the number just taken stands behind d or m: 31d45m31s, but not 31.5s. */
static bool behind_lettered_mark(const scanner *s)
{
    if (s->out->count < 2)
        return false;
    const gd_token *mark = &s->out->token[s->out->count - 2];
    return mark->kind == gd_mark && is_ascii_letter(mark->text.bytes[0]);
}

static bool is_lettered_mark(const scanner *s, char byte)
{
    return byte == 'd' || byte == 'm' || (byte == 's' && behind_lettered_mark(s));
}

static char upper(char byte)
{
    return (char)(lower(byte) - 'a' + 'A');
}

/* A hemisphere, or a mark that a hemisphere may follow directly. */
static bool scan_word(scanner *s, size_t length)
{
    const char *word = s->rest.bytes;
    if (touches(s, gd_number)) {
        size_t exponent = exponent_length(s->rest);
        if (exponent)
            return stray(s, exponent);
        if (is_lettered_mark(s, word[0]) &&
            (length == 1 || (length == 2 && is_hemisphere(word[1]))))
            return take(s, gd_mark, word[0], 1);
    }
    if (length == 1 && is_hemisphere(word[0]))
        return take(s, gd_letter, upper(word[0]), 1);
    return stray(s, length);
}

static bool scan_token(scanner *s)
{
    if (is_numeric(s->rest.bytes[0]))
        return scan_number(s);
    const glyph *g = glyph_at(s->rest);
    if (g)
        return scan_glyph(s, g);
    size_t length = word_length(s->rest);
    return length ? scan_word(s, length) : stray(s, character_length(s->rest));
}

gd_tokens gd_scan_coord(geodist_text text)
{
    gd_tokens tokens;
    scanner s = {text, &tokens, false};
    tokens.count = 0;
    tokens.stray = (geodist_text){NULL, 0};
    do {
        while (s.rest.length && is_space(s.rest.bytes[0])) {
            s.rest = slice(s.rest, 1, s.rest.length);
            s.touches = false;
        }
    } while (s.rest.length && scan_token(&s));
    return tokens;
}
