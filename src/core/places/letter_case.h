/* Whether a name can be a code, by its letters. */
#ifndef GD_LETTER_CASE_H
#define GD_LETTER_CASE_H

#include <geodist.h>

typedef enum {
    GD_NO_CODE,
    GD_COMMON_WORD, /* an English or Spanish word in lower case: no code either */
    GD_CAPITALS,
    GD_MIXED_CASE,
    GD_LOWER_CASE
} gd_letter_case;

/* GD_NO_CODE unless the text is two to four ASCII letters, perhaps each with a full stop (U.K.).
 * White space at the ends is ignored. Sets the number of the letters, unless it is no code. */
gd_letter_case gd_letter_case_of(geodist_text text, unsigned *letter_count);

#endif
