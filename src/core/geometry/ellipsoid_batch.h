/* Distances on the ellipsoid of many pairs. */
#ifndef GD_ELLIPSOID_BATCH_H
#define GD_ELLIPSOID_BATCH_H

#include <geodist.h>

/* geodist_distance_many() on the ellipsoid. */
void gd_wgs84_distance_many(geodist_points from, geodist_points to, size_t count, double *metres);

/* Kernels work on whole groups, so that none needs a second loop for the last pairs. */
enum { GD_GROUP = 8 };

/* A kernel: metres[i] is the distance of pair i, or NaN if the pair is one of the few that it does
 * not solve, for i < GD_GROUP * groups. Longitudes are within [-180, 180] or NaN; the arrays do not
 * overlap. */
typedef void gd_wgs84_step(geodist_points from, geodist_points to, size_t groups,
                           double *restrict metres);

typedef struct {
    const char *name;
    gd_wgs84_step *run;
    bool usable; /* on this processor */
} gd_wgs84_kernel;

enum { GD_WGS84_KERNELS_MAX = 3 };

/* Sets the first elements to the kernels that were compiled, widest first, and returns how many
 * there are. The last is usable everywhere. All give the same bits. */
size_t gd_wgs84_kernels(gd_wgs84_kernel widths[GD_WGS84_KERNELS_MAX]);

#endif
