#include "input/split.h"

#include "input/quotes.h"
#include "input/split_simd.h"
#include "text/slice.h"

/* ---- Kinds of bytes ---------------------------------------------------------------- */

/* OTHER is every byte that is not part of decimal numbers and their separators. */
enum {
    TAB = 1,
    SEPARATOR = 2,
    COMMA = 4,
    BLANK = 8,
    NUMERIC = 16,
    OTHER = 32,
    QUOTE = 64,
    LETTER_T = 128
};

/* clang-format off */
/* The table holds kinds xor OTHER, so that bytes it does not list are OTHER. */
#define KIND(kind) (OTHER ^ (kind))
static const unsigned char kinds[256] = {
    ['\t'] = KIND(TAB),    [','] = KIND(COMMA),   [' '] = KIND(BLANK),    ['\r'] = KIND(BLANK),
    ['\v'] = KIND(BLANK),  ['\f'] = KIND(BLANK),  ['"'] = KIND(OTHER | QUOTE),
    [';'] = KIND(OTHER | SEPARATOR), ['>'] = KIND(OTHER | SEPARATOR),
    [0xE2] = KIND(OTHER | SEPARATOR), /* the first byte of U+2192 */
    ['t'] = KIND(OTHER | LETTER_T),   ['T'] = KIND(OTHER | LETTER_T),
    ['0'] = KIND(NUMERIC), ['1'] = KIND(NUMERIC), ['2'] = KIND(NUMERIC),  ['3'] = KIND(NUMERIC),
    ['4'] = KIND(NUMERIC), ['5'] = KIND(NUMERIC), ['6'] = KIND(NUMERIC),  ['7'] = KIND(NUMERIC),
    ['8'] = KIND(NUMERIC), ['9'] = KIND(NUMERIC), ['+'] = KIND(NUMERIC),  ['-'] = KIND(NUMERIC),
    ['.'] = KIND(NUMERIC),
};
#undef KIND
/* clang-format on */

static unsigned kind_of(char byte)
{
    return kinds[(unsigned char)byte] ^ OTHER;
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

/* The first position from `at` on whose byte is of none of these kinds. */
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

static geodist_text part(geodist_text line, size_t from, size_t to)
{
    return (geodist_text){line.bytes + from, to - from};
}

/* ---- Separators outside quotes ----------------------------------------------------- */

/* The length of the separator at a position: one TAB, or one of ; -> and U+2192. 0 if there is
 * none. */
static size_t separator_length(geodist_text line, size_t at, bool tabs)
{
    geodist_text rest = part(line, at, line.length);
    if (tabs)
        return rest.bytes[0] == '\t';
    if (rest.bytes[0] == ';')
        return 1;
    if (rest.length >= 2 && memcmp(rest.bytes, "->", 2) == 0)
        return 2;
    return rest.length >= 3 && memcmp(rest.bytes, "\xE2\x86\x92", 3) == 0 ? 3 : 0;
}

/* Fields between separators. Between TABs a quote has a meaning only if it encloses the field. */
static void split_at_separators(geodist_text line, bool tabs, geodist_text *fields, size_t *count,
                                char **scratch)
{
    size_t start = 0;
    *count = 0;
    for (size_t at = 0; at < line.length;) {
        size_t length = separator_length(line, at, tabs);
        if (length) {
            fields[(*count)++] = gd_unquote_field(part(line, start, at), scratch);
            start = at = at + length;
        } else if (line.bytes[at] == '"' && !tabs && skip_blanks(line, start) == at) {
            size_t end = gd_closing_quote(line, at);
            at = end ? end : at + 1;
        } else {
            at++;
        }
    }
    fields[(*count)++] = gd_unquote_field(part(line, start, line.length), scratch);
}

/* ---- Words and phrases ------------------------------------------------------------- */

/* The end of the word that starts here: after its quotes, or before the next blank. */
static size_t word_end(geodist_text line, size_t at)
{
    size_t end = line.bytes[at] == '"' ? gd_closing_quote(line, at) : 0;
    if (end && (end == line.length || is_blank(line.bytes[end])))
        return end;
    while (at < line.length && !is_blank(line.bytes[at]))
        at++;
    return at;
}

/* The words of a line as they stand, with their quotes. */
static size_t find_words(geodist_text line, geodist_text *words)
{
    size_t count = 0;
    for (size_t at = skip_blanks(line, 0), end; at < line.length; at = skip_blanks(line, end)) {
        end = word_end(line, at);
        words[count++] = part(line, at, end);
    }
    return count;
}

static bool is_separator_word(geodist_text word)
{
    return (word.length == 2 && (word.bytes[0] | 0x20) == 't' && (word.bytes[1] | 0x20) == 'o') ||
           (word.length && separator_length(word, 0, false) == word.length && word.bytes[0] != ';');
}

/* From the start of one word to the end of another in the same text. */
static geodist_text join(geodist_text first, geodist_text last)
{
    return (geodist_text){first.bytes, (size_t)(last.bytes + last.length - first.bytes)};
}

/* Replaces words by the phrases between the separator words. Returns false, and changes nothing, if
 * there is no separator. With `names_may_end_so` the first and the last word are none: Kon To is a
 * town. */
static bool join_phrases(geodist_text *words, size_t *count, bool names_may_end_so, char **scratch,
                         split_status *status)
{
    size_t phrases = 0, start = 0, end = *count;
    for (size_t i = 0; i < end; i++) {
        bool at_edge = i == 0 || i + 1 == end;
        if (!is_separator_word(words[i]) || (at_edge && names_may_end_so))
            continue;
        if (i == start || i + 1 == end)
            *status = SPLIT_MISSING_PLACE;
        else
            words[phrases++] = gd_unquote_field(join(words[start], words[i - 1]), scratch);
        start = i + 1;
    }
    if (start == 0)
        return false;
    if (*status == SPLIT_OK)
        words[phrases++] = gd_unquote_field(join(words[start], words[end - 1]), scratch);
    *count = phrases;
    return true;
}

/* ---- Coordinates ------------------------------------------------------------------- */

/* The numbers of a text of nothing else, with blanks or one comma between each two. 0 if there is a
 * comma too many: a cell of a table is empty. */
static size_t count_numbers(geodist_text text)
{
    size_t numbers = 0, at = skip(text, 0, BLANK), end;
    for (bool comma = false; at < text.length; at = end, numbers++) {
        end = skip(text, skip(text, at, NUMERIC), BLANK);
        comma = end < text.length && text.bytes[end] == ',';
        end = comma ? skip(text, end + 1, BLANK) : end;
        if (end < text.length ? text.bytes[end] == ',' : comma)
            return 0;
    }
    return numbers;
}

/* A text of nothing but decimal numbers: each two are a point. False, and nothing changed, if there
 * is none or their number is odd. */
static bool split_numbers(geodist_text text, geodist_text *fields, size_t *count)
{
    size_t numbers = count_numbers(text), at = 0;
    if (numbers == 0 || numbers % 2)
        return false;
    for (size_t i = 0; i < numbers; i++) {
        size_t start = skip(text, at, BLANK | COMMA);
        at = skip(text, start, NUMERIC);
        geodist_text number = part(text, start, at);
        fields[i / 2] = i % 2 ? join(fields[i / 2], number) : number;
    }
    *count = numbers / 2;
    return true;
}

static bool is_coordinate(geodist_text text)
{
    geodist_point point;
    return geodist_parse_coordinate(text, &point, NULL) == GEODIST_OK;
}

/* A quick look: a number, perhaps after a letter or a parenthesis; U+2212 as a minus sign; a geo:
 * URI. */
static bool may_begin_with_coordinate(geodist_text text)
{
    geodist_text rest = trim(text);
    if (rest.length >= 4 && memchr("gG", rest.bytes[0], 2))
        return rest.bytes[3] == ':';
    if (rest.length >= 2 && memchr("NSEWnsew(", rest.bytes[0], 9))
        rest = trim(part(rest, 1, rest.length));
    return rest.length && (!(kind_of(rest.bytes[0]) & OTHER) || rest.bytes[0] == '\xE2');
}

/* Words that are coordinates, each alone or each two together. In the second case replaces them. */
static bool join_coordinates(geodist_text *words, size_t *count)
{
    size_t alone = 0, pairs = 0;
    while (alone < *count && is_coordinate(words[alone]))
        alone++;
    if (alone == *count)
        return *count > 0;
    if (*count % 2)
        return false;
    while (pairs < *count && is_coordinate(join(words[pairs], words[pairs + 1])))
        pairs += 2;
    if (pairs < *count)
        return false;
    for (size_t i = 0; i < *count; i += 2)
        words[i / 2] = join(words[i], words[i + 1]);
    *count /= 2;
    return true;
}

/* ---- CSV --------------------------------------------------------------------------- */

/* Finds the end of the field that starts at `start`: a comma or the end of the line. Blanks around
 * quotes are accepted. */
static split_status find_csv_field(geodist_text line, size_t start, size_t *end)
{
    size_t at = skip_blanks(line, start);
    if (at < line.length && line.bytes[at] == '"') {
        size_t closed = gd_closing_quote(line, at);
        if (!closed)
            return SPLIT_UNCLOSED_QUOTE;
        *end = skip_blanks(line, closed);
        return *end == line.length || line.bytes[*end] == ',' ? SPLIT_OK : SPLIT_TEXT_AFTER_QUOTE;
    }
    const char *comma =
        start < line.length ? memchr(line.bytes + start, ',', line.length - start) : NULL;
    *end = comma ? (size_t)(comma - line.bytes) : line.length;
    return SPLIT_OK;
}

static split_status split_csv(geodist_text line, geodist_text *fields, size_t *count,
                              char **scratch)
{
    *count = 0;
    for (size_t start = 0, end;; start = end + 1) {
        split_status status = find_csv_field(line, start, &end);
        if (status != SPLIT_OK)
            return status;
        fields[(*count)++] = gd_unquote_field(part(line, start, end), scratch);
        if (end == line.length)
            return SPLIT_OK;
    }
}

/* ---- Words of a shell -------------------------------------------------------------- */

/* An apostrophe that closes nothing is a letter: 's-hertogenbosch. */
static split_status split_words(geodist_text line, geodist_text *fields, size_t *count,
                                char **scratch)
{
    *count = 0;
    for (size_t at = skip_blanks(line, 0), end; at < line.length; at = skip_blanks(line, end)) {
        bool quote = line.bytes[at] == '"' || line.bytes[at] == '\'';
        size_t closed = quote ? gd_closing_quote(line, at) : 0;
        if (line.bytes[at] == '"' && !closed)
            return SPLIT_UNCLOSED_QUOTE;
        if (closed && (closed == line.length || is_blank(line.bytes[closed]))) {
            end = closed;
            fields[(*count)++] = gd_unquote(part(line, at, end), scratch);
        } else if (line.bytes[at] == '"') {
            return SPLIT_TEXT_AFTER_QUOTE;
        } else {
            for (end = at; end < line.length && !is_blank(line.bytes[end]);)
                end++;
            fields[(*count)++] = part(line, at, end);
        }
    }
    return SPLIT_OK;
}

/* ---- The rules in their order
 * -------------------------------------------------------------------- */

static split_status split_by_rules(geodist_text line, geodist_text *fields, char **scratch,
                                   split_result *result)
{
    size_t *count = &result->count;
    split_status status = SPLIT_OK;
    unsigned held = kinds_in(line);
    char *start = *scratch;
    if (held & TAB) {
        split_at_separators(line, true, fields, count, scratch);
        return SPLIT_OK;
    }
    if (held & SEPARATOR) {
        split_at_separators(line, false, fields, count, scratch);
        if (*count > 1)
            return SPLIT_OK;
        *scratch = start; /* all of them are in quotes: what was written is not used */
    }
    if (held & BLANK && held & LETTER_T) {
        *count = find_words(line, fields);
        if (join_phrases(fields, count, held & COMMA, scratch, &status))
            return status;
    }
    if (!(held & OTHER) && split_numbers(line, fields, count))
        return SPLIT_OK;
    if (held & BLANK && may_begin_with_coordinate(line)) {
        *count = find_words(line, fields);
        if (*count > 1 && join_coordinates(fields, count))
            return SPLIT_OK;
    }
    result->may_be_one_place = !(held & QUOTE);
    if (held & COMMA)
        return split_csv(line, fields, count, scratch);
    result->at_blanks = !(held & QUOTE);
    return split_words(line, fields, count, scratch);
}

split_status gd_split_line(geodist_text line, split_mode mode, geodist_text *fields, char **scratch,
                           split_result *result)
{
    *result = (split_result){.count = 0};
    switch (mode) {
    case SPLIT_TSV:
        split_at_separators(line, true, fields, &result->count, scratch);
        return SPLIT_OK;
    case SPLIT_CSV:
        return split_csv(line, fields, &result->count, scratch);
    case SPLIT_WORDS:
        return split_words(line, fields, &result->count, scratch);
    case SPLIT_AUTO:
        break;
    }
    if (gd_split_names(line, fields, &result->count)) {
        result->may_be_one_place = true;
        return SPLIT_OK;
    }
    return split_by_rules(line, fields, scratch, result);
}

split_status gd_split_arguments(geodist_text joined, geodist_text *fields, size_t count,
                                char **scratch, split_result *result)
{
    split_status status = SPLIT_OK;
    *result = (split_result){.count = count};
    if (join_phrases(fields, &result->count, false, scratch, &status))
        return status;
    if (!(kinds_in(joined) & (OTHER | TAB)) && split_numbers(joined, fields, &result->count))
        return SPLIT_OK;
    result->count = count;
    if (may_begin_with_coordinate(joined) && join_coordinates(fields, &result->count))
        return SPLIT_OK;
    result->at_blanks = result->may_be_one_place = true;
    for (size_t i = 0; i < count; i++) /* an empty argument is a missing place */
        if (trim(fields[i]).length == 0)
            result->may_be_one_place = false;
    return SPLIT_OK;
}
