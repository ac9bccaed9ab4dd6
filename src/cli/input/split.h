/* The grammar of journeys: a text is split into places. Lines of standard input, a single argument
 * and a list of arguments are split by the same rules. */
#ifndef CLI_SPLIT_H
#define CLI_SPLIT_H

#include <geodist.h>

typedef enum { SPLIT_AUTO, SPLIT_TSV, SPLIT_CSV, SPLIT_WORDS } split_mode;

typedef enum {
    SPLIT_OK,
    SPLIT_UNCLOSED_QUOTE,
    SPLIT_TEXT_AFTER_QUOTE, /* text between a closing quote and the next separator */
    SPLIT_MISSING_PLACE     /* a separator of words has no place on one side */
} split_status;

typedef struct {
    size_t count;         /* number of fields */
    bool at_blanks;       /* split at blanks, where no other separator was found */
    bool may_be_one_place; /* split at commas or blanks: an error if the whole text is one place */
} split_result;

/* Splits a line (without its ending) or a single argument into fields, of which there are at most
 * one more than it has bytes. Quotes around a field are removed. A field with doubled quotes inside
 * is written to *scratch with single ones; all fields together take fewer bytes there than the line
 * has. The other fields are parts of the line.
 *
 * SPLIT_AUTO takes the first rule that applies:
 *   a TAB                     fields between TABs
 *   a ; outside quotes        fields between them
 *   the word to, -> or an     phrases between them: "Paris, TX" to London
 *   arrow (U+2192)
 *   only coordinates          LAT,LON LAT,LON or bare numbers LAT LON LAT LON
 *   a comma                   CSV with the quotes of RFC 4180
 *   otherwise                 words as in a shell, with either quote
 */
split_status gd_split_line(geodist_text line, split_mode mode, geodist_text *fields, char **scratch,
                           split_result *result);

/* Splits two or more arguments, given as `count` fields that lie in one text with a blank between
 * each two: at the words to, -> and the arrow, else as coordinates; else each argument is a place.
 * The array has room for one field more than the text has bytes. */
split_status gd_split_arguments(geodist_text joined, geodist_text *fields, size_t count,
                                char **scratch, split_result *result);

#endif
