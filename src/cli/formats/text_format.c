/* Answers for people. */
#include "formats/format.h"

#include "options/bearing_words.h"
#include "output/format_number.h"
#include "output/put_label.h"
#include "route/leg.h"

/* "14888.8 km" of a length that is in the unit already. */
static void put_with_unit(writer *out, const options *asked, double length)
{
    gd_put_unit_length(out, asked, length);
    gd_put(out, " ");
    gd_put(out, gd_unit(asked)->name);
}

static void put_metres(writer *out, const options *asked, double metres)
{
    put_with_unit(out, asked, metres / gd_unit(asked)->metres);
}

static void put_newline(writer *out)
{
    gd_put(out, "\n");
}

/* ---- Details of --long ------------------------------------------------------------- */

static void put_detail_name(writer *out, const char *name)
{
    gd_put(out, "  ");
    gd_put_padded(out, name, 17);
}

/* Two decimals more than usual, because the models differ by less than a hundredth. */
static void put_exact_length(writer *out, const options *asked, double length)
{
    const unit *in = gd_unit(asked);
    gd_put_fixed(out, length, asked->precision < 0 ? in->decimals + 2 : asked->precision);
    gd_put(out, " ");
    gd_put(out, in->name);
}

/* Lengths in the unit. */
static void put_both_models(writer *out, const options *asked, double sphere, double wgs84)
{
    put_detail_name(out, "sphere");
    put_exact_length(out, asked, sphere);
    put_newline(out);
    put_detail_name(out, "wgs84");
    put_exact_length(out, asked, wgs84);
    put_newline(out);
    put_detail_name(out, "difference");
    gd_put(out, wgs84 > sphere ? "+" : "");
    put_exact_length(out, asked, wgs84 - sphere);
    if (sphere > 0) {
        gd_put(out, wgs84 > sphere ? ", +" : ", ");
        gd_put_fixed(out, (wgs84 - sphere) / sphere * 100, 3);
        gd_put(out, " %");
    }
    put_newline(out);
}

static void put_distance_and_bearing(writer *out, const options *asked,
                                     const geodist_neighbour *near)
{
    put_metres(out, asked, near->metres);
    if (near->metres > 0) {
        gd_put(out, " ");
        gd_put_bearing(out, near->bearing);
    }
}

static void put_nearest_city(writer *out, const options *asked, const geodist_neighbour *nearest)
{
    put_detail_name(out, "nearest city");
    gd_put_label(out, &nearest->place);
    gd_put(out, ", ");
    put_distance_and_bearing(out, asked, nearest);
}

static void put_end(writer *out, const char *name, const geodist_place *place)
{
    put_detail_name(out, name);
    gd_put_coordinate(out, place->point);
    if (place->row != GEODIST_NO_ROW && place->population) {
        gd_put(out, ", population ");
        gd_put_integer(out, place->population);
    }
    put_newline(out);
}

static void put_named_bearing(writer *out, const char *name, double bearing)
{
    put_detail_name(out, name);
    gd_put_bearing(out, bearing);
    put_newline(out);
}

static void put_details(writer *out, const options *asked, const leg_details *details)
{
    double unit_metres = gd_unit(asked)->metres;
    put_both_models(out, asked, details->sphere / unit_metres, details->wgs84 / unit_metres);
    put_named_bearing(out, "initial bearing", details->bearings.initial);
    put_named_bearing(out, "final bearing", details->bearings.final);
    put_detail_name(out, "midpoint");
    gd_put_point(out, asked, details->midpoint);
    put_newline(out);
    if (details->has_nearest) {
        put_nearest_city(out, asked, &details->nearest);
        put_newline(out);
    }
}

/* ---- Journeys ---------------------------------------------------------------------- */

static void put_waypoints(writer *out, const options *asked, const geodist_path *path)
{
    double length = path->metres / gd_unit(asked)->metres;
    for (int i = 1; i <= asked->waypoints && !out->failure; i++) {
        double fraction = gd_waypoint_fraction(asked, i);
        gd_put(out, asked->quiet ? "" : "  ");
        gd_put_point(out, asked, geodist_path_point(path, fraction));
        if (!asked->quiet) {
            gd_put(out, ": ");
            put_with_unit(out, asked, fraction * length);
        }
        put_newline(out);
    }
}

/* Sums of all legs on both models. */
static void put_total_details(writer *out, const options *asked, const route *answer)
{
    geodist_earth sphere = {GEODIST_MODEL_SPHERE, gd_earth(asked).radius};
    double unit_metres = gd_unit(asked)->metres;
    put_both_models(out, asked, gd_measure_route(answer, sphere, unit_metres),
                    gd_measure_route(answer, geodist_wgs84, unit_metres));
}

static void put_leg(writer *out, const options *asked, const route *answer, size_t index)
{
    const geodist_place *from = &answer->stops[index - 1].place, *to = &answer->stops[index].place;
    geodist_path path = gd_leg_path(asked, answer, index);
    gd_put_label(out, from);
    gd_put(out, " to ");
    gd_put_label(out, to);
    gd_put(out, ": ");
    put_metres(out, asked, path.metres);
    put_newline(out);
    put_waypoints(out, asked, &path);
    if (asked->detailed) {
        leg_details details = gd_describe_leg(&path);
        put_details(out, asked, &details);
        put_end(out, "from", from);
        put_end(out, "to", to);
    }
}

void gd_put_text_legs(writer *out, const options *asked, const route *answer)
{
    for (size_t i = 1; i < answer->count && !out->failure; i++)
        put_leg(out, asked, answer, i);
    if (answer->count <= 2)
        return;
    gd_put(out, "total: ");
    put_with_unit(out, asked, answer->total);
    put_newline(out);
    if (asked->detailed)
        put_total_details(out, asked, answer);
}

/* All places of the journey, and the total. */
static void put_text_line(writer *out, const options *asked, const route *answer)
{
    for (size_t i = 0; i < answer->count; i++) {
        gd_put(out, i == 0 ? "" : " to ");
        gd_put_label(out, &answer->stops[i].place);
    }
    gd_put(out, ": ");
    put_with_unit(out, asked, answer->total);
}

static void put_failed_text(writer *out, const options *asked, const failed_line *line)
{
    (void)out, (void)asked, (void)line;
}

static void put_empty_text(writer *out, const options *asked, row_kind kind)
{
    (void)out, (void)asked, (void)kind;
}

/* ---- Cities and destinations ------------------------------------------------------- */

/* "Ciudad Juárez, Chihuahua, Mexico: 4.9 km south-southeast (150.0°)" */
static void put_text_city(writer *out, const options *asked, const geodist_place *city,
                          const geodist_neighbour *near, uint64_t line)
{
    (void)line;
    gd_put_label(out, city);
    if (near) {
        gd_put(out, ": ");
        put_distance_and_bearing(out, asked, near);
    }
}

/* "Nairobi, Kenya: -1.28333,36.81667" */
static void put_located_text(writer *out, const options *asked, const geodist_place *place)
{
    (void)asked;
    gd_put_label(out, place);
    gd_put(out, ": ");
    gd_put_coordinate(out, place->point);
}

/* "100.0 km east (90.0°) of Nairobi, Kenya: -1.28333,37.71490" */
static void put_text_destination(writer *out, const options *asked, const destination *reached)
{
    geodist_neighbour nearest;
    put_metres(out, asked, reached->metres);
    gd_put(out, " ");
    gd_put_bearing(out, reached->bearings.initial);
    gd_put(out, " of ");
    gd_put_label(out, &reached->from);
    gd_put(out, ": ");
    gd_put_point(out, asked, reached->point);
    if (!asked->detailed)
        return;
    put_newline(out);
    put_detail_name(out, "final bearing");
    gd_put_bearing(out, reached->bearings.final);
    if (gd_find_nearest_city(gd_earth(asked), reached->point, &nearest)) {
        put_newline(out);
        put_nearest_city(out, asked, &nearest);
    }
}

const format gd_text_format = {
    .put_route = put_text_line,
    .put_failed_line = put_failed_text,
    .put_empty_line = put_empty_text,
    .put_city = put_text_city,
    .put_located = put_located_text,
    .put_destination = put_text_destination,
};
