/* Lists of words: lookup in any case, and the word that a misspelt one probably means. */
#ifndef CLI_WORD_LIST_H
#define CLI_WORD_LIST_H

#include <geodist.h>

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

#endif
