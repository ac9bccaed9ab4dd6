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
} gd_width;

enum { GD_WIDTHS_MOST = 3 };

/* Fills in the kernels that were compiled, widest first, and returns how many. The last is
 * portable, and usable everywhere. All give the same bits. */
size_t gd_distance_widths(gd_width widths[GD_WIDTHS_MOST]);

#endif
