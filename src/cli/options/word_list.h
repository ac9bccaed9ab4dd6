/* Lists of words: lookup in any case, the word that a misspelt one probably means, and messages
 * that name it. */
#ifndef CLI_WORD_LIST_H
#define CLI_WORD_LIST_H

#include "output/writer.h"

/* The word of an index; NULL after the last. */
typedef const char *word_list(size_t index);

/* The index of the word, compared without regard to the case of ASCII letters; SIZE_MAX if the list
 * does not have it. */
size_t gd_find_word(geodist_text word, word_list *words);

/* The word of the list that resembles the given one most, or NULL if none does. It resembles a word
 * if at most a third of the letters are wrong (one of three to five, two of six to eight, ...), or
 * if it is the beginning of the word, of three letters at least. Of equals the one with the same
 * first letter wins, then the first of the list. */
const char *gd_suggest_word(geodist_text word, word_list *words);

/* "; did you mean 'MEANT'?" with the hyphens of an option before it; nothing if `meant` is NULL. */
void gd_put_did_you_mean(writer *errors, const char *dashes, const char *meant);

/* "unknown WHAT 'WORD'; did you mean 'KNOWN'?\n" if one of the words resembles the given one, else
 * "unknown WHAT 'WORD'; one of NAMES\n". */
void gd_put_unknown_word(writer *errors, const char *what, const char *word, word_list *words,
                         word_list *names);

#endif
