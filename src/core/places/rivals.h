/* What else a text can mean besides the place found. */
#ifndef GD_RIVALS_H
#define GD_RIVALS_H

#include "places/meaning.h"
#include "places/place.h"
#include "places/score.h"

static inline double gd_candidate_score(uint32_t candidate)
{
    return gd_score(candidate_row(candidate), candidate_class(candidate));
}

/* An array of the caller: `count` results, of which the first `capacity` are in it. */
typedef struct {
    geodist_place *places;
    size_t capacity, count;
} gd_place_array;

static inline void gd_add_candidate(gd_place_array *to, uint32_t candidate)
{
    if (to->count < to->capacity) {
        to->places[to->count] = gd_place(candidate_row(candidate));
        to->places[to->count].score = gd_candidate_score(candidate);
    }
    to->count++;
}

/* Fills in the rivals of the place that was chosen, and returns how many there are. */
size_t gd_rivals_of(const gd_meaning *read, geodist_place *places, size_t capacity);

#endif
