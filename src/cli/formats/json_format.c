#include "output/json.h"

#include "route/leg_details.h"
#include "output/escape.h"
#include "output/format_number.h"

/* ---- Places --------------------------------------------------------------------------------- */

static void put_string_or_null(sink *out, geodist_text text)
{
    if (text.length)
        cli_put_json_string(out, text);
    else
        cli_put(out, "null");
}

/* The same keys for every place; null where a coordinate or a city has nothing to tell. */
static void put_place_members(sink *out, const geodist_place *place)
{
    cli_put(out, "{\"name\":");
    put_string_or_null(out, place->name);
    cli_put(out, ",\"region\":");
    put_string_or_null(out, place->region);
    cli_put(out, ",\"country\":");
    put_string_or_null(out, place->country);
    cli_put(out, ",\"country_code\":");
    put_string_or_null(out, place->country_code);
    cli_put(out, ",\"lat\":");
    cli_put_shortest(out, place->point.lat);
    cli_put(out, ",\"lon\":");
    cli_put_shortest(out, place->point.lon);
}

static void put_population(sink *out, const geodist_place *place)
{
    cli_put(out, ",\"population\":");
    if (place->population)
        cli_put_count(out, place->population);
    else
        cli_put(out, "null");
}

void cli_put_json_place(sink *out, const options *chosen, const geodist_place *place)
{
    put_place_members(out, place);
    if (chosen->detailed)
        put_population(out, place);
    cli_put(out, "}");
}

void cli_put_json_terms(sink *out, const options *chosen)
{
    cli_put(out, ",\"unit\":\"");
    cli_put(out, chosen->unit->name);
    cli_put(out, "\",\"model\":\"");
    cli_put(out, chosen->on.model->name);
    cli_put(out, "\"");
}

void cli_put_json_point(sink *out, const options *chosen, geodist_point point)
{
    cli_put(out, "\"lat\":");
    cli_put_degrees(out, chosen, point.lat);
    cli_put(out, ",\"lon\":");
    cli_put_degrees(out, chosen, point.lon);
}

static void put_distance(sink *out, const options *chosen, double length)
{
    cli_put(out, ",\"distance\":");
    cli_put_length(out, chosen, length);
}

static void put_neighbour_members(sink *out, const options *chosen, const geodist_neighbour *near)
{
    put_place_members(out, &near->place);
    put_population(out, &near->place);
    put_distance(out, chosen, near->metres / chosen->unit->metres);
    cli_put(out, ",\"bearing\":");
    cli_put_degrees(out, chosen, near->bearing);
}

void cli_put_json_neighbour(sink *out, const options *chosen, const geodist_neighbour *near)
{
    put_neighbour_members(out, chosen, near);
    cli_put(out, "}");
}

void cli_put_json_city(sink *out, const options *chosen, const geodist_place *place,
                       const geodist_neighbour *near)
{
    if (near) {
        put_neighbour_members(out, chosen, near);
        cli_put_json_terms(out, chosen);
    } else {
        put_place_members(out, place);
        put_population(out, place);
    }
    cli_put(out, "}");
}

/* ---- Journeys ------------------------------------------------------------------------------- */

static void put_both_models(sink *out, const options *chosen, double sphere, double wgs84)
{
    cli_put(out, ",\"sphere\":");
    cli_put_length(out, chosen, sphere);
    cli_put(out, ",\"wgs84\":");
    cli_put_length(out, chosen, wgs84);
    cli_put(out, ",\"difference\":");
    cli_put_length(out, chosen, wgs84 - sphere);
}

static void put_details(sink *out, const options *chosen, const stop *from, const stop *to)
{
    details found = cli_find_details(chosen, from, to);
    put_both_models(out, chosen, found.sphere, found.wgs84);
    cli_put(out, ",\"initial_bearing\":");
    cli_put_degrees(out, chosen, found.bearings.initial);
    cli_put(out, ",\"final_bearing\":");
    cli_put_degrees(out, chosen, found.bearings.final);
    cli_put(out, ",\"midpoint\":{");
    cli_put_json_point(out, chosen, found.midpoint);
    cli_put(out, ",\"nearest\":");
    cli_put_json_neighbour(out, chosen, &found.nearest);
    cli_put(out, "}");
}

static void put_waypoints(sink *out, const options *chosen, const stop *from, const stop *to)
{
    cli_put(out, ",\"waypoints\":[");
    for (int i = 1; i <= chosen->waypoints && !out->failure; i++) {
        waypoint at = cli_waypoint_of_leg(chosen, from, to, i);
        cli_put(out, i == 1 ? "{" : ",{");
        cli_put_json_point(out, chosen, at.point);
        put_distance(out, chosen, at.length);
        cli_put(out, "}");
    }
    cli_put(out, "]");
}

/* The members that a whole journey and each of its legs have alike. */
static void put_stretch(sink *out, const options *chosen, const stop *from, const stop *to,
                        double length)
{
    cli_put(out, "{\"from\":");
    cli_put_json_place(out, chosen, &from->place);
    cli_put(out, ",\"to\":");
    cli_put_json_place(out, chosen, &to->place);
    put_distance(out, chosen, length);
}

static void put_extras(sink *out, const options *chosen, const stop *from, const stop *to)
{
    if (chosen->detailed)
        put_details(out, chosen, from, to);
    if (chosen->waypoints >= 0)
        put_waypoints(out, chosen, from, to);
}

static void put_legs(sink *out, const options *chosen, const journey *travelled)
{
    for (size_t i = 1; i < travelled->count && !out->failure; i++) {
        const stop *from = &travelled->stops[i - 1], *to = &travelled->stops[i];
        cli_put(out, i == 1 ? ",\"legs\":[" : ",");
        put_stretch(out, chosen, from, to, cli_leg(chosen, from, to));
        put_extras(out, chosen, from, to);
        cli_put(out, "}");
    }
    cli_put(out, "]");
}

void cli_put_json_line(sink *out, const options *chosen, const journey *travelled)
{
    const stop *first = travelled->stops, *last = first + travelled->count - 1;
    put_stretch(out, chosen, first, last, travelled->total);
    cli_put_json_terms(out, chosen);
    if (travelled->count == 2) {
        put_extras(out, chosen, first, last);
    } else {
        if (chosen->detailed) {
            totals both = cli_totals(chosen, travelled);
            put_both_models(out, chosen, both.sphere, both.wgs84);
        }
        put_legs(out, chosen, travelled);
    }
    cli_put(out, "}");
}

void cli_put_json_trouble(sink *out, const options *chosen, const trouble *why)
{
    static sink reason;
    (void)chosen;
    cli_open_sink(&reason, -1, sizeof reason.bytes - 1);
    cli_put_trouble(&reason, why, false);
    cli_put(out, "{\"error\":");
    cli_put_json_string(out, (geodist_text){reason.bytes, reason.length});
    cli_put(out, "}");
}

/* ---- The direct problem --------------------------------------------------------------------- */

void cli_put_json_arrival(sink *out, const options *chosen, const arrival *reached)
{
    cli_put(out, "{\"from\":");
    cli_put_json_place(out, chosen, &reached->from->place);
    cli_put(out, ",\"to\":{");
    cli_put_json_point(out, chosen, reached->point);
    cli_put(out, "}");
    put_distance(out, chosen, chosen->metres / chosen->unit->metres);
    cli_put_json_terms(out, chosen);
    cli_put(out, ",\"initial_bearing\":");
    cli_put_degrees(out, chosen, reached->bearings.initial);
    cli_put(out, ",\"final_bearing\":");
    cli_put_degrees(out, chosen, reached->bearings.final);
    if (chosen->detailed) {
        geodist_neighbour nearest = cli_nearest_city(chosen, reached->point);
        cli_put(out, ",\"nearest\":");
        cli_put_json_neighbour(out, chosen, &nearest);
    }
    cli_put(out, "}");
}
