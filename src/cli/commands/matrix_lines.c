#include "commands/matrix_lines.h"

#include "commands/place_line.h"
#include "messages/diagnostics.h"

/* A line that is too long has no text in the batch. */
static geodist_text text_of(const line_stream *of, const batch_route *failed)
{
    return failed->count ? of->batch.texts[failed->first] : geodist_string("");
}

static void collect_failure(line_stream *of, const batch_route *failed)
{
    char room[GD_REASON_SIZE];
    writer reason = gd_memory_writer(room, sizeof room);
    gd_put_line_failure(of, failed, false, &reason);
    if (!gd_add_unknown_to_matrix(of->state, text_of(of, failed), gd_written_text(&reason),
                                  of->line_count))
        gd_break_results(&of->results);
}

static void collect_place(line_stream *of, batch_route *found)
{
    geodist_place place = gd_batch_place(&of->batch, found, found->first);
    if (!gd_add_to_matrix(of->state, &place))
        gd_break_results(&of->results);
}

exit_status gd_read_matrix(const options *asked, const place_lookup *by, matrix *to, writer *out,
                           writer *errors)
{
    static const line_command lines = {
        .kind = ROW_LOCATED,
        .one_thread = true,
        .read_line = gd_read_place_line,
        .put_answer = collect_place,
        .collect_failure = collect_failure,
        .put_failure = gd_put_line_failure,
    };
    return gd_run_lines(&lines, to, asked, by, out, errors);
}
