/* Great-circle distances of many pairs: one loop, compiled once for each width of vectors. */
#include "geometry/haversine_batch.h"

#include "geometry/haversine.h"
#include "geometry/reduced_longitudes.h"
#include "geometry/vector_width.h"

/* ---- The kernels ------------------------------------------------------------------- */

static inline void measure(double radius, geodist_points from, geodist_points to, size_t count,
                           double *restrict distances)
{
    const double *restrict lat1 = from.lat, *restrict lon1 = from.lon;
    const double *restrict lat2 = to.lat, *restrict lon2 = to.lon;
    for (size_t i = 0; i < count; i++)
        distances[i] =
            radius * central_angle(latitude(lat1[i]), lon1[i], latitude(lat2[i]), lon2[i]);
}

static void measure_portably(double radius, geodist_points from, geodist_points to, size_t count,
                             double *restrict distances)
{
    measure(radius, from, to, count, distances);
}

#if defined(__x86_64__)
__attribute__((flatten, target("avx2"))) static void
measure_by_four(double radius, geodist_points from, geodist_points to, size_t count,
                double *restrict distances)
{
    measure(radius, from, to, count, distances);
}

__attribute__((flatten, target("avx512f,avx512dq,avx512vl"))) static void
measure_by_eight(double radius, geodist_points from, geodist_points to, size_t count,
                 double *restrict distances)
{
    measure(radius, from, to, count, distances);
}
#endif

size_t gd_distance_kernels(gd_kernel widths[GD_KERNELS_MAX])
{
    size_t count = 0;
#if defined(__x86_64__)
    widths[count++] = (gd_kernel){"AVX-512", measure_by_eight, has_avx512()};
    widths[count++] = (gd_kernel){"AVX2", measure_by_four, has_avx2()};
#endif
    widths[count++] = (gd_kernel){"portable", measure_portably, true};
    return count;
}

static gd_distances *widest_usable(void)
{
    gd_kernel widths[GD_KERNELS_MAX];
    gd_distance_kernels(widths);
    size_t i = 0;
    while (!widths[i].usable)
        i++;
    return widths[i].run;
}

void gd_sphere_distance_many(double radius, geodist_points from, geodist_points to, size_t count,
                             double *metres)
{
    gd_distances *run = widest_usable();
    for (size_t start = 0, length; start < count; start += length) {
        double from_lon[GD_LONGITUDES_BLOCK], to_lon[GD_LONGITUDES_BLOCK];
        length = count - start < GD_LONGITUDES_BLOCK ? count - start : GD_LONGITUDES_BLOCK;
        geodist_points a = points_from(from, start), b = points_from(to, start);
        a.lon = reduced_all(a.lon, length, from_lon);
        b.lon = reduced_all(b.lon, length, to_lon);
        run(radius, a, b, length, metres + start);
    }
}
