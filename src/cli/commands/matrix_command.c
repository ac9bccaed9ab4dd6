/* --matrix: all distances between places, given as arguments or on lines of standard input. */
#include "commands/commands.h"
#include "commands/matrix_lines.h"
#include "commands/place_argument.h"
#include "commands/place_operands.h"
#include "formats/matrix_format.h"
#include "messages/diagnostics.h"
#include "messages/progress.h"

/* ---- Places ------------------------------------------------------------------------ */

static bool add_operand(const options *asked, const place_lookup *by, const stop *given, matrix *to)
{
    char room[GD_REASON_SIZE];
    if (gd_is_answered(asked, given))
        return gd_add_to_matrix(to, &given->place);
    return gd_add_unknown_to_matrix(to, given->text, gd_explain_stop(by, given, room), 0);
}

static exit_status add_operands(const options *asked, const place_lookup *by, matrix *to,
                                writer *errors)
{
    place_operands given;
    route found;
    exit_status status = EXIT_BROKEN;
    if (gd_join_operands(asked, &given, errors))
        status = gd_find_operands(&given, by, &found, errors);
    for (size_t i = 0; status == EXIT_ANSWERED && i < found.count; i++)
        if (!add_operand(asked, by, &found.stops[i], to)) {
            gd_put_out_of_memory(errors);
            status = EXIT_BROKEN;
        }
    if (status == EXIT_ANSWERED)
        status = gd_report_stops(asked, &found, errors);
    gd_free_operands(&given);
    return status;
}

/* ---- Distances --------------------------------------------------------------------- */

static exit_status put_matrix(const options *asked, matrix *of, writer *out, writer *errors)
{
    matrix_writer to = {.out = out, .asked = asked, .of = of};
    progress shown = gd_start_progress(asked->progress, -1);
    shown.size = of->count;
    if (!gd_begin_matrix(&to)) {
        gd_put_out_of_memory(errors);
        return EXIT_BROKEN;
    }
    for (size_t i = 0; i < of->count && !out->failure; i++) {
        gd_put_matrix_row(&to, i);
        gd_show_progress(&shown, i + 1, i + 1, errors);
    }
    gd_end_matrix(&to);
    gd_end_progress(&shown, of->count, of->count, errors);
    return EXIT_ANSWERED;
}

exit_status gd_run_matrix(const options *asked, writer *out, writer *errors)
{
    matrix of = {.count = 0};
    place_lookup by;
    exit_status status = gd_open_lookup(asked, &by, errors);
    if (status != EXIT_ANSWERED)
        return status;
    status = asked->command == COMMAND_MATRIX ? add_operands(asked, &by, &of, errors)
                                              : gd_read_matrix(asked, &by, &of, out, errors);
    if (status == EXIT_ANSWERED && of.count == 0) {
        gd_put(errors, "geodist: no place is given\n");
        status = EXIT_UNANSWERED;
    }
    bool stops = status == EXIT_UNANSWERED && asked->fail_fast;
    if (status <= EXIT_UNANSWERED && of.count && !stops &&
        put_matrix(asked, &of, out, errors) != EXIT_ANSWERED)
        status = EXIT_BROKEN;
    gd_free_matrix(&of);
    return status;
}
