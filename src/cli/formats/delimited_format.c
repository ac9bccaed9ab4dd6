/* CSV, and for every other format TSV: the same fields with commas and quotes, or with TABs. */
#include "formats/format.h"

#include "output/csv_writer.h"
#include "output/format_number.h"
#include "output/put_label.h"

/* What the two differ in. Labels and names of the table hold no TAB and no other control character,
 * so that TSV needs no quotes. */
typedef struct {
    const char *delimiter;
    void (*put_label)(writer *out, const geodist_place *place);
    void (*put_text)(writer *out, geodist_text text);
} dialect;

static void put_plain_text(writer *out, geodist_text text)
{
    gd_put_text(out, text);
}

static dialect dialect_of(const options *asked)
{
    static const dialect tsv = {"\t", gd_put_label, put_plain_text};
    static const dialect csv = {",", gd_put_csv_label, gd_put_csv_field};
    return asked->format == FORMAT_CSV ? csv : tsv;
}

/* ---- Journeys: the places and the total -------------------------------------------- */

static void put_line(writer *out, const options *asked, const route *answer)
{
    dialect as = dialect_of(asked);
    for (size_t i = 0; i < answer->count; i++) {
        as.put_label(out, &answer->stops[i].place);
        gd_put(out, as.delimiter);
    }
    gd_put_unit_length(out, asked, answer->total);
}

static void put_whole(writer *out, const options *asked, const route *answer)
{
    put_line(out, asked, answer);
    gd_put(out, "\n");
}

/* As many empty fields as an answer has, so that every row has the same shape. */
static void put_empty_fields(writer *out, const options *asked, size_t places)
{
    dialect as = dialect_of(asked);
    for (size_t i = 0; i < (places > 2 ? places : 2); i++)
        gd_put(out, as.delimiter);
}

static void put_failed_line(writer *out, const options *asked, const failed_line *line)
{
    put_empty_fields(out, asked, line->places);
}

static void put_empty_line(writer *out, const options *asked)
{
    put_empty_fields(out, asked, 2);
}

/* ---- Cities and airports ----------------------------------------------------------- */

/* Kind, IATA and ICAO code, and the id of GeoNames (0 if there is none). */
static void put_identity(writer *out, const char *delimiter, const geodist_place *place)
{
    const char *const fields[] = {gd_kind_name(place->kind), place->iata, place->icao};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        gd_put(out, delimiter);
        gd_put(out, fields[i]);
    }
    gd_put(out, delimiter);
    gd_put_integer(out, place->geonames_id);
}

/* Name, region, country, country code, latitude, longitude and population (0 if unknown); distance
 * and bearing if it is a neighbour; then what put_identity() writes. */
static void put_city_row(writer *out, const options *asked, const geodist_place *city,
                         const geodist_neighbour *near)
{
    dialect as = dialect_of(asked);
    as.put_text(out, city->name);
    gd_put(out, as.delimiter);
    as.put_text(out, city->region);
    gd_put(out, as.delimiter);
    as.put_text(out, city->country);
    gd_put(out, as.delimiter);
    gd_put_text(out, city->country_code);
    gd_put(out, as.delimiter);
    gd_put_degrees(out, city->point.lat);
    gd_put(out, as.delimiter);
    gd_put_degrees(out, city->point.lon);
    gd_put(out, as.delimiter);
    gd_put_integer(out, city->population);
    if (near) {
        gd_put(out, as.delimiter);
        gd_put_machine_length(out, asked, near->metres / gd_unit(asked)->metres);
        gd_put(out, as.delimiter);
        gd_put_angle(out, asked, near->bearing);
    }
    put_identity(out, as.delimiter, city);
}

/* ---- Destinations ------------------------------------------------------------------ */

/* The place, bearing, distance, latitude, longitude and bearing on arrival. */
static void put_destination_row(writer *out, const options *asked, const destination *reached)
{
    dialect as = dialect_of(asked);
    const double angles[] = {reached->point.lat, reached->point.lon, reached->bearings.final};
    as.put_label(out, &reached->from);
    gd_put(out, as.delimiter);
    gd_put_angle(out, asked, reached->bearings.initial);
    gd_put(out, as.delimiter);
    gd_put_length(out, asked, reached->metres);
    for (size_t i = 0; i < sizeof angles / sizeof *angles; i++) {
        gd_put(out, as.delimiter);
        gd_put_angle(out, asked, angles[i]);
    }
}

const format gd_delimited_format = {
    .put_route = put_whole,
    .put_route_line = put_line,
    .put_failed_line = put_failed_line,
    .put_empty_line = put_empty_line,
    .put_city = put_city_row,
    .put_destination = put_destination_row,
};
