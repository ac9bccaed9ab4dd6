/* Cells of tables: CSV as RFC 4180 has it with any delimiter, and TSV without quotes. */
#ifndef CLI_CSV_WRITER_H
#define CLI_CSV_WRITER_H

#include "output/writer.h"

typedef enum {
    QUOTES_NEVER,     /* for text without delimiters and control characters */
    QUOTES_ALWAYS,    /* around each text */
    QUOTES_IF_NEEDED /* around a text with a delimiter, a quote or a line ending */
} quotes_rule;

typedef struct {
    char delimiter;
    quotes_rule quotes;
} cell_style;

/* In quotes; quotes inside are doubled. */
void gd_put_csv_field(writer *out, geodist_text text);

/* The text as a cell. */
void gd_put_text_cell(writer *out, cell_style style, geodist_text text);

static inline void gd_put_delimiter(writer *out, cell_style style)
{
    gd_put_text(out, (geodist_text){&style.delimiter, 1});
}

#endif
