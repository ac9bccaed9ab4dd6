#include "input/csv_scanner.h"

/* Moves to the quote that may end the quoted text, and counts the newlines before it. */
static void skip_quoted(csv_scanner *scanner, geodist_text text, size_t *at)
{
    while (*at < text.length && text.bytes[*at] != '"')
        scanner->newlines += text.bytes[(*at)++] == '\n';
}

static void skip_plain(geodist_text text, char delimiter, size_t *at)
{
    size_t i = *at;
    while (i < text.length && text.bytes[i] != delimiter && text.bytes[i] != '\n')
        i++;
    *at = i;
}

/* The state after a byte that is no mark, or a quote that opens and closes nothing. */
static cell_state after_other(csv_scanner *scanner, char byte)
{
    bool is_closed = scanner->state == CELL_AFTER_QUOTE || scanner->state == CELL_AFTER_BLANK;
    if (is_closed && (byte == ' ' || byte == '\t' || byte == '\r'))
        return CELL_AFTER_BLANK;
    scanner->has_stray_text = scanner->has_stray_text || is_closed;
    return CELL_PLAIN;
}

static bool may_be_quote(const csv_scanner *scanner)
{
    return scanner->state == CELL_START || scanner->state == CELL_AFTER_QUOTE;
}

csv_event gd_scan_cell(csv_scanner *scanner, geodist_text text, size_t *at)
{
    for (;; ++*at) {
        if (scanner->state == CELL_QUOTED)
            skip_quoted(scanner, text, at);
        else if (scanner->state == CELL_PLAIN)
            skip_plain(text, scanner->delimiter, at);
        if (*at == text.length)
            return CSV_TEXT_END;
        char byte = text.bytes[*at];
        if (scanner->state == CELL_QUOTED) {
            scanner->state = CELL_AFTER_QUOTE;
        } else if (byte == '"' && may_be_quote(scanner)) {
            if (scanner->state == CELL_START)
                scanner->opened = scanner->newlines;
            scanner->state = CELL_QUOTED; /* the first quote, or the second of a doubled one */
        } else if (byte == scanner->delimiter || byte == '\n') {
            scanner->state = CELL_START;
            return byte == '\n' ? CSV_RECORD_END : CSV_CELL_END;
        } else {
            scanner->state = after_other(scanner, byte);
        }
    }
}
