/* --locate: the label and the coordinates of places, or of the place on each line. */
#include "commands/commands.h"
#include "commands/place_argument.h"
#include "commands/place_line.h"
#include "commands/place_operands.h"

static void put_row(row_writer *rows, const geodist_place *place)
{
    gd_begin_row(rows, 1);
    gd_format(rows->asked)->put_located(rows->out, rows->asked, place);
    gd_end_row(rows);
}

/* ---- Places given as arguments ----------------------------------------------------- */

/* A row for each place, whatever is wrong with the others. */
static void put_rows(const options *asked, const route *located, writer *out)
{
    row_writer rows = {.out = out, .asked = asked, .kind = ROW_LOCATED};
    for (size_t i = 0; i < located->count; i++) {
        const stop *at = &located->stops[i];
        if (gd_is_answered(asked, at))
            put_row(&rows, &at->place);
        else
            gd_put_unanswered(&rows, located, at);
    }
    gd_end_rows(&rows);
}

static exit_status locate(const options *asked, place_operands *operands, writer *out,
                          writer *errors)
{
    place_lookup by;
    route located;
    exit_status status = gd_open_lookup(asked, &by, errors);
    if (status == EXIT_ANSWERED)
        status = gd_find_operands(operands, &by, &located, errors);
    if (status != EXIT_ANSWERED)
        return status;
    put_rows(asked, &located, out);
    return gd_report_stops(asked, &located, errors);
}

exit_status gd_run_locate(const options *asked, writer *out, writer *errors)
{
    place_operands operands;
    exit_status status = EXIT_BROKEN;
    if (gd_join_operands(asked, &operands, errors))
        status = locate(asked, &operands, out, errors);
    gd_free_operands(&operands);
    return status;
}

/* ---- Lines ------------------------------------------------------------------------- */

static void put_answer(line_stream *of, batch_route *found)
{
    geodist_place place = gd_batch_place(&of->batch, found, found->first);
    put_row(&of->rows, &place);
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
