/* The words of a text that may have an unsupported form. */
#ifndef GD_FORM_WORDS_H
#define GD_FORM_WORDS_H

#include "text/slice.h"

/* Words are divided by breaks: white space, also U+00A0 and U+3000, commas, semicolons, quotation
 * marks, parentheses and the postal mark of Japan. All breaks but white space end a part of the
 * text, such as the part before the first comma. */
typedef struct {
    geodist_text rest; /* initially the whole text */
    bool same_part;    /* initially false */
} gd_words;

typedef struct {
    geodist_text text; /* not empty */
    bool begins_part;
} gd_word;

/* Takes the next word; false, and an empty word, if there is none. */
bool gd_next_word(gd_words *words, gd_word *word);

/* The bytes of the white space, or of any break, that the text begins with; 0 if there is none. */
size_t gd_blank_length(geodist_text text);
size_t gd_break_length(geodist_text text);

/* Whether the text begins with a prefix, which is in lower case; case of ASCII is ignored. */
bool gd_begins_with(geodist_text text, const char *prefix);

/* How many digits the text begins with; counts up to max. */
size_t gd_count_digits(geodist_text text, size_t max);

bool gd_has_digit(geodist_text text);

/* Remove white space, a prefix as of gd_begins_with(), or up to max digits from the start of the
 * rest. Return whether there was the prefix, and how many digits there were. */
void gd_skip_blanks(geodist_text *rest);
bool gd_skip(geodist_text *rest, const char *prefix);
size_t gd_skip_digits(geodist_text *rest, size_t max);

/* Classes of words, which may be followed by a full stop. */
bool gd_is_unit(geodist_text word); /* follows an amount; not in capitals as MI for Michigan */
bool gd_is_currency(geodist_text word);
bool gd_is_month(geodist_text word);
bool gd_is_preposition(geodist_text word); /* English and Romance ones: in, of, to, de */

#endif
