#include "route/route.h"

#include "check.h"
#include "texts.h"

static stop stops[8];

static route route_of(const char *const *names)
{
    size_t count = 0;
    for (; names[count]; count++)
        stops[count] = (stop){.text = geodist_string(names[count])};
    return (route){.stops = stops, .count = count};
}

#define ROUTE(...) route_of((const char *const[]){__VA_ARGS__, NULL})

static void finds_the_place_of_each_stop(void **state)
{
    (void)state;
    route of = ROUTE("nairobi", "el paso", "1,2");
    assert_true(gd_find_stops(&of));
    for (size_t i = 0; i < of.count; i++) {
        geodist_place place;
        assert_int_equal(geodist_find(of.stops[i].text, &place, NULL), GEODIST_OK);
        assert_int_equal(of.stops[i].error.status, GEODIST_OK);
        assert_int_equal(of.stops[i].place.row, place.row);
        assert_same(of.stops[i].place.point.lat, place.point.lat);
    }
}

static void says_of_every_stop_why_it_was_not_found(void **state)
{
    (void)state;
    route of = ROUTE("nairobbi", "nairobi", "95,1", "", "paris, nowhere");
    assert_false(gd_find_stops(&of));
    static const geodist_status expected[] = {GEODIST_UNKNOWN_NAME, GEODIST_OK,
                                              GEODIST_LATITUDE_RANGE, GEODIST_EMPTY,
                                              GEODIST_UNKNOWN_QUALIFIER};
    for (size_t i = 0; i < of.count; i++)
        assert_int_equal(of.stops[i].error.status, expected[i]);
}

static void sums_the_legs_in_the_unit(void **state)
{
    (void)state;
    static const geodist_earth earths[] = {{GEODIST_MODEL_SPHERE, GEODIST_MEAN_RADIUS},
                                           {GEODIST_MODEL_WGS84, GEODIST_MEAN_RADIUS},
                                           {GEODIST_MODEL_SPHERE, 1e6}};
    route of = ROUTE("nairobi", "el paso", "tokyo", "nairobi");
    assert_true(gd_find_stops(&of));
    for (size_t i = 0; i < 3; i++) {
        double sum = 0;
        for (size_t j = 0; j + 1 < of.count; j++)
            sum += geodist_distance(earths[i], stops[j].place.point, stops[j + 1].place.point);
        assert_relative(gd_measure_route(&of, earths[i], 1), sum, 1e-15);
        assert_relative(gd_measure_route(&of, earths[i], 1852), sum / 1852, 1e-15);
    }
}

static void has_no_length_with_one_stop_or_none(void **state)
{
    (void)state;
    route of = ROUTE("nairobi");
    assert_true(gd_find_stops(&of));
    assert_same(gd_measure_route(&of, geodist_sphere, 1), 0);
    of.count = 0;
    assert_true(gd_find_stops(&of));
    assert_same(gd_measure_route(&of, geodist_sphere, 1), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_place_of_each_stop),
        cmocka_unit_test(says_of_every_stop_why_it_was_not_found),
        cmocka_unit_test(sums_the_legs_in_the_unit),
        cmocka_unit_test(has_no_length_with_one_stop_or_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
