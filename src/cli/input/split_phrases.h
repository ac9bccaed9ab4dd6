/* Separators and the phrases between them: the first rules of split.h. */
#ifndef CLI_SPLIT_PHRASES_H
#define CLI_SPLIT_PHRASES_H

#include "input/split_status.h"

#include <geodist.h>

/* The next separator outside quotes, a TAB or one of ; -> and U+2192; the end of the line if there
 * is none. Between TABs a quote has a meaning only if it encloses the field. */
size_t gd_find_separator(geodist_text line, size_t start, bool tabs);

/* Splits at all of these separators. */
void gd_split_at_separators(geodist_text line, bool tabs, geodist_text *fields, size_t *count,
                            char **scratch);

/* Splits at -> and U+2192, and the phrases between them at the word to. A to beside an arrow is
 * part of a name. */
split_status gd_split_at_arrows(geodist_text line, geodist_text *fields, size_t *count,
                                char **scratch);

/* The words of a line as they stand, with their quotes. */
size_t gd_find_words(geodist_text line, geodist_text *words);

/* Replaces words by the phrases between the words to, -> and U+2192. Returns false, and changes
 * nothing, if there is none. With `names_may_end_so` the first and the last word are none: Kon To
 * is a town. */
bool gd_join_phrases(geodist_text *words, size_t *count, bool names_may_end_so, char **scratch,
                     split_status *status);

/* Makes the arrows inside words words of their own: york->tokyo. */
void gd_part_arrows(geodist_text *words, size_t *count);

/* Whether the word is from, in any case. */
bool gd_is_from(geodist_text word);

/* The line without the word from, if it begins with it and more words follow, and nothing in it
 * separates fields that may hold any word. */
geodist_text gd_skip_from(geodist_text line);

#endif
