#include <geodist.h>
#include <stdio.h>
#include <stdlib.h>

#include "check.h"
#include "geometry/ellipsoid.h"
#include "pairs.h"

enum { rounds = 20000 };

static const double bar_metres = 15e-9, polar_radius = 6356752.314245,
                    degree = 0.017453292519943295;

static double between(double lat1, double lon1, double lat2, double lon2)
{
    return geodist_distance(geodist_wgs84, (geodist_point){lat1, lon1},
                            (geodist_point){lat2, lon2});
}

static geodist_bearings bearings(double lat1, double lon1, double lat2, double lon2)
{
    return geodist_bearings_between(geodist_wgs84, (geodist_point){lat1, lon1},
                                    (geodist_point){lat2, lon2});
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
    geodist_bearings found = geodist_bearings_between(geodist_wgs84, v.from, v.to);
    double metres = geodist_distance(geodist_wgs84, v.from, v.to);
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
    geodist_point there =
        geodist_destination(geodist_wgs84, (geodist_point){40, 0}, 30, 10000000, &final);
    assert_within(there.lat, 41.79331020506, 5e-12);
    assert_within(there.lon, 137.84490004377, 5e-12);
    assert_within(final, 149.09016931807, 5e-12);
    assert_within(between(-30.12345, 0, -30.12344, 0.00005), 4.944208, 5e-7);
    assert_within(bearings(-30.12345, 0, -30.12344, 0.00005).initial, 77.04353354237, 5e-9);
    assert_within(between(-30, 0, 29.9, 179.8), 19989832.827610, 5e-7);
    assert_within(bearings(-30, 0, 29.9, 179.8).initial, 161.890524736, 5e-10);
    assert_within(bearings(-30, 0, 29.9, 179.8).final, 18.090737246, 5e-10);
}

static void knows_nairobi_to_el_paso(void **state)
{
    (void)state;
    assert_within(between(-1.28333, 36.81667, 31.75872, -106.48693), 14900391.889969, 1e-6);
}

/* A quarter of a meridian, and an arc of the equator that is the shortest line. */
static void knows_the_size_of_the_earth(void **state)
{
    (void)state;
    assert_within(between(0, 0, 90, 0), 10001965.729312723, 3e-9);
    assert_within(between(90, 0, -90, 77), 20003931.458625447, 5e-9);
    assert_within(between(0, 0, 0, 180), 20003931.458625447, 5e-9);
    assert_same(between(0, 20, 0, 110), 6378137 * (90 * degree));
}

static void is_0_between_two_spellings_of_a_point(void **state)
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
        assert_same(geodist_distance(geodist_wgs84, p.from, p.to),
                    geodist_distance(geodist_wgs84, p.to, p.from));
        assert_true(g.metres >= 0 && g.metres <= 20003931.46);
        assert_true(g.steps < 20);
    }
}

/* Every tenth of a degree about the antipode, where Vincenty's iteration does not converge. */
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
        assert_true(geodist_distance(geodist_wgs84, a, c) <=
                    geodist_distance(geodist_wgs84, a, b) + geodist_distance(geodist_wgs84, b, c) +
                        bar_metres);
    }
}

/* The bound that geodist_nearest() relies on. The local ratio of the two is least for north and
 * south at the equator and greatest at the poles: M / R from 0.994417 to 1.004487. */
static void is_within_known_bounds_of_the_sphere(void **state)
{
    (void)state;
    uint64_t seed = 3;
    for (int i = 0; i < pair_classes * rounds; i++) {
        pair p = random_pair((pair_class)(i % pair_classes), &seed);
        double sphere = geodist_distance(geodist_sphere, p.from, p.to);
        double ratio = geodist_distance(geodist_wgs84, p.from, p.to) / sphere;
        assert_true(sphere == 0 || (ratio > 0.994416 && ratio < 1.004488));
    }
}

static void arrives_where_bearing_and_distance_lead(void **state)
{
    (void)state;
    uint64_t seed = 4;
    for (int i = 0; i < pair_classes * rounds; i++) {
        pair p = random_pair((pair_class)(i % pair_classes), &seed);
        double final, metres = geodist_distance(geodist_wgs84, p.from, p.to);
        geodist_bearings found = geodist_bearings_between(geodist_wgs84, p.from, p.to);
        geodist_point there =
            geodist_destination(geodist_wgs84, p.from, found.initial, metres, &final);
        assert_within(geodist_distance(geodist_wgs84, there, p.to), 0, 2 * bar_metres);
        assert_true(final >= 0 && final < 360);
        assert_true(fabs(there.lat) <= 90 && fabs(there.lon) <= 180);
    }
}

static void knows_the_cardinal_directions_exactly(void **state)
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
    round = geodist_destination(geodist_wgs84, (geodist_point){0, 13}, 90, 4 * 10018754.171394622,
                                &final);
    assert_within(round.lat, 0, 1e-12);
    assert_within(round.lon, 13, 1e-12);
    assert_within(final, 90, 1e-12);
    round = geodist_destination(geodist_wgs84, here, 0, 4 * 10001965.729312723, &final);
    assert_within(geodist_distance(geodist_wgs84, round, here), 0, 40e-9);
    geodist_point there = geodist_destination(geodist_wgs84, here, 77, 3e6, &final);
    round = geodist_destination(geodist_wgs84, there, final, -3e6, NULL);
    assert_within(geodist_distance(geodist_wgs84, round, here), 0, 2 * bar_metres);
}

static void stays_where_it_is_by_0_metres(void **state)
{
    (void)state;
    double final;
    geodist_point there =
        geodist_destination(geodist_wgs84, (geodist_point){12, 200}, 400, 0, &final);
    assert_same(there.lat, 12);
    assert_same(there.lon, -160);
    assert_same(final, 40);
}

/* Near {0, 0} a degree of latitude is a (1 - e^2) and a degree of longitude a times pi / 180 long.
 */
static void keeps_the_digits_of_tiny_separations(void **state)
{
    (void)state;
    const double a = 6378137, f = 1 / 298.257223563, m = a * (1 - f) * (1 - f);
    const double azimuth = atan2(a, m) / degree;
    for (double angle = 1e-9; angle > 1e-303; angle /= 7) {
        double x = angle * degree;
        assert_relative(between(0, 0, 0, angle), a * x, 2e-15);
        assert_relative(between(0, 0, angle, 0), m * x, 2e-15);
        assert_relative(between(0, 0, angle, angle), sqrt(a * a + m * m) * x, 2e-15);
        assert_relative(between(angle, 0, 0, angle), sqrt(a * a + m * m) * x, 2e-15);
        assert_within(bearings(0, 0, angle, angle).initial, azimuth, 1e-8);
        assert_within(bearings(0, angle, angle, 0).final, 360 - azimuth, 1e-8);
    }
    assert_within(bearings(0, 0, 1e-149, 1e-149).initial, azimuth, 1e-13);
    geodist_point there =
        geodist_destination(geodist_wgs84, (geodist_point){1e-161, 0}, 90, 1000, NULL);
    assert_within(there.lon, 1000 / a / degree, 1e-15);
    assert_within(there.lat, 0, 1e-15);
}

/* From {0, 0} the earth is flat as far as a double can tell. 1e-298 m are 1e-303 degrees. */
static void keeps_the_digits_whatever_the_two_lengths(void **state)
{
    (void)state;
    const double a = 6378137, f = 1 / 298.257223563, m = a * (1 - f) * (1 - f);
    uint64_t seed = 5;
    for (int i = 0; i < rounds; i++) {
        double lat = random_shift(&seed, -302, -8), lon = random_shift(&seed, -302, -8);
        double north = m * (lat * degree), east = a * (lon * degree), metres = hypot(north, east);
        double bearing = atan2(east, north) / degree;
        assert_relative(between(0, 0, lat, lon), metres, 2e-15);
        assert_relative(between(lat, lon, 0, 0), metres, 2e-15);
        if (metres > 0)
            assert_within(remainder(bearings(0, 0, lat, lon).initial - bearing, 360), 0, 1e-12);
    }
}

static void is_never_nan_for_points_in_range(void **state)
{
    (void)state;
    static const double lats[] = {
        0,     5e-324, -5e-324,           1e-310, 2.3e-308,           -1e-300, 1e-160,
        1e-17, 45,     89.99999999999999, 90,     -89.99999999999999, -90};
    static const double lons[] = {0,      5e-324, -1e-323, 1e-310, 2.3e-308,
                                  1e-160, 1e-17,  90,      179.5,  179.99999999999997,
                                  180,    -180};
    enum { LATS = sizeof lats / sizeof *lats, LONS = sizeof lons / sizeof *lons };
    for (size_t i = 0; i < LATS * LONS * LATS * LONS; i++) {
        geodist_point from = {lats[i % LATS], lons[i / LATS % LONS]};
        geodist_point to = {lats[i / LATS / LONS % LATS], lons[i / LATS / LONS / LATS]};
        gd_geodesic g = gd_wgs84_geodesic(from, to);
        geodist_bearings found = geodist_bearings_between(geodist_wgs84, from, to);
        assert_true(g.metres >= 0 && g.metres <= 20003931.46 && g.steps < 20);
        assert_same(g.metres, geodist_distance(geodist_wgs84, to, from));
        assert_true(found.initial >= 0 && found.initial < 360);
        assert_true(found.final >= 0 && found.final < 360);
        for (double fraction = -0.25; fraction < 1.5; fraction += 0.25) {
            geodist_point point = geodist_waypoint(geodist_wgs84, from, to, fraction);
            assert_true(fabs(point.lat) <= 90 && fabs(point.lon) <= 180);
        }
        double final;
        geodist_point there =
            geodist_destination(geodist_wgs84, from, to.lon, g.metres * to.lat, &final);
        assert_true(fabs(there.lat) <= 90 && fabs(there.lon) <= 180);
        assert_true(final >= 0 && final < 360);
    }
}

static void is_nan_for_arguments_that_are_not_valid(void **state)
{
    (void)state;
    static const geodist_point bad[] = {{NAN, 0}, {0, NAN},      {91, 0},
                                        {-91, 0}, {0, INFINITY}, {INFINITY, 0}};
    geodist_point good = {1, 2};
    double final;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_nan(geodist_distance(geodist_wgs84, bad[i], good));
        assert_nan(geodist_distance(geodist_wgs84, good, bad[i]));
        check_bearings(geodist_bearings_between(geodist_wgs84, bad[i], good), NAN, NAN);
        check_bearings(geodist_bearings_between(geodist_wgs84, good, bad[i]), NAN, NAN);
        assert_nan(geodist_destination(geodist_wgs84, bad[i], 1, 1, &final).lat);
        assert_nan(final);
    }
    assert_nan(geodist_destination(geodist_wgs84, good, NAN, 1, NULL).lat);
    assert_nan(geodist_destination(geodist_wgs84, good, 1, INFINITY, NULL).lon);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_geodsolve),
        cmocka_unit_test(agrees_with_the_examples_of_the_paper),
        cmocka_unit_test(knows_nairobi_to_el_paso),
        cmocka_unit_test(knows_the_size_of_the_earth),
        cmocka_unit_test(is_0_between_two_spellings_of_a_point),
        cmocka_unit_test(is_symmetric_and_converges_for_every_pair),
        cmocka_unit_test(converges_about_every_antipode),
        cmocka_unit_test(obeys_the_triangle),
        cmocka_unit_test(is_within_known_bounds_of_the_sphere),
        cmocka_unit_test(arrives_where_bearing_and_distance_lead),
        cmocka_unit_test(knows_the_cardinal_directions_exactly),
        cmocka_unit_test(goes_round_the_earth_and_back),
        cmocka_unit_test(stays_where_it_is_by_0_metres),
        cmocka_unit_test(keeps_the_digits_of_tiny_separations),
        cmocka_unit_test(keeps_the_digits_whatever_the_two_lengths),
        cmocka_unit_test(is_never_nan_for_points_in_range),
        cmocka_unit_test(is_nan_for_arguments_that_are_not_valid),
    };
    return cmocka_run_group_tests_name("ellipsoid", tests, NULL, NULL);
}
