/* Answers in the formats of --format. */
#ifndef CLI_FORMAT_H
#define CLI_FORMAT_H

#include "options/options.h"
#include "output/csv_writer.h"
#include "route/destination.h"
#include "route/route.h"

/* What a row is about: it decides on the cells of tsv and csv. */
typedef enum {
    ROW_JOURNEY,
    ROW_LOCATED, /* a place of --locate */
    ROW_NEAR,    /* a neighbour */
    ROW_PLACE,   /* of --search or --list */
    ROW_DESTINATION
} row_kind;

/* A line of a stream, or an argument, that has no answer. */
typedef struct {
    uint64_t number;     /* from 1 on; 0 for an argument */
    geodist_text text;   /* without its ending */
    geodist_text reason; /* one clause, safe to print */
    size_t places;       /* that it was split into */
    row_kind kind;
} failed_line;

/* Every place of a route was found. */
typedef void put_route(writer *out, const options *asked, const route *answer);

/* A city; `near`, unless it is NULL, is the same city with its distance. The number of the line
 * that it is a result for, unless it is 0, becomes a member of objects; cells are those of a
 * row_writer. */
typedef void put_city(writer *out, const options *asked, const geodist_place *city,
                      const geodist_neighbour *near, uint64_t line);

typedef struct {
    put_route *put_route; /* on one line, without its ending */
    void (*put_failed_line)(writer *out, const options *asked, const failed_line *line);
    /* For an empty line or a comment. */
    void (*put_empty_line)(writer *out, const options *asked, row_kind kind);
    put_city *put_city; /* on one line, without its ending */
    /* A place of --locate with its label and coordinates, on one line, without its ending. */
    void (*put_located)(writer *out, const options *asked, const geodist_place *place);
    /* The row of column names, with its ending; NULL if the format has none. The number of places
     * is that of a journey. */
    void (*put_header)(writer *out, const options *asked, row_kind kind, size_t places);
    /* Without the ending of its last line. */
    void (*put_destination)(writer *out, const options *asked, const destination *reached);
} format;

/* The format that was asked for. */
const format *gd_format(const options *asked);

/* In text, a line for each leg and the total of several, with their endings. */
void gd_put_text_legs(writer *out, const options *asked, const route *answer);

/* The formats; each is in a file of its own. */
extern const format gd_text_format, gd_delimited_format, gd_json_format, gd_geojson_format;

/* Of tsv or csv. Labels and names of the table hold no TAB and no other control character, so that
 * tsv needs no quotes. */
cell_style gd_cell_style(const options *asked);

/* What all of them use: */

/* A length in metres: in the unit and with the precision that were asked for. */
void gd_put_length(writer *out, const options *asked, double metres);

/* The number of decimals of a length. */
int gd_length_decimals(const options *asked);

/* A length that is in the unit already; the second with the precision for programs. */
void gd_put_unit_length(writer *out, const options *asked, double length);
void gd_put_machine_length(writer *out, const options *asked, double length);

/* A computed angle: to a millimetre on the ground for programs and to a metre for people. */
void gd_put_angle(writer *out, const options *asked, double degrees);

/* LAT,LON of a computed point. */
void gd_put_point(writer *out, const options *asked, geodist_point point);

/* The path of the leg that ends at stop `index` of a route, from 1 on. */
geodist_path gd_leg_path(const options *asked, const route *of, size_t index);

/* The part of a path that lies before the index-th of --waypoints, from 1 on. */
double gd_waypoint_fraction(const options *asked, int index);

#endif
