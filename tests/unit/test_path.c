#include <geodist.h>

#include "check.h"
#include "pairs.h"

enum { rounds = 4000, MODELS = 2 };

static const double nanometre = 1e-9;

static geodist_earth earth_of(int model)
{
    return model ? geodist_wgs84 : geodist_sphere;
}

static void check_same_point(geodist_point actual, geodist_point expected)
{
    assert_same(actual.lat, expected.lat);
    assert_same(actual.lon, expected.lon);
}

static void agrees_with_the_separate_functions_to_the_last_bit(void **state)
{
    (void)state;
    uint64_t seed = 1;
    for (int i = 0; i < MODELS * pair_classes * rounds; i++) {
        geodist_earth earth = earth_of(i % MODELS);
        pair p = random_pair((pair_class)(i / MODELS % pair_classes), &seed);
        double fraction = random_between(&seed, -0.5, 1.5);
        geodist_path path = geodist_path_between(earth, p.from, p.to);
        geodist_bearings bearings = geodist_bearings_between(earth, p.from, p.to);
        assert_same(path.metres, geodist_distance(earth, p.from, p.to));
        assert_same(path.bearings.initial, bearings.initial);
        assert_same(path.bearings.final, bearings.final);
        check_same_point(geodist_path_point(&path, fraction),
                         geodist_waypoint(earth, p.from, p.to, fraction));
    }
}

/* The destination is reached through a bearing in degrees, which is rounded. */
static void agrees_with_the_destination_in_its_direction(void **state)
{
    (void)state;
    uint64_t seed = 2;
    for (int i = 0; i < MODELS * pair_classes * rounds; i++) {
        geodist_earth earth = earth_of(i % MODELS);
        pair p = random_pair((pair_class)(i / MODELS % pair_classes), &seed);
        double fraction = random_between(&seed, 0, 1);
        geodist_path path = geodist_path_between(earth, p.from, p.to);
        geodist_point expected =
            geodist_destination(earth, p.from, path.bearings.initial, fraction * path.metres, NULL);
        geodist_point actual = geodist_path_point(&path, fraction);
        assert_within(geodist_distance(earth, actual, expected), 0, 25 * nanometre);
        assert_true(fabs(actual.lat) <= 90 && fabs(actual.lon) <= 180);
    }
}

static void divides_the_distance_by_its_fraction(void **state)
{
    (void)state;
    uint64_t seed = 3;
    for (int i = 0; i < MODELS * pair_classes * rounds; i++) {
        geodist_earth earth = earth_of(i % MODELS);
        pair p = random_pair((pair_class)(i / MODELS % pair_classes), &seed);
        double fraction = random_between(&seed, 0, 1);
        geodist_path path = geodist_path_between(earth, p.from, p.to);
        geodist_point point = geodist_path_point(&path, fraction);
        assert_within(geodist_distance(earth, p.from, point), fraction * path.metres,
                      30 * nanometre);
        assert_within(geodist_distance(earth, point, p.to), (1 - fraction) * path.metres,
                      30 * nanometre);
    }
}

static void begins_and_ends_exactly(void **state)
{
    (void)state;
    uint64_t seed = 4;
    for (int i = 0; i < MODELS * pair_classes * rounds; i++) {
        geodist_earth earth = earth_of(i % MODELS);
        pair p = random_pair((pair_class)(i / MODELS % pair_classes), &seed);
        p.to.lon += i % 3 ? 0 : 360;
        geodist_path path = geodist_path_between(earth, p.from, p.to);
        geodist_point to = {p.to.lat, fabs(p.to.lon) <= 180 ? p.to.lon : remainder(p.to.lon, 360)};
        bool one_point = path.metres == 0;
        check_same_point(geodist_path_point(&path, 0),
                         (geodist_point){p.from.lat, fabs(p.from.lon) <= 180
                                                         ? p.from.lon
                                                         : remainder(p.from.lon, 360)});
        if (!one_point)
            check_same_point(geodist_path_point(&path, 1), to);
    }
}

static void stays_at_the_first_spelling_of_one_point(void **state)
{
    (void)state;
    static const pair same[] = {{{12, 34}, {12, 34}}, {{5, 180}, {5, -180}},
                                {{5, 10}, {5, 370}},  {{90, 12}, {90, -50}},
                                {{-90, 1}, {-90, 2}}, {{0, -0.0}, {-0.0, 0}}};
    for (size_t i = 0; i < MODELS * sizeof same / sizeof *same; i++) {
        pair p = same[i / MODELS];
        geodist_path path = geodist_path_between(earth_of(i % MODELS), p.from, p.to);
        assert_same(path.metres, 0);
        assert_same(path.bearings.initial, 0);
        assert_same(path.bearings.final, 0);
        for (double fraction = -1; fraction <= 2; fraction += 0.5)
            check_same_point(geodist_path_point(&path, fraction), p.from);
    }
}

/* To the antipode the line leaves due north; between opposite latitudes on the ellipsoid, where two
 * lines may be equally short, it leaves as the bearings say. */
static void follows_its_bearings_where_several_lines_are_shortest(void **state)
{
    (void)state;
    for (int model = 0; model < MODELS; model++) {
        geodist_path path = geodist_path_between(earth_of(model), (geodist_point){30, 40},
                                                 (geodist_point){-30, -140});
        assert_same(path.bearings.initial, 0);
        assert_within(geodist_path_point(&path, 0.25).lon, 40, 1e-12);
        assert_within(geodist_path_point(&path, 0.75).lon, -140, 1e-12);
        assert_true(geodist_path_point(&path, 0.25).lat > 60);
    }
    for (int model = 0; model < MODELS; model++) { /* the longitude of the second pole */
        geodist_path path =
            geodist_path_between(earth_of(model), (geodist_point){90, 10}, (geodist_point){-90, 77});
        assert_within(path.bearings.initial, 180 - 67, 1e-12);
        assert_same(path.bearings.final, 180);
        assert_within(geodist_path_point(&path, 0.5).lon, 77, 1e-12);
        assert_within(geodist_path_point(&path, 0.5).lat, 0, 1e-12);
    }
    for (double lon = 179.5; lon < 180; lon += 0.1) {
        geodist_point from = {20, 0}, to = {-20, lon};
        geodist_path path = geodist_path_between(geodist_wgs84, from, to);
        geodist_point point = geodist_path_point(&path, 0.01);
        double initial = geodist_bearings_between(geodist_wgs84, from, point).initial;
        assert_within(initial, path.bearings.initial, 1e-9);
        assert_true(initial < 90);
    }
}

static void continues_beyond_its_ends(void **state)
{
    (void)state;
    for (int model = 0; model < MODELS; model++) {
        geodist_path path =
            geodist_path_between(earth_of(model), (geodist_point){0, 0}, (geodist_point){0, 10});
        assert_within(geodist_path_point(&path, 2.5).lon, 25, 1e-13);
        assert_within(geodist_path_point(&path, 2.5).lat, 0, 1e-13);
        assert_within(geodist_path_point(&path, -1).lon, -10, 1e-13);
    }
}

static void is_nan_for_arguments_that_are_not_valid(void **state)
{
    (void)state;
    static const geodist_point bad[] = {{NAN, 0}, {0, NAN}, {91, 0}, {-90.5, 0}, {0, INFINITY}};
    geodist_point good = {1, 2};
    for (size_t i = 0; i < MODELS * sizeof bad / sizeof *bad; i++) {
        geodist_earth earth = earth_of(i % MODELS);
        for (int first = 0; first < 2; first++) {
            geodist_path path = geodist_path_between(earth, first ? bad[i / MODELS] : good,
                                                     first ? good : bad[i / MODELS]);
            assert_nan(path.metres);
            assert_nan(path.bearings.initial);
            assert_nan(path.bearings.final);
            for (double fraction = 0; fraction <= 1; fraction += 0.5) {
                assert_nan(geodist_path_point(&path, fraction).lat);
                assert_nan(geodist_path_point(&path, fraction).lon);
            }
        }
        geodist_path path = geodist_path_between(earth, good, (geodist_point){3, 4});
        assert_nan(geodist_path_point(&path, NAN).lat);
        assert_nan(geodist_path_point(&path, -INFINITY).lon);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_the_separate_functions_to_the_last_bit),
        cmocka_unit_test(agrees_with_the_destination_in_its_direction),
        cmocka_unit_test(divides_the_distance_by_its_fraction),
        cmocka_unit_test(begins_and_ends_exactly),
        cmocka_unit_test(stays_at_the_first_spelling_of_one_point),
        cmocka_unit_test(follows_its_bearings_where_several_lines_are_shortest),
        cmocka_unit_test(continues_beyond_its_ends),
        cmocka_unit_test(is_nan_for_arguments_that_are_not_valid),
    };
    return cmocka_run_group_tests_name("path", tests, NULL, NULL);
}
