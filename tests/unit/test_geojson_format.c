#include "check.h"
#include "answers.h"
#include "json.h"
#include "pairs.h"

enum { OUTPUT_SIZE = 1 << 20, VERTICES_MAX = 20000, PARTS_MAX = 100 };

static char output[OUTPUT_SIZE], other[OUTPUT_SIZE];
static writer out;

static writer *start(char *room)
{
    out = gd_memory_writer(room, OUTPUT_SIZE);
    return &out;
}

static const char *finish(void)
{
    out.bytes[out.length] = '\0';
    return out.bytes;
}

/* ---- Lines ------------------------------------------------------------------------------------------ */

/* The vertices of all parts, one part after the other. */
typedef struct {
    size_t parts, count;
    size_t ends[PARTS_MAX]; /* of part i: the index behind its last vertex */
    geodist_point vertices[VERTICES_MAX];
} line;

static line drawn;

static const char *read_part(const char *at)
{
    for (; *at != ']'; at += *at == ',') {
        assert_int_equal(*at, '[');
        assert_int_equal(json_count(at), 2);
        assert_true(drawn.count < VERTICES_MAX);
        drawn.vertices[drawn.count++] =
            (geodist_point){json_number(json_item(at, 1)), json_number(json_item(at, 0))};
        at = json_skip(at);
    }
    assert_true(drawn.parts < PARTS_MAX);
    drawn.ends[drawn.parts++] = drawn.count;
    return at + 1;
}

/* Reads the line back that was written. */
static void read_line(const char *feature)
{
    if (!is_json(feature, ""))
        fail_msg("no JSON: %.2000s", feature);
    assert_true(json_is(json_member(feature, "type"), "\"Feature\""));
    const char *geometry = json_member(feature, "geometry");
    const char *at = json_member(geometry, "coordinates") + 1;
    drawn.parts = drawn.count = 0;
    if (json_is(json_member(geometry, "type"), "\"LineString\"")) {
        read_part(at);
        return;
    }
    assert_true(json_is(json_member(geometry, "type"), "\"MultiLineString\""));
    for (; *at != ']'; at += *at == ',')
        at = read_part(at + 1);
    assert_true(drawn.parts > 1);
}

static void draw(const options *asked, const route *answer)
{
    gd_geojson_format.put_route(start(output), asked, answer);
    read_line(finish());
}

static bool starts_part(size_t i)
{
    for (size_t part = 0; part + 1 < drawn.parts; part++)
        if (drawn.ends[part] == i)
            return true;
    return i == 0;
}

/* RFC 7946, section 3.1.9: no segment crosses the antimeridian; a line that does is cut there. A part
 * has two vertices or more (section 3.1.4). */
static void assert_cut_at_antimeridian(void)
{
    for (size_t i = 0; i < drawn.parts; i++)
        assert_true(drawn.ends[i] - (i ? drawn.ends[i - 1] : 0) >= 2);
    for (size_t i = 0; i < drawn.count; i++) {
        geodist_point at = drawn.vertices[i], before = drawn.vertices[i ? i - 1 : 0];
        assert_true(fabs(at.lat) <= 90 && fabs(at.lon) <= 180);
        if (!starts_part(i)) {
            assert_true(fabs(at.lon - before.lon) <= 180);
        } else if (i) {
            assert_same(fabs(at.lon), 180);
            assert_same(before.lon, -at.lon);
            assert_same(before.lat, at.lat);
        }
    }
}

/* The middle between two vertices on the map, where a straight line is drawn between them. */
static geodist_point middle_on_map(geodist_point a, geodist_point b)
{
    return (geodist_point){(a.lat + b.lat) / 2, (a.lon + b.lon) / 2};
}

/* Distance of a point from the point of the path that is as far from its start. */
static double distance_from_path(const geodist_path *path, geodist_point point)
{
    double metres = geodist_distance(path->earth, path->from, point);
    double fraction = path->metres > 0 ? fmin(metres / path->metres, 1) : 0;
    return geodist_distance(path->earth, point, geodist_path_point(path, fraction));
}

/* A vertex has 8 decimals, which is half a millimetre; within about a hundredth of a degree of a pole,
 * a line is only drawn as exactly as that. */
static double tolerance_at(geodist_point vertex)
{
    return fabs(vertex.lat) > 89.98 ? 1200 : 0.01;
}

/* Near the antipode of the start a point beside the path is as far from the start as one on it, so that
 * the distance from the other end is tried, too. */
static void assert_on_path(const geodist_path *path, geodist_point vertex)
{
    double off = distance_from_path(path, vertex);
    if (off <= tolerance_at(vertex))
        return;
    geodist_path back = geodist_path_between(path->earth, path->to, path->from);
    if (!(distance_from_path(&back, vertex) <= tolerance_at(vertex)))
        fail_msg("%.8f,%.8f is %g m beside the path", vertex.lat, vertex.lon, off);
}

/* Between vertices on one parallel that are 5 degrees apart, a great circle is at most
 * (5 degrees)^2 / 16 = 3.03 km away from the parallel. */
static const double max_metres_beside_path = 3200;

static void assert_follows(const geodist_path *path)
{
    double metres = 0, tolerance = 0.002 * (double)drawn.count;
    for (size_t i = 0; i < drawn.count; i++) {
        tolerance = fmax(tolerance, tolerance_at(drawn.vertices[i]));
        assert_on_path(path, drawn.vertices[i]);
        if (i == 0 || starts_part(i))
            continue;
        geodist_point before = drawn.vertices[i - 1];
        metres += geodist_distance(path->earth, before, drawn.vertices[i]);
        geodist_point middle = middle_on_map(before, drawn.vertices[i]);
        geodist_point on_path = geodist_waypoint(path->earth, before, drawn.vertices[i], 0.5);
        double off = geodist_distance(path->earth, middle, on_path);
        if (!(off <= max_metres_beside_path))
            fail_msg("%g m beside the path at %g,%g", off, middle.lat, middle.lon);
    }
    /* They are in order, and nothing is missing. */
    assert_within(metres, path->metres, tolerance);
    assert_within(geodist_distance(path->earth, drawn.vertices[0], path->from), 0, 0.002);
    assert_within(geodist_distance(path->earth, drawn.vertices[drawn.count - 1], path->to), 0, 0.002);
}

static void check_pair(const options *asked, geodist_point from, geodist_point to)
{
    geodist_point points[] = {from, to};
    route answer = route_over(asked, points, 2);
    geodist_path path = gd_leg_path(asked, &answer, 1);
    draw(asked, &answer);
    assert_cut_at_antimeridian();
    assert_follows(&path);
}

static geodist_point in_range(geodist_point point)
{
    return (geodist_point){point.lat, remainder(point.lon, 360)};
}

static void follows_the_path_and_is_cut_at_the_antimeridian(void **state)
{
    (void)state;
    uint64_t seed = 1;
    size_t cut_lines = 0;
    for (int round = 0; round < 60; round++)
        for (pair_class class = any_pair; class <= date_line; class++) {
            options asked = default_options(FORMAT_GEOJSON);
            asked.model = round % 2 ? GEODIST_MODEL_WGS84 : GEODIST_MODEL_SPHERE;
            pair ends = random_pair(class, &seed);
            check_pair(&asked, in_range(ends.from), in_range(ends.to));
            cut_lines += drawn.parts > 1;
        }
    assert_true(cut_lines > 60);
}

static void follows_the_path_between_edges_of_the_map(void **state)
{
    (void)state;
    static const geodist_point edges[] = {{90, 0},    {-90, 0},    {90, 180},  {0, 180},  {0, -180},
                                          {45, 180},  {60, -180},  {0, 0},     {80, 10},  {80, -170},
                                          {-80, 170}, {-80, -10},  {0, 179.5}, {0, -179}, {89.9999, 90},
                                          {45, 179.99999999}, {45, -179.99999999}};
    enum { EDGES = sizeof edges / sizeof *edges };
    options asked = default_options(FORMAT_GEOJSON);
    for (int model = 0; model < 2; model++)
        for (size_t i = 0; i < EDGES * EDGES; i++) {
            asked.model = model ? GEODIST_MODEL_WGS84 : GEODIST_MODEL_SPHERE;
            check_pair(&asked, edges[i / EDGES], edges[i % EDGES]);
        }
}

static void has_no_cut_that_is_not_needed(void **state)
{
    (void)state;
    static const geodist_point pairs[][2] = {
        {{0, 170}, {0, 180}},  {{0, 170}, {0, -180}},  {{0, -170}, {0, 180}}, {{-50, 180}, {50, -180}},
        {{10, 180}, {0, 180}}, {{0, -180}, {-5, 180}}, {{90, 0}, {0, 180}},
    };
    options asked = default_options(FORMAT_GEOJSON);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        check_pair(&asked, pairs[i][0], pairs[i][1]);
        assert_int_equal(drawn.parts, 1);
    }
    check_pair(&asked, (geodist_point){0, 100}, (geodist_point){0, -90});
    assert_int_equal(drawn.parts, 2);
}

static void has_two_vertices_where_nothing_is_travelled(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_GEOJSON);
    check_pair(&asked, (geodist_point){12, 34}, (geodist_point){12, 34});
    assert_int_equal(drawn.count, 2);
    check_pair(&asked, (geodist_point){12, 180}, (geodist_point){12, -180});
    assert_int_equal(drawn.count, 2);
}

/* On journeys of several legs: as many crossings as the legs have. */
static void draws_all_legs_as_one_line(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_GEOJSON);
    route answer = ROUTE(&asked, "tokyo", "los angeles", "nairobi", "auckland", "santiago, chile");
    draw(&asked, &answer);
    assert_cut_at_antimeridian();
    assert_int_equal(drawn.parts, 3);
    double metres = 0;
    for (size_t i = 1; i < drawn.count; i++)
        metres += geodist_distance(geodist_sphere, drawn.vertices[i - 1], drawn.vertices[i]);
    assert_within(metres, answer.total * 1000, 0.002 * (double)drawn.count);
}

static void has_a_vertex_for_each_waypoint(void **state)
{
    (void)state;
    uint64_t seed = 3;
    for (int round = 0; round < 200; round++) {
        geodist_point points[2] = {random_point(&seed), random_point(&seed)};
        options asked = default_options(FORMAT_GEOJSON);
        asked.waypoints = round % 30;
        route answer = route_over(&asked, points, 2);
        geodist_path path = gd_leg_path(&asked, &answer, 1);
        draw(&asked, &answer);
        assert_cut_at_antimeridian();
        assert_int_equal(drawn.count, (size_t)asked.waypoints + 2 * drawn.parts);
        for (int i = 1; drawn.parts == 1 && i <= asked.waypoints; i++) {
            geodist_point at = geodist_path_point(&path, gd_waypoint_fraction(&asked, i));
            assert_within(drawn.vertices[i].lat, at.lat, 5.1e-9);
            assert_within(drawn.vertices[i].lon, at.lon, 5.1e-9);
        }
    }
}

/* ---- Destinations --------------------------------------------------------------------------------- */

/* Up to the greatest length, which is 25 times around the earth. */
static void draws_the_line_to_a_destination(void **state)
{
    (void)state;
    uint64_t seed = 5;
    for (int round = 0; round < 60; round++) {
        options asked = default_options(FORMAT_GEOJSON);
        asked.model = round % 2 ? GEODIST_MODEL_WGS84 : GEODIST_MODEL_SPHERE;
        asked.bearing = round % 5 ? random_between(&seed, 0, 360) : round % 20 * 18.0;
        destination reached = {.from = {.point = random_point(&seed), .row = GEODIST_NO_ROW}};
        reached.metres = pow(10, random_between(&seed, 0, round == 7 ? 9 : 8));
        reached.point = geodist_destination(gd_earth(&asked), reached.from.point, asked.bearing,
                                            reached.metres, &reached.bearings.final);
        reached.bearings.initial = asked.bearing;
        gd_geojson_format.put_destination(start(output), &asked, &reached);
        read_line(finish());
        assert_cut_at_antimeridian();
        double metres = 0;
        for (size_t i = 1; i < drawn.count; i++)
            metres += geodist_distance(gd_earth(&asked), drawn.vertices[i - 1], drawn.vertices[i]);
        assert_within(metres, reached.metres, 0.002 * (double)drawn.count);
        geodist_point last = drawn.vertices[drawn.count - 1];
        assert_within(geodist_distance(gd_earth(&asked), last, reached.point), 0, 0.002);
        gd_json_format.put_destination(start(other), &asked, &reached);
        assert_true(json_is(json_member(output, "properties"), finish()));
    }
}

/* The vertices are at the same angles whatever the radius is. */
static void draws_the_same_line_on_every_sphere(void **state)
{
    (void)state;
    static const double radii[] = {0.001, 1, 1737.4, 69911, 696000, 1e9}; /* km */
    options asked = default_options(FORMAT_GEOJSON);
    check_pair(&asked, (geodist_point){-1.3, 36.8}, (geodist_point){31.8, -106.5});
    size_t count = drawn.count;
    for (size_t i = 0; i < sizeof radii / sizeof *radii; i++) {
        geodist_point points[] = {{-1.3, 36.8}, {31.8, -106.5}};
        asked.radius = radii[i];
        asked.radius_given = true;
        route answer = route_over(&asked, points, 2);
        draw(&asked, &answer);
        assert_int_equal(drawn.count, count);
    }
}

/* A stage must be shorter than half of the way around. */
static void draws_the_line_to_a_destination_on_a_small_sphere(void **state)
{
    (void)state;
    static const double radii[] = {1, 100, 1000, 1500};
    for (size_t i = 0; i < sizeof radii / sizeof *radii; i++) {
        options asked = default_options(FORMAT_GEOJSON);
        asked.radius = radii[i];
        asked.radius_given = true;
        asked.bearing = 90;
        destination reached = {.from = {.row = GEODIST_NO_ROW}, .metres = 4 * radii[i] * 1000};
        reached.point = geodist_destination(gd_earth(&asked), reached.from.point, 90, reached.metres,
                                            &reached.bearings.final);
        gd_geojson_format.put_destination(start(output), &asked, &reached);
        read_line(finish());
        double metres = 0;
        for (size_t j = 1; j < drawn.count; j++)
            metres += geodist_distance(gd_earth(&asked), drawn.vertices[j - 1], drawn.vertices[j]);
        assert_within(metres, reached.metres, 0.002 * (double)drawn.count);
    }
}

/* ---- The rest of a feature -------------------------------------------------------------------------- */

static void has_the_properties_that_json_prints(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_GEOJSON);
    asked.detailed = true;
    route answer = ROUTE(&asked, "nairobi", "elpaso", "tokyo");
    gd_geojson_format.put_route(start(output), &asked, &answer);
    assert_true(is_json(finish(), ""));
    gd_json_format.put_route(start(other), &asked, &answer);
    assert_true(json_is(json_member(output, "properties"), finish()));
}

static void draws_a_city_as_a_point(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_GEOJSON);
    geodist_neighbour near = {.metres = 1, .bearing = 2};
    for (uint32_t row = 0; geodist_place_at(row, &near.place); row += 101) {
        gd_geojson_format.put_city(start(output), &asked, &near.place, row % 2 ? &near : NULL, 0);
        assert_true(is_json(finish(), ""));
        const char *geometry = json_member(output, "geometry");
        assert_true(json_is(json_member(geometry, "type"), "\"Point\""));
        const char *position = json_member(geometry, "coordinates");
        assert_same(json_number(json_item(position, 0)), near.place.point.lon);
        assert_same(json_number(json_item(position, 1)), near.place.point.lat);
        gd_json_format.put_city(start(other), &asked, &near.place, row % 2 ? &near : NULL, 0);
        assert_true(json_is(json_member(output, "properties"), finish()));
    }
}

static void has_no_geometry_without_an_answer(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_GEOJSON);
    failed_line failed = {7, geodist_string("no \"where\""), geodist_string("no place"), 2, ROW_JOURNEY};
    gd_geojson_format.put_failed_line(start(output), &asked, &failed);
    assert_string_equal(finish(), "{\"type\":\"Feature\",\"geometry\":null,\"properties\":"
                                  "{\"error\":\"no place\",\"line\":7,\"input\":\"no \\\"where\\\"\"}}");
    gd_geojson_format.put_empty_line(start(output), &asked, ROW_JOURNEY);
    assert_string_equal(finish(), "{\"type\":\"Feature\",\"geometry\":null,\"properties\":null}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(follows_the_path_and_is_cut_at_the_antimeridian),
        cmocka_unit_test(follows_the_path_between_edges_of_the_map),
        cmocka_unit_test(has_no_cut_that_is_not_needed),
        cmocka_unit_test(has_two_vertices_where_nothing_is_travelled),
        cmocka_unit_test(draws_all_legs_as_one_line),
        cmocka_unit_test(has_a_vertex_for_each_waypoint),
        cmocka_unit_test(draws_the_line_to_a_destination),
        cmocka_unit_test(draws_the_same_line_on_every_sphere),
        cmocka_unit_test(draws_the_line_to_a_destination_on_a_small_sphere),
        cmocka_unit_test(has_the_properties_that_json_prints),
        cmocka_unit_test(draws_a_city_as_a_point),
        cmocka_unit_test(has_no_geometry_without_an_answer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
