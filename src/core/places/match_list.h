/* The best few of the places that a text may mean. */
#ifndef GD_MATCH_LIST_H
#define GD_MATCH_LIST_H

#include "places/place_query.h"

/* How well a place's name fits; the better fits come first, whatever the place. */
typedef enum { GD_FIT_EXACT, GD_FIT_PREFIX, GD_FIT_CLOSE } gd_fit;

enum { GD_MATCHES_MAX = 100 };

typedef struct {
    uint32_t row;
    gd_fit fit;
    double likelihood; /* against others of the same fit */
} gd_match;

typedef struct {
    gd_match items[GD_MATCHES_MAX];
    size_t count;
    size_t most; /* of these, how many are wanted */
} gd_match_list;

/* Puts a place into its rank; of two names of one place the better counts. */
void gd_match_list_add(gd_match_list *list, gd_match added);

/* Fills in the places and returns how many there are. */
size_t gd_match_list_places(const gd_match_list *list, geodist_place *places);

/* Whether a place is to be listed. */
typedef bool gd_match_filter(const void *context, uint32_t row);

/* Enlists the candidates of a name, but not of a code. */
void gd_match_list_add_all(gd_match_list *list, gd_candidates candidates, gd_fit fit, gd_match_filter *filter,
                       const void *context);

/* Enlists the places with a name that is folded to nearly the sought key, by one pass over the
 * keys of its script. */
void gd_match_list_add_fuzzy(gd_match_list *list, geodist_text sought, gd_match_filter *filter, const void *context);

#endif
