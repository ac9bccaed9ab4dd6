#include "output/report.h"

#include "output/csv_writer.h"
#include "route/leg_details.h"
#include "output/label.h"
#include "output/format_number.h"

double cli_leg(const options *chosen, const stop *from, const stop *to)
{
    return cli_distance(chosen->on, from->place.point, to->place.point) / chosen->unit->metres;
}

double cli_total(const options *chosen, const journey *travelled)
{
    double total = 0;
    for (size_t i = 1; i < travelled->count; i++)
        total += cli_leg(chosen, &travelled->stops[i - 1], &travelled->stops[i]);
    return total;
}

totals cli_totals(const options *chosen, const journey *travelled)
{
    options on_sphere = *chosen, on_wgs84 = *chosen;
    on_sphere.on.model = &cli_models[0];
    on_wgs84.on.model = &cli_models[1];
    return (totals){cli_total(&on_sphere, travelled), cli_total(&on_wgs84, travelled)};
}

waypoint cli_waypoint_of_leg(const options *chosen, const stop *from, const stop *to, int index)
{
    double fraction = index / (chosen->waypoints + 1.0);
    return (waypoint){cli_waypoint(chosen->on, from->place.point, to->place.point, fraction),
                      fraction * cli_leg(chosen, from, to)};
}

void cli_put_fine_length(sink *out, const options *chosen, double length)
{
    cli_put_fixed(out, length,
                  chosen->precision < 0 ? chosen->unit->fine_decimals : chosen->precision);
}

void cli_put_length(sink *out, const options *chosen, double length)
{
    if (chosen->format->fine)
        cli_put_fine_length(out, chosen, length);
    else
        cli_put_fixed(out, length,
                      chosen->precision < 0 ? chosen->unit->decimals : chosen->precision);
}

void cli_put_degrees(sink *out, const options *chosen, double degrees)
{
    cli_put_fixed(out, degrees, chosen->format->fine || chosen->quiet ? 8 : 5);
}

void cli_put_point(sink *out, const options *chosen, geodist_point point)
{
    cli_put_degrees(out, chosen, point.lat);
    cli_put(out, ",");
    cli_put_degrees(out, chosen, point.lon);
}

static void put_length(sink *out, const options *chosen, double length)
{
    cli_put(out, ": ");
    cli_put_length(out, chosen, length);
    cli_put(out, " ");
    cli_put(out, chosen->unit->name);
}

static void put_waypoints(sink *out, const options *chosen, const stop *from, const stop *to)
{
    for (int i = 1; i <= chosen->waypoints && !out->failure; i++) {
        waypoint at = cli_waypoint_of_leg(chosen, from, to, i);
        cli_put(out, chosen->quiet ? "" : "  ");
        cli_put_point(out, chosen, at.point);
        if (!chosen->quiet)
            put_length(out, chosen, at.length);
        cli_put(out, "\n");
    }
}

static void put_text(sink *out, const options *chosen, const journey *travelled)
{
    for (size_t i = 1; i < travelled->count && !out->failure; i++) {
        const stop *from = &travelled->stops[i - 1], *to = &travelled->stops[i];
        cli_put_label(out, &from->place);
        cli_put(out, " to ");
        cli_put_label(out, &to->place);
        put_length(out, chosen, cli_leg(chosen, from, to));
        cli_put(out, "\n");
        put_waypoints(out, chosen, from, to);
        if (chosen->detailed)
            cli_put_details(out, chosen, from, to);
    }
    if (travelled->count > 2) {
        cli_put(out, "total");
        put_length(out, chosen, travelled->total);
        cli_put(out, "\n");
        if (chosen->detailed) {
            totals both = cli_totals(chosen, travelled);
            cli_put_both_models(out, chosen, both.sphere, both.wgs84);
        }
    }
}

/* A journey of several legs on one line: all of its stops, and the total. */
static void put_text_line(sink *out, const options *chosen, const journey *travelled)
{
    for (size_t i = 0; i < travelled->count; i++) {
        cli_put(out, i == 0 ? "" : " to ");
        cli_put_label(out, &travelled->stops[i].place);
    }
    put_length(out, chosen, travelled->total);
}

/* A label has no TAB in it, nor any other control character. */
static void put_tsv(sink *out, const options *chosen, const journey *travelled)
{
    for (size_t i = 0; i < travelled->count; i++) {
        cli_put_label(out, &travelled->stops[i].place);
        cli_put(out, "\t");
    }
    cli_put_length(out, chosen, travelled->total);
}

static void put_csv(sink *out, const options *chosen, const journey *travelled)
{
    for (size_t i = 0; i < travelled->count; i++) {
        cli_put_csv_label(out, &travelled->stops[i].place);
        cli_put(out, ",");
    }
    cli_put_length(out, chosen, travelled->total);
}

static void put_nothing(sink *out, const options *chosen, const trouble *why)
{
    (void)out, (void)chosen, (void)why;
}

void cli_put_empty_report(sink *out, const options *chosen, const trouble *why)
{
    if (chosen->quiet)
        cli_put(out, "NaN");
    else
        chosen->format->put_empty(out, chosen, why);
}

/* With --quiet --waypoints: their coordinates. */
static void put_all_waypoints(sink *out, const options *chosen, const journey *travelled)
{
    for (size_t i = 1; i < travelled->count && !out->failure; i++)
        put_waypoints(out, chosen, &travelled->stops[i - 1], &travelled->stops[i]);
}

void cli_put_report(sink *out, const options *chosen, const journey *travelled)
{
    if (chosen->quiet && chosen->waypoints >= 0) {
        put_all_waypoints(out, chosen, travelled);
        return;
    }
    if (!chosen->quiet && chosen->format->put) {
        chosen->format->put(out, chosen, travelled);
        return;
    }
    if (chosen->quiet)
        cli_put_length(out, chosen, travelled->total);
    else
        chosen->format->put_line(out, chosen, travelled);
    cli_put(out, "\n");
}

const format cli_formats[] = {
    {"text", false, false, put_text, put_text_line, put_nothing, cli_put_city, cli_put_arrival},
    {"tsv", true, false, NULL, put_tsv, put_nothing, cli_put_tsv_city, cli_put_tsv_arrival},
    {"csv", true, false, NULL, put_csv, put_nothing, cli_put_csv_city, cli_put_csv_arrival},
    {"json", true, true, NULL, cli_put_json_line, cli_put_json_trouble, cli_put_json_city,
     cli_put_json_arrival},
    {"geojson", true, true, NULL, cli_put_geojson_line, cli_put_geojson_trouble,
     cli_put_geojson_city, cli_put_geojson_arrival},
    {NULL, false, false, NULL, NULL, NULL, NULL, NULL},
};
