/* Hyphens, dashes, slashes and other signs between places that are no separators. */
#ifndef CLI_PHRASE_SIGN_H
#define CLI_PHRASE_SIGN_H

#include "route/phrase.h"

/* Whether the text consists of such signs, perhaps with blanks between them. */
bool gd_is_sign(geodist_text text);

/* Whether an unknown text is two places with a hyphen, dash, slash or another sign between them
 * that is no separator. "BEFORE to AFTER" then means these two. False if one of them is little
 * known, if they are an airport and its city, and if the text resembles a better known name. */
bool gd_part_at_sign(geodist_text text, geodist_text *before, geodist_text *after);

/* Finds a sign inside a text: "tokyo;london-paris". */
bool gd_find_hyphen(const phrase *of, phrase_fault *found);

/* Finds a sign between places in a phrase that was cut at blanks: "new york-london". */
bool gd_find_sign_at_blanks(const phrase *of, phrase_fault *found);

/* Finds a sign between blanks, whatever is on either side. */
bool gd_find_sign_alone(const phrase *of, phrase_fault *found);

#endif
