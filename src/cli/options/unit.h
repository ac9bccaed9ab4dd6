/* Units of length. */
#ifndef CLI_UNIT_H
#define CLI_UNIT_H

#include <geodist.h>
#include <stdbool.h>

typedef struct {
    const char *name; /* the short one, which is printed */
    double metres;
    int decimals;         /* default precision for people */
    int machine_decimals; /* default precision for programs: about a millimetre */
} unit;

/* Ended by a row without a name; the first is the default. */
extern const unit gd_units[];

/* All words for units (a word_list): the short names, and words such as "miles". */
const char *gd_unit_word(size_t index);

/* The unit that a word means, in any case: "mi", "Miles", "NM", "nautical miles". "M" is a metre,
 * as "m" is. NULL if there is no such unit. */
const unit *gd_find_unit(geodist_text word);

/* Parses a length: a decimal number, with or without an exponent, and, if it is not in the default
 * unit, a word for a unit: 100, 62.5mi, 1e3km, "54 nautical miles". False if it is none, or beyond
 * a million km. */
bool gd_parse_length(const char *string, const unit *default_unit, double *metres);

/* What follows the number and blanks; the end of the string if nothing does, NULL if there is no
 * number. */
const char *gd_unit_of_length(const char *string);

#endif
