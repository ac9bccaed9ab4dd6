/* --near: the cities or airports nearest to a place, or to the place on each line. */
#include "commands/commands.h"
#include "commands/neighbours.h"
#include "commands/place_argument.h"
#include "commands/place_line.h"
#include "formats/result_list.h"
#include "messages/diagnostics.h"

static void put_neighbour(writer *out, const options *asked, const geodist_neighbour *near)
{
    gd_format(asked)->put_city(out, asked, &near->place, near);
}

/* ---- A place given as an argument -------------------------------------------------- */

static void put_rows(const options *asked, const neighbours *found, writer *out)
{
    row_writer rows = {.out = out, .asked = asked, .kind = ROW_NEAR};
    for (size_t i = 0; i < found->count; i++) {
        gd_begin_row(&rows, 1);
        put_neighbour(out, asked, &found->items[i]);
        gd_end_row(&rows);
    }
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
    neighbours *found = of->state;
    geodist_place place = gd_batch_place(&of->batch, centre, centre->first);
    if (!gd_find_neighbours(found, &place))
        gd_break_stream(of);
    if (found->count == 0)
        centre->status = ROUTE_NO_RESULT;
    return found;
}

/* With --count 1. */
static void put_nearest(line_stream *of, batch_route *centre)
{
    const neighbours *found = find_neighbours(of, centre);
    if (centre->status != ROUTE_OK)
        return;
    gd_begin_row(&of->rows, 1);
    put_neighbour(of->out, of->asked, &found->items[0]);
    gd_end_row(&of->rows);
}

static void put_list(line_stream *of, batch_route *centre)
{
    const neighbours *found = find_neighbours(of, centre);
    result_list list = {.rows = &of->rows, .line = of->line_count};
    if (centre->status != ROUTE_OK)
        return;
    gd_begin_results(&list);
    for (size_t i = 0; i < found->count; i++) {
        gd_begin_result(&list);
        put_neighbour(of->out, of->asked, &found->items[i]);
        gd_end_result(&list);
    }
    gd_end_results(&list);
}

exit_status gd_run_nearby_lines(const options *asked, writer *out, writer *errors)
{
    static const line_command one_each = {
        .kind = ROW_NEAR,
        .read_line = gd_read_place_line,
        .put_answer = put_nearest,
        .put_failure = put_failure,
    };
    static const line_command lists = {
        .kind = ROW_NEAR,
        .lists_results = true,
        .read_line = gd_read_place_line,
        .put_answer = put_list,
        .put_failure = put_failure,
    };
    place_lookup by;
    exit_status status = gd_open_lookup(asked, &by, errors);
    if (status != EXIT_ANSWERED)
        return status;
    neighbours found = gd_open_neighbours(asked);
    status = gd_run_lines(asked->count == 1 ? &one_each : &lists, &found, asked, &by, out, errors);
    gd_close_neighbours(&found);
    return status;
}
