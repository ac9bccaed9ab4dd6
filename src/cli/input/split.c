#include "input/split.h"

#include "input/byte_kinds.h"
#include "input/quotes.h"
#include "input/split_coordinates.h"
#include "input/split_phrases.h"
#include "input/split_simd.h"
#include "text/slice.h"

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

/* Cells of a table: those that are bare numbers are points. */
static void pair_numbers(geodist_text *fields, char **scratch, split_result *result)
{
    if (gd_pair_numbers(fields, &result->count, scratch))
        *result = (split_result){.count = result->count};
}

static void split_at_separators(geodist_text line, bool tabs, geodist_text *fields, char **scratch,
                                split_result *result)
{
    gd_split_at_separators(line, tabs, fields, &result->count, scratch);
    pair_numbers(fields, scratch, result);
}

static split_status split_at_commas(geodist_text line, geodist_text *fields, char **scratch,
                                    split_result *result)
{
    split_status status = split_csv(line, fields, &result->count, scratch);
    if (status == SPLIT_OK)
        pair_numbers(fields, scratch, result);
    return status;
}

static split_status split_at_blanks(geodist_text line, geodist_text *fields, char **scratch,
                                    split_result *result)
{
    char *start = *scratch;
    split_status status = split_words(line, fields, &result->count, scratch);
    result->at_blanks = *scratch == start; /* else the fields are not all parts of the line */
    if (status == SPLIT_OK)
        pair_numbers(fields, scratch, result);
    return status;
}

static split_status split_by_rules(geodist_text line, geodist_text *fields, char **scratch,
                                   split_result *result)
{
    size_t *count = &result->count;
    split_status status = SPLIT_OK;
    unsigned held = kinds_in(line);
    char *start = *scratch;
    if (held & TAB) {
        split_at_separators(line, true, fields, scratch, result);
        return SPLIT_OK;
    }
    if (held & SEPARATOR) {
        if (memchr(line.bytes, ';', line.length))
            split_at_separators(line, false, fields, scratch, result);
        else if (gd_find_separator(line, 0, false) < line.length)
            status = gd_split_at_arrows(line, fields, count, scratch);
        if (*count > 1 || status != SPLIT_OK)
            return status;
        *scratch = start; /* all of them are in quotes: what was written is not used */
    }
    if (held & BLANK && held & LETTER_T) {
        *count = gd_find_words(line, fields);
        if (gd_join_phrases(fields, count, held & COMMA, scratch, &status))
            return status;
    }
    if (!(held & OTHER) && gd_split_numbers(line, fields, count))
        return SPLIT_OK;
    if (held & BLANK && gd_may_begin_with_coordinate(line)) {
        *count = gd_find_words(line, fields);
        if (*count > 1 && gd_join_coordinates(fields, count))
            return SPLIT_OK;
    }
    if (held & COMMA && held & BLANK && held & NUMERIC &&
        gd_split_mixed(line, fields, count, scratch)) {
        result->at_blanks = *scratch == start;
        return SPLIT_OK;
    }
    if (!(held & QUOTE))
        result->whole = line;
    result->at_commas = held & COMMA;
    return held & COMMA ? split_at_commas(line, fields, scratch, result)
                        : split_at_blanks(line, fields, scratch, result);
}

split_status gd_split_line(geodist_text line, split_mode mode, geodist_text *fields, char **scratch,
                           split_result *result)
{
    *result = (split_result){.count = 0};
    switch (mode) {
    case SPLIT_TSV:
        split_at_separators(line, true, fields, scratch, result);
        return SPLIT_OK;
    case SPLIT_CSV:
        return split_at_commas(line, fields, scratch, result);
    case SPLIT_WORDS:
        return split_at_blanks(line, fields, scratch, result);
    case SPLIT_AUTO:
        break;
    }
    if (line.length && (is_blank(line.bytes[0]) || (line.bytes[0] | 0x20) == 'f'))
        line = gd_skip_from(line);
    if (gd_split_names(line, fields, &result->count)) {
        result->at_commas = true;
        result->whole = line;
        return SPLIT_OK;
    }
    return split_by_rules(line, fields, scratch, result);
}

split_status gd_split_arguments(geodist_text joined, geodist_text *fields, size_t count,
                                char **scratch, split_result *result)
{
    split_status status = SPLIT_OK;
    bool other_commas;
    if (count > 1 && gd_is_from(fields[0])) {
        memmove(fields, fields + 1, --count * sizeof *fields);
        joined = join(fields[0], fields[count - 1]);
    }
    *result = (split_result){.count = count};
    gd_part_arrows(fields, &result->count);
    if (gd_join_phrases(fields, &result->count, false, scratch, &status))
        return status;
    if (!(kinds_in(joined) & (OTHER | TAB)) && gd_split_numbers(joined, fields, &result->count))
        return SPLIT_OK;
    result->count = count;
    if (gd_may_begin_with_coordinate(joined) && gd_join_coordinates(fields, &result->count))
        return SPLIT_OK;
    gd_join_coordinate_words(fields, &result->count, &other_commas);
    result->at_blanks = true;
    return SPLIT_OK;
}
