#include <geodist.h>
#include <stdlib.h>

#include "check.h"
#include "pairs.h"

static const geodist_earth small_sphere = {GEODIST_MODEL_SPHERE, 1000};

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
}

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
        cmocka_unit_test(finds_the_nearest_on_the_ellipsoid),
        cmocka_unit_test(finds_a_place_at_its_own_point_first),
        cmocka_unit_test(finds_the_kinds_that_are_asked_for),
        cmocka_unit_test(accepts_every_spelling_of_a_longitude),
        cmocka_unit_test(counts_beyond_its_capacity),
        cmocka_unit_test(finds_nothing_for_arguments_that_are_not_valid),
    };
    return cmocka_run_group_tests_name("nearest", tests, NULL, NULL);
}
