/* Candidates of the keys that are a few edits away from a query. */
#ifndef GD_FUZZY_H
#define GD_FUZZY_H

#include "places/match_list.h"

/* Adds the places with a name whose key is within two edits of the given one (one edit for three or
 * four letters, none for fewer) to the current group of the list. Codes do not count as names. Keys
 * that begin with a letter of another script than all letters of the query are left out, and ASCII
 * is apart from all else: a query is compared with ASCII keys if it begins with ASCII, with no
 * ASCII key if not. One pass over the heads of the blocks, and over the blocks that can have such a
 * key. */
void gd_add_fuzzy_matches(gd_match_list *list, geodist_text key, gd_match_filter *filter,
                          const void *context);

#endif
