#include <geodist.h>

#include "check.h"
#include "pairs.h"

enum { rounds = 2000 };

static const double bad_radii[] = {0, -6371008.8, NAN, INFINITY, -INFINITY};

static void scales_the_sphere_by_its_radius(void **state)
{
    (void)state;
    uint64_t seed = 1;
    for (int i = 0; i < pair_classes * rounds; i++) {
        pair p = random_pair((pair_class)(i % pair_classes), &seed);
        geodist_earth unit = {GEODIST_MODEL_SPHERE, 1}, large = {GEODIST_MODEL_SPHERE, 0x1p30};
        double angle = geodist_distance(unit, p.from, p.to), final1, final2;
        assert_same(geodist_distance(large, p.from, p.to), 0x1p30 * angle);
        geodist_point a = geodist_destination(unit, p.from, 77, angle, &final1);
        geodist_point b = geodist_destination(large, p.from, 77, 0x1p30 * angle, &final2);
        assert_same(a.lat, b.lat);
        assert_same(a.lon, b.lon);
        assert_same(final1, final2);
    }
}

static void ignores_the_radius_on_the_ellipsoid(void **state)
{
    (void)state;
    geodist_point from = {12, 34}, to = {-56, 78};
    for (size_t i = 0; i < sizeof bad_radii / sizeof *bad_radii; i++) {
        geodist_earth earth = {GEODIST_MODEL_WGS84, bad_radii[i]};
        assert_same(geodist_distance(earth, from, to), geodist_distance(geodist_wgs84, from, to));
        assert_same(geodist_waypoint(earth, from, to, 0.5).lat,
                    geodist_waypoint(geodist_wgs84, from, to, 0.5).lat);
        assert_same(geodist_bearings_between(earth, from, to).initial,
                    geodist_bearings_between(geodist_wgs84, from, to).initial);
    }
}

static void gives_nan_for_a_radius_that_is_not_positive_and_finite(void **state)
{
    (void)state;
    geodist_point from = {12, 34}, to = {-56, 78};
    for (size_t i = 0; i < sizeof bad_radii / sizeof *bad_radii; i++) {
        geodist_earth earth = {GEODIST_MODEL_SPHERE, bad_radii[i]};
        geodist_path path = geodist_path_between(earth, from, to);
        double metres, final = 0;
        geodist_distance_many(earth, (geodist_points){&from.lat, &from.lon},
                              (geodist_points){&to.lat, &to.lon}, 1, &metres);
        assert_nan(metres);
        assert_nan(geodist_distance(earth, from, to));
        assert_nan(geodist_distance(earth, from, from));
        assert_nan(geodist_bearings_between(earth, from, to).initial);
        assert_nan(geodist_bearings_between(earth, from, to).final);
        assert_nan(geodist_waypoint(earth, from, to, 0.5).lat);
        assert_nan(geodist_waypoint(earth, from, to, 0).lon);
        assert_nan(geodist_destination(earth, from, 1, 1, &final).lat);
        assert_nan(final);
        assert_nan(path.metres);
        assert_nan(path.bearings.initial);
        assert_nan(geodist_path_point(&path, 1).lat);
    }
}

/* Both models, valid and faulty points, more pairs than a block. */
static void measures_many_pairs_as_it_measures_one(void **state)
{
    (void)state;
    enum { PAIRS = 1000 };
    static double lat1[PAIRS], lon1[PAIRS], lat2[PAIRS], lon2[PAIRS], metres[PAIRS];
    const geodist_earth earths[] = {geodist_sphere, geodist_wgs84, {GEODIST_MODEL_SPHERE, 6371}};
    uint64_t seed = 2;
    for (size_t i = 0; i < PAIRS; i++) {
        pair p = random_pair((pair_class)(i % pair_classes), &seed);
        lat1[i] = i % 50 == 7 ? 91 : p.from.lat;
        lon1[i] = i % 50 == 9 ? NAN : p.from.lon;
        lat2[i] = p.to.lat;
        lon2[i] = i % 50 == 11 ? p.to.lon + 720 : p.to.lon;
    }
    for (size_t e = 0; e < 3; e++) {
        geodist_distance_many(earths[e], (geodist_points){lat1, lon1}, (geodist_points){lat2, lon2},
                              PAIRS, metres);
        for (size_t i = 0; i < PAIRS; i++)
            assert_same(metres[i], geodist_distance(earths[e], (geodist_point){lat1[i], lon1[i]},
                                                    (geodist_point){lat2[i], lon2[i]}));
        geodist_distance_many(earths[e], (geodist_points){NULL, NULL}, (geodist_points){NULL, NULL},
                              0, NULL);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scales_the_sphere_by_its_radius),
        cmocka_unit_test(ignores_the_radius_on_the_ellipsoid),
        cmocka_unit_test(gives_nan_for_a_radius_that_is_not_positive_and_finite),
        cmocka_unit_test(measures_many_pairs_as_it_measures_one),
    };
    return cmocka_run_group_tests_name("earth", tests, NULL, NULL);
}
