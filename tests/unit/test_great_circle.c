#include <geodist.h>

#include "check.h"
#include "pairs.h"

enum { rounds = 20000 };

static const double nanometre = 1e-9;

static geodist_bearings bearings(double lat1, double lon1, double lat2, double lon2)
{
    return geodist_bearings_between(geodist_sphere, (geodist_point){lat1, lon1},
                                    (geodist_point){lat2, lon2});
}

static geodist_point midpoint(geodist_point from, geodist_point to)
{
    return geodist_waypoint(geodist_sphere, from, to, 0.5);
}

static void check_bearings(geodist_bearings actual, double initial, double final)
{
    assert_same(actual.initial, initial);
    assert_same(actual.final, final);
}

static void check_point(geodist_point actual, double lat, double lon)
{
    assert_same(actual.lat, lat);
    assert_same(actual.lon, lon);
}

/* Written by hand from what a globe shows. */
static void knows_the_cardinal_directions_exactly(void **state)
{
    (void)state;
    check_bearings(bearings(0, 0, 10, 0), 0, 0);
    check_bearings(bearings(10, 0, 0, 0), 180, 180);
    check_bearings(bearings(0, 0, 0, 10), 90, 90);
    check_bearings(bearings(0, 10, 0, 0), 270, 270);
    check_bearings(bearings(80, 0, 80, 180), 0, 180); /* over the pole */
    check_bearings(bearings(-80, 5, -80, -175), 180, 0);
    check_bearings(bearings(0, 179, 0, -179), 90, 90); /* over the date line */
    check_bearings(bearings(0, -179, 0, 179), 270, 270);
    check_bearings(bearings(0, 0, 90, 0), 0, 0);
    geodist_bearings halfway = bearings(0, 0, 45, 90); /* to where its great circle turns south */
    assert_within(halfway.initial, 45, 2e-14);
    assert_within(halfway.final, 90, 2e-14);
}

static void is_0_from_a_point_to_itself(void **state)
{
    (void)state;
    check_bearings(bearings(12, 34, 12, 34), 0, 0);
    check_bearings(bearings(12, 180, 12, -180), 0, 0);
    check_bearings(bearings(90, 12, 90, -50), 0, 0);
    check_bearings(bearings(-90, 12, -90, 170), 0, 0);
}

static void leaves_north_for_the_antipode(void **state)
{
    (void)state;
    check_bearings(bearings(0, 0, 0, 180), 0, 180);
    check_bearings(bearings(30, 40, -30, -140), 0, 180);
    check_bearings(bearings(-89, 40, 89, -140), 0, 180);
}

/* At a pole a bearing counts from the meridian that its longitude names. */
static void counts_from_a_meridian_at_a_pole(void **state)
{
    (void)state;
    check_bearings(bearings(90, 0, 0, 0), 180, 180);
    check_bearings(bearings(90, 0, 0, 90), 90, 180);
    check_bearings(bearings(90, 90, 0, 0), 270, 180);
    check_bearings(bearings(-90, 0, 0, 90), 90, 0);
    check_bearings(bearings(-90, 0, 0, 0), 0, 0);
    check_bearings(bearings(0, 90, 90, 0), 0, 270);
    check_bearings(bearings(0, 90, 90, 90), 0, 0);
    check_bearings(bearings(90, 10, -90, 10), 180, 180);
}

static void is_a_bearing_for_every_pair(void **state)
{
    (void)state;
    uint64_t seed = 5;
    for (int i = 0; i < pair_classes * rounds; i++) {
        pair p = random_pair((pair_class)(i % pair_classes), &seed);
        geodist_bearings found = geodist_bearings_between(geodist_sphere, p.from, p.to);
        assert_true(found.initial >= 0 && found.initial < 360);
        assert_true(found.final >= 0 && found.final < 360);
    }
}

static void is_opposite_on_the_line_back(void **state)
{
    (void)state;
    uint64_t seed = 6;
    for (int i = 0; i < pair_classes * rounds; i++) {
        pair p = random_pair((pair_class)(i % pair_classes), &seed);
        double metres = geodist_distance(geodist_sphere, p.from, p.to);
        if (metres == 0 || metres > GEODIST_MEAN_RADIUS * 3.14159265358979)
            continue;
        geodist_bearings there = geodist_bearings_between(geodist_sphere, p.from, p.to);
        geodist_bearings back = geodist_bearings_between(geodist_sphere, p.to, p.from);
        assert_within(remainder(there.initial - back.final - 180, 360), 0, 1e-12);
        assert_within(remainder(there.final - back.initial - 180, 360), 0, 1e-12);
    }
}

static void arrives_where_bearing_and_distance_lead(void **state)
{
    (void)state;
    uint64_t seed = 7;
    for (int i = 0; i < pair_classes * rounds; i++) {
        pair p = random_pair((pair_class)(i % pair_classes), &seed);
        double final, metres = geodist_distance(geodist_sphere, p.from, p.to);
        geodist_bearings bearings_found = geodist_bearings_between(geodist_sphere, p.from, p.to);
        geodist_point there =
            geodist_destination(geodist_sphere, p.from, bearings_found.initial, metres, &final);
        assert_within(geodist_distance(geodist_sphere, there, p.to), 0, 25 * nanometre);
    }
}

static void finds_waypoints_at_their_distance(void **state)
{
    (void)state;
    uint64_t seed = 8;
    for (int i = 0; i < pair_classes * rounds; i++) {
        pair p = random_pair((pair_class)(i % pair_classes), &seed);
        double fraction = random_between(&seed, 0, 1),
               metres = geodist_distance(geodist_sphere, p.from, p.to);
        geodist_point point = geodist_waypoint(geodist_sphere, p.from, p.to, fraction);
        assert_within(geodist_distance(geodist_sphere, p.from, point), fraction * metres,
                      20 * nanometre);
        assert_within(geodist_distance(geodist_sphere, point, p.to), (1 - fraction) * metres,
                      20 * nanometre);
        assert_true(fabs(point.lat) <= 90 && fabs(point.lon) <= 180);
    }
}

static void ends_at_the_ends(void **state)
{
    (void)state;
    geodist_point nairobi = {-1.28333, 36.81667}, el_paso = {31.75872, -106.48693};
    check_point(geodist_waypoint(geodist_sphere, nairobi, el_paso, 0), -1.28333, 36.81667);
    check_point(geodist_waypoint(geodist_sphere, nairobi, el_paso, 1), 31.75872, -106.48693);
    check_point(geodist_waypoint(geodist_sphere, nairobi, nairobi, 0.3), -1.28333, 36.81667);
    check_point(geodist_waypoint(geodist_sphere, (geodist_point){0, 190}, el_paso, 0), 0, -170);
    check_point(midpoint((geodist_point){0, 0}, (geodist_point){0, 90}), 0, 45);
    check_point(midpoint((geodist_point){0, 179}, (geodist_point){0, -179}), 0, 180);
    assert_same(midpoint((geodist_point){80, 20}, (geodist_point){80, -160}).lat, 90);
}

static void goes_beyond_the_ends(void **state)
{
    (void)state;
    geodist_point beyond =
        geodist_waypoint(geodist_sphere, (geodist_point){0, 0}, (geodist_point){0, 10}, 2.5);
    assert_within(beyond.lat, 0, 1e-13);
    assert_within(beyond.lon, 25, 1e-13);
    geodist_point before =
        geodist_waypoint(geodist_sphere, (geodist_point){0, 0}, (geodist_point){0, 10}, -1);
    assert_within(before.lon, -10, 1e-13);
}

static void goes_backwards_by_negative_metres(void **state)
{
    (void)state;
    uint64_t seed = 9;
    for (int i = 0; i < rounds; i++) {
        geodist_point from = random_point(&seed);
        double bearing = random_between(&seed, 0, 360), metres = random_between(&seed, 0, 2e7),
               final, same;
        geodist_point forwards = geodist_destination(geodist_sphere, from, bearing, metres, &final);
        geodist_point back = geodist_destination(geodist_sphere, forwards, final, -metres, &same);
        /* Close to a pole a nanometre is a large angle. */
        double close = cos(forwards.lat * 0.017453292519943295);
        assert_within(geodist_distance(geodist_sphere, back, from), 0, 25 * nanometre / close);
    }
}

static void stays_where_it_is_by_0_metres(void **state)
{
    (void)state;
    double final;
    check_point(geodist_destination(geodist_sphere, (geodist_point){12, 200}, 400, 0, &final), 12,
                -160);
    assert_same(final, 40);
    check_point(geodist_destination(geodist_sphere, (geodist_point){90, 7}, 10, 0, NULL), 90, 7);
}

/* Each of these underflowed: NaN, or the direction of one axis. */
static void is_right_for_tiny_separations(void **state)
{
    (void)state;
    geodist_point origin = {0, 0};
    check_point(midpoint(origin, (geodist_point){0, 1e-160}), 0, 5e-161);
    geodist_point middle = midpoint((geodist_point){1e-160, 0}, (geodist_point){0, 180});
    assert_within(middle.lat, 90, 1e-12);
    for (double angle = 1e-6; angle > 1e-300; angle /= 7) {
        geodist_point diagonal = {angle, angle}, near = {angle, 0};
        assert_within(bearings(0, 0, angle, angle).initial, 45, 1e-11);
        assert_within(bearings(0, 0, -angle, angle).final, 135, 1e-11);
        assert_relative(geodist_waypoint(geodist_sphere, origin, diagonal, 0.25).lon, angle / 4,
                        2e-12);
        assert_relative(geodist_waypoint(geodist_sphere, origin, diagonal, 0.25).lat, angle / 4,
                        2e-12);
        /* From {a, 0} to {0, 180} over the north pole; from {-a, 0} over the south pole. */
        check_bearings(bearings(angle, 0, 0, 180), 0, 180);
        check_bearings(bearings(-angle, 0, 0, 180), 180, 0);
        assert_within(midpoint(near, (geodist_point){0, 180}).lat, 90 - angle / 2, 1e-12);
        /* The great circle through {a, 0} and {a, 180 - 2a} has the inclination 45 degrees. */
        geodist_point far = {angle, 180};
        assert_within(bearings(angle, 2 * angle, angle, 180).initial, 45, 1e-5);
        assert_within(midpoint((geodist_point){angle, 2 * angle}, far).lat, 45, 1e-5);
    }
}

static void is_never_nan_for_points_in_range(void **state)
{
    (void)state;
    static const double lats[] = {
        0,     5e-324, -5e-324,           1e-310, 2.3e-308,           -1e-300, 1e-160,
        1e-17, 45,     89.99999999999999, 90,     -89.99999999999999, -90};
    static const double lons[] = {0,      5e-324,   -1e-323,
                                  1e-310, 2.3e-308, 1e-160,
                                  1e-17,  90,       179.99999999999997,
                                  180,    -180};
    enum { LATS = sizeof lats / sizeof *lats, LONS = sizeof lons / sizeof *lons };
    for (size_t i = 0; i < LATS * LONS * LATS * LONS; i++) {
        geodist_point from = {lats[i % LATS], lons[i / LATS % LONS]};
        geodist_point to = {lats[i / LATS / LONS % LATS], lons[i / LATS / LONS / LATS]};
        double metres = geodist_distance(geodist_sphere, from, to), final;
        geodist_bearings found = geodist_bearings_between(geodist_sphere, from, to);
        assert_true(metres >= 0);
        assert_true(found.initial >= 0 && found.initial < 360);
        assert_true(found.final >= 0 && found.final < 360);
        for (double fraction = -0.25; fraction < 1.5; fraction += 0.25) {
            geodist_point point = geodist_waypoint(geodist_sphere, from, to, fraction);
            assert_true(fabs(point.lat) <= 90 && fabs(point.lon) <= 180);
        }
        geodist_point there =
            geodist_destination(geodist_sphere, from, to.lon, metres * to.lat, &final);
        assert_true(fabs(there.lat) <= 90 && fabs(there.lon) <= 180);
        assert_true(final >= 0 && final < 360);
    }
}

static void is_nan_for_arguments_that_are_not_valid(void **state)
{
    (void)state;
    static const geodist_point bad[] = {{NAN, 0},   {0, NAN},      {91, 0},
                                        {-90.5, 0}, {0, INFINITY}, {INFINITY, 0}};
    geodist_point good = {1, 2};
    double final;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        check_bearings(geodist_bearings_between(geodist_sphere, bad[i], good), NAN, NAN);
        check_bearings(geodist_bearings_between(geodist_sphere, good, bad[i]), NAN, NAN);
        check_point(geodist_waypoint(geodist_sphere, bad[i], good, 0.5), NAN, NAN);
        check_point(midpoint(good, bad[i]), NAN, NAN);
        check_point(geodist_destination(geodist_sphere, bad[i], 1, 1, &final), NAN, NAN);
        assert_nan(final);
    }
    check_point(geodist_waypoint(geodist_sphere, good, good, NAN), NAN, NAN);
    check_point(geodist_destination(geodist_sphere, good, NAN, 1, NULL), NAN, NAN);
    check_point(geodist_destination(geodist_sphere, good, INFINITY, 1, NULL), NAN, NAN);
    check_point(geodist_destination(geodist_sphere, good, 1, INFINITY, NULL), NAN, NAN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_the_cardinal_directions_exactly),
        cmocka_unit_test(is_0_from_a_point_to_itself),
        cmocka_unit_test(leaves_north_for_the_antipode),
        cmocka_unit_test(counts_from_a_meridian_at_a_pole),
        cmocka_unit_test(is_a_bearing_for_every_pair),
        cmocka_unit_test(is_opposite_on_the_line_back),
        cmocka_unit_test(arrives_where_bearing_and_distance_lead),
        cmocka_unit_test(finds_waypoints_at_their_distance),
        cmocka_unit_test(ends_at_the_ends),
        cmocka_unit_test(goes_beyond_the_ends),
        cmocka_unit_test(goes_backwards_by_negative_metres),
        cmocka_unit_test(stays_where_it_is_by_0_metres),
        cmocka_unit_test(is_right_for_tiny_separations),
        cmocka_unit_test(is_never_nan_for_points_in_range),
        cmocka_unit_test(is_nan_for_arguments_that_are_not_valid),
    };
    return cmocka_run_group_tests_name("great_circle", tests, NULL, NULL);
}
