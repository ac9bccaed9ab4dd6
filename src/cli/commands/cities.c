#include "commands/cities.h"

#include "options/compass.h"
#include "output/csv_writer.h"
#include "output/escape.h"
#include "output/label.h"
#include "output/format_number.h"
#include "output/report.h"
#include "commands/subject.h"

#include <math.h>
#include <stdlib.h>

/* ---- A line ------------------------------------------------------------------------------- */

/* "Ciudad Juárez, Chihuahua, Mexico: 4.9 km south-southeast (150.0°)" */
void cli_put_city(sink *out, const options *chosen, const geodist_place *place,
                  const geodist_neighbour *near)
{
    cli_put_label(out, place);
    if (!near)
        return;
    cli_put(out, ": ");
    cli_put_length(out, chosen, near->metres / chosen->unit->metres);
    cli_put(out, " ");
    cli_put(out, chosen->unit->name);
    if (near->metres > 0) {
        cli_put(out, " ");
        cli_put_bearing(out, near->bearing);
    }
}

typedef void put_field(sink *out, geodist_text text);

/* Name, region, country, country code, latitude, longitude and population, 0 if unknown; then
 * distance and bearing. */
static void put_row(sink *out, const options *chosen, const geodist_place *place,
                    const geodist_neighbour *near, const char *mark, put_field *put)
{
    put(out, place->name);
    cli_put(out, mark);
    put(out, place->region);
    cli_put(out, mark);
    put(out, place->country);
    cli_put(out, mark);
    cli_put_text(out, place->country_code);
    cli_put(out, mark);
    cli_put_shortest(out, place->point.lat);
    cli_put(out, mark);
    cli_put_shortest(out, place->point.lon);
    cli_put(out, mark);
    cli_put_count(out, place->population);
    if (!near)
        return;
    cli_put(out, mark);
    cli_put_fine_length(out, chosen, near->metres / chosen->unit->metres);
    cli_put(out, mark);
    cli_put_degrees(out, chosen, near->bearing);
}

void cli_put_tsv_city(sink *out, const options *chosen, const geodist_place *place,
                      const geodist_neighbour *near)
{
    put_row(out, chosen, place, near, "\t", cli_put_text);
}

void cli_put_csv_city(sink *out, const options *chosen, const geodist_place *place,
                      const geodist_neighbour *near)
{
    put_row(out, chosen, place, near, ",", cli_put_csv_field);
}

/* ---- Near a place ------------------------------------------------------------------------- */

enum { USUALLY_NEAR = 10, USUALLY_FOUND = 20 };

/* No ellipsoidal distance differs from that on the sphere by more than 0.68 %, so what is among the
 * nearest on one is within this of the last of them on the other. */
static const double leeway = 1.015;

static int compare(const void *a, const void *b)
{
    const geodist_neighbour *x = a, *y = b;
    return x->metres != y->metres
               ? (x->metres > y->metres) - (x->metres < y->metres)
               : (x->place.city > y->place.city) - (x->place.city < y->place.city);
}

typedef struct {
    geodist_neighbour *items; /* NULL if memory is lacking */
    size_t count;
} neighbours;

/* Only with a radius is the number not known beforehand. */
static neighbours find_around(geodist_point here, geodist_nearest_query wanted)
{
    size_t room = wanted.count <= geodist_table_info().cities
                      ? wanted.count
                      : geodist_nearest(here, wanted, NULL, 0);
    neighbours found = {.items = calloc(room + 1, sizeof *found.items)};
    if (found.items)
        found.count = geodist_nearest(here, wanted, found.items, room);
    return found;
}

/* The cities among which the wanted ones are: themselves on a sphere, some more on the ellipsoid.
 */
static neighbours find_candidates(earth on, geodist_point here, geodist_nearest_query wanted)
{
    size_t count = wanted.count;
    wanted.metres *= on.model->is_sphere ? GEODIST_MEAN_RADIUS / on.radius * (1 + 1e-12) : leeway;
    neighbours found = find_around(here, wanted);
    if (on.model->is_sphere || found.count < count)
        return found;
    wanted.metres = found.items[count - 1].metres * leeway;
    wanted.count = SIZE_MAX;
    free(found.items);
    return find_around(here, wanted);
}

/* Measured on the model, and in the order of that. */
static neighbours find_near(const options *chosen, geodist_point here, size_t count)
{
    geodist_nearest_query wanted = {count, chosen->metres, chosen->population};
    neighbours found = find_candidates(chosen->on, here, wanted);
    if (!found.items)
        return found;
    for (geodist_neighbour *at = found.items; at < found.items + found.count; at++) {
        at->metres = cli_distance(chosen->on, here, at->place.point);
        at->bearing = cli_bearings(chosen->on, here, at->place.point).initial;
    }
    qsort(found.items, found.count, sizeof *found.items, compare);
    return found;
}

static void put_neighbour(sink *out, const options *chosen, const geodist_neighbour *near)
{
    if (chosen->quiet)
        cli_put_length(out, chosen, near->metres / chosen->unit->metres);
    else
        chosen->format->put_city(out, chosen, &near->place, near);
    cli_put(out, "\n");
}

outcome cli_run_near(const options *chosen, sink *out, sink *errors)
{
    stop centre;
    outcome end = cli_find_subject(chosen, &centre, errors);
    if (end != ANSWERED)
        return end;
    size_t count = chosen->count ? chosen->count : chosen->within ? SIZE_MAX - 1 : USUALLY_NEAR;
    neighbours found = find_near(chosen, centre.place.point, count + 1); /* with itself */
    if (!found.items) {
        cli_put(errors, "geodist: not enough memory\n");
        return BROKEN;
    }
    size_t put = 0;
    for (size_t i = 0; i < found.count && put < count; i++) {
        const geodist_neighbour *near = &found.items[i];
        if (near->place.city == centre.place.city || near->metres > chosen->metres)
            continue;
        put_neighbour(out, chosen, near);
        put++;
    }
    free(found.items);
    if (put)
        return ANSWERED;
    cli_put(errors, "geodist: no such city is near '");
    cli_put_shown(errors, centre.text);
    cli_put(errors, "'\n");
    return UNANSWERED;
}

/* ---- Of a name ---------------------------------------------------------------------------- */

outcome cli_run_search(const options *chosen, sink *out, sink *errors)
{
    geodist_place places[GEODIST_SEARCH_MAX];
    size_t most = chosen->count ? chosen->count : USUALLY_FOUND;
    size_t count = geodist_search(geodist_string(chosen->subject), places,
                                  most < GEODIST_SEARCH_MAX ? most : GEODIST_SEARCH_MAX);
    for (size_t i = 0; i < count; i++) {
        chosen->format->put_city(out, chosen, &places[i], NULL);
        cli_put(out, "\n");
    }
    if (count)
        return ANSWERED;
    cli_put(errors, "geodist: no name is or begins like '");
    cli_put_shown(errors, geodist_string(chosen->subject));
    cli_put(errors, "', or nearly\n");
    return UNANSWERED;
}

/* ---- All ---------------------------------------------------------------------------------- */

outcome cli_run_list(const options *chosen, sink *out)
{
    city_report *put = chosen->format == cli_formats ? cli_put_tsv_city : chosen->format->put_city;
    geodist_place place;
    for (uint32_t row = 0; geodist_place_at(row, &place) && !out->failure; row++) {
        if (place.population < chosen->population)
            continue;
        put(out, chosen, &place, NULL);
        cli_put(out, "\n");
    }
    return ANSWERED;
}
