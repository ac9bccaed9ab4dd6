/* The cells of one CSV record that is in memory as a whole, such as a header. */
#ifndef CLI_RECORD_CELLS_H
#define CLI_RECORD_CELLS_H

#include <geodist.h>

typedef struct {
    geodist_text record; /* a copy, without its ending */
    geodist_text *cells; /* without blanks and quotes around them */
    size_t count;
    char *bytes; /* the record, and after it cells with doubled quotes */
} record_cells;

/* Copies a record and splits it at its delimiters. Free the cells with gd_free_cells(), also where
 * it returns false because memory is lacking. */
bool gd_split_record(record_cells *split, geodist_text record, char delimiter);

void gd_free_cells(record_cells *of);

/* Whether two names of columns are the same but for the case of ASCII letters. */
bool gd_same_in_any_case(geodist_text a, geodist_text b);

/* The record that a text begins with. */
typedef struct {
    geodist_text record; /* the part of the text, without its ending */
    bool has_newline; /* at its end; else the record is all of the text */
    bool in_quotes;   /* the text ends inside quotes */
    uint64_t opened;  /* the newlines before them */
} first_record;

first_record gd_find_first_record(geodist_text text, char delimiter);

#endif
