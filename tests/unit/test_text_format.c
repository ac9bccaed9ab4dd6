#include "check.h"
#include "answers.h"
#include "pairs.h"
#include "written.h"

static const char *route_text(const options *asked, const route *answer)
{
    gd_put_text_legs(begin(), asked, answer);
    return written();
}

static const char *line_text(const options *asked, const route *answer)
{
    gd_text_format.put_route(begin(), asked, answer);
    return written();
}

static size_t count_lines(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += *text == '\n';
    return count;
}

/* What follows the first of these separators. */
static const char *behind(const char *text, const char *separator)
{
    const char *found = strstr(text, separator);
    assert_non_null(found);
    return found + strlen(separator);
}

static void names_both_ends_distance_and_unit(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_TEXT);
    route answer = ROUTE(&asked, "nairobi", "elpaso");
    assert_string_equal(route_text(&asked, &answer),
                        "Nairobi, Kenya to El Paso, Texas, United States: 14888.8 km\n");
    assert_string_equal(line_text(&asked, &answer),
                        "Nairobi, Kenya to El Paso, Texas, United States: 14888.8 km");
    answer = ROUTE(&asked, "1.5,2", "geo:-3,4");
    assert_memory_equal(route_text(&asked, &answer), "1.5,2 to -3.0,4.0: ", 19);
}

static void rounds_to_the_precision_of_the_unit(void **state)
{
    (void)state;
    static const int decimals[] = {1, 1, 1, 0, 0}; /* of km, mi, nmi, m and ft */
    uint64_t seed = 1;
    for (int round = 0; round < 500; round++) {
        geodist_point points[2] = {random_point(&seed), random_point(&seed)};
        options asked = default_options(FORMAT_TEXT);
        char expected[100];
        asked.unit = round % 5;
        asked.model = round % 2 ? GEODIST_MODEL_WGS84 : GEODIST_MODEL_SPHERE;
        asked.precision = round % 3 ? round % 10 : -1;
        route answer = route_over(&asked, points, 2);
        snprintf(expected, sizeof expected, "%.*f %s\n",
                 asked.precision < 0 ? decimals[asked.unit] : asked.precision, answer.total,
                 gd_unit(&asked)->name);
        assert_string_equal(behind(route_text(&asked, &answer), ": "), expected);
        line_text(&asked, &answer);
        expected[strlen(expected) - 1] = '\0';
        assert_string_equal(behind(written(), ": "), expected);
    }
}

/* The sum of the legs as printed differs from the total by their rounding only. */
static void has_a_line_for_each_leg_and_the_total(void **state)
{
    (void)state;
    uint64_t seed = 2;
    for (int round = 0; round < 300; round++) {
        geodist_point points[STOPS_MAX];
        options asked = default_options(FORMAT_TEXT);
        size_t count = 2 + (size_t)round % (STOPS_MAX - 1);
        double sum = 0;
        for (size_t i = 0; i < count; i++)
            points[i] = random_point(&seed);
        route answer = route_over(&asked, points, count);
        const char *text = route_text(&asked, &answer);
        assert_int_equal(count_lines(text), count == 2 ? 1 : count);
        for (size_t i = 1; i < count; i++, text = strchr(text, '\n') + 1)
            sum += strtod(behind(text, ": "), NULL);
        if (count == 2)
            continue;
        assert_true(strncmp(text, "total: ", 7) == 0);
        assert_within(strtod(text + 7, NULL), sum, 0.05 * (double)count + 1e-9);
    }
}

static void leaves_lines_without_an_answer_empty(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_TEXT);
    failed_line line = {3, geodist_string("x"), geodist_string("y"), 2, ROW_JOURNEY};
    gd_text_format.put_failed_line(begin(), &asked, &line);
    gd_text_format.put_empty_line(&written_out, &asked, ROW_JOURNEY);
    assert_string_equal(written(), "");
}

static void lists_waypoints_with_their_distances(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_TEXT);
    asked.waypoints = 3;
    route answer = ROUTE(&asked, "nairobi", "elpaso");
    const char *text = strchr(route_text(&asked, &answer), '\n') + 1;
    for (int i = 1; i <= 3; i++, text = strchr(text, '\n') + 1) {
        char expected[100];
        geodist_point at = geodist_waypoint(geodist_sphere, answer.stops[0].place.point,
                                            answer.stops[1].place.point, i / 4.0);
        snprintf(expected, sizeof expected, "  %.5f,%.5f: %.1f km\n", at.lat, at.lon,
                 answer.total * i / 4);
        assert_memory_equal(text, expected, strlen(expected));
    }
    assert_string_equal(text, "");
}

static void has_points_only_when_quiet(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_TEXT);
    asked.waypoints = 1;
    asked.quiet = true;
    route answer = ROUTE(&asked, "0,0", "0,90");
    assert_string_equal(strchr(route_text(&asked, &answer), '\n') + 1, "0.00000000,45.00000000\n");
}

/* The names stand in a column of one width. */
static void describes_a_leg_in_detail(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_TEXT);
    asked.detailed = true;
    route answer = ROUTE(&asked, "nairobi", "1,2");
    const geodist_point *from = &answer.stops[0].place.point, *to = &answer.stops[1].place.point;
    static const char *const names[] = {"sphere",          "wgs84",         "difference",
                                        "initial bearing", "final bearing", "midpoint",
                                        "nearest city",    "from",          "to"};
    const char *text = strchr(route_text(&asked, &answer), '\n') + 1;
    double sphere = geodist_distance(geodist_sphere, *from, *to);
    double wgs84 = geodist_distance(geodist_wgs84, *from, *to);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++, text = strchr(text, '\n') + 1) {
        char start[30];
        snprintf(start, sizeof start, "  %-17s", names[i]);
        assert_memory_equal(text, start, strlen(start));
        double value = strtod(text + strlen(start), NULL);
        if (i < 3)
            assert_within(value * 1000, i == 0 ? sphere : i == 1 ? wgs84 : wgs84 - sphere, 0.51);
    }
    assert_string_equal(text, "");
}

static void gives_no_share_of_a_leg_without_length(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_TEXT);
    asked.detailed = true;
    route answer = ROUTE(&asked, "1,2", "1,2");
    route_text(&asked, &answer);
    assert_non_null(strstr(written(), "difference       0.000 km\n"));
    assert_null(strstr(written(), "nan"));
    assert_null(strstr(written(), "%"));
}

static void sums_both_models_in_detail(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_TEXT);
    asked.detailed = true;
    route answer = ROUTE(&asked, "nairobi", "elpaso", "tokyo");
    const char *text = behind(behind(route_text(&asked, &answer), "total: "), "sphere");
    assert_within(strtod(text, NULL), answer.total, 5.1e-4);
    assert_within(strtod(behind(text, "wgs84"), NULL), gd_measure_route(&answer, geodist_wgs84, 1000), 5.1e-4);
}

static void has_distance_and_bearing_of_a_city_nearby(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_TEXT);
    geodist_neighbour near = {.place = place_named("elpaso"), .metres = 4949, .bearing = 150};
    gd_text_format.put_city(begin(), &asked, &near.place, &near, 0);
    assert_string_equal(written(),
                        "El Paso, Texas, United States: 4.9 km south-southeast (150.0°)");
    gd_text_format.put_city(begin(), &asked, &near.place, NULL, 0);
    assert_string_equal(written(), "El Paso, Texas, United States");
    near.metres = 0; /* no direction */
    gd_text_format.put_city(begin(), &asked, &near.place, &near, 0);
    assert_string_equal(written(), "El Paso, Texas, United States: 0.0 km");
}

static void says_where_a_destination_is(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_TEXT);
    destination reached = {place_named("0,0"), 1e5, {-1.5, 0.25}, {90, 91}};
    gd_text_format.put_destination(begin(), &asked, &reached);
    assert_string_equal(written(), "100.0 km east (90.0°) of 0.0,0.0: -1.50000,0.25000");
    asked.detailed = true;
    gd_text_format.put_destination(begin(), &asked, &reached);
    assert_int_equal(count_lines(written()), 2);
    assert_non_null(strstr(written(), "\n  final bearing    "));
    assert_non_null(strstr(written(), "\n  nearest city     "));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_both_ends_distance_and_unit),
        cmocka_unit_test(rounds_to_the_precision_of_the_unit),
        cmocka_unit_test(has_a_line_for_each_leg_and_the_total),
        cmocka_unit_test(leaves_lines_without_an_answer_empty),
        cmocka_unit_test(lists_waypoints_with_their_distances),
        cmocka_unit_test(has_points_only_when_quiet),
        cmocka_unit_test(describes_a_leg_in_detail),
        cmocka_unit_test(gives_no_share_of_a_leg_without_length),
        cmocka_unit_test(sums_both_models_in_detail),
        cmocka_unit_test(has_distance_and_bearing_of_a_city_nearby),
        cmocka_unit_test(says_where_a_destination_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
