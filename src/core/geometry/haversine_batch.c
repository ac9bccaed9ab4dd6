/* Great-circle distances of many pairs: one loop, compiled once for each width of vectors. */
#include "geometry/haversine_batch.h"

#include "geometry/haversine.h"
#include "geometry/reduced_longitudes.h"
#include "geometry/vector_width.h"

/* ---- The kernels ------------------------------------------------------------------- */

enum {
    BLOCK = 256, /* pairs for which a kernel takes one step */
    CHUNK = 1024 /* pairs for which it is called */
};

static inline uint64_t bits_of(double number)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits;
}

/* Whether a longitude is outside -180 to 180. NaN is not. Without their sign the bits of doubles
 * have the order of the magnitudes; NaN comes after infinity. A difference of bits is negative if
 * the first is the smaller. Such a loop becomes vectors on every processor; one that compares
 * doubles does not. */
static inline bool has_longitude_beyond(const double *longitudes, size_t count)
{
    const uint64_t magnitude = UINT64_MAX >> 1, most = bits_of(180), nan = bits_of(INFINITY) + 1;
    uint64_t beyond = 0;
    for (size_t i = 0; i < count; i++) {
        uint64_t bits = bits_of(longitudes[i]) & magnitude;
        beyond |= (most - bits) & (bits - nan);
    }
    return beyond > magnitude;
}

/* Takes the formula in three steps, each for a block of pairs. The operations for one pair depend
 * on each other; a short loop lets the processor work on more pairs at the same time. */
static inline bool measure(double radius, geodist_points from, geodist_points to, size_t count,
                           double *restrict distances)
{
    double x[BLOCK], y[BLOCK], z[BLOCK], far[BLOCK];
    if (has_longitude_beyond(from.lon, count) || has_longitude_beyond(to.lon, count))
        return false;
    for (size_t start = 0; start < count; start += BLOCK) {
        size_t length = count - start < BLOCK ? count - start : BLOCK;
        geodist_points a = points_from(from, start), b = points_from(to, start);
        for (size_t i = 0; i < length; i++) {
            half_angles half =
                half_angles_between(latitude(a.lat[i]), a.lon[i], latitude(b.lat[i]), b.lon[i]);
            x[i] = half.x;
            y[i] = half.y;
            z[i] = half.z;
            far[i] = half.far ? 1 : 0;
        }
        for (size_t i = 0; i < length; i++)
            x[i] = scaled_haversine(x[i], y[i], z[i]);
        for (size_t i = 0; i < length; i++)
            distances[start + i] = radius * angle_of_haversine(x[i], far[i] != 0);
    }
    return true;
}

static bool measure_portably(double radius, geodist_points from, geodist_points to, size_t count,
                             double *restrict distances)
{
    return measure(radius, from, to, count, distances);
}

#if defined(__x86_64__)
__attribute__((flatten, target("avx2"))) static bool
measure_by_four(double radius, geodist_points from, geodist_points to, size_t count,
                double *restrict distances)
{
    return measure(radius, from, to, count, distances);
}

__attribute__((flatten, target("avx512f,avx512dq,avx512vl"))) static bool
measure_by_eight(double radius, geodist_points from, geodist_points to, size_t count,
                 double *restrict distances)
{
    return measure(radius, from, to, count, distances);
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

/* ---- Longitudes outside -180 to 180 ------------------------------------------------ */

/* Not inlined, so that its arrays are on the stack only where they are needed. */
#if defined(__GNUC__)
__attribute__((noinline))
#endif
static void
measure_reduced(gd_distances *run, double radius, geodist_points from, geodist_points to,
                size_t count, double *metres)
{
    double from_lon[GD_LONGITUDES_BLOCK], to_lon[GD_LONGITUDES_BLOCK];
    for (size_t start = 0, length; start < count; start += length) {
        length = count - start < GD_LONGITUDES_BLOCK ? count - start : GD_LONGITUDES_BLOCK;
        geodist_points a = points_from(from, start), b = points_from(to, start);
        a.lon = reduced_all(a.lon, length, from_lon);
        b.lon = reduced_all(b.lon, length, to_lon);
        run(radius, a, b, length, metres + start);
    }
}

void gd_sphere_distance_many(double radius, geodist_points from, geodist_points to, size_t count,
                             double *metres)
{
    gd_distances *run = widest_usable();
    for (size_t start = 0; start < count; start += CHUNK) {
        size_t length = count - start < CHUNK ? count - start : CHUNK;
        geodist_points a = points_from(from, start), b = points_from(to, start);
        if (!run(radius, a, b, length, metres + start))
            measure_reduced(run, radius, a, b, length, metres + start);
    }
}
