/* The places nearest to a place, as the options of --near ask for them. */
#ifndef CLI_NEIGHBOURS_H
#define CLI_NEIGHBOURS_H

#include "options/options.h"

typedef struct {
    geodist_earth earth;
    geodist_nearest_query query; /* with room for the place itself */
    size_t max_count;
    size_t count, capacity;
    geodist_neighbour *items; /* nearest first; without the place itself */
} neighbours;

/* What the options ask for, and no neighbours yet. Free it with gd_close_neighbours(). */
neighbours gd_open_neighbours(const options *asked);
void gd_close_neighbours(neighbours *of);

/* Finds the neighbours of a place. One of the table is left out of its own list. False if memory is
 * lacking. */
bool gd_find_neighbours(neighbours *of, const geodist_place *centre);

/* Finds the nearest place to each point, even one at the point itself, as geodist_nearest_many()
 * does. */
void gd_find_nearest(const neighbours *of, geodist_points points, size_t count, uint32_t *rows,
                     double *metres);

/* "no such city is near 'somewhere'" */
void gd_put_no_neighbour(writer *out, const options *asked, geodist_text centre);

#endif
