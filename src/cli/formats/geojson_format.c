/* GeoJSON (RFC 7946): one Feature on one line, with what -f json says as its properties. Lines
 * follow the way, and are cut at the antimeridian (3.1.9). */
#include "output/json.h"
#include "output/format_number.h"

#include <math.h>

/* ---- A line, vertex by vertex ------------------------------------------------------------- */

/* A vertex waits until the next is known, for on the antimeridian it takes its side from its
 * neighbours. */
typedef struct {
    sink *out; /* NULL to count only */
    const options *chosen;
    geodist_point waiting;
    bool is_waiting;
    size_t written; /* vertices of the part */
    size_t parts;   /* that are ended */
} pen;

static void write_vertex(pen *of, geodist_point point)
{
    if (of->out) {
        cli_put(of->out, of->written ? ",[" : of->parts ? "],[[" : "[");
        cli_put_degrees(of->out, of->chosen, point.lon);
        cli_put(of->out, ",");
        cli_put_degrees(of->out, of->chosen, point.lat);
        cli_put(of->out, "]");
    }
    of->written++;
}

static void end_part(pen *of)
{
    of->parts++;
    of->written = 0;
}

/* Where the great circle through two points not far apart crosses the antimeridian: from tan phi
 * being a sine of the longitude along it. */
static double crossing(geodist_point from, geodist_point to)
{
    const double degree = 0.017453292519943295;
    double before = 180 - fabs(from.lon), after = 180 - fabs(to.lon);
    if (before + after > 20 || fmax(fabs(from.lat), fabs(to.lat)) > 89.99)
        return from.lat + (to.lat - from.lat) * (before / (before + after));
    double rise =
        tan(from.lat * degree) * sin(after * degree) + tan(to.lat * degree) * sin(before * degree);
    return atan(rise / sin((before + after) * degree)) / degree;
}

static bool is_cut(geodist_point from, geodist_point to)
{
    return fabs(to.lon - from.lon) > 180;
}

/* Goes over to the other side, with a vertex on each. */
static void cross(pen *of, geodist_point to)
{
    geodist_point edge = {of->waiting.lat, copysign(180, of->waiting.lon)};
    if (fabs(of->waiting.lon) < 180) {
        write_vertex(of, of->waiting);
        edge.lat = crossing(of->waiting, to);
    }
    if (of->written) {
        write_vertex(of, edge);
        end_part(of);
    }
    edge.lon = -edge.lon;
    of->waiting = edge;
}

static void add_vertex(pen *of, geodist_point point)
{
    if (of->is_waiting && fabs(point.lon) == 180)
        point.lon = copysign(180, of->waiting.lon);
    if (of->is_waiting && is_cut(of->waiting, point))
        cross(of, point);
    if (of->is_waiting && (of->waiting.lat != point.lat || of->waiting.lon != point.lon))
        write_vertex(of, of->waiting);
    of->waiting = point;
    of->is_waiting = true;
}

/* Of length 0 it has two equal vertices: a line needs two. */
static void end_line(pen *of)
{
    write_vertex(of, of->waiting);
    if (of->written == 1)
        write_vertex(of, of->waiting);
    end_part(of);
}

/* ---- The way ------------------------------------------------------------------------------ */

typedef struct {
    geodist_point from, to;
    double metres;
} leg;

/* A pole has all longitudes: it gets one vertex on the meridian on which the line comes, and one on
 * that on which it goes. */
static void add_point(pen *of, geodist_point point)
{
    bool from_pole = of->is_waiting && fabs(of->waiting.lat) == 90;
    if (of->is_waiting && fabs(point.lat) == 90)
        point.lon = of->waiting.lon;
    else if (from_pole)
        add_vertex(of, (geodist_point){of->waiting.lat, point.lon});
    add_vertex(of, point);
}

/* Vertices between two, until none is further than 1 degree of arc or 5 degrees of longitude from
 * the next; over a pole a hundredth of a degree is enough. */
static void add_between(pen *of, const leg *way, double first, geodist_point a, double last,
                        geodist_point b)
{
    double turned = fabs(remainder(b.lon - a.lon, 360));
    double arc = (last - first) * way->metres / 111195;
    if (arc <= 0.01 || (arc <= 1 && turned <= 5))
        return;
    double middle = (first + last) / 2;
    geodist_point m = cli_waypoint(of->chosen->on, way->from, way->to, middle);
    add_between(of, way, first, a, middle, m);
    add_point(of, m);
    add_between(of, way, middle, m, last, b);
}

static void add_leg(pen *of, const stop *from, const stop *to)
{
    leg way = {from->place.point, to->place.point,
               cli_distance(of->chosen->on, from->place.point, to->place.point)};
    add_point(of, way.from);
    if (of->chosen->waypoints < 0)
        add_between(of, &way, 0, way.from, 1, way.to);
    for (int i = 1; i <= of->chosen->waypoints; i++)
        add_point(of, cli_waypoint_of_leg(of->chosen, from, to, i).point);
    add_point(of, way.to);
}

static size_t draw(sink *out, const options *chosen, const journey *travelled)
{
    pen of = {.out = out, .chosen = chosen};
    for (size_t i = 1; i < travelled->count; i++)
        add_leg(&of, &travelled->stops[i - 1], &travelled->stops[i]);
    end_line(&of);
    return of.parts;
}

static void put_line(sink *out, const options *chosen, const journey *travelled)
{
    bool single = draw(NULL, chosen, travelled) == 1;
    cli_put(out, "{\"type\":\"Feature\",\"geometry\":{\"type\":\"");
    cli_put(out,
            single ? "LineString\",\"coordinates\":[" : "MultiLineString\",\"coordinates\":[[");
    draw(out, chosen, travelled);
    cli_put(out, single ? "]},\"properties\":" : "]]},\"properties\":");
}

/* ---- Features ----------------------------------------------------------------------------- */

void cli_put_geojson_line(sink *out, const options *chosen, const journey *travelled)
{
    put_line(out, chosen, travelled);
    cli_put_json_line(out, chosen, travelled);
    cli_put(out, "}");
}

void cli_put_geojson_trouble(sink *out, const options *chosen, const trouble *why)
{
    cli_put(out, "{\"type\":\"Feature\",\"geometry\":null,\"properties\":");
    cli_put_json_trouble(out, chosen, why);
    cli_put(out, "}");
}

void cli_put_geojson_city(sink *out, const options *chosen, const geodist_place *place,
                          const geodist_neighbour *near)
{
    cli_put(out, "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[");
    cli_put_shortest(out, place->point.lon);
    cli_put(out, ",");
    cli_put_shortest(out, place->point.lat);
    cli_put(out, "]},\"properties\":");
    cli_put_json_city(out, chosen, place, near);
    cli_put(out, "}");
}

/* In stages, of which each is the shortest way between its ends; there are at most 201. */
void cli_put_geojson_arrival(sink *out, const options *chosen, const arrival *reached)
{
    enum { STAGES = 256 };
    static stop stops[STAGES + 1];
    size_t stages = (size_t)(chosen->metres / 5e6) + 1;
    for (size_t i = 0; i <= stages; i++)
        stops[i].place.point =
            cli_destination(chosen->on, reached->from->place.point, chosen->bearing,
                            chosen->metres * ((double)i / (double)stages), NULL);
    put_line(out, chosen, &(journey){.stops = stops, .count = stages + 1});
    cli_put_json_arrival(out, chosen, reached);
    cli_put(out, "}");
}
