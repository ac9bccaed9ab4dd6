#include "check.h"
#include "answers.h"
#include "json.h"
#include "pairs.h"
#include "written.h"

#define PLACE_KEYS "name region country country_code lat lon kind iata icao "

static char room[4096];

static const char *route_json(const options *asked, const route *answer)
{
    gd_json_format.put_route(begin(), asked, answer);
    return written();
}

static const char *city_json(const options *asked, const geodist_place *place,
                             const geodist_neighbour *near)
{
    gd_json_format.put_city(begin(), asked, place, near, 0);
    return written();
}

static const char *destination_json(const options *asked, const destination *reached)
{
    gd_json_format.put_destination(begin(), asked, reached);
    return written();
}

static destination reach(options *asked, geodist_place from, double bearing, double metres)
{
    destination reached = {.from = from, .metres = metres};
    asked->bearing = bearing;
    reached.bearings.initial = bearing;
    reached.point = geodist_destination(gd_earth(asked), from.point, bearing, metres,
                                        &reached.bearings.final);
    return reached;
}

/* Every choice of details, waypoints, models, units and precisions. */
static options random_options(uint64_t *seed)
{
    options asked = default_options(FORMAT_JSON);
    asked.detailed = random_bits(seed) % 16 == 0; /* it looks for the nearest city */
    asked.waypoints = (int)(random_bits(seed) % 5) - 1;
    asked.model = random_bits(seed) % 2 ? GEODIST_MODEL_WGS84 : GEODIST_MODEL_SPHERE;
    asked.unit = (int)(random_bits(seed) % 5);
    asked.precision = (int)(random_bits(seed) % 17) - 1;
    asked.radius_given = random_bits(seed) % 2;
    return asked;
}

static geodist_point random_edge(uint64_t *seed)
{
    static const geodist_point edges[] = {{90, 0},   {-90, 0},  {0, 180},     {0, -180},
                                          {0, 0},    {90, 180}, {1e-300, 0},  {-1e-300, -1e-300},
                                          {0, 1e-9}, {45, 45},  {-45, -135}};
    size_t i = (size_t)(random_bits(seed) % (2 * sizeof edges / sizeof *edges));
    return i < sizeof edges / sizeof *edges ? edges[i] : random_point(seed);
}

static void is_strictly_json_for_every_journey(void **state)
{
    (void)state;
    uint64_t seed = 1;
    for (int round = 0; round < 1000; round++) {
        geodist_point points[STOPS_MAX];
        options asked = random_options(&seed);
        size_t count = 2 + (size_t)(random_bits(&seed) % 3);
        for (size_t i = 0; i < count; i++)
            points[i] = random_edge(&seed);
        route answer = route_over(&asked, points, count);
        if (!is_json(route_json(&asked, &answer), ""))
            fail_msg("%s", written());
    }
}

/* Such as --radius 1e305, whose lengths overflow. */
static void has_null_for_lengths_that_are_no_numbers(void **state)
{
    (void)state;
    static const double lengths[] = {NAN, INFINITY, -INFINITY};
    static const geodist_point bad[] = {{NAN, 0}, {0, INFINITY}, {91, 0}, {NAN, NAN}};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        options asked = default_options(FORMAT_JSON);
        route answer = ROUTE(&asked, "nairobi", "elpaso", "tokyo");
        answer.total = lengths[i];
        assert_true(is_json(route_json(&asked, &answer), ""));
        assert_nan(json_number(json_member(written(), "distance")));
        geodist_neighbour near = {place_named("nairobi"), lengths[i], lengths[i]};
        assert_true(is_json(city_json(&asked, &near.place, &near), ""));
        assert_nan(json_number(json_member(written(), "distance")));
        assert_nan(json_number(json_member(written(), "bearing")));
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        options asked = default_options(FORMAT_JSON);
        asked.detailed = true;
        destination reached = {.from = place_named("nairobi"),
                               .metres = NAN,
                               .point = bad[i],
                               .bearings = {NAN, INFINITY}};
        assert_true(is_json(destination_json(&asked, &reached), ""));
        assert_true(json_is(json_member(written(), "nearest"), "null"));
    }
}

static void stays_json_where_the_length_overflows(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_JSON);
    asked.detailed = true;
    asked.waypoints = 3;
    asked.radius = 1.7e305;
    asked.radius_given = true;
    route answer = ROUTE(&asked, "nairobi", "elpaso");
    assert_true(!isfinite(answer.total));
    assert_true(is_json(route_json(&asked, &answer), ""));
    assert_nan(json_number(json_member(written(), "distance")));
}

static void has_the_same_keys_for_every_place(void **state)
{
    (void)state;
    static const char *const names[] = {"nairobi", "singapore", "1,2", "paris", "elpaso", "-90,0"};
    for (int detailed = 0; detailed < 2; detailed++)
        for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
            options asked = default_options(FORMAT_JSON);
            asked.detailed = detailed;
            route answer = ROUTE(&asked, names[i], "tokyo");
            const char *expected = detailed ? PLACE_KEYS "rivals population " : PLACE_KEYS "rivals ";
            route_json(&asked, &answer);
            assert_string_equal(json_keys(json_member(written(), "from"), room), expected);
            assert_string_equal(json_keys(json_member(written(), "to"), room), expected);
        }
}

/* A city of --search, and one of --near. */
static void begins_a_result_of_a_line_with_its_number(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_JSON);
    geodist_neighbour near = {.metres = 1000, .bearing = 90};
    assert_true(geodist_place_at(0, &near.place));
    for (int is_near = 0; is_near < 2; is_near++) {
        gd_json_format.put_city(begin(), &asked, &near.place, is_near ? &near : NULL, 12);
        assert_true(is_json(written(), ""));
        assert_memory_equal(written(), "{\"line\":12,\"name\":", 18);
    }
}

static void has_the_same_keys_for_every_city_of_the_table(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_JSON);
    geodist_neighbour near = {.metres = 1000, .bearing = 90};
    for (uint32_t row = 0; geodist_place_at(row, &near.place); row += 37) {
        assert_true(is_json(city_json(&asked, &near.place, NULL), ""));
        assert_string_equal(json_keys(written(), room), PLACE_KEYS "population geonames_id ");
        assert_true(is_json(city_json(&asked, &near.place, &near), ""));
        assert_string_equal(json_keys(written(), room),
                            PLACE_KEYS "population geonames_id distance bearing unit model ");
    }
}

static void has_null_where_a_coordinate_has_no_value(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_JSON);
    asked.detailed = true;
    route answer = ROUTE(&asked, "1.5,2", "nairobi");
    const char *from = json_member(route_json(&asked, &answer), "from");
    assert_true(json_is(from, "{\"name\":null,\"region\":null,\"country\":null,\"country_code\":null,"
                              "\"lat\":1.5,\"lon\":2,\"kind\":\"coordinate\",\"iata\":null,"
                              "\"icao\":null,\"rivals\":0,\"population\":null}"));
}

static void has_kind_and_codes_of_an_airport(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_JSON);
    geodist_place airport = {.name = geodist_string("Heathrow"), .kind = GEODIST_AIRPORT,
                             .iata = "LHR", .icao = "EGLL", .geonames_id = 7};
    city_json(&asked, &airport, NULL);
    assert_true(json_is(json_member(written(), "kind"), "\"airport\""));
    assert_true(json_is(json_member(written(), "iata"), "\"LHR\""));
    assert_true(json_is(json_member(written(), "icao"), "\"EGLL\""));
    assert_true(json_is(json_member(written(), "geonames_id"), "7"));
    airport.kind = GEODIST_AIRPORT;
    airport.iata[0] = airport.icao[0] = '\0';
    airport.geonames_id = 0;
    city_json(&asked, &airport, NULL);
    assert_true(json_is(json_member(written(), "iata"), "null"));
    assert_true(json_is(json_member(written(), "icao"), "null"));
    assert_true(json_is(json_member(written(), "geonames_id"), "null"));
    airport.kind = GEODIST_CITY;
    city_json(&asked, &airport, NULL);
    assert_true(json_is(json_member(written(), "kind"), "\"city\""));
    assert_true(json_is(json_member(written(), "icao"), "null"));
}

static void counts_the_rivals_of_each_end(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_JSON);
    route answer = ROUTE(&asked, "nairobi", "springfield", "1,2");
    const char *legs = json_member(route_json(&asked, &answer), "legs");
    double rivals = answer.stops[1].place.rivals;
    assert_true(rivals > 0);
    assert_same(json_number(json_member(json_member(written(), "from"), "rivals")), 0);
    assert_same(json_number(json_member(json_member(written(), "to"), "rivals")), 0);
    assert_same(json_number(json_member(json_member(json_item(legs, 0), "to"), "rivals")), rivals);
}

/* The numbers that are printed are those of the library. */
static void says_what_the_library_says(void **state)
{
    (void)state;
    uint64_t seed = 7;
    for (int round = 0; round < 300; round++) {
        geodist_point points[3] = {random_point(&seed), random_point(&seed), random_point(&seed)};
        options asked = random_options(&seed);
        asked.precision = -1;
        asked.detailed = false;
        asked.waypoints = 2;
        route answer = route_over(&asked, points, 3);
        double unit_metres = gd_unit(&asked)->metres, sum = 0;
        const char *object = route_json(&asked, &answer);
        assert_int_equal(json_count(json_member(object, "legs")), 2);
        for (size_t i = 0; i < 2; i++) {
            const char *leg = json_item(json_member(object, "legs"), i);
            double metres = geodist_distance(gd_earth(&asked), points[i], points[i + 1]);
            assert_within(json_number(json_member(leg, "distance")) * unit_metres, metres, 1e-3);
            assert_same(json_number(json_member(json_member(leg, "from"), "lat")), points[i].lat);
            assert_same(json_number(json_member(json_member(leg, "to"), "lon")), points[i + 1].lon);
            const char *second = json_item(json_member(leg, "waypoints"), 1);
            geodist_point at = geodist_waypoint(gd_earth(&asked), points[i], points[i + 1], 2 / 3.0);
            assert_within(json_number(json_member(second, "lat")), at.lat, 1e-8);
            assert_within(json_number(json_member(second, "lon")), at.lon, 1e-8);
            assert_within(json_number(json_member(second, "distance")) * unit_metres, metres * 2 / 3, 1e-3);
            sum += metres;
        }
        assert_within(json_number(json_member(object, "distance")) * unit_metres, sum, 2e-3);
    }
}

static void gives_details_of_both_models(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_JSON);
    asked.detailed = true;
    route answer = ROUTE(&asked, "nairobi", "elpaso");
    const char *object = route_json(&asked, &answer);
    assert_string_equal(json_keys(object, room),
                        "from to distance unit model sphere wgs84 difference initial_bearing "
                        "final_bearing midpoint ");
    assert_string_equal(json_keys(json_member(object, "midpoint"), room), "lat lon nearest ");
    double sphere = json_number(json_member(object, "sphere"));
    double wgs84 = json_number(json_member(object, "wgs84"));
    assert_within(json_number(json_member(object, "difference")), wgs84 - sphere, 1.5e-6);
    assert_same(json_number(json_member(object, "distance")), sphere);
    answer = ROUTE(&asked, "nairobi", "elpaso", "tokyo");
    assert_string_equal(json_keys(route_json(&asked, &answer), room),
                        "from to distance unit model sphere wgs84 difference legs ");
}

static void names_unit_model_and_radius(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_JSON);
    asked.unit = 2;
    asked.radius = 6370.986;
    asked.radius_given = true;
    route answer = ROUTE(&asked, "nairobi", "elpaso");
    const char *object = route_json(&asked, &answer);
    assert_true(json_is(json_member(object, "unit"), "\"nmi\""));
    assert_true(json_is(json_member(object, "model"), "\"sphere\""));
    assert_same(json_number(json_member(object, "radius")), 6370.986);
    asked.model = GEODIST_MODEL_WGS84;
    assert_true(json_is(json_member(route_json(&asked, &answer), "model"), "\"wgs84\""));
}

/* Any bytes may have been typed. */
static void is_json_for_a_line_of_any_bytes(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_JSON);
    uint64_t seed = 9;
    for (int round = 0; round < 2000; round++) {
        char bytes[40];
        for (size_t i = 0; i < sizeof bytes; i++)
            bytes[i] = (char)(random_bits(&seed) >> 20);
        failed_line line = {.number = random_bits(&seed),
                            .text = {bytes, (size_t)(random_bits(&seed) % sizeof bytes)},
                            .reason = geodist_string("'x' is \"unknown\""),
                            .places = 2};
        gd_json_format.put_failed_line(begin(), &asked, &line);
        assert_true(is_json(written(), ""));
        assert_string_equal(json_keys(written(), room), "error line input ");
    }
    gd_json_format.put_empty_line(begin(), &asked, ROW_JOURNEY);
    assert_string_equal(written(), "null");
}

static void is_json_for_every_destination(void **state)
{
    (void)state;
    uint64_t seed = 10;
    for (int round = 0; round < 300; round++) {
        options asked = random_options(&seed);
        geodist_place from = {.point = random_edge(&seed), .row = GEODIST_NO_ROW};
        double bearing = random_between(&seed, 0, 360);
        destination reached = reach(&asked, from, bearing, random_between(&seed, 0, 1e9));
        const char *object = destination_json(&asked, &reached);
        assert_true(is_json(object, ""));
        const char *to = json_member(object, "to");
        assert_within(json_number(json_member(to, "lat")), reached.point.lat, 5.1e-9);
        assert_within(json_number(json_member(to, "lon")), reached.point.lon, 5.1e-9);
        assert_within(json_number(json_member(object, "initial_bearing")), bearing, 5.1e-9);
        assert_int_equal(json_member(object, "nearest") != NULL, asked.detailed);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_strictly_json_for_every_journey),
        cmocka_unit_test(has_null_for_lengths_that_are_no_numbers),
        cmocka_unit_test(stays_json_where_the_length_overflows),
        cmocka_unit_test(has_the_same_keys_for_every_place),
        cmocka_unit_test(has_the_same_keys_for_every_city_of_the_table),
        cmocka_unit_test(begins_a_result_of_a_line_with_its_number),
        cmocka_unit_test(has_null_where_a_coordinate_has_no_value),
        cmocka_unit_test(has_kind_and_codes_of_an_airport),
        cmocka_unit_test(counts_the_rivals_of_each_end),
        cmocka_unit_test(says_what_the_library_says),
        cmocka_unit_test(gives_details_of_both_models),
        cmocka_unit_test(names_unit_model_and_radius),
        cmocka_unit_test(is_json_for_a_line_of_any_bytes),
        cmocka_unit_test(is_json_for_every_destination),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
