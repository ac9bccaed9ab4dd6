/* The best few of the places that a text may mean. */
#ifndef GD_MATCH_LIST_H
#define GD_MATCH_LIST_H

#include "places/place_query.h"

/* How well a place's name fits; the better fits come first, whatever the place. */
typedef enum { GD_FIT_EXACT, GD_FIT_BEGINNING, GD_FIT_CLOSE } gd_fit;

typedef struct {
    uint32_t row;
    gd_fit fit;
    double likelihood; /* against others of the same fit */
} gd_listed;

typedef struct {
    gd_listed items[GEODIST_SEARCH_MOST];
    size_t count;
    size_t most; /* of these, how many are wanted */
} gd_shortlist;

/* Puts a place into its rank; of two names of one place the better counts. */
void gd_enlist(gd_shortlist *list, gd_listed added);

/* Fills in the places and returns how many there are. */
size_t gd_hand_out(const gd_shortlist *list, geodist_place *places);

/* Whether a place is to be listed. */
typedef bool gd_wish(const void *wisher, uint32_t row);

/* Enlists the bearers of a name, but not of a code. */
void gd_enlist_bearers(gd_shortlist *list, gd_candidates bearers, gd_fit fit, gd_wish *wish,
                       const void *wisher);

/* Enlists the places with a name that is folded to nearly the sought key, by one pass over the
 * keys of its script. */
void gd_enlist_close(gd_shortlist *list, geodist_text sought, gd_wish *wish, const void *wisher);

#endif
