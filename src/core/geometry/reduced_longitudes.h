/* Longitudes within -180 to 180, block by block: what the kernels of distances of many pairs take.
 */
#ifndef GD_REDUCED_LONGITUDES_H
#define GD_REDUCED_LONGITUDES_H

#include "geometry/angle.h"

#include <geodist.h>

enum { GD_LONGITUDES_BLOCK = 256 };

/* Returns the longitudes themselves if all are within [-180, 180], otherwise *reduced, which is set
 * to the reduced longitudes. The count is at most GD_LONGITUDES_BLOCK. */
static inline const double *reduced_all(const double *longitudes, size_t count,
                                        double reduced[GD_LONGITUDES_BLOCK])
{
    bool within = true;
    for (size_t i = 0; i < count; i++)
        within &= fabs(longitudes[i]) <= 180;
    if (within)
        return longitudes;
    for (size_t i = 0; i < count; i++)
        reduced[i] = reduced_degrees(longitudes[i]);
    return reduced;
}

/* The points from `start` on. */
static inline geodist_points points_from(geodist_points points, size_t start)
{
    return (geodist_points){points.lat + start, points.lon + start};
}

#endif
