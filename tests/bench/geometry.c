/* Times the geometry of the library beside its peers: see the script geometry, which builds this. */
#define _POSIX_C_SOURCE 200809L

#include <geodist.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "geometry/haversine_batch.h"
#include "../unit/pairs.h"

#ifdef WITH_PROJ
#include <geodesic.h>
#endif

enum { PAIRS = 1 << 16, ROUNDS = 7, ROWS_MOST = 12 };

static double lat1[PAIRS], lon1[PAIRS], lat2[PAIRS], lon2[PAIRS], metres[PAIRS];

typedef void way(void);

typedef struct {
    const char *name;
    way *run;
    gd_distances *kernel; /* instead of run */
    bool ellipsoid;
    double seconds[ROUNDS];
} row;

static row rows[ROWS_MOST];
static size_t row_count;

static void add(const char *name, way *run, gd_distances *kernel, bool ellipsoid)
{
    rows[row_count++] = (row){.name = name, .run = run, .kernel = kernel, .ellipsoid = ellipsoid};
}

/* ---- Ours -------------------------------------------------------------------------------- */

static void many(void)
{
    geodist_distance_many(GEODIST_MEAN_RADIUS, (geodist_points){lat1, lon1},
                          (geodist_points){lat2, lon2}, PAIRS, metres);
}

static void one_by_one(void)
{
    for (size_t i = 0; i < PAIRS; i++)
        metres[i] = geodist_distance((geodist_point){lat1[i], lon1[i]},
                                     (geodist_point){lat2[i], lon2[i]});
}

static void wgs84(void)
{
    for (size_t i = 0; i < PAIRS; i++)
        metres[i] = geodist_wgs84_distance((geodist_point){lat1[i], lon1[i]},
                                           (geodist_point){lat2[i], lon2[i]});
}

static void wgs84_bearings(void)
{
    for (size_t i = 0; i < PAIRS; i++)
        metres[i] = geodist_wgs84_bearings((geodist_point){lat1[i], lon1[i]},
                                           (geodist_point){lat2[i], lon2[i]})
                        .initial;
}

/* ---- Peers ------------------------------------------------------------------------------- */

/* As it is in the books: it is short, and loses metres at the antipode. */
static void libm_loop(void)
{
    const double degree = 0.017453292519943295;
    for (size_t i = 0; i < PAIRS; i++) {
        double p = sin((lat2[i] - lat1[i]) * degree / 2), q = sin((lon2[i] - lon1[i]) * degree / 2);
        double h = p * p + cos(lat1[i] * degree) * cos(lat2[i] * degree) * q * q;
        metres[i] = 2 * GEODIST_MEAN_RADIUS * asin(sqrt(h));
    }
}

#ifdef WITH_PROJ
static struct geod_geodesic earth;

static void proj(void)
{
    for (size_t i = 0; i < PAIRS; i++)
        geod_inverse(&earth, lat1[i], lon1[i], lat2[i], lon2[i], &metres[i], NULL, NULL);
}
#endif

#ifdef WITH_GEOGRAPHICLIB
/* geographiclib.cpp */
void geographiclib_inverse(size_t count, const double *lat1, const double *lon1,
                           const double *lat2, const double *lon2, double *metres);

static void geographiclib(void)
{
    geographiclib_inverse(PAIRS, lat1, lon1, lat2, lon2, metres);
}
#endif

/* ---- In turns ---------------------------------------------------------------------------- */

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void run(const row *of)
{
    if (of->kernel)
        of->kernel(GEODIST_MEAN_RADIUS, (geodist_points){lat1, lon1}, (geodist_points){lat2, lon2},
                   PAIRS, metres);
    else
        of->run();
}

static double time_of(const row *of)
{
    int times = 0;
    double began = now(), spent;
    do {
        run(of);
        times++;
        spent = now() - began;
    } while (spent < 0.1);
    return spent / times;
}

/* A peer that did something else would be no peer. */
static void check(const row *of, const double *expected)
{
    double worst = 0;
    run(of);
    for (size_t i = 0; i < PAIRS; i++)
        worst = fmax(worst, fabs(metres[i] - expected[i]));
    if (!(worst < 0.01)) {
        fprintf(stderr, "%s differs by %g m\n", of->name, worst);
        exit(EXIT_FAILURE);
    }
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double rate(row *of)
{
    qsort(of->seconds, ROUNDS, sizeof *of->seconds, compare);
    return PAIRS / of->seconds[ROUNDS / 2] / 1e6;
}

int main(void)
{
    static gd_kernel widths[GD_KERNELS_MAX];
    static double expected[PAIRS];
    uint64_t seed = 1;
    for (size_t i = 0; i < PAIRS; i++) {
        pair p = random_pair(any_pair, &seed);
        lat1[i] = p.from.lat, lon1[i] = p.from.lon, lat2[i] = p.to.lat, lon2[i] = p.to.lon;
    }
    add("loop over libm", libm_loop, NULL, false);
    add("geodist_distance", one_by_one, NULL, false);
    add("geodist_distance_many", many, NULL, false);
    size_t count = gd_distance_kernels(widths);
    for (size_t i = 0; i < count; i++)
        if (widths[i].usable)
            add(widths[i].name, NULL, widths[i].run, false);
    size_t first_on_ellipsoid = row_count;
    add("geodist_wgs84_distance", wgs84, NULL, true);
#ifdef WITH_PROJ
    geod_init(&earth, 6378137, 1 / 298.257223563);
    add("PROJ geod_inverse", proj, NULL, true);
#endif
#ifdef WITH_GEOGRAPHICLIB
    add("GeographicLib Inverse", geographiclib, NULL, true);
#endif
    for (size_t i = 0; i < row_count; i++) {
        if (i == 0 || i == first_on_ellipsoid) {
            run(&rows[i]);
            memcpy(expected, metres, sizeof expected);
        }
        check(&rows[i], expected);
    }
    add("geodist_wgs84_bearings", wgs84_bearings, NULL, true);
    for (int round = 0; round < ROUNDS; round++)
        for (size_t i = 0; i < row_count; i++)
            rows[i].seconds[round] = time_of(&rows[i]);
    printf("%-24s %14s %8s\n", "", "M pairs/s", "ratio");
    double base = 0;
    for (size_t i = 0; i < row_count; i++) {
        double pace = rate(&rows[i]);
        if (i == 0 || i == first_on_ellipsoid)
            base = pace;
        printf("%-24s %14.2f %8.2f\n", rows[i].name, pace, pace / base);
    }
    return 0;
}
