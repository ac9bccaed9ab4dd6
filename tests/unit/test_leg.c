#include "route/leg.h"

#include "check.h"
#include "pairs.h"

static const geodist_earth earths[] = {{GEODIST_MODEL_SPHERE, GEODIST_MEAN_RADIUS},
                                       {GEODIST_MODEL_WGS84, GEODIST_MEAN_RADIUS},
                                       {GEODIST_MODEL_SPHERE, 1e9}};
enum { EARTHS = sizeof earths / sizeof *earths };

static void assert_finite(const leg_details *leg)
{
    assert_true(isfinite(leg->sphere) && isfinite(leg->wgs84));
    assert_true(leg->bearings.initial >= 0 && leg->bearings.initial < 360);
    assert_true(leg->bearings.final >= 0 && leg->bearings.final < 360);
    assert_true(fabs(leg->midpoint.lat) <= 90 && fabs(leg->midpoint.lon) <= 180);
    assert_true(leg->has_nearest);
    assert_true(isfinite(leg->nearest.metres) && isfinite(leg->nearest.bearing));
}

static void check_tiny_separation(geodist_earth earth, double tiny, int direction)
{
    geodist_point from = {0, direction & 4 ? 180 : 0};
    geodist_point to = {direction & 1 ? tiny : 0, direction & 2 ? from.lon - tiny : tiny};
    geodist_path path = geodist_path_between(earth, from, to);
    leg_details leg = gd_describe_leg(&path);
    assert_finite(&leg);
}

/* {0,0} to {0,1e-160} once had no midpoint. To look for the nearest city takes most of a
 * millisecond, so each power of ten gets one earth and one direction of all that there are. */
static void is_finite_for_tiny_separations(void **state)
{
    (void)state;
    for (int power = 0; power <= 323; power++)
        check_tiny_separation(earths[power % EARTHS], pow(10, -power), power / (int)EARTHS % 8);
    for (int i = 0; i < 8 * (int)EARTHS; i++)
        check_tiny_separation(earths[i % EARTHS], 1e-160, i / (int)EARTHS);
}

static void is_finite_for_every_class_of_pairs(void **state)
{
    (void)state;
    uint64_t seed = 81;
    for (int round = 0; round < 96; round++) {
        geodist_point from = random_point(&seed), to = random_point(&seed);
        if (round % 4 == 1)
            to = from;
        if (round % 4 == 2)
            to = (geodist_point){-from.lat, from.lon + 180};
        if (round % 4 == 3)
            from.lat = round % 8 == 3 ? 90 : -90;
        geodist_path path = geodist_path_between(earths[round % EARTHS], from, to);
        leg_details leg = gd_describe_leg(&path);
        assert_finite(&leg);
    }
}

static void has_the_lengths_and_the_midpoint_of_the_library(void **state)
{
    (void)state;
    uint64_t seed = 82;
    for (int round = 0; round < 60; round++) {
        geodist_earth earth = earths[round % EARTHS];
        geodist_point from = random_point(&seed), to = random_point(&seed);
        geodist_path path = geodist_path_between(earth, from, to);
        leg_details leg = gd_describe_leg(&path);
        geodist_earth sphere = {GEODIST_MODEL_SPHERE, earth.radius};
        assert_same(leg.sphere, geodist_distance(sphere, from, to));
        assert_same(leg.wgs84, geodist_distance(geodist_wgs84, from, to));
        geodist_bearings bearings = geodist_bearings_between(earth, from, to);
        assert_same(leg.bearings.initial, bearings.initial);
        assert_same(leg.bearings.final, bearings.final);
        geodist_point middle = geodist_waypoint(earth, from, to, 0.5);
        assert_same(leg.midpoint.lat, middle.lat);
        assert_same(leg.midpoint.lon, middle.lon);
    }
}

static void names_the_city_that_geodist_nearest_names(void **state)
{
    (void)state;
    uint64_t seed = 83;
    for (int round = 0; round < 42; round++) {
        geodist_earth earth = earths[round % EARTHS];
        geodist_path path = geodist_path_between(earth, random_point(&seed), random_point(&seed));
        leg_details leg = gd_describe_leg(&path);
        geodist_neighbour several[3];
        geodist_nearest_query query = {.max_count = 3, .max_metres = INFINITY};
        assert_int_equal(geodist_nearest(earth, leg.midpoint, query, several, 3), 3);
        assert_int_equal(leg.nearest.place.row, several[0].place.row);
        assert_same(leg.nearest.metres, several[0].metres);
        assert_same(leg.nearest.metres,
                    geodist_distance(earth, leg.midpoint, leg.nearest.place.point));
    }
}

static void finds_no_city_near_an_invalid_point(void **state)
{
    (void)state;
    geodist_neighbour nearest;
    assert_false(gd_find_nearest_city(geodist_sphere, (geodist_point){NAN, 0}, &nearest));
    assert_false(gd_find_nearest_city(geodist_sphere, (geodist_point){91, 0}, &nearest));
    assert_true(gd_find_nearest_city(geodist_wgs84, (geodist_point){90, 0}, &nearest));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_finite_for_tiny_separations),
        cmocka_unit_test(is_finite_for_every_class_of_pairs),
        cmocka_unit_test(has_the_lengths_and_the_midpoint_of_the_library),
        cmocka_unit_test(names_the_city_that_geodist_nearest_names),
        cmocka_unit_test(finds_no_city_near_an_invalid_point),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
