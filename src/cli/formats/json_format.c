/* JSON: each answer is one object on one line. */
#include "formats/json_format.h"

#include "output/escape.h"
#include "output/format_number.h"
#include "output/put_label.h"
#include "route/leg.h"

#include <math.h>

/* ---- Members ----------------------------------------------------------------------- */

static void put_key(writer *out, const char *key)
{
    gd_put(out, ",\"");
    gd_put(out, key);
    gd_put(out, "\":");
}

static void put_string_or_null(writer *out, geodist_text text)
{
    if (text.length)
        gd_put_json_string(out, text);
    else
        gd_put(out, "null");
}

/* JSON has no NaN and no infinity (RFC 8259, section 6). */
static void put_length(writer *out, const options *asked, const char *key, double length)
{
    put_key(out, key);
    if (isfinite(length))
        gd_put_unit_length(out, asked, length);
    else
        gd_put(out, "null");
}

static void put_angle_value(writer *out, const options *asked, double degrees)
{
    if (isfinite(degrees))
        gd_put_angle(out, asked, degrees);
    else
        gd_put(out, "null");
}

static void put_angle(writer *out, const options *asked, const char *key, double degrees)
{
    put_key(out, key);
    put_angle_value(out, asked, degrees);
}

/* "lat":...,"lon":... */
static void put_point(writer *out, const options *asked, geodist_point point)
{
    gd_put(out, "\"lat\":");
    put_angle_value(out, asked, point.lat);
    put_angle(out, asked, "lon", point.lon);
}

void gd_put_json_terms(writer *out, const options *asked)
{
    gd_put(out, ",\"unit\":\"");
    gd_put(out, gd_unit(asked)->name);
    gd_put(out, asked->model == GEODIST_MODEL_WGS84 ? "\",\"model\":\"wgs84\""
                                                    : "\",\"model\":\"sphere\"");
    if (asked->radius_given) {
        put_key(out, "radius");
        gd_put_degrees(out, asked->radius);
    }
}

/* ---- Places ------------------------------------------------------------------------ */

static void put_kind(writer *out, const geodist_place *place)
{
    if (place->kind == GEODIST_CITY) { /* the common case, in one write */
        gd_put(out, ",\"kind\":\"city\",\"iata\":null,\"icao\":null");
        return;
    }
    gd_put(out, ",\"kind\":\"");
    gd_put(out, gd_kind_name(place->kind));
    gd_put(out, "\",\"iata\":");
    put_string_or_null(out, geodist_string(place->iata));
    gd_put(out, ",\"icao\":");
    put_string_or_null(out, geodist_string(place->icao));
}

/* Every place has the same keys; null where a coordinate or a city has no value. */
static void put_place_members(writer *out, const geodist_place *place)
{
    gd_put(out, "\"name\":");
    put_string_or_null(out, place->name);
    gd_put(out, ",\"region\":");
    put_string_or_null(out, place->region);
    gd_put(out, ",\"country\":");
    put_string_or_null(out, place->country);
    gd_put(out, ",\"country_code\":");
    put_string_or_null(out, place->country_code);
    gd_put(out, ",\"lat\":");
    gd_put_degrees(out, place->point.lat);
    gd_put(out, ",\"lon\":");
    gd_put_degrees(out, place->point.lon);
    put_kind(out, place);
}

/* A number of which 0 means that there is none. */
static void put_number_or_null(writer *out, const char *key, uint32_t number)
{
    put_key(out, key);
    if (number)
        gd_put_integer(out, number);
    else
        gd_put(out, "null");
}

/* An end of a journey. */
static void put_place(writer *out, const options *asked, const geodist_place *place)
{
    gd_put(out, "{");
    put_place_members(out, place);
    gd_put(out, ",\"rivals\":");
    gd_put_integer(out, place->rivals);
    if (asked->detailed)
        put_number_or_null(out, "population", place->population);
    gd_put(out, "}");
}

static void put_city_members(writer *out, const geodist_place *city)
{
    put_place_members(out, city);
    put_number_or_null(out, "population", city->population);
    put_number_or_null(out, "geonames_id", city->geonames_id);
}

static void put_neighbour_members(writer *out, const options *asked, const geodist_neighbour *near)
{
    put_city_members(out, &near->place);
    put_length(out, asked, "distance", near->metres / gd_unit(asked)->metres);
    put_angle(out, asked, "bearing", near->bearing);
}

static void put_nearest(writer *out, const options *asked, const geodist_neighbour *nearest)
{
    put_key(out, "nearest");
    if (nearest) {
        gd_put(out, "{");
        put_neighbour_members(out, asked, nearest);
        gd_put(out, "}");
    } else {
        gd_put(out, "null");
    }
}

void gd_put_json_city(writer *out, const options *asked, const geodist_place *city,
                      const geodist_neighbour *near, uint64_t line)
{
    gd_put(out, "{");
    if (line) {
        gd_put(out, "\"line\":");
        gd_put_integer(out, line);
        gd_put(out, ",");
    }
    if (near) {
        put_neighbour_members(out, asked, near);
        gd_put_json_terms(out, asked);
    } else {
        put_city_members(out, city);
    }
    gd_put(out, "}");
}

void gd_put_json_located(writer *out, const options *asked, const geodist_place *place)
{
    char label[GEODIST_LABEL_SIZE];
    (void)asked;
    gd_put(out, "{\"label\":");
    gd_put_json_string(out, (geodist_text){label, geodist_label(place, label, sizeof label)});
    gd_put(out, ",");
    put_city_members(out, place);
    gd_put(out, ",\"rivals\":");
    gd_put_integer(out, place->rivals);
    gd_put(out, "}");
}

/* ---- Legs -------------------------------------------------------------------------- */

/* Lengths in the unit. */
static void put_both_models(writer *out, const options *asked, double sphere, double wgs84)
{
    put_length(out, asked, "sphere", sphere);
    put_length(out, asked, "wgs84", wgs84);
    put_length(out, asked, "difference", wgs84 - sphere);
}

static void put_details(writer *out, const options *asked, const geodist_path *path)
{
    leg_details details = gd_describe_leg(path);
    double unit_metres = gd_unit(asked)->metres;
    put_both_models(out, asked, details.sphere / unit_metres, details.wgs84 / unit_metres);
    put_angle(out, asked, "initial_bearing", details.bearings.initial);
    put_angle(out, asked, "final_bearing", details.bearings.final);
    gd_put(out, ",\"midpoint\":{");
    put_point(out, asked, details.midpoint);
    put_nearest(out, asked, details.has_nearest ? &details.nearest : NULL);
    gd_put(out, "}");
}

static void put_waypoints(writer *out, const options *asked, const geodist_path *path)
{
    double length = path->metres / gd_unit(asked)->metres;
    gd_put(out, ",\"waypoints\":[");
    for (int i = 1; i <= asked->waypoints && !out->failure; i++) {
        double fraction = gd_waypoint_fraction(asked, i);
        gd_put(out, i == 1 ? "{" : ",{");
        put_point(out, asked, geodist_path_point(path, fraction));
        put_length(out, asked, "distance", fraction * length);
        gd_put(out, "}");
    }
    gd_put(out, "]");
}

/* What --long and --waypoints add to the leg that ends at stop `index`. */
static void put_extras(writer *out, const options *asked, const route *answer, size_t index)
{
    if (!asked->detailed && asked->waypoints < 0)
        return;
    geodist_path path = gd_leg_path(asked, answer, index);
    if (asked->detailed)
        put_details(out, asked, &path);
    if (asked->waypoints >= 0)
        put_waypoints(out, asked, &path);
}

/* ---- Journeys ---------------------------------------------------------------------- */

/* The members that a journey and each of its legs have in common. */
static void put_ends(writer *out, const options *asked, const geodist_place *from,
                     const geodist_place *to, double length)
{
    gd_put(out, "{\"from\":");
    put_place(out, asked, from);
    gd_put(out, ",\"to\":");
    put_place(out, asked, to);
    put_length(out, asked, "distance", length);
}

static void put_legs(writer *out, const options *asked, const route *answer)
{
    for (size_t i = 1; i < answer->count && !out->failure; i++) {
        const geodist_place *from = &answer->stops[i - 1].place, *to = &answer->stops[i].place;
        double metres = geodist_distance(gd_earth(asked), from->point, to->point);
        gd_put(out, i == 1 ? ",\"legs\":[" : ",");
        put_ends(out, asked, from, to, metres / gd_unit(asked)->metres);
        put_extras(out, asked, answer, i);
        gd_put(out, "}");
    }
    gd_put(out, "]");
}

static void put_total_details(writer *out, const options *asked, const route *answer)
{
    geodist_earth sphere = {GEODIST_MODEL_SPHERE, gd_earth(asked).radius};
    double unit_metres = gd_unit(asked)->metres;
    put_both_models(out, asked, gd_measure_route(answer, sphere, unit_metres),
                    gd_measure_route(answer, geodist_wgs84, unit_metres));
}

void gd_put_json_route(writer *out, const options *asked, const route *answer)
{
    put_ends(out, asked, &answer->stops[0].place, &answer->stops[answer->count - 1].place,
             answer->total);
    gd_put_json_terms(out, asked);
    if (answer->count == 2) {
        put_extras(out, asked, answer, 1);
    } else {
        if (asked->detailed)
            put_total_details(out, asked, answer);
        put_legs(out, asked, answer);
    }
    gd_put(out, "}");
}

/* ---- Lines without an answer ------------------------------------------------------- */

void gd_put_json_failed_line(writer *out, const options *asked, const failed_line *line)
{
    (void)asked;
    gd_put(out, "{\"error\":");
    gd_put_json_string(out, line->reason);
    if (line->number) {
        put_key(out, "line");
        gd_put_integer(out, line->number);
    }
    gd_put(out, ",\"input\":");
    gd_put_json_string(out, line->text);
    gd_put(out, "}");
}

static void put_json_empty_line(writer *out, const options *asked, row_kind kind)
{
    (void)asked, (void)kind;
    gd_put(out, "null");
}

/* ---- Destinations ------------------------------------------------------------------ */

void gd_put_json_destination(writer *out, const options *asked, const destination *reached)
{
    gd_put(out, "{\"from\":");
    put_place(out, asked, &reached->from);
    gd_put(out, ",\"to\":{");
    put_point(out, asked, reached->point);
    gd_put(out, "}");
    put_length(out, asked, "distance", reached->metres / gd_unit(asked)->metres);
    gd_put_json_terms(out, asked);
    put_angle(out, asked, "initial_bearing", reached->bearings.initial);
    put_angle(out, asked, "final_bearing", reached->bearings.final);
    if (asked->detailed) {
        geodist_neighbour nearest;
        bool found = gd_find_nearest_city(gd_earth(asked), reached->point, &nearest);
        put_nearest(out, asked, found ? &nearest : NULL);
    }
    gd_put(out, "}");
}

const format gd_json_format = {
    .put_route = gd_put_json_route,
    .put_failed_line = gd_put_json_failed_line,
    .put_empty_line = put_json_empty_line,
    .put_city = gd_put_json_city,
    .put_located = gd_put_json_located,
    .put_destination = gd_put_json_destination,
};
