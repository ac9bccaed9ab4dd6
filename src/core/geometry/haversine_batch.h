/* Great-circle distances of many pairs. */
#ifndef GD_HAVERSINE_BATCH_H
#define GD_HAVERSINE_BATCH_H

#include <geodist.h>

/* A kernel: distances[i] is radius times the central angle of pair i. False, and nothing measured,
 * if a longitude is outside -180 to 180. The arrays of results and points do not overlap. */
typedef bool gd_distances(double radius, geodist_points from, geodist_points to, size_t count,
                          double *restrict distances);

typedef struct {
    const char *name;
    gd_distances *run;
    bool usable; /* on this processor */
} gd_kernel;

/* geodist_distance_many() on the sphere, with the widest kernel that is usable. */
void gd_sphere_distance_many(double radius, geodist_points from, geodist_points to, size_t count,
                             double *metres);

enum { GD_KERNELS_MAX = 3 };

/* Sets the first elements to the kernels that were compiled, widest first, and returns how many
 * there are. The last is usable everywhere. All give the same bits. */
size_t gd_distance_kernels(gd_kernel widths[GD_KERNELS_MAX]);

#endif
