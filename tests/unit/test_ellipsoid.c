#include <geodist.h>
#include <stdio.h>
#include <stdlib.h>

#include "geometry/ellipsoid.h"
#include "check.h"
#include "pairs.h"

enum { rounds = 20000 };

static const double bar_metres = 15e-9, polar_radius = 6356752.314245,
                    degree = 0.017453292519943295;

static double between(double lat1, double lon1, double lat2, double lon2)
{
    return geodist_wgs84_distance((geodist_point){lat1, lon1}, (geodist_point){lat2, lon2});
}

static geodist_bearings bearings(double lat1, double lon1, double lat2, double lon2)
{
    return geodist_wgs84_bearings((geodist_point){lat1, lon1}, (geodist_point){lat2, lon2});
}

static void check_bearings(geodist_bearings actual, double initial, double final)
{
    assert_same(actual.initial, initial);
    assert_same(actual.final, final);
}

/* By how far an error in the azimuth misses the other end; beyond 19,900 km, where geodesics meet
 * again, it tells nothing. */
static double miss(double actual, double expected, double metres)
{
    return fabs(remainder(actual - expected, 360)) * degree * polar_radius *
           sin(metres / polar_radius);
}

typedef struct {
    geodist_point from, to;
    double metres, azimuth1, azimuth2;
} vector;

static void check_vector(const char *line, vector v)
{
    geodist_bearings found = geodist_wgs84_bearings(v.from, v.to);
    double metres = geodist_wgs84_distance(v.from, v.to);
    bool right = fabs(metres - v.metres) <= bar_metres;
    if (v.metres > 0 && v.metres < 1.99e7)
        right = right && miss(found.initial, v.azimuth1, metres) <= bar_metres &&
                miss(found.final, v.azimuth2, metres) <= bar_metres;
    if (right)
        return;
    print_error("%s%.10f %.15f %.15f\n", line, metres, found.initial, found.final);
    fail();
}

static void agrees_with_geodsolve(void **state)
{
    (void)state;
    char line[512];
    size_t vectors = 0;
    FILE *file = fopen(TEST_DATA "/wgs84_vectors.tsv", "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        vector v;
        if (line[0] == '#')
            continue;
        assert_int_equal(sscanf(line, "%*[^\t]\t%lf\t%lf\t%lf\t%lf\t%lf\t%lf\t%lf", &v.from.lat,
                                &v.from.lon, &v.to.lat, &v.to.lon, &v.metres, &v.azimuth1,
                                &v.azimuth2),
                         7);
        check_vector(line, v);
        vectors++;
    }
    fclose(file);
    assert_true(vectors > 2000);
}

/* Table 2 to 5 of Karney (2013), to their last digit. */
static void agrees_with_the_examples_of_the_paper(void **state)
{
    (void)state;
    double final;
    geodist_point there = geodist_wgs84_destination((geodist_point){40, 0}, 30, 10000000, &final);
    assert_within(there.lat, 41.79331020506, 5e-12);
    assert_within(there.lon, 137.84490004377, 5e-12);
    assert_within(final, 149.09016931807, 5e-12);
    assert_within(between(-30.12345, 0, -30.12344, 0.00005), 4.944208, 5e-7);
    assert_within(bearings(-30.12345, 0, -30.12344, 0.00005).initial, 77.04353354237, 5e-9);
    assert_within(between(-30, 0, 29.9, 179.8), 19989832.827610, 5e-7);
    assert_within(bearings(-30, 0, 29.9, 179.8).initial, 161.890524736, 5e-10);
    assert_within(bearings(-30, 0, 29.9, 179.8).final, 18.090737246, 5e-10);
}

static void takes_nairobi_to_el_paso(void **state)
{
    (void)state;
    assert_within(between(-1.28333, 36.81667, 31.75872, -106.48693), 14900391.889969, 1e-6);
}

/* A quarter of a meridian, and the equator as far as it is the shortest way. */
static void knows_the_size_of_the_earth(void **state)
{
    (void)state;
    assert_within(between(0, 0, 90, 0), 10001965.729312723, 3e-9);
    assert_within(between(90, 0, -90, 77), 20003931.458625447, 5e-9);
    assert_within(between(0, 0, 0, 180), 20003931.458625447, 5e-9);
    assert_same(between(0, 20, 0, 110), 6378137 * (90 * degree));
}

static void is_0_between_two_spellings(void **state)
{
    (void)state;
    assert_same(between(12, 34, 12, 34), 0);
    assert_same(between(12, 180, 12, -180), 0);
    assert_same(between(90, 1, 90, 2), 0);
    assert_same(between(-90, 1, -90, 179), 0);
    assert_same(between(5, 370, 5, 10), 0);
    assert_same(between(0, 0, -0.0, -0.0), 0);
    check_bearings(bearings(12, 180, 12, -180), 0, 0);
    check_bearings(bearings(90, 1, 90, 2), 0, 0);
}

static void is_symmetric_and_converges_for_every_pair(void **state)
{
    (void)state;
    uint64_t seed = 1;
    for (int i = 0; i < pair_classes * rounds; i++) {
        pair p = random_pair((pair_class)(i % pair_classes), &seed);
        gd_geodesic g = gd_wgs84_geodesic(p.from, p.to);
        assert_same(geodist_wgs84_distance(p.from, p.to), geodist_wgs84_distance(p.to, p.from));
        assert_true(g.metres >= 0 && g.metres <= 20003931.46);
        assert_true(g.steps < 20);
    }
}

/* Every tenth of a degree about the antipode, where Vincenty's iteration has no end. */
static void converges_about_every_antipode(void **state)
{
    (void)state;
    for (int lat = -90; lat <= 90; lat += 5)
        for (int i = -10; i <= 10; i++)
            for (int j = -10; j <= 10; j++) {
                geodist_point from = {lat, 0},
                              to = {fmin(90, fmax(-90, -lat + i / 10.0)), 180 + j / 10.0};
                gd_geodesic g = gd_wgs84_geodesic(from, to);
                assert_true(g.metres > 19800000 && g.metres <= 20003931.46);
                assert_true(g.steps < 20);
            }
}

static void obeys_the_triangle(void **state)
{
    (void)state;
    uint64_t seed = 2;
    for (int i = 0; i < rounds; i++) {
        geodist_point a = random_point(&seed), b = random_point(&seed), c = random_point(&seed);
        assert_true(geodist_wgs84_distance(a, c) <=
                    geodist_wgs84_distance(a, b) + geodist_wgs84_distance(b, c) + bar_metres);
    }
}

static void is_within_a_hundredth_of_the_sphere(void **state)
{
    (void)state;
    uint64_t seed = 3;
    for (int i = 0; i < pair_classes * rounds; i++) {
        pair p = random_pair((pair_class)(i % pair_classes), &seed);
        double sphere = geodist_distance(p.from, p.to);
        assert_relative(geodist_wgs84_distance(p.from, p.to), sphere, 0.0068);
    }
}

static void arrives_where_bearing_and_distance_lead(void **state)
{
    (void)state;
    uint64_t seed = 4;
    for (int i = 0; i < pair_classes * rounds; i++) {
        pair p = random_pair((pair_class)(i % pair_classes), &seed);
        double final, metres = geodist_wgs84_distance(p.from, p.to);
        geodist_bearings way = geodist_wgs84_bearings(p.from, p.to);
        geodist_point there = geodist_wgs84_destination(p.from, way.initial, metres, &final);
        assert_within(geodist_wgs84_distance(there, p.to), 0, 2 * bar_metres);
        assert_true(final >= 0 && final < 360);
        assert_true(fabs(there.lat) <= 90 && fabs(there.lon) <= 180);
    }
}

static void goes_round_the_compass_exactly(void **state)
{
    (void)state;
    check_bearings(bearings(0, 0, 10, 0), 0, 0);
    check_bearings(bearings(10, 0, 0, 0), 180, 180);
    check_bearings(bearings(0, 0, 0, 10), 90, 90);
    check_bearings(bearings(0, 10, 0, 0), 270, 270);
    check_bearings(bearings(80, 0, 80, 180), 0, 180);
    check_bearings(bearings(0, 179, 0, -179), 90, 90);
    check_bearings(bearings(90, 0, 0, 90), 90, 180);
    check_bearings(bearings(90, 90, 0, 0), 270, 180);
    check_bearings(bearings(-90, 0, 0, 90), 90, 0);
    check_bearings(bearings(0, 0, 0, 180), 0, 180);
    check_bearings(bearings(30, 40, -30, -140), 0, 180);
}

static void goes_round_the_earth_and_back(void **state)
{
    (void)state;
    double final;
    geodist_point here = {52, 13}, round;
    round = geodist_wgs84_destination((geodist_point){0, 13}, 90, 4 * 10018754.171394622, &final);
    assert_within(round.lat, 0, 1e-12);
    assert_within(round.lon, 13, 1e-12);
    assert_within(final, 90, 1e-12);
    round = geodist_wgs84_destination(here, 0, 4 * 10001965.729312723, &final);
    assert_within(geodist_wgs84_distance(round, here), 0, 40e-9);
    geodist_point there = geodist_wgs84_destination(here, 77, 3e6, &final);
    round = geodist_wgs84_destination(there, final, -3e6, NULL);
    assert_within(geodist_wgs84_distance(round, here), 0, 2 * bar_metres);
}

static void stays_where_it_is_by_0_metres(void **state)
{
    (void)state;
    double final;
    geodist_point there = geodist_wgs84_destination((geodist_point){12, 200}, 400, 0, &final);
    assert_same(there.lat, 12);
    assert_same(there.lon, -160);
    assert_same(final, 40);
}

static void is_nan_for_what_is_no_way(void **state)
{
    (void)state;
    static const geodist_point bad[] = {{NAN, 0}, {0, NAN},      {91, 0},
                                        {-91, 0}, {0, INFINITY}, {INFINITY, 0}};
    geodist_point good = {1, 2};
    double final;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_nan(geodist_wgs84_distance(bad[i], good));
        assert_nan(geodist_wgs84_distance(good, bad[i]));
        check_bearings(geodist_wgs84_bearings(bad[i], good), NAN, NAN);
        check_bearings(geodist_wgs84_bearings(good, bad[i]), NAN, NAN);
        assert_nan(geodist_wgs84_destination(bad[i], 1, 1, &final).lat);
        assert_nan(final);
    }
    assert_nan(geodist_wgs84_destination(good, NAN, 1, NULL).lat);
    assert_nan(geodist_wgs84_destination(good, 1, INFINITY, NULL).lon);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_geodsolve),
        cmocka_unit_test(agrees_with_the_examples_of_the_paper),
        cmocka_unit_test(takes_nairobi_to_el_paso),
        cmocka_unit_test(knows_the_size_of_the_earth),
        cmocka_unit_test(is_0_between_two_spellings),
        cmocka_unit_test(is_symmetric_and_converges_for_every_pair),
        cmocka_unit_test(converges_about_every_antipode),
        cmocka_unit_test(obeys_the_triangle),
        cmocka_unit_test(is_within_a_hundredth_of_the_sphere),
        cmocka_unit_test(arrives_where_bearing_and_distance_lead),
        cmocka_unit_test(goes_round_the_compass_exactly),
        cmocka_unit_test(goes_round_the_earth_and_back),
        cmocka_unit_test(stays_where_it_is_by_0_metres),
        cmocka_unit_test(is_nan_for_what_is_no_way),
    };
    return cmocka_run_group_tests_name("ellipsoid", tests, NULL, NULL);
}
