/* The texts of a phrase: what each of them is, and how they lie beside each other. */
#ifndef CLI_PHRASE_TEXT_H
#define CLI_PHRASE_TEXT_H

#include "route/phrase.h"

enum { PHRASE_WORDS_MAX = 8 }; /* the most words of a name */

bool gd_is_place(geodist_text text);

/* Whether no place or area has the name, or none that its qualifiers fit. */
bool gd_is_unknown(geodist_text text);

/* Whether the text is the word, which is in small letters, in any case. */
bool gd_is_word(geodist_text text, const char *word);

/* The first PHRASE_WORDS_MAX words of a text; returns their number. */
size_t gd_first_words(geodist_text text, geodist_text *words);

/* A fault of a kind about the texts from `first` on. */
phrase_fault gd_fault_at(const phrase *of, phrase_fault_kind kind, size_t first, size_t count);

/* The number of texts from `first` on that may be words of one name: without commas, which say
 * where a name ends. */
size_t gd_count_joinable(const phrase *of, size_t first);

#endif
