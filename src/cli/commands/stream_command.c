#define _POSIX_C_SOURCE 200809L

#include "commands/stream.h"

#include "route/batch.h"
#include "output/format_number.h"
#include "messages/progress.h"
#include "input/line_reader.h"
#include "output/report.h"

#include <unistd.h>

enum { EXPLAINED = 20 };

typedef struct {
    const options *chosen;
    sink *out, *errors;
    columns columns; /* of --csv-header */
    uint64_t lines;
    uint64_t unanswered;
    bool stopped;
} stream;

/* ---- Answers ------------------------------------------------------------------------- */

static double total_of(const block *done, const line *at, const options *chosen)
{
    double total = 0;
    for (size_t i = at->first; i + 1 < at->first + at->count; i++)
        total += done->legs[i] / chosen->unit->metres;
    return total;
}

static journey journey_of(const block *done, const line *at, double total)
{
    static stop stops[STOPS_MOST];
    for (size_t i = 0; i < at->count; i++) {
        size_t from = at->first + i;
        stops[i].text = done->texts[from];
        if (!geodist_place_at(done->cities[from], &stops[i].place))
            stops[i].place = (geodist_place){.point = {done->lat[from], done->lon[from]},
                                             .city = GEODIST_NO_ROW};
    }
    return (journey){.stops = stops, .count = at->count, .phrased = true, .total = total};
}

static void put_answer(const stream *of, const block *done, const line *at)
{
    double total = total_of(done, at, of->chosen);
    if (of->columns.wanted) {
        cli_put_fine_length(of->out, of->chosen, total);
    } else if (of->chosen->quiet) {
        cli_put_length(of->out, of->chosen, total);
    } else {
        journey travelled = journey_of(done, at, total);
        of->chosen->format->put_line(of->out, of->chosen, &travelled);
    }
}

/* ---- Troubles ------------------------------------------------------------------------ */

/* What is wrong with the line, found once more with all its circumstances. */
static trouble describe(const block *done, const line *at, stop *about)
{
    if (at->count == 0)
        return (trouble){.kind = at->trouble};
    *about = (stop){.text = done->texts[at->about]};
    about->error.status = geodist_find(about->text, &about->place, &about->error);
    return (trouble){.kind = at->trouble, .at = about};
}

static void explain(const stream *of, const trouble *why)
{
    cli_put(of->errors, "geodist: line ");
    cli_put_count(of->errors, of->lines);
    cli_put(of->errors, ": ");
    cli_put_trouble(of->errors, why, true);
    cli_put(of->errors, "\n");
}

static void put_trouble(stream *of, const block *done, const line *at)
{
    stop about;
    trouble why = describe(done, at, &about);
    if (of->unanswered++ < EXPLAINED)
        explain(of, &why);
    of->stopped = of->chosen->fail_fast;
    if (!of->stopped && !of->columns.wanted)
        cli_put_empty_report(of->out, of->chosen, &why);
}

/* ---- Lines --------------------------------------------------------------------------- */

static void put_ending(const stream *of, geodist_text ending)
{
    cli_put_text(of->out, of->columns.wanted && ending.length ? ending : geodist_string("\n"));
}

static void put_line(stream *of, const block *done, const line *at)
{
    of->lines++;
    if (at->silent) {
        cli_put(of->out, "\n");
        return;
    }
    if (of->columns.wanted && !(of->chosen->fail_fast && at->trouble != TROUBLE_NONE)) {
        cli_put_text(of->out, at->text);
        cli_put(of->out, ",");
    }
    if (at->trouble == TROUBLE_NONE)
        put_answer(of, done, at);
    else
        put_trouble(of, done, at);
    if (!of->stopped)
        put_ending(of, at->ending);
}

static void answer(stream *of, geodist_text run)
{
    static block lines;
    while (run.length && !of->stopped && !of->out->failure) {
        cli_cut_block(&lines, of->chosen, &of->columns, &run);
        cli_find_block(&lines, of->chosen);
        cli_measure_block(&lines, of->chosen);
        for (size_t i = 0; i < lines.line_count && !of->stopped && !of->out->failure; i++)
            put_line(of, &lines, &lines.lines[i]);
    }
}

/* ---- The whole ----------------------------------------------------------------------- */

static geodist_text without_mark(geodist_text run)
{
    if (run.length >= 3 && memcmp(run.bytes, "\xEF\xBB\xBF", 3) == 0)
        return (geodist_text){run.bytes + 3, run.length - 3};
    return run;
}

/* The first line of --csv-header, with the name of the new column behind it. */
static bool answer_header(stream *of, geodist_text *run)
{
    geodist_text ending, header = cli_take_line(run, &ending);
    if (!cli_read_columns(&of->columns, of->chosen->csv_header, header, of->errors))
        return false;
    of->lines++;
    cli_put_text(of->out, header);
    cli_put(of->out, ",distance_");
    cli_put(of->out, of->chosen->unit->name);
    put_ending(of, ending);
    return true;
}

outcome cli_run_stream(const options *chosen, sink *out, sink *errors)
{
    static reader in;
    stream of = {.chosen = chosen, .out = out, .errors = errors};
    progress seen = cli_start_progress(chosen, STDIN_FILENO);
    cli_open_reader(&in, STDIN_FILENO);
    of.columns.wanted = chosen->csv_header != NULL;
    while (!of.stopped && !out->failure) {
        geodist_text run = cli_read_lines(&in, out, errors);
        if (!run.length)
            break;
        if (of.lines == 0) {
            run = without_mark(run);
            if (of.columns.wanted && !answer_header(&of, &run))
                return WRONG_USAGE;
        }
        answer(&of, run);
        cli_show_progress(&seen, of.lines, in.taken, errors);
    }
    cli_end_progress(&seen, of.lines, in.taken, errors);
    if (of.unanswered > EXPLAINED) {
        cli_put(errors, "geodist: ");
        cli_put_count(errors, of.unanswered - EXPLAINED);
        cli_put(errors, " more lines could not be answered\n");
    }
    if (in.failure) {
        cli_put(errors, "geodist: cannot read: ");
        cli_put(errors, strerror(in.failure));
        cli_put(errors, "\n");
        return BROKEN;
    }
    return of.unanswered ? UNANSWERED : ANSWERED;
}
