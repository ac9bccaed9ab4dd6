/* Pairs of points in arrays, as the functions for many pairs take them. */
#ifndef PAIR_ARRAYS_H
#define PAIR_ARRAYS_H

#include "pairs.h"

enum { MOST = 704 }; /* whole groups */

static double numbers[4][MOST + 8], distances[MOST + 8];

static inline geodist_points from_points(size_t start)
{
    return (geodist_points){numbers[0] + start, numbers[1] + start};
}

static inline geodist_points to_points(size_t start)
{
    return (geodist_points){numbers[2] + start, numbers[3] + start};
}

static inline void set(size_t i, pair p)
{
    numbers[0][i] = p.from.lat;
    numbers[1][i] = p.from.lon;
    numbers[2][i] = p.to.lat;
    numbers[3][i] = p.to.lon;
}

static inline pair get(size_t i)
{
    return (pair){{numbers[0][i], numbers[1][i]}, {numbers[2][i], numbers[3][i]}};
}

/* The pair with its longitudes within -180 to 180: what a kernel takes. */
static inline pair within_180(pair p)
{
    p.from.lon = fmod(p.from.lon, 180);
    p.to.lon = fmod(p.to.lon, 180);
    return p;
}

#endif
