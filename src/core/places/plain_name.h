/* Which texts can be nothing but a name without qualifiers: a fast test that most names pass. */
#ifndef GD_PLAIN_NAME_H
#define GD_PLAIN_NAME_H

#include <geodist.h>

/* Whether a text of at least 5 bytes begins with two letters, ends with a letter, and consists of
 * letters, digits, single blanks and the signs - ' . between them. Letters are those of ASCII and
 * U+00C0 to U+027F. Such a text is
 * - valid text, no coordinate, and not damaged by a question mark;
 * - no word for a missing value: those that begin or end like one do not pass;
 * - no code of two to four letters, though it may be one with points;
 * - a name without white space at its ends, without a comma, a slash or parentheses, of more than
 * one letter, and without "airport" at its end. */
bool gd_is_plain_name(geodist_text text);

#endif
