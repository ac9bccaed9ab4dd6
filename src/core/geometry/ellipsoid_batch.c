/* Distances on the ellipsoid of many pairs: one loop, compiled once for each width of vectors. The
 * loop makes one step of the iteration, which is enough for 499 of 500 random pairs. The function
 * for one pair solves the others. It computes the same numbers in the same order. */
#include "geometry/ellipsoid_batch.h"

#include "geometry/ellipsoid.h"
#include "geometry/ellipsoid_general.h"
#include "geometry/reduced_longitudes.h"
#include "geometry/vector_width.h"

/* ---- The kernels ------------------------------------------------------------------- */

/* The distance, or NaN if the pair needs more than one step or a special case. */
GD_INLINE double one_step_distance(double lat1, double lon1, double lat2, double lon2)
{
    double residue, lon12 = reduced_longitude_difference(lon1, lon2, &residue);
    problem p = canonical_problem(lat1, lat2, lon12, residue);
    arc first = arc_by_longitude(&p, p.lambda12);
    estimate e = estimate_with(&p, first_excess(&p, &first));
    double metres = is_enough_for_distance(&e) ? metres_of(&e) : NAN;
    metres = fabs(lat1) <= 90 && fabs(lat2) <= 90 ? metres : NAN;
    metres = is_on_a_meridian(&p) || p.beta1.sin == 0 ? NAN : metres;
    return is_flat(&first) || is_nearly_antipodal(&p, &first) ? NAN : metres;
}

GD_INLINE void measure(geodist_points from, geodist_points to, size_t groups,
                       double *restrict metres)
{
    const double *restrict lat1 = from.lat, *restrict lon1 = from.lon;
    const double *restrict lat2 = to.lat, *restrict lon2 = to.lon;
    for (size_t i = 0; i < GD_GROUP * groups; i++)
        metres[i] = one_step_distance(lat1[i], lon1[i], lat2[i], lon2[i]);
}

static void measure_portably(geodist_points from, geodist_points to, size_t groups,
                             double *restrict metres)
{
    measure(from, to, groups, metres);
}

#if defined(__x86_64__)
__attribute__((flatten, target("avx2"))) static void
measure_by_four(geodist_points from, geodist_points to, size_t groups, double *restrict metres)
{
    measure(from, to, groups, metres);
}

__attribute__((flatten, target("avx512f,avx512dq,avx512vl"))) static void
measure_by_eight(geodist_points from, geodist_points to, size_t groups, double *restrict metres)
{
    measure(from, to, groups, metres);
}
#endif

size_t gd_wgs84_kernels(gd_wgs84_kernel widths[GD_WGS84_KERNELS_MAX])
{
    size_t count = 0;
#if defined(__x86_64__)
    widths[count++] = (gd_wgs84_kernel){"AVX-512", measure_by_eight, has_avx512()};
    widths[count++] = (gd_wgs84_kernel){"AVX2", measure_by_four, has_avx2()};
#endif
    widths[count++] = (gd_wgs84_kernel){"portable", measure_portably, true};
    return count;
}

static gd_wgs84_step *widest_usable(void)
{
    gd_wgs84_kernel widths[GD_WGS84_KERNELS_MAX];
    gd_wgs84_kernels(widths);
    size_t i = 0;
    while (!widths[i].usable)
        i++;
    return widths[i].run;
}

/* ---- All pairs --------------------------------------------------------------------- */

static double distance_of(geodist_points from, geodist_points to, size_t i)
{
    return gd_wgs84_distance((geodist_point){from.lat[i], from.lon[i]},
                             (geodist_point){to.lat[i], to.lon[i]});
}

/* The count is at most GD_LONGITUDES_BLOCK and a multiple of GD_GROUP. */
static void measure_block(gd_wgs84_step *run, geodist_points from, geodist_points to, size_t count,
                          double *metres)
{
    double from_lon[GD_LONGITUDES_BLOCK], to_lon[GD_LONGITUDES_BLOCK];
    geodist_points a = {from.lat, reduced_all(from.lon, count, from_lon)};
    geodist_points b = {to.lat, reduced_all(to.lon, count, to_lon)};
    run(a, b, count / GD_GROUP, metres);
    for (size_t i = 0; i < count; i++)
        if (isnan(metres[i]))
            metres[i] = distance_of(from, to, i);
}

void gd_wgs84_distance_many(geodist_points from, geodist_points to, size_t count, double *metres)
{
    gd_wgs84_step *run = widest_usable();
    size_t in_groups = count - count % GD_GROUP;
    for (size_t start = 0, length; start < in_groups; start += length) {
        length = in_groups - start;
        length = length < GD_LONGITUDES_BLOCK ? length : GD_LONGITUDES_BLOCK;
        measure_block(run, points_from(from, start), points_from(to, start), length,
                      metres + start);
    }
    for (size_t i = in_groups; i < count; i++)
        metres[i] = distance_of(from, to, i);
}
