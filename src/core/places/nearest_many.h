/* The versions of geodist_nearest_many(), compiled for vectors of different widths. All give the
 * same bits. */
#ifndef GD_NEAREST_MANY_H
#define GD_NEAREST_MANY_H

#include <geodist.h>

/* How many versions are usable on this processor: at least 1. The last is the fastest. */
unsigned gd_nearest_many_versions(void);

void gd_nearest_many_by(unsigned version, geodist_earth earth, geodist_points points, size_t count,
                        geodist_nearest_query query, uint32_t *rows, double *metres);

#endif
