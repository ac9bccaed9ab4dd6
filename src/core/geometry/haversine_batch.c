/* Great-circle distances of many pairs: one loop, compiled once for each width of vectors. */
#include "geometry/haversine_batch.h"

#include "geometry/haversine.h"

/* ---- The kernels ------------------------------------------------------------------- */

enum { BLOCK = 256 };

/* Takes the formula in three steps, each for a block of pairs. The operations for one pair depend
 * on each other; a short loop lets the processor work on more pairs at the same time. */
static inline void measure(double radius, geodist_points from, geodist_points to, size_t count,
                           double *restrict distances)
{
    double x[BLOCK], y[BLOCK], z[BLOCK], far[BLOCK];
    for (size_t start = 0; start < count; start += BLOCK) {
        size_t length = count - start < BLOCK ? count - start : BLOCK;
        const double *restrict lat1 = from.lat + start, *restrict lon1 = from.lon + start;
        const double *restrict lat2 = to.lat + start, *restrict lon2 = to.lon + start;
        for (size_t i = 0; i < length; i++) {
            half_angles half =
                half_angles_between(latitude(lat1[i]), lon1[i], latitude(lat2[i]), lon2[i]);
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

static bool has_avx2(void)
{
    return __builtin_cpu_supports("avx2");
}

static bool has_avx512(void)
{
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512vl");
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

static uint64_t bits_of(double number)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits;
}

/* Whether a longitude is outside -180 to 180, or NaN. The bits of doubles without their sign have
 * the order of the magnitudes, so a difference of bits is negative for a larger one. This is a loop
 * that becomes vectors on every processor; a comparison of doubles does not. */
static bool has_longitude_beyond(const double *longitudes, size_t count)
{
    const uint64_t magnitude = UINT64_MAX >> 1, most = bits_of(180);
    uint64_t differences = 0;
    for (size_t i = 0; i < count; i++)
        differences |= most - (bits_of(longitudes[i]) & magnitude);
    return differences > magnitude;
}

/* The longitudes themselves if none is beyond, otherwise *reduced, which is set to the reduced
 * longitudes. */
static const double *reduced_all(const double *longitudes, size_t count, double *reduced)
{
    if (!has_longitude_beyond(longitudes, count))
        return longitudes;
    for (size_t i = 0; i < count; i++)
        reduced[i] = reduced_degrees(longitudes[i]);
    return reduced;
}

void gd_sphere_distance_many(double radius, geodist_points from, geodist_points to, size_t count,
                             double *metres)
{
    enum { CHUNK = 4 * BLOCK };
    double from_lon[CHUNK], to_lon[CHUNK];
    gd_distances *run = widest_usable();
    for (size_t start = 0, length; start < count; start += length) {
        length = count - start < CHUNK ? count - start : CHUNK;
        run(radius,
            (geodist_points){from.lat + start, reduced_all(from.lon + start, length, from_lon)},
            (geodist_points){to.lat + start, reduced_all(to.lon + start, length, to_lon)}, length,
            metres + start);
    }
}
