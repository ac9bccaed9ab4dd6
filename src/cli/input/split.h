/* A line of a stream -> its places: the ways a line is cut, in their order. */
#ifndef CLI_SPLIT_H
#define CLI_SPLIT_H

#include <geodist.h>

typedef enum { CUT_AUTO, CUT_TSV, CUT_CSV, CUT_WORDS } cut_mode;

/* A longer line is not cut but is an error in its place. One of separators alone has a
 * field more than it has bytes. */
enum { LINE_MOST = 32768, FIELDS_MOST = LINE_MOST + 1 };

typedef enum {
    CUT_DONE,
    CUT_UNBALANCED, /* a quote is opened and not closed on this line */
    CUT_TRAILING,   /* text behind a closing quote */
    CUT_MISSING     /* fewer fields than columns are wanted */
} cut_outcome;

/* Cuts a line (without its end) into fields, of which there are at most FIELDS_MOST; *count
 * becomes how many. Quoted fields lose their quotes in place: the line's bytes change.
 *
 * CUT_AUTO takes the first that fits:
 *   a TAB                   fields between TABs
 *   a ; outside quotes      fields between them
 *   the word to             phrases between them; "Paris, TX" to London
 *   only coordinates        LAT,LON LAT,LON or bare numbers LAT LON LAT LON
 *   a comma                 CSV with RFC 4180 quotes
 *   otherwise               words as in a shell, with either quote
 */
cut_outcome cli_cut(geodist_text line, cut_mode mode, geodist_text *fields, size_t *count);

/* The CSV of RFC 4180 alone: the fields as they stand, quotes and all. */
cut_outcome cli_cut_csv_raw(geodist_text line, geodist_text *fields, size_t *count);

/* The field without blanks around it and, if all of it is quoted, without its quotes; doubled
 * quotes inside become one in the field's own bytes. */
geodist_text cli_bare(geodist_text field);

#endif
