/* --near: the cities or airports nearest to a place. */
#include "commands/commands.h"
#include "commands/place_argument.h"
#include "formats/row_writer.h"
#include "messages/diagnostics.h"
#include "output/escape.h"

#include <stdlib.h>

enum { DEFAULT_COUNT = 10 };

/* Writes at most `count` of them without the centre itself, and returns how many. */
static size_t put_neighbours(writer *out, const options *asked, const stop *centre,
                             const geodist_neighbour *found, size_t found_count, size_t count)
{
    row_writer rows = {.out = out, .asked = asked, .kind = ROW_NEAR};
    size_t written = 0;
    for (size_t i = 0; i < found_count && written < count; i++)
        if (centre->place.row == GEODIST_NO_ROW || found[i].place.row != centre->place.row) {
            gd_begin_row(&rows, 1);
            gd_format(asked)->put_city(out, asked, &found[i].place, &found[i]);
            gd_end_row(&rows);
            written++;
        }
    gd_end_rows(&rows);
    return written;
}

static unsigned kinds_of(const options *asked)
{
    static const unsigned kinds[] = {[KIND_CITY] = GEODIST_CITIES,
                                     [KIND_AIRPORT] = GEODIST_AIRPORTS,
                                     [KIND_ANY] = GEODIST_CITIES | GEODIST_AIRPORTS};
    return kinds[asked->kind];
}

static exit_status refuse_empty(const options *asked, geodist_text centre, writer *errors)
{
    static const char *const names[] = {
        [KIND_CITY] = "city", [KIND_AIRPORT] = "airport", [KIND_ANY] = "place"};
    gd_put(errors, "geodist: no such ");
    gd_put(errors, names[asked->kind]);
    gd_put(errors, " is near ");
    gd_put_quoted(errors, centre);
    gd_put(errors, "\n");
    return EXIT_UNANSWERED;
}

exit_status gd_run_nearby(const options *asked, writer *out, writer *errors)
{
    stop centre;
    place_lookup by;
    exit_status status = gd_open_lookup(asked, &by, errors);
    if (status == EXIT_ANSWERED)
        status = gd_find_place_argument(asked, &by, asked->subject, &centre, errors);
    if (status != EXIT_ANSWERED)
        return status;
    size_t rows = geodist_table_info().places;
    size_t count = asked->count ? (size_t)asked->count : asked->within ? rows : DEFAULT_COUNT;
    geodist_nearest_query query = {.max_count = count + 1, /* with the centre itself */
                                   .max_metres = asked->metres,
                                   .min_population = (uint32_t)asked->min_population,
                                   .kinds = kinds_of(asked)};
    geodist_earth earth = gd_earth(asked);
    geodist_point point = centre.place.point;
    size_t capacity = query.max_count < rows ? query.max_count : rows;
    if (asked->within && !asked->count)
        capacity = geodist_nearest(earth, point, query, NULL, 0);
    geodist_neighbour *found = calloc(capacity + 1, sizeof *found);
    if (!found) {
        gd_put_out_of_memory(errors);
        return EXIT_BROKEN;
    }
    size_t found_count = geodist_nearest(earth, point, query, found, capacity);
    if (found_count > capacity)
        found_count = capacity;
    size_t written = put_neighbours(out, asked, &centre, found, found_count, count);
    free(found);
    return written ? EXIT_ANSWERED : refuse_empty(asked, centre.text, errors);
}
