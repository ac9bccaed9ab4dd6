/* GeoJSON (RFC 7946): one Feature on one line, whose properties are what --format json prints.
 * Lines follow the path and are cut at the antimeridian (section 3.1.9). */
#include "formats/json_format.h"
#include "output/format_number.h"

#include <math.h>

/* ---- A line, vertex by vertex ------------------------------------------------------ */

typedef struct {
    geodist_point point;
    double fraction; /* of the path */
} vertex;

/* The last vertex is held back until the next is known: on the antimeridian it lies on the side of
 * its neighbours. */
typedef struct {
    writer *out; /* NULL to count only */
    const options *asked;
    const geodist_path *path;
    vertex held;
    bool holds;
    size_t written; /* vertices of the current part */
    size_t parts; /* parts that are complete */
} line_writer;

static void write_vertex(line_writer *line, geodist_point point)
{
    if (line->out) {
        gd_put(line->out, line->written ? ",[" : line->parts ? "],[[" : "[");
        gd_put_angle(line->out, line->asked, point.lon);
        gd_put(line->out, ",");
        gd_put_angle(line->out, line->asked, point.lat);
        gd_put(line->out, "]");
    }
    line->written++;
}

static void end_part(line_writer *line)
{
    line->parts++;
    line->written = 0;
}

/* The latitude at which the path crosses the antimeridian between two vertices: the sign of the
 * longitude changes there. 52 halvings exhaust a double. Between vertices far apart (--waypoints)
 * it is that of the straight line which is drawn between them (RFC 7946, section 3.1.1). */
static double find_crossing(const line_writer *line, vertex next)
{
    geodist_point from = line->held.point;
    double before = line->held.fraction, after = next.fraction, lat = from.lat;
    double west = 180 - fabs(from.lon), east = 180 - fabs(next.point.lon);
    if (west + east > 20 || fmax(fabs(from.lat), fabs(next.point.lat)) > 89.99)
        return from.lat + (next.point.lat - from.lat) * (west / (west + east));
    for (int i = 0; i < 52 && before < after; i++) {
        double middle = before + (after - before) / 2;
        geodist_point at = geodist_path_point(line->path, middle);
        lat = at.lat;
        if (signbit(at.lon) == signbit(from.lon))
            before = middle;
        else
            after = middle;
    }
    return lat;
}

static bool crosses_antimeridian(geodist_point from, geodist_point to)
{
    return fabs(to.lon - from.lon) > 180;
}

/* Ends the part on one side of the antimeridian and begins one on the other. */
static void cross(line_writer *line, vertex next)
{
    vertex edge = line->held;
    edge.point.lon = copysign(180, line->held.point.lon);
    if (fabs(line->held.point.lon) < 180) {
        write_vertex(line, line->held.point);
        edge.point.lat = find_crossing(line, next);
    }
    if (line->written) {
        write_vertex(line, edge.point);
        end_part(line);
    }
    edge.point.lon = -edge.point.lon;
    line->held = edge;
}

static void add_vertex(line_writer *line, vertex next)
{
    const geodist_point *held = &line->held.point;
    if (line->holds && fabs(next.point.lon) == 180)
        next.point.lon = copysign(180, held->lon);
    if (line->holds && crosses_antimeridian(*held, next.point))
        cross(line, next);
    if (line->holds && (held->lat != next.point.lat || held->lon != next.point.lon))
        write_vertex(line, *held);
    line->held = next;
    line->holds = true;
}

/* A line needs two vertices: of length 0 it has the same twice. */
static void end_line(line_writer *line)
{
    write_vertex(line, line->held.point);
    if (line->written == 1)
        write_vertex(line, line->held.point);
    end_part(line);
}

/* A pole has every longitude: it gets a vertex on the meridian of the vertex before it, and one on
 * the meridian of the vertex after it. */
static void add_point(line_writer *line, geodist_point point, double fraction)
{
    bool from_pole = line->holds && fabs(line->held.point.lat) == 90;
    if (line->holds && fabs(point.lat) == 90)
        point.lon = line->held.point.lon;
    else if (from_pole)
        add_vertex(line, (vertex){{line->held.point.lat, point.lon}, fraction});
    add_vertex(line, (vertex){point, fraction});
}

/* ---- The path ---------------------------------------------------------------------- */

/* Adds vertices between two, until none is further than 1 degree of arc or 5 degrees of longitude
 * from the next; near a pole a hundredth of a degree of arc is enough. */
static void add_between(line_writer *line, vertex first, vertex last)
{
    double turn = fabs(remainder(last.point.lon - first.point.lon, 360));
    double degree = 111195 * (line->path->earth.radius / GEODIST_MEAN_RADIUS); /* in metres */
    double arc = (last.fraction - first.fraction) * line->path->metres / degree;
    if (arc <= 0.01 || (arc <= 1 && turn <= 5))
        return;
    double middle = (first.fraction + last.fraction) / 2;
    vertex between = {geodist_path_point(line->path, middle), middle};
    add_between(line, first, between);
    add_point(line, between.point, middle);
    add_between(line, between, last);
}

static void add_leg(line_writer *line, const geodist_path *path)
{
    line->path = path;
    line->held.fraction = 0; /* the end of the leg before is the start of this one */
    add_point(line, path->from, 0);
    if (line->asked->waypoints < 0)
        add_between(line, (vertex){path->from, 0}, (vertex){path->to, 1});
    for (int i = 1; i <= line->asked->waypoints; i++) {
        double fraction = gd_waypoint_fraction(line->asked, i);
        add_point(line, geodist_path_point(path, fraction), fraction);
    }
    add_point(line, path->to, 1);
}

/* Writes the coordinates of the line and returns how many parts it has. */
static size_t put_coordinates(writer *out, const options *asked, const route *answer)
{
    line_writer line = {.out = out, .asked = asked};
    for (size_t i = 1; i < answer->count; i++) {
        geodist_path path = gd_leg_path(asked, answer, i);
        add_leg(&line, &path);
    }
    end_line(&line);
    return line.parts;
}

static void put_line_geometry(writer *out, const options *asked, const route *answer)
{
    bool single = put_coordinates(NULL, asked, answer) == 1;
    gd_put(out, "{\"type\":\"Feature\",\"geometry\":{\"type\":\"");
    gd_put(out, single ? "LineString\",\"coordinates\":[" : "MultiLineString\",\"coordinates\":[[");
    put_coordinates(out, asked, answer);
    gd_put(out, single ? "]},\"properties\":" : "]]},\"properties\":");
}

/* ---- Features ---------------------------------------------------------------------- */

static void put_geojson_route(writer *out, const options *asked, const route *answer)
{
    put_line_geometry(out, asked, answer);
    gd_put_json_route(out, asked, answer);
    gd_put(out, "}");
}

static void put_failed_geojson(writer *out, const options *asked, const failed_line *line)
{
    gd_put(out, "{\"type\":\"Feature\",\"geometry\":null,\"properties\":");
    gd_put_json_failed_line(out, asked, line);
    gd_put(out, "}");
}

static void put_empty_geojson(writer *out, const options *asked, row_kind kind)
{
    (void)asked, (void)kind;
    gd_put(out, "{\"type\":\"Feature\",\"geometry\":null,\"properties\":null}");
}

static void put_point_geometry(writer *out, geodist_point point)
{
    gd_put(out, "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[");
    gd_put_degrees(out, point.lon);
    gd_put(out, ",");
    gd_put_degrees(out, point.lat);
    gd_put(out, "]},\"properties\":");
}

static void put_located_geojson(writer *out, const options *asked, const geodist_place *place)
{
    put_point_geometry(out, place->point);
    gd_put_json_located(out, asked, place);
    gd_put(out, "}");
}

static void put_geojson_city(writer *out, const options *asked, const geodist_place *city,
                             const geodist_neighbour *near, uint64_t line)
{
    put_point_geometry(out, city->point);
    gd_put_json_city(out, asked, city, near, line);
    gd_put(out, "}");
}

/* The line to a destination in stages of at most 45 degrees of arc, each of which is the shortest
 * line between its ends. On the earth a length has at most a million km and thus 201 stages; of a
 * line that goes round a small sphere more often, only the last part of a turn is drawn. */
static void put_geojson_destination(writer *out, const options *asked, const destination *reached)
{
    enum { STAGES_MAX = 256 };
    stop stops[STAGES_MAX + 1];
    geodist_earth earth = gd_earth(asked);
    double scale = earth.radius / GEODIST_MEAN_RADIUS, metres = reached->metres;
    if (metres / (5e6 * scale) >= (double)STAGES_MAX)
        metres = fmod(metres, 8 * 5003771.7 * scale); /* the circumference */
    size_t stages = (size_t)(metres / (5e6 * scale)) + 1;
    for (size_t i = 0; i <= stages; i++) {
        double length = metres * ((double)i / (double)stages);
        stops[i].place = reached->from;
        stops[i].place.point =
            geodist_destination(earth, reached->from.point, asked->bearing, length, NULL);
    }
    stops[stages].place.point = reached->point;
    put_line_geometry(out, asked, &(route){.stops = stops, .count = stages + 1});
    gd_put_json_destination(out, asked, reached);
    gd_put(out, "}");
}

const format gd_geojson_format = {
    .put_route = put_geojson_route,
    .put_failed_line = put_failed_geojson,
    .put_empty_line = put_empty_geojson,
    .put_city = put_geojson_city,
    .put_located = put_located_geojson,
    .put_destination = put_geojson_destination,
};
