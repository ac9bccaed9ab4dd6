/* Candidates of the keys that are a few edits away from a query. */
#ifndef GD_FUZZY_H
#define GD_FUZZY_H

#include "places/match_list.h"

/* Adds the places with a name whose key is within two edits of the given one (one edit for three or
 * four letters, none for fewer) to the current group of the list. Codes do not count as names. One
 * pass over all ASCII keys, or over all others if the key does not begin with ASCII. */
void gd_add_fuzzy_matches(gd_match_list *list, geodist_text key, gd_match_filter *filter,
                          const void *context);

#endif
