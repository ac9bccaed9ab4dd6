/* Times the geometry of the library and of its peers. The script `geometry` builds and runs it. */
#define _POSIX_C_SOURCE 200809L

#include <geodist.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../unit/pairs.h"
#include "geometry/ellipsoid_batch.h"
#include "geometry/haversine_batch.h"

#ifdef WITH_PROJ
#  include <geodesic.h>
#endif

enum { PAIRS = 1 << 16, ROUNDS = 7, ROWS_MOST = 20 };

static double lat1[PAIRS], lon1[PAIRS], lat2[PAIRS], lon2[PAIRS], metres[PAIRS];

/* Second points within 6 degrees of latitude and of longitude from the first. */
static double near_lat2[PAIRS], near_lon2[PAIRS];

typedef void task(void);

typedef struct {
    const char *name;
    task *run;
    gd_distances *kernel;        /* instead of run */
    gd_wgs84_step *wgs84_kernel; /* instead of run; leaves some pairs out */
    bool ellipsoid;
    double seconds[ROUNDS];
} row;

static row rows[ROWS_MOST];
static size_t row_count;

static void add(const char *name, task *run, bool ellipsoid)
{
    rows[row_count++] = (row){.name = name, .run = run, .ellipsoid = ellipsoid};
}

static void add_kernels(void)
{
    gd_kernel widths[GD_KERNELS_MAX];
    size_t count = gd_distance_kernels(widths);
    for (size_t i = 0; i < count; i++)
        if (widths[i].usable)
            rows[row_count++] = (row){.name = widths[i].name, .kernel = widths[i].run};
}

static void add_wgs84_kernels(void)
{
    gd_wgs84_kernel widths[GD_WGS84_KERNELS_MAX];
    size_t count = gd_wgs84_kernels(widths);
    for (size_t i = 0; i < count; i++)
        if (widths[i].usable)
            rows[row_count++] =
                (row){.name = widths[i].name, .wgs84_kernel = widths[i].run, .ellipsoid = true};
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

static void wgs84_many(void)
{
    geodist_distance_many(geodist_wgs84, (geodist_points){lat1, lon1}, (geodist_points){lat2, lon2},
                          PAIRS, metres);
}

static void wgs84_near(void)
{
    for (size_t i = 0; i < PAIRS; i++)
        metres[i] = geodist_distance(geodist_wgs84, first_point(i),
                                     (geodist_point){near_lat2[i], near_lon2[i]});
}

static void wgs84_many_near(void)
{
    geodist_distance_many(geodist_wgs84, (geodist_points){lat1, lon1},
                          (geodist_points){near_lat2, near_lon2}, PAIRS, metres);
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

/* Processor time: others may use the machine, too. */
static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/* As geodist_distance_many() does: the pairs left out are measured one by one. */
static void run_wgs84_kernel(gd_wgs84_step *kernel)
{
    kernel((geodist_points){lat1, lon1}, (geodist_points){lat2, lon2}, PAIRS / GD_GROUP, metres);
    for (size_t i = 0; i < PAIRS; i++)
        if (isnan(metres[i]))
            metres[i] = geodist_distance(geodist_wgs84, first_point(i), second_point(i));
}

static void run(const row *of)
{
    if (of->kernel)
        of->kernel(GEODIST_MEAN_RADIUS, (geodist_points){lat1, lon1}, (geodist_points){lat2, lon2},
                   PAIRS, metres);
    else if (of->wgs84_kernel)
        run_wgs84_kernel(of->wgs84_kernel);
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

static void make_pairs(void)
{
    uint64_t seed = 1;
    for (size_t i = 0; i < PAIRS; i++) {
        pair p = random_pair(any_pair, &seed);
        lat1[i] = p.from.lat, lon1[i] = p.from.lon, lat2[i] = p.to.lat, lon2[i] = p.to.lon;
        near_lat2[i] = fmax(-90, fmin(90, p.from.lat + random_between(&seed, -6, 6)));
        near_lon2[i] = remainder(p.from.lon + random_between(&seed, -6, 6), 360);
    }
}

/* Adds what measures the same pairs, and returns the first row on the ellipsoid. */
static size_t add_distances(void)
{
    add("loop over libm", libm_loop, false);
    add("geodist_distance", one_by_one, false);
    add("geodist_distance_many", many, false);
    add_kernels();
    size_t first_on_ellipsoid = row_count;
    add("WGS84 distance", wgs84, true);
    add("WGS84 distance_many", wgs84_many, true);
    add_wgs84_kernels();
#ifdef WITH_PROJ
    geod_init(&earth, 6378137, 1 / 298.257223563);
    add("PROJ geod_inverse", proj, true);
#endif
#ifdef WITH_GEOGRAPHICLIB
    add("GeographicLib Inverse", geographiclib, true);
#endif
    return first_on_ellipsoid;
}

static void add_other_tasks(void)
{
    add("WGS84 distance, near", wgs84_near, true);
    add("WGS84 distance_many, near", wgs84_many_near, true);
    add("WGS84 bearings", wgs84_bearings, true);
    add("WGS84 waypoint", wgs84_waypoints, true);
    add("WGS84 path, 64 points", wgs84_path_points, true);
}

static void print_rates(size_t first_on_ellipsoid)
{
    double base = 0;
    printf("%-26s %10s %10s %8s\n", "", "M pairs/s", "ns", "ratio");
    for (size_t i = 0; i < row_count; i++) {
        double pace = rate(&rows[i]);
        if (i == 0 || i == first_on_ellipsoid)
            base = pace;
        printf("%-26s %10.2f %10.1f %8.2f\n", rows[i].name, pace, 1e3 / pace, pace / base);
    }
}

int main(void)
{
    static double expected[PAIRS];
    make_pairs();
    size_t first_on_ellipsoid = add_distances();
    for (size_t i = 0; i < row_count; i++) {
        if (i == 0 || i == first_on_ellipsoid) {
            run(&rows[i]);
            memcpy(expected, metres, sizeof expected);
        }
        check(&rows[i], expected);
    }
    add_other_tasks();
    for (int round = 0; round < ROUNDS; round++)
        for (size_t i = 0; i < row_count; i++)
            rows[i].seconds[round] = time_of(&rows[i]);
    print_rates(first_on_ellipsoid);
    return 0;
}
