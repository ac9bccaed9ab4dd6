/* The search for the nearest places with exact distances. */
#ifndef GD_NEAREST_H
#define GD_NEAREST_H

#include <geodist.h>

/* geodist_nearest() for valid arguments and a longitude within -180 to 180, which sets only metres
 * and place.row of the neighbours. */
size_t gd_nearest_rows(geodist_earth earth, geodist_point here, geodist_nearest_query query,
                       geodist_neighbour *neighbours, size_t capacity);

#endif
