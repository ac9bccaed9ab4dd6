#include "input/split.h"

#include "input/split_simd.h"

/* ---- What a line holds --------------------------------------------------------------- */

enum {
    TAB = 1, SEMICOLON = 2, COMMA = 4, BLANK = 8, NUMERIC = 16, ALIEN = 32, QUOTE = 64, TEE = 128
};

/* What is named here is part of a pair of decimal numbers; all else is ALIEN, which is
 * taken off each so that a table of zeros means it. */
#define KIND(kind) (ALIEN ^ (kind))
static const unsigned char kinds[256] = {
    ['\t'] = KIND(TAB),   [','] = KIND(COMMA),   [';'] = KIND(SEMICOLON), [' '] = KIND(BLANK),
    ['"'] = KIND(ALIEN | QUOTE), ['t'] = KIND(ALIEN | TEE), ['T'] = KIND(ALIEN | TEE),
    ['\r'] = KIND(BLANK), ['\v'] = KIND(BLANK),  ['\f'] = KIND(BLANK),    ['0'] = KIND(NUMERIC),
    ['1'] = KIND(NUMERIC), ['2'] = KIND(NUMERIC), ['3'] = KIND(NUMERIC),   ['4'] = KIND(NUMERIC),
    ['5'] = KIND(NUMERIC), ['6'] = KIND(NUMERIC), ['7'] = KIND(NUMERIC),   ['8'] = KIND(NUMERIC),
    ['9'] = KIND(NUMERIC), ['+'] = KIND(NUMERIC), ['-'] = KIND(NUMERIC),   ['.'] = KIND(NUMERIC),
};
#undef KIND

static unsigned kind_of(char byte)
{
    return kinds[(unsigned char)byte] ^ ALIEN;
}

static bool is_blank(char byte)
{
    return kind_of(byte) & (TAB | BLANK);
}

static unsigned kinds_in(geodist_text line)
{
    unsigned found = 0;
    for (size_t i = 0; i < line.length; i++)
        found |= kind_of(line.bytes[i]);
    return found;
}

static geodist_text part(geodist_text line, size_t from, size_t to)
{
    return (geodist_text){line.bytes + from, to - from};
}

/* The first byte from a place on that is of none of these kinds. */
static size_t skip(geodist_text line, size_t at, unsigned of_kinds)
{
    while (at < line.length && kind_of(line.bytes[at]) & of_kinds)
        at++;
    return at;
}

static size_t skip_blanks(geodist_text line, size_t at)
{
    return skip(line, at, TAB | BLANK);
}

static geodist_text trimmed(geodist_text text)
{
    size_t start = skip_blanks(text, 0), end = text.length;
    while (end > start && is_blank(text.bytes[end - 1]))
        end--;
    return part(text, start, end);
}

/* ---- Quotes -------------------------------------------------------------------------- */

/* The end of what the quote at this place opens: behind the closing quote, where a doubled
 * one closes nothing. 0 if it is not closed. */
static size_t quoted_end(geodist_text line, size_t at)
{
    char quote = line.bytes[at];
    for (size_t i = at + 1; i < line.length; i++)
        if (line.bytes[i] == quote) {
            if (i + 1 == line.length || line.bytes[i + 1] != quote)
                return i + 1;
            i++;
        }
    return 0;
}

/* Takes the quotes off a quoted text; doubled ones inside become one, in the line itself. */
static geodist_text unquoted(geodist_text text)
{
    char quote = text.bytes[0];
    geodist_text inside = part(text, 1, text.length - 1);
    if (!inside.length || !memchr(inside.bytes, quote, inside.length))
        return inside;
    char *bytes = (char *)(uintptr_t)inside.bytes; /* the caller's line, which may change */
    size_t kept = 0;
    for (size_t i = 0; i < inside.length; i++) {
        bytes[kept++] = bytes[i];
        i += bytes[i] == quote;
    }
    inside.length = kept;
    return inside;
}

geodist_text cli_bare(geodist_text text)
{
    geodist_text within = trimmed(text);
    if (within.length && within.bytes[0] == '"' && quoted_end(within, 0) == within.length)
        return unquoted(within);
    return within;
}

/* ---- Ways to cut --------------------------------------------------------------------- */

static cut_outcome cut_at(geodist_text line, char mark, geodist_text *fields, size_t *count)
{
    size_t start = 0;
    for (size_t at = 0; at < line.length; at++) {
        if (line.bytes[at] == '"' && mark != '\t' && skip_blanks(line, start) == at) {
            size_t end = quoted_end(line, at);
            at = end ? end - 1 : at;
        } else if (line.bytes[at] == mark) {
            fields[(*count)++] = cli_bare(part(line, start, at));
            start = at + 1;
        }
    }
    fields[(*count)++] = cli_bare(part(line, start, line.length));
    return CUT_DONE;
}

/* The end of the word that starts here: behind its quotes, or before the next blank. */
static size_t word_end(geodist_text line, size_t at)
{
    size_t end = line.bytes[at] == '"' ? quoted_end(line, at) : 0;
    if (end && (end == line.length || is_blank(line.bytes[end])))
        return end;
    while (at < line.length && !is_blank(line.bytes[at]))
        at++;
    return at;
}

static bool is_to(geodist_text word)
{
    return word.length == 2 && (word.bytes[0] | 0x20) == 't' && (word.bytes[1] | 0x20) == 'o';
}

/* Cuts at each word "to"; false, and nothing cut, if there is none. In a line with commas a
 * "to" with nothing on one side is the end or the start of a name: Nairobi,Kon To. */
static bool cut_at_to(geodist_text line, bool commas, geodist_text *fields, size_t *count)
{
    size_t start = 0;
    bool empty = false;
    for (size_t at = skip_blanks(line, 0), end; at < line.length; at = skip_blanks(line, end)) {
        end = word_end(line, at);
        if (is_to(part(line, at, end))) {
            empty = empty || trimmed(part(line, start, at)).length == 0;
            fields[(*count)++] = cli_bare(part(line, start, at));
            start = end;
        }
    }
    empty = empty || trimmed(part(line, start, line.length)).length == 0;
    if (!*count || (commas && empty)) {
        *count = 0;
        return false;
    }
    fields[(*count)++] = cli_bare(part(line, start, line.length));
    return true;
}

/* A line of nothing but decimal numbers: each two are a place. False if they do not come
 * out even, or are only one place. */
static bool cut_numbers(geodist_text line, geodist_text *fields, size_t *count)
{
    size_t numbers = 0, start = 0, at = skip(line, 0, BLANK | COMMA);
    for (; at < line.length; at = skip(line, at, BLANK | COMMA), numbers++) {
        if (numbers % 2 == 0)
            start = at;
        at = skip(line, at, NUMERIC);
        if (numbers % 2 == 1)
            fields[numbers / 2] = part(line, start, at);
    }
    *count = numbers % 2 == 0 && numbers >= 4 ? numbers / 2 : 0;
    return *count > 0;
}

static bool is_coordinate(geodist_text text)
{
    geodist_point point;
    return geodist_parse_coordinate(text, &point, NULL) == GEODIST_OK;
}

/* A first glance: a number, perhaps behind a letter; U+2212 as a minus sign; a geo: URI. */
static bool may_begin_coordinate(geodist_text line)
{
    geodist_text rest = trimmed(line);
    if (rest.length >= 4 && memchr("gG", rest.bytes[0], 2))
        return rest.bytes[3] == ':';
    if (rest.length >= 2 && memchr("NSEWnsew", rest.bytes[0], 8))
        rest = trimmed(part(rest, 1, rest.length));
    return rest.length && (!(kind_of(rest.bytes[0]) & ALIEN) || rest.bytes[0] == '\xE2');
}

/* Words that are coordinates, each by itself or each two together. */
static bool cut_coordinates(geodist_text line, geodist_text *fields, size_t *count)
{
    for (size_t together = 1; together <= 2; together++) {
        size_t words = 0, start = 0;
        bool all = true;
        *count = 0;
        for (size_t at = skip_blanks(line, 0), end; at < line.length && all;
             at = skip_blanks(line, end)) {
            for (end = at; end < line.length && !is_blank(line.bytes[end]);)
                end++;
            if (words++ % together == 0)
                start = at;
            if (words % together == 0) {
                fields[*count] = part(line, start, end);
                all = is_coordinate(fields[(*count)++]);
            }
        }
        if (all && words % together == 0 && *count >= 2)
            return true;
    }
    *count = 0;
    return false;
}

/* One field of RFC 4180 from start on; *end becomes where it ends: at a comma or the end
 * of the line. Blanks around quotes are let pass. */
static cut_outcome csv_field(geodist_text line, size_t start, size_t *end)
{
    size_t at = skip_blanks(line, start);
    if (at < line.length && line.bytes[at] == '"') {
        size_t closed = quoted_end(line, at);
        if (!closed)
            return CUT_UNBALANCED;
        *end = skip_blanks(line, closed);
        return *end == line.length || line.bytes[*end] == ',' ? CUT_DONE : CUT_TRAILING;
    }
    const char *comma = start < line.length
                            ? memchr(line.bytes + start, ',', line.length - start) : NULL;
    *end = comma ? (size_t)(comma - line.bytes) : line.length;
    return CUT_DONE;
}

cut_outcome cli_cut_csv_raw(geodist_text line, geodist_text *fields, size_t *count)
{
    *count = 0;
    for (size_t start = 0, end;; start = end + 1) {
        cut_outcome outcome = csv_field(line, start, &end);
        if (outcome != CUT_DONE)
            return outcome;
        fields[(*count)++] = part(line, start, end);
        if (end == line.length)
            return CUT_DONE;
    }
}

/* As cut_csv, for a line without quotes. */
static cut_outcome cut_at_commas(geodist_text line, geodist_text *fields, size_t *count)
{
    size_t start = 0;
    for (size_t at = 0; at < line.length; at++)
        if (line.bytes[at] == ',') {
            fields[(*count)++] = trimmed(part(line, start, at));
            start = at + 1;
        }
    fields[(*count)++] = trimmed(part(line, start, line.length));
    return CUT_DONE;
}

static cut_outcome cut_csv(geodist_text line, geodist_text *fields, size_t *count)
{
    cut_outcome outcome = cli_cut_csv_raw(line, fields, count);
    for (size_t i = 0; outcome == CUT_DONE && i < *count; i++)
        fields[i] = cli_bare(fields[i]);
    return outcome;
}

/* An apostrophe that closes nothing is a letter: 's-hertogenbosch. */
static cut_outcome cut_words(geodist_text line, geodist_text *fields, size_t *count)
{
    for (size_t at = skip_blanks(line, 0), end; at < line.length; at = skip_blanks(line, end)) {
        bool quote = line.bytes[at] == '"' || line.bytes[at] == '\'';
        size_t closed = quote ? quoted_end(line, at) : 0;
        if (line.bytes[at] == '"' && !closed)
            return CUT_UNBALANCED;
        if (closed && (closed == line.length || is_blank(line.bytes[closed]))) {
            end = closed;
            fields[(*count)++] = unquoted(part(line, at, end));
        } else if (line.bytes[at] == '"') {
            return CUT_TRAILING;
        } else {
            for (end = at; end < line.length && !is_blank(line.bytes[end]);)
                end++;
            fields[(*count)++] = part(line, at, end);
        }
    }
    return CUT_DONE;
}

static cut_outcome cut_auto(geodist_text line, geodist_text *fields, size_t *count)
{
    if (cli_cut_quickly(line, fields, count))
        return CUT_DONE;
    unsigned held = kinds_in(line);
    if (held & TAB)
        return cut_at(line, '\t', fields, count);
    if (held & SEMICOLON) {
        cut_at(line, ';', fields, count);
        if (*count > 1)
            return CUT_DONE;
        *count = 0; /* all of them inside quotes */
    }
    if (held & BLANK && held & TEE && cut_at_to(line, held & COMMA, fields, count))
        return CUT_DONE;
    if (!(held & ALIEN) && cut_numbers(line, fields, count))
        return CUT_DONE;
    if (held & BLANK && may_begin_coordinate(line) && cut_coordinates(line, fields, count))
        return CUT_DONE;
    if (held & COMMA)
        return held & QUOTE ? cut_csv(line, fields, count) : cut_at_commas(line, fields, count);
    return cut_words(line, fields, count);
}

cut_outcome cli_cut(geodist_text line, cut_mode mode, geodist_text *fields, size_t *count)
{
    *count = 0;
    switch (mode) {
    case CUT_TSV: return cut_at(line, '\t', fields, count);
    case CUT_CSV: return cut_csv(line, fields, count);
    case CUT_WORDS: return cut_words(line, fields, count);
    case CUT_AUTO: break;
    }
    return cut_auto(line, fields, count);
}
