/* --locate: the label and the coordinates of places, or of the place on each line. */
#include "commands/commands.h"
#include "commands/place_argument.h"
#include "commands/place_line.h"
#include "commands/place_operands.h"

/* ---- Places given as arguments ----------------------------------------------------- */

/* Those that are found are written, whatever is wrong with the others. */
static void put_rows(const options *asked, const route *located, writer *out)
{
    row_writer rows = {.out = out, .asked = asked, .kind = ROW_LOCATED};
    for (size_t i = 0; i < located->count; i++)
        if (gd_is_answered(asked, &located->stops[i])) {
            gd_begin_row(&rows, 1);
            gd_format(asked)->put_located(out, asked, &located->stops[i].place);
            gd_end_row(&rows);
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
