/* The kernel of geodist_distance_many, once for each width of vectors. */
#ifndef GD_HAVERSINE_BATCH_H
#define GD_HAVERSINE_BATCH_H

#include <geodist.h>

/* Longitudes are within [-180, 180]; the arrays do not overlap. */
typedef void gd_distances(double radius, geodist_points from, geodist_points to, size_t count,
                          double *restrict distances);

typedef struct {
    const char *name;
    gd_distances *run;
    bool usable; /* on this processor */
} gd_kernel;

void gd_sphere_distance_many(double radius, geodist_points from, geodist_points to, size_t count,
                             double *metres);

enum { GD_KERNELS_MAX = 3 };

/* Fills in the kernels that were compiled, widest first, and returns how many. The last is
 * portable, and usable everywhere. All give the same bits. */
size_t gd_distance_kernels(gd_kernel widths[GD_KERNELS_MAX]);

#endif
