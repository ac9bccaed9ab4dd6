/* --near: the cities or airports nearest to a place, or to the place on each line. */
#include "commands/commands.h"
#include "commands/neighbours.h"
#include "commands/place_argument.h"
#include "commands/place_line.h"
#include "messages/diagnostics.h"

#include <stdlib.h>

static void put_row(row_writer *rows, const geodist_neighbour *near)
{
    gd_begin_row(rows, 1);
    gd_format(rows->asked)->put_city(rows->out, rows->asked, &near->place, near, gd_row_line(rows));
    gd_end_row(rows);
}

/* ---- A place given as an argument -------------------------------------------------- */

static void put_rows(const options *asked, const neighbours *found, writer *out)
{
    row_writer rows = {.out = out, .asked = asked, .kind = ROW_NEAR};
    for (size_t i = 0; i < found->count; i++)
        put_row(&rows, &found->items[i]);
    gd_end_rows(&rows);
}

static exit_status put_neighbours(const options *asked, const neighbours *found,
                                  geodist_text centre, writer *out, writer *errors)
{
    put_rows(asked, found, out);
    if (found->count)
        return EXIT_ANSWERED;
    gd_put(errors, "geodist: ");
    gd_put_no_neighbour(errors, asked, centre);
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
    neighbours found = gd_open_neighbours(asked);
    if (gd_find_neighbours(&found, &centre.place)) {
        status = put_neighbours(asked, &found, centre.text, out, errors);
    } else {
        gd_put_out_of_memory(errors);
        status = EXIT_BROKEN;
    }
    gd_close_neighbours(&found);
    return status;
}

/* ---- Lines ------------------------------------------------------------------------- */

typedef struct {
    const options *asked;
    neighbours found; /* of one line */
    bool has_bearings; /* the rows have bearings, which take as long as the rest of a row */
    /* With --count 1, of all places of the batch, of which each line has at most one: */
    geodist_neighbour nearest[GD_BATCH_ROUTES]; /* the row is GEODIST_NO_ROW if there is none */
    uint32_t rows[GD_BATCH_ROUTES];
    double metres[GD_BATCH_ROUTES];
} nearby_lines;

static void put_failure(const line_stream *of, const batch_route *failed, bool with_help,
                        writer *out)
{
    if (failed->status == ROUTE_NO_RESULT)
        gd_put_no_neighbour(out, of->asked, of->batch.texts[failed->first]);
    else
        gd_put_line_failure(of, failed, with_help, out);
}

/* Finds the neighbours of the place of a line; changes its status if there are none. */
static const neighbours *find_neighbours(line_stream *of, batch_route *centre)
{
    neighbours *found = &((nearby_lines *)of->state)->found;
    geodist_place place = gd_batch_place(&of->batch, centre, centre->first);
    if (!gd_find_neighbours(found, &place))
        gd_break_results(&of->results);
    if (found->count == 0)
        centre->status = ROUTE_NO_RESULT;
    return found;
}

static void put_list(line_stream *of, batch_route *centre)
{
    const neighbours *found = find_neighbours(of, centre);
    if (centre->status != ROUTE_OK)
        return;
    for (size_t i = 0; i < found->count; i++)
        put_row(&of->rows, &found->items[i]);
    gd_end_line_rows(&of->rows);
}

/* ---- Lines with --count 1 ---------------------------------------------------------- */

/* Finds the nearest place to each place of the batch; those of routes that are not ROUTE_OK may be
 * any points. The places are read in a loop of their own, in which the processor overlaps the cache
 * misses of several lines. */
static void find_nearest(line_stream *of)
{
    nearby_lines *own = of->state;
    const batch *in = &of->batch;
    gd_find_nearest(&own->found, (geodist_points){in->lat, in->lon}, in->place_count, own->rows,
                    own->metres);
    for (size_t i = 0; i < in->place_count; i++) {
        geodist_neighbour *near = &own->nearest[i];
        near->metres = own->metres[i];
        if (!geodist_place_at(own->rows[i], &near->place)) {
            near->place.row = GEODIST_NO_ROW;
            continue;
        }
#if defined(__GNUC__)
        __builtin_prefetch(near->place.name.bytes);
        __builtin_prefetch(near->place.region.bytes);
#endif
    }
}

/* A place of the table is not its own neighbour. */
static void put_second_nearest(line_stream *of, batch_route *centre)
{
    const neighbours *found = find_neighbours(of, centre);
    if (centre->status == ROUTE_OK)
        put_row(&of->rows, &found->items[0]);
}

static void put_nearest(line_stream *of, batch_route *centre)
{
    nearby_lines *own = of->state;
    const batch *in = &of->batch;
    size_t at = centre->first;
    geodist_neighbour *near = &own->nearest[at];
    geodist_point here = {in->lat[at], in->lon[at]};
    if (near->place.row == GEODIST_NO_ROW) {
        centre->status = ROUTE_NO_RESULT;
    } else if (near->place.row == in->rows[at]) {
        put_second_nearest(of, centre);
    } else {
        if (own->has_bearings)
            near->bearing =
                geodist_bearings_between(own->found.earth, here, near->place.point).initial;
        put_row(&of->rows, near);
    }
}

/* ---- Threads ----------------------------------------------------------------------- */

static void *new_lines(const options *asked)
{
    nearby_lines *own = calloc(1, sizeof *own); /* too large for the stack of WebAssembly */
    if (!own)
        return NULL;
    own->asked = asked;
    own->found = gd_open_neighbours(asked);
    own->has_bearings = asked->fields.count == 0 || gd_has_field(&asked->fields, FIELD_BEARING);
    return own;
}

static void *copy_lines(const void *state)
{
    return new_lines(((const nearby_lines *)state)->asked);
}

static void free_lines(void *state)
{
    gd_close_neighbours(&((nearby_lines *)state)->found);
    free(state);
}

/* ---- The command for lines --------------------------------------------------------- */

static exit_status run_lines(const options *asked, nearby_lines *own, writer *out, writer *errors)
{
    bool one_each = asked->count == 1;
    line_command lines = {
        .kind = ROW_NEAR,
        .lists_results = !one_each,
        .read_line = gd_read_place_line,
        .answer_batch = one_each ? find_nearest : NULL,
        .put_answer = one_each ? put_nearest : put_list,
        .put_failure = put_failure,
        .copy_state = copy_lines,
        .free_state = free_lines,
    };
    place_lookup by;
    exit_status status = gd_open_lookup(asked, &by, errors);
    return status == EXIT_ANSWERED ? gd_run_lines(&lines, own, asked, &by, out, errors) : status;
}

exit_status gd_run_nearby_lines(const options *asked, writer *out, writer *errors)
{
    nearby_lines *own = new_lines(asked);
    if (!own) {
        gd_put_out_of_memory(errors);
        return EXIT_BROKEN;
    }
    exit_status status = run_lines(asked, own, out, errors);
    free_lines(own);
    return status;
}
