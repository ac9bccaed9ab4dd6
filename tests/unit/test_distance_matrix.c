#include <geodist.h>

#include "check.h"
#include "pairs.h"

/* More points than one is measured to at a time, and no multiple of anything. */
enum { MOST = 1100, ROWS_MAX = 40 };

static double lat[MOST], lon[MOST], copied_lat[MOST], copied_lon[MOST];
static double metres[MOST * ROWS_MAX + 1];

static const geodist_earth earths[] = {{GEODIST_MODEL_SPHERE, GEODIST_MEAN_RADIUS},
                                       {GEODIST_MODEL_WGS84, GEODIST_MEAN_RADIUS},
                                       {GEODIST_MODEL_SPHERE, 1}};
enum { EARTHS = sizeof earths / sizeof *earths };

/* Some of them faulty, far from the range of longitudes, at a pole, or twice the same. */
static void make_points(void)
{
    uint64_t seed = 5;
    for (size_t i = 0; i < MOST; i++) {
        geodist_point point = random_point(&seed);
        lat[i] = i % 31 == 7 ? 91 : i % 31 == 8 ? 90 : point.lat;
        lon[i] = i % 37 == 9 ? NAN : i % 37 == 10 ? INFINITY : point.lon + (i % 41 == 3 ? 720 : 0);
        if (i % 11 == 5) {
            lat[i] = lat[i - 1];
            lon[i] = lon[i - 1];
        }
    }
    memcpy(copied_lat, lat, sizeof lat);
    memcpy(copied_lon, lon, sizeof lon);
}

static geodist_point point_at(size_t i)
{
    return (geodist_point){lat[i], lon[i]};
}

/* Measures, and checks every element and that nothing is written behind the last. */
static void check_matrix(geodist_earth earth, size_t first, size_t from_count, geodist_points to,
                         size_t to_count)
{
    metres[from_count * to_count] = -1;
    geodist_distance_matrix(earth, (geodist_points){lat + first, lon + first}, from_count, to,
                            to_count, metres);
    for (size_t i = 0; i < from_count; i++)
        for (size_t j = 0; j < to_count; j++)
            assert_same(metres[i * to_count + j],
                        geodist_distance(earth, point_at(first + i),
                                         (geodist_point){to.lat[j], to.lon[j]}));
    assert_same(metres[from_count * to_count], -1);
}

static void measures_each_point_to_each_of_others(void **state)
{
    (void)state;
    static const size_t counts[] = {0, 1, 2, 255, 257, 1023, 1024, 1025, MOST};
    make_points();
    for (size_t e = 0; e < EARTHS; e++)
        for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
            check_matrix(earths[e], i, 1, (geodist_points){copied_lat, copied_lon}, counts[i]);
            check_matrix(earths[e], 2 * i, 3, (geodist_points){copied_lat, copied_lon}, counts[i]);
        }
}

/* The same arrays: half of the pairs are measured. */
static void measures_points_among_themselves(void **state)
{
    (void)state;
    make_points();
    for (size_t e = 0; e < EARTHS; e++)
        for (size_t count = 0; count <= 200; count += 1 + count / 20)
            check_matrix(earths[e], count, count, (geodist_points){lat + count, lon + count},
                         count);
}

/* The same arrays with two counts, and arrays of which only one is the same. */
static void measures_all_pairs_of_lists_that_differ(void **state)
{
    (void)state;
    make_points();
    check_matrix(geodist_sphere, 0, 20, (geodist_points){lat, lon}, 21);
    check_matrix(geodist_sphere, 0, 21, (geodist_points){lat, lon}, 20);
    check_matrix(geodist_sphere, 0, 20, (geodist_points){lat, lon + 1}, 20);
    check_matrix(geodist_sphere, 0, 20, (geodist_points){lat + 1, lon}, 20);
}

static void measures_nothing_of_no_points(void **state)
{
    (void)state;
    geodist_points none = {NULL, NULL}, some = {lat, lon};
    geodist_distance_matrix(geodist_sphere, none, 0, none, 0, NULL);
    geodist_distance_matrix(geodist_sphere, none, 0, some, 3, NULL);
    geodist_distance_matrix(geodist_sphere, some, 3, none, 0, NULL);
}

static void gives_nan_for_a_radius_that_is_not_valid(void **state)
{
    (void)state;
    make_points();
    for (size_t i = 0; i < 2; i++) {
        geodist_earth earth = {GEODIST_MODEL_SPHERE, i ? 0 : NAN};
        geodist_distance_matrix(earth, (geodist_points){lat, lon}, 2, (geodist_points){lat, lon}, 2,
                                metres);
        for (size_t j = 0; j < 4; j++)
            assert_nan(metres[j]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(measures_each_point_to_each_of_others),
        cmocka_unit_test(measures_points_among_themselves),
        cmocka_unit_test(measures_all_pairs_of_lists_that_differ),
        cmocka_unit_test(measures_nothing_of_no_points),
        cmocka_unit_test(gives_nan_for_a_radius_that_is_not_valid),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
