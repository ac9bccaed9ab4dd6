/* Words among places that are no places: and, distance from, in miles. */
#ifndef CLI_PHRASE_WORDS_H
#define CLI_PHRASE_WORDS_H

#include "route/phrase.h"

/* Finds the word and between places. */
bool gd_find_conjunction(const phrase *of, phrase_fault *found);

/* Whether the text is a word such as from or vs that people write between places, and no place. */
bool gd_is_stray_word(geodist_text text);

/* Finds neighbouring texts that are such words, if there are others. */
bool gd_find_stray_words(const phrase *of, phrase_fault *found);

/* The same inside a text that is unknown: "distance from paris". */
bool gd_find_stray_words_in_texts(const phrase *of, phrase_fault *found);

/* Finds a unit at the end of a phrase of at least two texts: "in miles". */
bool gd_find_unit_words(const phrase *of, phrase_fault *found);

#endif
