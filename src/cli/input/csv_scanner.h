/* Finds cells and records in CSV as RFC 4180 has it, in pieces of any size. A quote is special at
 * the start of a cell only; inside quotes delimiters and newlines are text and a doubled quote is
 * one. */
#ifndef CLI_CSV_SCANNER_H
#define CLI_CSV_SCANNER_H

#include <geodist.h>

typedef enum {
    CELL_START,
    CELL_PLAIN,
    CELL_QUOTED,
    CELL_AFTER_QUOTE,
    CELL_AFTER_BLANK /* behind a closing quote */
} cell_state;

typedef struct {
    char delimiter;
    cell_state state;
    uint64_t newlines; /* inside quotes, since the caller set it to 0 */
    uint64_t opened;   /* how many of them were before the last quote that opened a cell */
    /* A cell had text after its closing quote, since the caller cleared this. */
    bool has_stray_text;
} csv_scanner;

typedef enum {
    CSV_TEXT_END, /* the text ended inside a cell */
    CSV_CELL_END, /* the delimiter at *at ends the cell */
    CSV_RECORD_END /* the newline at *at ends the record */
} csv_event;

/* Continues in the cell at *at and moves *at to the delimiter or newline that ends it, or to the
 * end of the text. */
csv_event gd_scan_cell(csv_scanner *scanner, geodist_text text, size_t *at);

#endif
