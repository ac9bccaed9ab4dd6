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
        } else if (byte == '"' && scanner->state != CELL_PLAIN) {
            if (scanner->state == CELL_START)
                scanner->opened = scanner->newlines;
            scanner->state = CELL_QUOTED; /* the first quote, or the second of a doubled one */
        } else if (byte == scanner->delimiter || byte == '\n') {
            scanner->state = CELL_START;
            return byte == '\n' ? CSV_RECORD_END : CSV_CELL_END;
        } else {
            scanner->state = CELL_PLAIN;
        }
    }
}
