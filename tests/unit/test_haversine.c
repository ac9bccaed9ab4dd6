#include <geodist.h>
#include <stdio.h>
#include <stdlib.h>

#include "check.h"
#include "geometry/angle.h"
#include "geometry/haversine.h"
#include "pairs.h"

enum { rounds = 100000 };

static const double bar_metres = 8e-9, bar_relative = 1e-15;

static geodist_earth sphere_of(double radius)
{
    return (geodist_earth){GEODIST_MODEL_SPHERE, radius};
}

static double between(double lat1, double lon1, double lat2, double lon2)
{
    return geodist_distance(geodist_sphere, (geodist_point){lat1, lon1},
                            (geodist_point){lat2, lon2});
}

/* The expected distance has 25 digits, more than a double can hold, so whole metres and the rest
 * are subtracted separately. */
static void check_vector(const char *line)
{
    double lat1, lon1, lat2, lon2, rest;
    char metres[200], *point;
    assert_int_equal(sscanf(line, "%*[^\t]\t%lf\t%lf\t%lf\t%lf\t%199s", &lat1, &lon1, &lat2, &lon2,
                            metres),
                     5);
    double actual = between(lat1, lon1, lat2, lon2);
    point = strchr(metres, '.');
    assert_non_null(point);
    rest = strtod(point, NULL);
    double error = fabs(actual - (double)strtoul(metres, NULL, 10) - rest);
    double expected = strtod(metres, NULL);
    if (error <= bar_metres && error <= bar_relative * expected)
        return;
    print_error("%s%.17g is off by %g m\n", line, actual, error);
    fail();
}

static void agrees_with_arbitrary_precision(void **state)
{
    (void)state;
    char line[512];
    size_t vectors = 0;
    FILE *file = fopen(TEST_DATA "/sphere_vectors.tsv", "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        if (line[0] == '#')
            continue;
        check_vector(line);
        vectors++;
    }
    fclose(file);
    assert_true(vectors > 3000);
}

static void knows_nairobi_to_el_paso(void **state)
{
    (void)state;
    geodist_point nairobi = {-1.28333, 36.81667}, el_paso = {31.75872, -106.48693};
    char text[32];
    snprintf(text, sizeof text, "%.3f", geodist_distance(geodist_sphere, nairobi, el_paso) / 1000);
    assert_string_equal(text, "14888.798");
    snprintf(text, sizeof text, "%.3f", geodist_distance(sphere_of(6371), nairobi, el_paso));
    assert_string_equal(text, "14888.778");
}

static void is_symmetric_to_the_last_bit(void **state)
{
    (void)state;
    uint64_t seed = 1;
    for (int i = 0; i < pair_classes * rounds; i++) {
        pair p = random_pair((pair_class)(i % pair_classes), &seed);
        assert_same(geodist_distance(geodist_sphere, p.from, p.to),
                    geodist_distance(geodist_sphere, p.to, p.from));
    }
}

static void is_never_nan_or_negative_or_too_long(void **state)
{
    (void)state;
    uint64_t seed = 2;
    for (int i = 0; i < pair_classes * rounds; i++) {
        pair p = random_pair((pair_class)(i % pair_classes), &seed);
        double angle = gd_central_angle(p.from, p.to);
        assert_true(angle >= 0 && !signbit(angle) && angle <= pi);
    }
}

static void is_zero_for_one_point_in_any_spelling(void **state)
{
    (void)state;
    uint64_t seed = 3;
    assert_same(between(-0.0, -0.0, 0, 0), 0);
    assert_same(between(0, 0, -0.0, -0.0), 0);
    for (int i = 0; i < rounds; i++) {
        geodist_point a = random_point(&seed);
        double other = random_between(&seed, -360, 360);
        double turns = 360 * (double)(random_bits(&seed) % 7) - 1080;
        double lon = floor(a.lon * 1024) / 1024; /* so that whole turns can be added exactly */
        assert_same(between(a.lat, a.lon, a.lat, a.lon), 0);
        assert_same(between(a.lat, 180, a.lat, -180), 0);
        assert_same(between(90, a.lon, 90, other), 0);
        assert_same(between(-90, a.lon, -90, other), 0);
        assert_same(between(a.lat, lon, a.lat, lon + turns), 0);
    }
    assert_same(between(10, 190, 10, -170), 0);
    assert_same(between(10, 0x1p1000, 10, remainder(0x1p1000, 360)), 0);
}

static void accepts_any_turn_of_a_longitude(void **state)
{
    (void)state;
    uint64_t seed = 4;
    for (int i = 0; i < pair_classes * rounds; i++) {
        pair p = random_pair((pair_class)(i % pair_classes), &seed);
        p.from.lon = floor(p.from.lon * 1024) / 1024;
        geodist_point turned = {p.from.lat,
                                p.from.lon + 360 * (double)(random_bits(&seed) % 7) - 1080};
        assert_same(geodist_distance(geodist_sphere, turned, p.to),
                    geodist_distance(geodist_sphere, p.from, p.to));
    }
}

static void obeys_the_triangle_inequality(void **state)
{
    (void)state;
    uint64_t seed = 5;
    for (int i = 0; i < pair_classes * rounds; i++) {
        pair p = random_pair((pair_class)(i % pair_classes), &seed);
        geodist_point c =
            i % 2 ? random_point(&seed) : (geodist_point){(p.from.lat + p.to.lat) / 2, p.from.lon};
        double detour =
            geodist_distance(geodist_sphere, p.from, c) + geodist_distance(geodist_sphere, c, p.to);
        assert_true(geodist_distance(geodist_sphere, p.from, p.to) <= detour + 3 * bar_metres);
    }
}

static void is_half_the_circumference_at_the_antipode(void **state)
{
    (void)state;
    double half = pi * GEODIST_MEAN_RADIUS;
    for (int lat = -90; lat <= 90; lat++)
        for (int lon = -180; lon <= 180; lon++)
            assert_same(between(lat, lon, -lat, lon + 180), half);
    assert_relative(between(0, 17, 90, -3), half / 2, 2e-16);
    assert_within(between(0, 0, 0, 1), half / 180, bar_metres);
}

static void gives_nan_for_points_that_are_not_valid(void **state)
{
    (void)state;
    const double good[4] = {1, 2, 3, 4}, bad[] = {NAN, INFINITY, -INFINITY};
    for (size_t i = 0; i < 4; i++)
        for (size_t j = 0; j < 3; j++) {
            double x[4];
            memcpy(x, good, sizeof x);
            x[i] = bad[j];
            assert_nan(between(x[0], x[1], x[2], x[3]));
        }
    assert_nan(between(NAN, NAN, NAN, NAN));
    assert_nan(between(INFINITY, 0, INFINITY, 0));
    assert_nan(between(0, INFINITY, 0, INFINITY));
    assert_nan(between(nextafter(90, 91), 0, 0, 0));
    assert_nan(between(0, 0, -106.48693, 31.75872));
    assert_nan(between(1e308, 0, -1e308, 0));
}

static void measures_in_the_unit_of_the_radius(void **state)
{
    (void)state;
    geodist_point a = {12, 34}, b = {-56, 78};
    assert_same(geodist_distance(sphere_of(1), a, b), gd_central_angle(a, b));
    assert_same(geodist_distance(sphere_of(GEODIST_MEAN_RADIUS), a, b),
                geodist_distance(geodist_sphere, a, b));
}

static void subtracts_longitudes_exactly(void **state)
{
    (void)state;
    uint64_t seed = 6;
    double residue, back;
    for (int i = 0; i < rounds; i++) {
        double a = random_shift(&seed, -20, 3), b = random_shift(&seed, -20, 3);
        double difference = longitude_difference(a, b, &residue);
        assert_true(fabs(difference) <= 180);
        assert_same(longitude_difference(b, a, &back), difference == 0 ? 0 : -difference);
        assert_true(back == -residue);
    }
    assert_same(longitude_difference(179.99999999999997, -179.99999999999997, &residue), 0x1p-44);
    assert_same(residue, 0);
    assert_same(longitude_difference(1e-30, 90, &residue), 90);
    assert_same(residue, -1e-30);
    assert_same(reduced_degrees(540), -180);
    assert_same(reduced_degrees(-180), -180);
    assert_same(reduced_degrees(-190), 170);
}

/* On the equator the distance is the radius times the difference of the longitudes, on a meridian
 * that of the latitudes; both are exact to a few units in the last place where they are tiny. */
static void keeps_the_digits_of_tiny_distances(void **state)
{
    (void)state;
    for (double angle = 1; angle > 1e-305; angle /= 3) {
        double metres = GEODIST_MEAN_RADIUS * (angle * degree);
        assert_relative(between(0, 0, 0, angle), metres, bar_relative);
        assert_relative(between(0, 0, angle, 0), metres, bar_relative);
        assert_relative(between(0, -angle, 0, angle), 2 * metres, bar_relative);
        assert_relative(between(60, 0, 60, angle), metres / 2, angle < 1e-9 ? bar_relative : 1);
        assert_relative(between(0, 0, angle, angle), sqrt(2) * metres,
                        angle < 1e-9 ? bar_relative : 1);
    }
    assert_true(between(0, 0, 0, 1e-160) > 0);
}

static void knows_the_right_angles(void **state)
{
    (void)state;
    static const double sines[] = {0, 1, 0, -1};
    for (int i = -8; i <= 8; i++) {
        double angle = 90.0 * i;
        double sine = sines[i & 3];
        assert_same(sin_degrees(angle), sine == 0 ? copysign(0, angle) : sine);
        assert_same(cos_degrees(angle), sines[(i + 1) & 3]);
    }
    assert_same(sin_degrees(-0.0), -0.0);
    assert_within(sin_degrees(30), 0.5, 1.2e-16);
    assert_within(cos_degrees(60), 0.5, 1.2e-16);
    assert_nan(sin_degrees(INFINITY));
    assert_nan(cos_degrees(NAN));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_arbitrary_precision),
        cmocka_unit_test(knows_nairobi_to_el_paso),
        cmocka_unit_test(is_symmetric_to_the_last_bit),
        cmocka_unit_test(is_never_nan_or_negative_or_too_long),
        cmocka_unit_test(is_zero_for_one_point_in_any_spelling),
        cmocka_unit_test(accepts_any_turn_of_a_longitude),
        cmocka_unit_test(obeys_the_triangle_inequality),
        cmocka_unit_test(is_half_the_circumference_at_the_antipode),
        cmocka_unit_test(gives_nan_for_points_that_are_not_valid),
        cmocka_unit_test(measures_in_the_unit_of_the_radius),
        cmocka_unit_test(subtracts_longitudes_exactly),
        cmocka_unit_test(keeps_the_digits_of_tiny_distances),
        cmocka_unit_test(knows_the_right_angles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
