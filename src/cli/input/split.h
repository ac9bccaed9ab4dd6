/* The grammar of journeys: a text is split into places. Lines of standard input, a single argument
 * and a list of arguments are split by the same rules. */
#ifndef CLI_SPLIT_H
#define CLI_SPLIT_H

#include "input/split_status.h"
#include "options/split_mode.h"

#include <geodist.h>

typedef struct {
    size_t count;         /* number of fields */
    bool at_blanks;     /* split at blanks: neighbouring fields may be one place */
    bool at_commas;     /* split as CSV, where no other separator was found */
    geodist_text whole; /* if not empty: what is an error if all of it is one place */
} split_result;

/* Splits a line (without its ending) or a single argument into fields, of which there are at most
 * one more than it has bytes. Quotes around a field are removed. A field with doubled quotes inside
 * is written to *scratch with single ones, and a point of two fields with a comma between them; all
 * fields together take fewer bytes there than the line has. The other fields are parts of the line.
 *
 * SPLIT_AUTO takes the first rule that applies:
 *   a TAB                     fields between TABs
 *   a ; outside quotes        fields between them, and between -> and arrows (U+2192)
 *   ->, an arrow, the word to phrases between them: "Paris, TX" to London
 *   only coordinates          LAT,LON LAT,LON or bare numbers LAT LON LAT LON
 *   commas in coordinates     words: 51.5, -0.12 paris
 *   a comma                   CSV with the quotes of RFC 4180
 *   otherwise                 words as in a shell, with either quote
 * Four or more fields that are all bare numbers, an even number, are points, unless arrows or the
 * word to separate them.
 * Before all but the first two rules the word from at the beginning is left out if more follows. */
split_status gd_split_line(geodist_text line, split_mode mode, geodist_text *fields, char **scratch,
                           split_result *result);

/* Splits two or more arguments, given as `count` fields that lie in one text with a blank between
 * each two: at the words to, and at -> and the arrow, else as coordinates; else each argument is a
 * place. The word from at the beginning is left out if more follow. The array has room for one
 * field more than the text has bytes. */
split_status gd_split_arguments(geodist_text joined, geodist_text *fields, size_t count,
                                char **scratch, split_result *result);

#endif
