#include "input/split_phrases.h"

#include "input/byte_kinds.h"
#include "input/quotes.h"

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

size_t gd_find_separator(geodist_text line, size_t start, bool tabs)
{
    size_t at = start;
    while (at < line.length && !separator_length(line, at, tabs)) {
        bool quote = line.bytes[at] == '"' && !tabs && skip_blanks(line, start) == at;
        size_t end = quote ? gd_closing_quote(line, at) : 0;
        at = end ? end : at + 1;
    }
    return at;
}

void gd_split_at_separators(geodist_text line, bool tabs, geodist_text *fields, size_t *count,
                            char **scratch)
{
    *count = 0;
    for (size_t start = 0, end;; start = end + separator_length(line, end, tabs)) {
        end = gd_find_separator(line, start, tabs);
        fields[(*count)++] = gd_unquote_field(part(line, start, end), scratch);
        if (end == line.length)
            return;
    }
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

size_t gd_find_words(geodist_text line, geodist_text *words)
{
    size_t count = 0;
    for (size_t at = skip_blanks(line, 0), end; at < line.length; at = skip_blanks(line, end)) {
        end = word_end(line, at);
        words[count++] = part(line, at, end);
    }
    return count;
}

/* The length of the -> or arrow at a position, or 0. */
static size_t arrow_length(geodist_text text, size_t at)
{
    return text.bytes[at] == ';' ? 0 : separator_length(text, at, false);
}

static bool is_separator_word(geodist_text word)
{
    return (word.length == 2 && (word.bytes[0] | 0x20) == 't' && (word.bytes[1] | 0x20) == 'o') ||
           (word.length && arrow_length(word, 0) == word.length);
}

bool gd_join_phrases(geodist_text *words, size_t *count, bool names_may_end_so, char **scratch,
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

split_status gd_split_at_arrows(geodist_text line, geodist_text *fields, size_t *count,
                                char **scratch)
{
    split_status status = SPLIT_OK;
    *count = 0;
    for (size_t start = 0, end;; start = end + separator_length(line, end, false)) {
        end = gd_find_separator(line, start, false);
        geodist_text between = part(line, start, end), *added = fields + *count;
        size_t words = gd_find_words(between, added);
        if (!gd_join_phrases(added, &words, true, scratch, &status)) {
            *added = gd_unquote_field(between, scratch);
            words = 1;
        }
        *count += words;
        if (end == line.length)
            return status;
    }
}

void gd_part_arrows(geodist_text *words, size_t *count)
{
    for (size_t i = 0; i < *count; i++) {
        geodist_text word = words[i];
        size_t at = 0, length = 0;
        while (at < word.length && !(length = arrow_length(word, at)))
            at++;
        if (length == 0 || length == word.length)
            continue;
        size_t end = at ? at : length; /* of the first part */
        memmove(words + i + 1, words + i, (*count - i) * sizeof *words);
        words[i] = part(word, 0, end);
        words[i + 1] = part(word, end, word.length);
        ++*count;
    }
}

bool gd_is_from(geodist_text word)
{
    static const char from[] = "from";
    if (word.length != 4)
        return false;
    for (int i = 0; i < 4; i++)
        if ((word.bytes[i] | 0x20) != from[i])
            return false;
    return true;
}

geodist_text gd_skip_from(geodist_text line)
{
    size_t start = skip_blanks(line, 0);
    if (line.length - start < 6 || (line.bytes[start] | 0x20) != 'f')
        return line;
    size_t end = word_end(line, start), next = skip_blanks(line, end);
    if (next == line.length || !gd_is_from(part(line, start, end)) ||
        memchr(line.bytes, '\t', line.length) || memchr(line.bytes, ';', line.length))
        return line;
    return part(line, next, line.length);
}
