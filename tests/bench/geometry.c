/* Times the geometry of the library and of its peers. The script `geometry` builds and runs it. */
#define _POSIX_C_SOURCE 200809L

#include <geodist.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../unit/pairs.h"
#include "geometry/haversine_batch.h"

#ifdef WITH_PROJ
#  include <geodesic.h>
#endif

enum { PAIRS = 1 << 16, ROUNDS = 7, ROWS_MOST = 12 };

static double lat1[PAIRS], lon1[PAIRS], lat2[PAIRS], lon2[PAIRS], metres[PAIRS];

typedef void task(void);

typedef struct {
    const char *name;
    task *run;
    gd_distances *kernel; /* instead of run */
    bool ellipsoid;
    double seconds[ROUNDS];
} row;

static row rows[ROWS_MOST];
static size_t row_count;

static void add(const char *name, task *run, gd_distances *kernel, bool ellipsoid)
{
    rows[row_count++] = (row){.name = name, .run = run, .kernel = kernel, .ellipsoid = ellipsoid};
}

/* ---- Ours -------------------------------------------------------------------------------- */

static void many(void)
{
    geodist_distance_many(geodist_sphere, (geodist_points){lat1, lon1},
                          (geodist_points){lat2, lon2}, PAIRS, metres);
}

static geodist_point first_point(size_t i)
{
    return (geodist_point){lat1[i], lon1[i]};
}

static geodist_point second_point(size_t i)
{
    return (geodist_point){lat2[i], lon2[i]};
}

static void one_by_one(void)
{
    for (size_t i = 0; i < PAIRS; i++)
        metres[i] = geodist_distance(geodist_sphere, first_point(i), second_point(i));
}

static void wgs84(void)
{
    for (size_t i = 0; i < PAIRS; i++)
        metres[i] = geodist_distance(geodist_wgs84, first_point(i), second_point(i));
}

static void wgs84_bearings(void)
{
    for (size_t i = 0; i < PAIRS; i++)
        metres[i] =
            geodist_bearings_between(geodist_wgs84, first_point(i), second_point(i)).initial;
}

static void wgs84_waypoints(void)
{
    for (size_t i = 0; i < PAIRS; i++)
        metres[i] = geodist_waypoint(geodist_wgs84, first_point(i), second_point(i), 0.375).lat;
}

/* A path for every 64 points. */
static void wgs84_path_points(void)
{
    for (size_t i = 0; i < PAIRS; i += 64) {
        geodist_path path = geodist_path_between(geodist_wgs84, first_point(i), second_point(i));
        for (size_t j = 0; j < 64; j++)
            metres[i + j] = geodist_path_point(&path, (double)j / 64).lat;
    }
}

/* ---- Peers ------------------------------------------------------------------------------- */

/* The haversine formula as textbooks have it, which loses metres at the antipode. */
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
void geographiclib_inverse(size_t count, const double *lat1, const double *lon1, const double *lat2,
                           const double *lon2, double *metres);

static void geographiclib(void)
{
    geographiclib_inverse(PAIRS, lat1, lon1, lat2, lon2, metres);
}
#endif

/* ---- Measuring ---------------------------------------------------------------------------- */

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

/* Ends the program if the results differ from those expected. */
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
    add("WGS84 distance", wgs84, NULL, true);
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
    add("WGS84 bearings", wgs84_bearings, NULL, true);
    add("WGS84 waypoint", wgs84_waypoints, NULL, true);
    add("WGS84 path, 64 points", wgs84_path_points, NULL, true);
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
