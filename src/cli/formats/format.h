/* Answers, in one of the formats. */
#ifndef CLI_REPORT_H
#define CLI_REPORT_H

#include "route/route.h"
#include "options/options.h"
#include "messages/diagnostics.h"

typedef void report(sink *out, const options *chosen, const journey *travelled);

/* What a line of a stream gets that has no answer, without its end. */
typedef void empty_report(sink *out, const options *chosen, const trouble *why);

/* A city on a line, without its end; near, or NULL, tells how near it is. */
typedef void city_report(sink *out, const options *chosen, const geodist_place *place,
                         const geodist_neighbour *near);

/* Where --from, --bearing and --distance lead. */
typedef struct {
    const stop *from;
    geodist_point point;
    geodist_bearings bearings;
} arrival;

/* The answer of one line, without its end. */
typedef void arrival_report(sink *out, const options *chosen, const arrival *reached);

typedef struct format {
    const char *name;
    bool fine;        /* read by programs: to the millimetre, and no notes */
    bool nested;      /* can hold whatever is asked for, on one line */
    report *put;      /* the journey that arguments name; NULL if it is put as a line */
    report *put_line; /* the journey of a line, on one line without its end */
    empty_report *put_empty;
    city_report *put_city;
    arrival_report *put_arrival;
} format;

/* Ended by a row without a name; the first is the default. */
extern const format cli_formats[];

/* The sum of all legs in the unit that was asked for. */
double cli_total(const options *chosen, const journey *travelled);

typedef struct {
    double sphere, wgs84;
} totals;

/* The sums on both models. */
totals cli_totals(const options *chosen, const journey *travelled);

/* The answer, with --quiet only the number. Every stop has been found, and the total is there. */
report cli_put_report;

/* For the formats: lengths in the unit, and written as they should be. */
double cli_leg(const options *chosen, const stop *from, const stop *to);
void cli_put_length(sink *out, const options *chosen, double length);
void cli_put_fine_length(sink *out, const options *chosen, double length); /* for programs */

/* Degrees to the millimetre for programs and to the metre for people, and a point of these. */
void cli_put_degrees(sink *out, const options *chosen, double degrees);
void cli_put_point(sink *out, const options *chosen, geodist_point point); /* LAT,LON */

typedef struct {
    geodist_point point;
    double length; /* from the beginning of the leg, in the unit that was asked for */
} waypoint;

/* The index-th of --waypoints, from 1 on. */
waypoint cli_waypoint_of_leg(const options *chosen, const stop *from, const stop *to, int index);

/* What a line of a stream gets that has no answer, without its end. */
empty_report cli_put_empty_report;

/* The formats that have a file of their own. */
report cli_put_json_line, cli_put_geojson_line;
empty_report cli_put_json_trouble, cli_put_geojson_trouble;
city_report cli_put_city, cli_put_tsv_city, cli_put_csv_city, cli_put_json_city,
    cli_put_geojson_city;
arrival_report cli_put_arrival, cli_put_tsv_arrival, cli_put_csv_arrival, cli_put_json_arrival,
    cli_put_geojson_arrival;

#endif
