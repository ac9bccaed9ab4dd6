/* What is wrong with the way in which a text was split into places. */
#ifndef CLI_PHRASE_FAULT_H
#define CLI_PHRASE_FAULT_H

#include "route/phrase.h"

/* Finds the first fault. Neighbouring words are a joined name if geodist_find() or
 * geodist_areas() knows them, joined by blanks, as one place or area at least as well known as the
 * least known of them; a word that is no place is the least known. Words with a blank inside were
 * quoted: they are joined only if one of the words is no place. */
bool gd_find_phrase_fault(const phrase *of, phrase_fault *found);

/* False if no neighbouring words of a phrase of which all are found can be a joined name, provided
 * that none of them is in the region or country that the next names: geodist_name_is_in() tells.
 * Takes a fraction of the time of gd_find_phrase_fault(). */
bool gd_may_have_joined_name(const phrase *of);

/* Finds words of a sound phrase of arguments that are one place, too, though less known than each
 * of them: cordoba mexico. */
bool gd_find_lesser_reading(const phrase *of, phrase_fault *found);

/* Whether all of the text is one place or area. */
bool gd_is_one_place(geodist_text text);

/* How many texts, from the first on, are one place with commas between them: a name and the regions
 * and countries after it. Commas at the ends of the texts do not count. 0 if the first is no place.
 */
size_t gd_count_qualified(const geodist_text *texts, size_t count);

/* The text without a comma at its end. */
geodist_text gd_without_comma(geodist_text text);

/* Whether the text is a whole number, a comma and digits: 51,5. */
bool gd_is_decimal_comma(geodist_text text);

#endif
