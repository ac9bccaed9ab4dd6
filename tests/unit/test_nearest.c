#include <geodist.h>
#include <stdlib.h>

#include "check.h"
#include "pairs.h"

static uint32_t cities(void)
{
    return geodist_table_info().cities;
}

static int by_metres(const void *a, const void *b)
{
    const geodist_neighbour *x = a, *y = b;
    if (x->metres != y->metres)
        return x->metres < y->metres ? -1 : 1;
    return x->place.city < y->place.city ? -1 : 1;
}

/* Every city measured by itself, and sorted by the C library. */
static geodist_neighbour *measure_all(geodist_point here)
{
    geodist_neighbour *all = calloc(cities(), sizeof *all);
    assert_non_null(all);
    for (uint32_t row = 0; row < cities(); row++) {
        geodist_place_at(row, &all[row].place);
        all[row].metres = geodist_distance(here, all[row].place.point);
    }
    qsort(all, cities(), sizeof *all, by_metres);
    return all;
}

static void check_against_all(geodist_point here, geodist_nearest_query wanted)
{
    enum { CAPACITY = 300 };
    static geodist_neighbour found[CAPACITY];
    geodist_neighbour *all = measure_all(here);
    size_t count = geodist_nearest(here, wanted, found, CAPACITY), expected = 0;
    for (uint32_t i = 0; i < cities() && expected < wanted.count; i++) {
        if (all[i].place.population < wanted.population || all[i].metres > wanted.metres)
            continue;
        if (expected < CAPACITY) {
            assert_int_equal(found[expected].place.city, all[i].place.city);
            assert_same(found[expected].metres, all[i].metres);
            assert_same(found[expected].bearing,
                        geodist_bearings_between(here, all[i].place.point).initial);
        }
        expected++;
    }
    assert_int_equal(count, expected);
    free(all);
}

static void finds_what_measuring_every_city_finds(void **state)
{
    (void)state;
    static const geodist_nearest_query wishes[] = {
        {1, INFINITY, 0}, {10, INFINITY, 0},  {300, INFINITY, 100000},
        {10, 300000, 0},  {SIZE_MAX, 1e5, 0}, {SIZE_MAX, 2e6, 5000},
        {1000, 5e5, 0},   {SIZE_MAX, 0, 0},   {5, 1.5e7, 10000000},
    };
    enum { WISHES = sizeof wishes / sizeof *wishes };
    static const geodist_point edges[] = {{90, 0},      {-90, 17},  {89.95, 3}, {78, -170},
                                          {-17.7, 180}, {65, -180}, {0, 0},     {-48.9, -123.4}};
    uint64_t seed = 4;
    for (size_t i = 0; i < 24; i++)
        check_against_all(i < sizeof edges / sizeof *edges ? edges[i] : random_point(&seed),
                          wishes[i % WISHES]);
}

static void finds_a_city_at_itself_first(void **state)
{
    (void)state;
    geodist_place elpaso;
    geodist_neighbour first;
    assert_int_equal(geodist_find(geodist_string("elpaso"), &elpaso, NULL), GEODIST_OK);
    assert_int_equal(geodist_nearest(elpaso.point, (geodist_nearest_query){1, INFINITY, 0}, &first, 1),
                     1);
    assert_int_equal(first.place.city, elpaso.city);
    assert_same(first.metres, 0);
}

static void takes_a_longitude_of_any_turn(void **state)
{
    (void)state;
    geodist_neighbour a, b;
    geodist_nearest_query one = {1, INFINITY, 0};
    assert_int_equal(geodist_nearest((geodist_point){-17.7, 182}, one, &a, 1), 1);
    assert_int_equal(geodist_nearest((geodist_point){-17.7, -178}, one, &b, 1), 1);
    assert_int_equal(a.place.city, b.place.city);
}

static void counts_beyond_its_capacity(void **state)
{
    (void)state;
    geodist_neighbour two[2], one[1];
    geodist_point here = {48.85, 2.35};
    size_t all = geodist_nearest(here, (geodist_nearest_query){SIZE_MAX, 2e4, 0}, two, 2);
    assert_true(all > 50);
    assert_int_equal(geodist_nearest(here, (geodist_nearest_query){SIZE_MAX, 2e4, 0}, NULL, 0), all);
    assert_int_equal(geodist_nearest(here, (geodist_nearest_query){40, 2e4, 0}, one, 1), 40);
    assert_int_equal(one[0].place.city, two[0].place.city);
    assert_int_equal(geodist_nearest(here, (geodist_nearest_query){SIZE_MAX, INFINITY, 0}, NULL, 0),
                     cities());
}

static void finds_nothing_near_what_is_no_point(void **state)
{
    (void)state;
    geodist_neighbour one;
    geodist_nearest_query wanted = {1, INFINITY, 0};
    assert_int_equal(geodist_nearest((geodist_point){NAN, 0}, wanted, &one, 1), 0);
    assert_int_equal(geodist_nearest((geodist_point){0, NAN}, wanted, &one, 1), 0);
    assert_int_equal(geodist_nearest((geodist_point){90.5, 0}, wanted, &one, 1), 0);
    assert_int_equal(geodist_nearest((geodist_point){0, INFINITY}, wanted, &one, 1), 0);
    wanted.metres = NAN;
    assert_int_equal(geodist_nearest((geodist_point){0, 0}, wanted, &one, 1), 0);
    wanted.metres = -1;
    assert_int_equal(geodist_nearest((geodist_point){0, 0}, wanted, &one, 1), 0);
    assert_int_equal(geodist_nearest((geodist_point){0, 0}, (geodist_nearest_query){0, INFINITY, 0},
                                     &one, 1),
                     0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_measuring_every_city_finds),
        cmocka_unit_test(finds_a_city_at_itself_first),
        cmocka_unit_test(takes_a_longitude_of_any_turn),
        cmocka_unit_test(counts_beyond_its_capacity),
        cmocka_unit_test(finds_nothing_near_what_is_no_point),
    };
    return cmocka_run_group_tests_name("nearest", tests, NULL, NULL);
}
