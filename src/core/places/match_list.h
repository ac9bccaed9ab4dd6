/* The results of a search, best first, in the array of the caller.
 *
 * Results come in groups: every result of an earlier group is before those of a later one. Within
 * a group they are ordered by score, and equal scores by a sequence number. While a group is being
 * collected its results are a heap with the worst on top (J. W. J. Williams, Algorithm 232:
 * Heapsort, Comm. ACM 7(6), 1964). Of each place in the array only the fields row, point.lat (the
 * score) and population (the sequence number) are in use until the list is finished. */
#ifndef GD_MATCH_LIST_H
#define GD_MATCH_LIST_H

#include "places/name_index.h"

typedef struct {
    geodist_place *places;
    size_t capacity;
    size_t count;  /* results, whether or not the array has room for them */
    size_t sorted; /* places[0] to places[sorted - 1] are finished groups */
    size_t held;   /* places[sorted] to places[held - 1] are the heap */
    unsigned char listed[GD_ROWS_MAX / 8]; /* a bit for each row that has been a result: 32 KiB */
} gd_match_list;

void gd_match_list_start(gd_match_list *list, geodist_place *places, size_t capacity);

static inline bool gd_match_list_has(const gd_match_list *list, uint32_t row)
{
    return list->listed[row / 8] >> row % 8 & 1;
}

/* Adds a row to the current group. If it is listed in that group already, the better score counts;
 * finding it takes time proportional to the results held. If it is listed in an earlier group,
 * nothing changes. */
void gd_match_list_add(gd_match_list *list, uint32_t row, double score, uint32_t sequence);

/* Adds a row that is not listed as a group of its own: after all results so far. */
void gd_match_list_append(gd_match_list *list, uint32_t row);

/* Ends the current group. */
void gd_match_list_end_group(gd_match_list *list);

/* Fills in all fields of the places, and returns the number of results. */
size_t gd_match_list_finish(gd_match_list *list);

/* Whether a row may be a result. */
typedef bool gd_match_filter(const void *context, uint32_t row);

#endif
