/* --locate: the label and the coordinates of places, or of the place on each line. */
#include "commands/commands.h"
#include "commands/place_argument.h"
#include "commands/place_line.h"
#include "messages/ambiguity.h"
#include "messages/diagnostics.h"

#include <stdlib.h>

/* ---- Places given as arguments ----------------------------------------------------- */

static void put_rows(const options *asked, const route *located, writer *out)
{
    row_writer rows = {.out = out, .asked = asked, .kind = ROW_LOCATED};
    for (size_t i = 0; i < located->count; i++) {
        const stop *at = &located->stops[i];
        if (at->error.status != GEODIST_OK || (asked->strict && at->place.rivals))
            continue;
        gd_begin_row(&rows, 1);
        gd_format(asked)->put_located(out, asked, &at->place);
        gd_end_row(&rows);
    }
    gd_end_rows(&rows);
}

/* Those that are found are written, whatever is wrong with the others. */
static exit_status locate(const options *asked, route *located, writer *out, writer *errors)
{
    bool found = gd_find_stops(located);
    put_rows(asked, located, out);
    if (!found)
        gd_put_route_errors(errors, located);
    if (asked->strict) {
        gd_put_ambiguity_errors(errors, located);
        found = found && !gd_is_ambiguous(located);
    } else if (!asked->quiet && !gd_is_for_programs(asked)) {
        gd_put_notes(errors, located);
    }
    return found ? EXIT_ANSWERED : EXIT_UNANSWERED;
}

exit_status gd_run_locate(const options *asked, writer *out, writer *errors)
{
    route located = {.count = asked->operand_count};
    exit_status status = gd_open_lookup(asked, &located.by, errors);
    if (status != EXIT_ANSWERED)
        return status;
    located.stops = calloc(located.count, sizeof *located.stops);
    if (!located.stops) {
        gd_put_out_of_memory(errors);
        return EXIT_BROKEN;
    }
    for (size_t i = 0; i < located.count; i++)
        located.stops[i].text = geodist_string(asked->operands[i]);
    status = locate(asked, &located, out, errors);
    free(located.stops);
    return status;
}

/* ---- Lines ------------------------------------------------------------------------- */

static void put_answer(line_stream *of, batch_route *found)
{
    geodist_place place = gd_batch_place(&of->batch, found, found->first);
    gd_begin_row(&of->rows, 1);
    gd_format(of->asked)->put_located(of->out, of->asked, &place);
    gd_end_row(&of->rows);
}

exit_status gd_run_locate_lines(const options *asked, writer *out, writer *errors)
{
    static const line_command lines = {
        .kind = ROW_LOCATED,
        .read_line = gd_read_place_line,
        .put_answer = put_answer,
        .put_failure = gd_put_line_failure,
    };
    place_lookup by;
    exit_status status = gd_open_lookup(asked, &by, errors);
    return status == EXIT_ANSWERED ? gd_run_lines(&lines, NULL, asked, &by, out, errors) : status;
}
