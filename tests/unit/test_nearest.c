#include <geodist.h>
#include <stdlib.h>

#include "check.h"
#include "nearest_pass.h"
#include "nearest_points.h"
#include "pairs.h"
#include "places/nearest_many.h"

static const geodist_earth small_sphere = {GEODIST_MODEL_SPHERE, 1000};
/* Distances underflow to few digits, and overflow. */
static const geodist_earth tiny_sphere = {GEODIST_MODEL_SPHERE, 1e-321},
                           huge_sphere = {GEODIST_MODEL_SPHERE, 1e308};

static uint32_t table_rows(void)
{
    return geodist_table_info().places;
}

/* A place of the table and its distance. */
typedef struct {
    geodist_point point;
    uint32_t row, population;
    unsigned kind; /* GEODIST_CITIES or GEODIST_AIRPORTS */
    double metres;
} measured_place;

static int by_metres(const void *a, const void *b)
{
    const measured_place *x = a, *y = b;
    if (x->metres != y->metres)
        return x->metres < y->metres ? -1 : 1;
    return x->row < y->row ? -1 : 1;
}

/* Every place of the table measured by itself, and sorted by the C library. */
static measured_place *measure_all(geodist_earth earth, geodist_point here)
{
    measured_place *all = calloc(table_rows(), sizeof *all);
    assert_non_null(all);
    for (uint32_t row = 0; row < table_rows(); row++) {
        geodist_place place;
        assert_true(geodist_place_at(row, &place));
        all[row] = (measured_place){place.point, row, place.population,
                                    place.kind == GEODIST_CITY ? GEODIST_CITIES : GEODIST_AIRPORTS,
                                    geodist_distance(earth, here, place.point)};
    }
    qsort(all, table_rows(), sizeof *all, by_metres);
    return all;
}

enum { CAPACITY = 300 };

static void check_query(geodist_earth earth, geodist_point here, const measured_place *all,
                        geodist_nearest_query query, size_t capacity)
{
    static geodist_neighbour found[CAPACITY];
    size_t count = geodist_nearest(earth, here, query, found, capacity), expected = 0;
    for (uint32_t i = 0; i < table_rows() && expected < query.max_count; i++) {
        if (all[i].population < query.min_population || all[i].metres > query.max_metres ||
            !(all[i].kind & (query.kinds ? query.kinds : GEODIST_CITIES)))
            continue;
        if (expected < capacity) {
            assert_int_equal(found[expected].place.row, all[i].row);
            assert_same(found[expected].metres, all[i].metres);
            assert_same(found[expected].bearing,
                        geodist_bearings_between(earth, here, all[i].point).initial);
        }
        expected++;
    }
    assert_int_equal(count, expected);
}

/* The queries are in parts of the radius of the earth. */
static void check_against_all(geodist_earth earth, geodist_point here)
{
    static const geodist_nearest_query queries[] = {
        {1, INFINITY, 0, 0},
        {10, INFINITY, 0, GEODIST_CITIES | GEODIST_AIRPORTS},
        {300, INFINITY, 100000, GEODIST_CITIES},
        {10, 0.05, 0, GEODIST_AIRPORTS},
        {SIZE_MAX, 0.01, 0, 0},
        {SIZE_MAX, 0.3, 5000, GEODIST_CITIES | GEODIST_AIRPORTS},
        {1000, 0.08, 0, GEODIST_AIRPORTS},
        {SIZE_MAX, 0, 0, 0},
        {5, 2.4, 10000000, GEODIST_CITIES},
        {150, 3.2, 1000, 0},
        {SIZE_MAX, 0.001, 1, GEODIST_AIRPORTS},
        {SIZE_MAX, 0.1, 0, GEODIST_AIRPORTS},
    };
    measured_place *all = measure_all(earth, here);
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        geodist_nearest_query query = queries[i];
        query.max_metres *= earth.radius;
        check_query(earth, here, all, query, i % 4 ? CAPACITY : 7);
    }
    free(all);
}

static void finds_what_measuring_every_place_finds(void **state)
{
    (void)state;
    static const geodist_point edges[] = {{90, 0},      {-90, 17},  {89.95, 3}, {78, -170},
                                          {-17.7, 180}, {65, -180}, {0, 0},     {-48.9, -123.4}};
    enum { EDGES = sizeof edges / sizeof *edges, POINTS = EDGES + 1 };
    const geodist_earth earths[] = {geodist_wgs84, geodist_sphere, small_sphere};
    uint64_t seed = 4;
    for (size_t i = 0; i < POINTS; i++) {
        geodist_point here = i < EDGES ? edges[i] : random_point(&seed);
        check_against_all(earths[i % 3], here);
    }
    check_against_all(tiny_sphere, edges[6]);
    check_against_all(huge_sphere, edges[6]);
}

/* ---- Queries of all kinds --------------------------------------------------------------- */

static geodist_nearest_query random_query(geodist_earth earth, uint64_t *seed)
{
    static const size_t counts[] = {1, 1, 1, 1, 1, 1, 1, 2, 2, 10, 10, 100};
    static const double radii[] = {INFINITY, INFINITY, INFINITY, 1e-8, 5e-4, 0.003, 0.01, 0.05};
    static const uint32_t populations[] = {0, 0, 0, 0, 1, 15, 5000, 100000, 1000000, 20000000};
    uint64_t bits = random_bits(seed);
    return (geodist_nearest_query){counts[bits % 12], radii[(bits >> 8) % 8] * earth.radius,
                                   populations[(bits >> 16) % 10], (unsigned)(bits >> 24) % 4};
}

static void check_with_pass(geodist_earth earth, geodist_point here, geodist_nearest_query query)
{
    static geodist_neighbour found[100];
    static passed_place expected[100];
    size_t count = nearest_by_pass(earth, here, query, expected);
    assert_int_equal(geodist_nearest(earth, here, query, found, 100), count);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(found[i].place.row, expected[i].row);
        assert_same(found[i].metres, expected[i].metres);
    }
}

static void finds_what_a_pass_over_the_table_finds(void **state)
{
    (void)state;
    enum { QUERIES = 3000 };
    const geodist_earth earths[] = {geodist_sphere, geodist_sphere, geodist_sphere, geodist_sphere,
                                    geodist_sphere, geodist_sphere, geodist_wgs84,  small_sphere};
    uint64_t seed = 9;
    for (size_t i = 0; i < QUERIES; i++) {
        geodist_earth earth = earths[random_bits(&seed) % 8];
        geodist_point here = nearest_point((nearest_point_class)(i % nearest_point_classes), &seed);
        check_with_pass(earth, here, random_query(earth, &seed));
    }
}

/* ---- Many points ------------------------------------------------------------------------ */

enum { MANY = 700 };

/* Every version of geodist_nearest_many() for the first points, and geodist_nearest() for each. */
static void check_many(geodist_earth earth, geodist_nearest_query query, const double *lat,
                       const double *lon, size_t count)
{
    static uint32_t rows[MANY + 1];
    static double metres[MANY + 1];
    for (unsigned version = 0; version < gd_nearest_many_versions(); version++) {
        rows[count] = 7;
        metres[count] = 7;
        gd_nearest_many_by(version, earth, (geodist_points){lat, lon}, count, query, rows, metres);
        query.max_count = 1;
        for (size_t i = 0; i < count; i++) {
            geodist_neighbour one;
            if (geodist_nearest(earth, (geodist_point){lat[i], lon[i]}, query, &one, 1)) {
                assert_int_equal(rows[i], one.place.row);
                assert_same(metres[i], one.metres);
            } else {
                assert_int_equal(rows[i], GEODIST_NO_ROW);
                assert_true(isnan(metres[i]));
            }
        }
        assert_int_equal(rows[count], 7);
        assert_true(metres[count] == 7);
    }
}

static void finds_for_many_points_what_it_finds_for_one(void **state)
{
    (void)state;
    static double lat[MANY], lon[MANY];
    const geodist_earth earths[] = {geodist_sphere, geodist_wgs84, small_sphere};
    static const size_t counts[] = {0, 1, 31, 32, 33, MANY};
    uint64_t seed = 11;
    for (size_t round = 0; round < 24; round++) {
        for (size_t i = 0; i < MANY; i++) {
            nearest_point_class class = (nearest_point_class)(i % nearest_point_classes);
            geodist_point here = nearest_point(class, &seed);
            lat[i] = i % 50 == 49 ? NAN : i % 50 == 48 ? 90.5 : here.lat;
            lon[i] = i % 50 == 47 ? INFINITY : i % 50 < 5 ? here.lon + 720 : here.lon;
        }
        geodist_earth earth = earths[round % 3];
        check_many(earth, random_query(earth, &seed), lat, lon, counts[round % 6]);
    }
    geodist_nearest_query any = {0, INFINITY, 0, 0}, not_a_number = {1, NAN, 0, 0},
                          negative = {1, -1, 0, 0};
    geodist_earth bad = {GEODIST_MODEL_SPHERE, NAN};
    check_many(geodist_sphere, any, lat, lon, 33);
    check_many(tiny_sphere, any, lat, lon, 3);
    check_many(huge_sphere, any, lat, lon, 3);
    check_many(geodist_sphere, not_a_number, lat, lon, 33);
    check_many(geodist_sphere, negative, lat, lon, 33);
    check_many(bad, any, lat, lon, 33);
    geodist_nearest_many(geodist_sphere, (geodist_points){NULL, NULL}, 0, any, NULL, NULL);
}

/* The rows of some places with a namesake at the same point, the lower row of each. */
static void finds_the_lower_row_of_places_at_one_point(void **state)
{
    (void)state;
    uint32_t pairs = 0;
    for (uint32_t row = 0; row + 1 < table_field(GD_FIELD_CITIES); row++) {
        geodist_point here = place_point(row), next = place_point(row + 1);
        if (here.lat != next.lat || here.lon != next.lon)
            continue;
        geodist_nearest_query two = {2, INFINITY, 0, 0};
        geodist_neighbour found[2];
        uint32_t nearest;
        double metres;
        passed_place expected[2];
        nearest_by_pass(geodist_sphere, here, two, expected);
        geodist_nearest(geodist_sphere, here, two, found, 2);
        geodist_nearest_many(geodist_sphere, (geodist_points){&here.lat, &here.lon}, 1, two,
                             &nearest, &metres);
        assert_int_equal(found[0].place.row, expected[0].row);
        assert_int_equal(found[1].place.row, expected[1].row);
        assert_int_equal(nearest, expected[0].row);
        assert_same(found[1].metres, 0);
        pairs++;
    }
    print_message("%u pairs of places at one point\n", pairs);
    assert_true(pairs > 0 || table_rows() < 100000); /* not in a smaller table */
}

/* ---- Single cases ----------------------------------------------------------------------- */

/* Where the nearest places are far away, their order differs between the models. */
static void finds_the_nearest_on_the_ellipsoid(void **state)
{
    (void)state;
    geodist_point here = {27.2511, -133.6411};
    geodist_nearest_query one = {1, INFINITY, 0, 0};
    geodist_neighbour sphere, ellipsoid;
    assert_int_equal(geodist_nearest(geodist_sphere, here, one, &sphere, 1), 1);
    assert_int_equal(geodist_nearest(geodist_wgs84, here, one, &ellipsoid, 1), 1);
    assert_int_not_equal(sphere.place.row, ellipsoid.place.row);
    assert_true(geodist_distance(geodist_wgs84, here, ellipsoid.place.point) <
                geodist_distance(geodist_wgs84, here, sphere.place.point));
    assert_true(geodist_distance(geodist_sphere, here, sphere.place.point) <
                geodist_distance(geodist_sphere, here, ellipsoid.place.point));
}

static void finds_a_place_at_its_own_point_first(void **state)
{
    (void)state;
    geodist_place el_paso;
    geodist_neighbour first;
    geodist_nearest_query one = {1, INFINITY, 0, 0};
    assert_int_equal(geodist_find(geodist_string("elpaso"), &el_paso, NULL), GEODIST_OK);
    assert_int_equal(geodist_nearest(geodist_wgs84, el_paso.point, one, &first, 1), 1);
    assert_int_equal(first.place.row, el_paso.row);
    assert_same(first.metres, 0);
}

static void finds_the_kinds_that_are_asked_for(void **state)
{
    static const struct {
        unsigned kinds;
        geodist_kind nearest;
    } asked[] = {{0, GEODIST_CITY},
                 {GEODIST_CITIES, GEODIST_CITY},
                 {GEODIST_AIRPORTS, GEODIST_AIRPORT},
                 {GEODIST_CITIES | GEODIST_AIRPORTS, GEODIST_AIRPORT}};
    geodist_place heathrow;
    (void)state;
    assert_int_equal(geodist_find(geodist_string("LHR"), &heathrow, NULL), GEODIST_OK);
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        geodist_neighbour found[50];
        geodist_nearest_query query = {50, INFINITY, 0, asked[i].kinds};
        assert_int_equal(geodist_nearest(geodist_sphere, heathrow.point, query, found, 50), 50);
        assert_int_equal(found[0].place.kind, asked[i].nearest);
        for (size_t j = 0; j < 50; j++) {
            assert_true(found[j].place.kind == GEODIST_CITY ||
                        found[j].place.kind == GEODIST_AIRPORT);
            if (asked[i].kinds != (GEODIST_CITIES | GEODIST_AIRPORTS))
                assert_int_equal(found[j].place.kind, asked[i].nearest);
        }
    }
}

static void accepts_every_spelling_of_a_longitude(void **state)
{
    (void)state;
    geodist_neighbour a, b;
    geodist_nearest_query one = {1, INFINITY, 0, 0};
    assert_int_equal(geodist_nearest(geodist_sphere, (geodist_point){-17.7, 182}, one, &a, 1), 1);
    assert_int_equal(geodist_nearest(geodist_sphere, (geodist_point){-17.7, -178}, one, &b, 1), 1);
    assert_int_equal(a.place.row, b.place.row);
}

static void counts_beyond_its_capacity(void **state)
{
    (void)state;
    geodist_neighbour two[2], one[1];
    geodist_earth earth = geodist_sphere;
    geodist_point here = {48.85, 2.35};
    geodist_nearest_query within = {SIZE_MAX, 2e4, 0, 0}, forty = {40, 2e4, 0, 0},
                          all = {SIZE_MAX, INFINITY, 0,
                                                GEODIST_CITIES | GEODIST_AIRPORTS};
    size_t count = geodist_nearest(earth, here, within, two, 2);
    assert_true(count > 50);
    assert_int_equal(geodist_nearest(earth, here, within, NULL, 0), count);
    assert_int_equal(geodist_nearest(earth, here, forty, one, 1), 40);
    assert_int_equal(one[0].place.row, two[0].place.row);
    assert_int_equal(geodist_nearest(earth, here, all, NULL, 0), table_rows());
    assert_int_equal(geodist_nearest(geodist_wgs84, here, all, NULL, 0), table_rows());
}

static void finds_nothing_for_arguments_that_are_not_valid(void **state)
{
    (void)state;
    static const geodist_point bad[] = {{NAN, 0}, {0, NAN}, {90.5, 0}, {0, INFINITY}};
    static const double bad_radii[] = {0, -1, NAN, INFINITY};
    geodist_neighbour one;
    geodist_nearest_query query = {1, INFINITY, 0, 0}, not_a_number = {1, NAN, 0, 0},
                          negative = {1, -1, 0, 0}, none = {0, INFINITY, 0, 0};
    geodist_point good = {0, 0};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(geodist_nearest(geodist_sphere, bad[i], query, &one, 1), 0);
    for (size_t i = 0; i < sizeof bad_radii / sizeof *bad_radii; i++) {
        geodist_earth earth = {GEODIST_MODEL_SPHERE, bad_radii[i]};
        assert_int_equal(geodist_nearest(earth, good, query, &one, 1), 0);
        earth.model = GEODIST_MODEL_WGS84;
        assert_int_equal(geodist_nearest(earth, good, query, &one, 1), 1);
    }
    assert_int_equal(geodist_nearest(geodist_sphere, good, not_a_number, &one, 1), 0);
    assert_int_equal(geodist_nearest(geodist_sphere, good, negative, &one, 1), 0);
    assert_int_equal(geodist_nearest(geodist_sphere, good, none, &one, 1), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_measuring_every_place_finds),
        cmocka_unit_test(finds_what_a_pass_over_the_table_finds),
        cmocka_unit_test(finds_for_many_points_what_it_finds_for_one),
        cmocka_unit_test(finds_the_lower_row_of_places_at_one_point),
        cmocka_unit_test(finds_the_nearest_on_the_ellipsoid),
        cmocka_unit_test(finds_a_place_at_its_own_point_first),
        cmocka_unit_test(finds_the_kinds_that_are_asked_for),
        cmocka_unit_test(accepts_every_spelling_of_a_longitude),
        cmocka_unit_test(counts_beyond_its_capacity),
        cmocka_unit_test(finds_nothing_for_arguments_that_are_not_valid),
    };
    return cmocka_run_group_tests_name("nearest", tests, NULL, NULL);
}
