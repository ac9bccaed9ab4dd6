#define _POSIX_C_SOURCE 200809L

#include "stream.h"

#include "columns.h"
#include "cut.h"
#include "memo.h"
#include "number.h"
#include "progress.h"
#include "reader.h"
#include "report.h"
#include "trouble.h"

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

/* ---- Lines --------------------------------------------------------------------------- */

/* Takes the first line off the run; its end, be it LF or CRLF, stays in *ending. */
static geodist_text take_line(geodist_text *run, geodist_text *ending)
{
    const char *newline = memchr(run->bytes, '\n', run->length);
    size_t length = newline ? (size_t)(newline - run->bytes) : run->length;
    size_t taken = length + (newline != NULL);
    if (newline && length && run->bytes[length - 1] == '\r')
        length--;
    geodist_text line = {run->bytes, length};
    *ending = (geodist_text){run->bytes + length, taken - length};
    run->bytes += taken;
    run->length -= taken;
    return line;
}

/* Blank lines and comments come back empty. */
static bool is_silent(geodist_text line)
{
    for (size_t i = 0; i < line.length; i++)
        if (line.bytes[i] != ' ' && line.bytes[i] != '\t')
            return line.bytes[0] == '#';
    return true; /* blank */
}

/* ---- Answers ------------------------------------------------------------------------- */

static void explain(stream *of, const trouble *why)
{
    if (of->unanswered++ >= EXPLAINED)
        return;
    cli_put(of->errors, "geodist: line ");
    cli_put_count(of->errors, of->lines);
    cli_put(of->errors, ": ");
    cli_put_trouble(of->errors, why, true);
    cli_put(of->errors, "\n");
}

/* What is wrong with the cut line, if anything is; finds its places on the way. */
static trouble find_places(const options *chosen, journey *on)
{
    for (stop *at = on->stops; at < on->stops + on->count; at++) {
        at->error.status = cli_recall(at->text, &at->place, &at->error);
        if (at->error.status != GEODIST_OK)
            return (trouble){.kind = TROUBLE_PLACE, .at = at};
        if (chosen->strict && at->place.rivals)
            return (trouble){.kind = TROUBLE_AMBIGUOUS, .at = at};
    }
    return (trouble){.kind = TROUBLE_NONE};
}

static trouble read_line(const stream *of, geodist_text line, journey *on)
{
    static geodist_text fields[FIELDS_MOST];
    static stop stops[FIELDS_MOST];
    size_t count = 0;
    *on = (journey){.stops = stops, .phrased = true};
    if (line.length > LINE_MOST)
        return (trouble){.kind = TROUBLE_LONG_LINE};
    cut_outcome cut = of->columns.wanted
                          ? cli_pick_columns(&of->columns, line, fields, &count)
                          : cli_cut(line, of->chosen->input, fields, &count);
    if (cut != CUT_DONE)
        return (trouble){.kind = cut == CUT_UNBALANCED ? TROUBLE_UNBALANCED
                               : cut == CUT_TRAILING   ? TROUBLE_TRAILING
                                                       : TROUBLE_COLUMNS};
    for (size_t i = 0; i < count; i++)
        stops[i].text = fields[i];
    on->count = count;
    if (count < 2)
        return (trouble){.kind = TROUBLE_SINGLE, .at = count ? stops : NULL};
    return find_places(of->chosen, on);
}

/* With --csv-header the line itself, and its distance behind it. */
static void put_extended(stream *of, geodist_text line, geodist_text ending, const journey *on)
{
    cli_put_text(of->out, line);
    cli_put(of->out, ",");
    if (on)
        cli_put_fine_length(of->out, of->chosen, cli_total(of->chosen, on));
    cli_put_text(of->out, ending.length ? ending : geodist_literal("\n"));
}

static void answer_line(stream *of, geodist_text line, geodist_text ending)
{
    static char kept[LINE_MOST];
    geodist_text original = {kept, line.length < LINE_MOST ? line.length : LINE_MOST};
    journey on;
    if (of->columns.wanted) /* cutting changes the line */
        memcpy(kept, line.bytes, original.length);
    trouble why = read_line(of, line, &on);
    if (why.kind != TROUBLE_NONE)
        explain(of, &why);
    of->stopped = why.kind != TROUBLE_NONE && of->chosen->fail_fast;
    if (of->stopped)
        return;
    if (of->columns.wanted)
        put_extended(of, original, ending, why.kind == TROUBLE_NONE ? &on : NULL);
    else if (why.kind == TROUBLE_NONE)
        cli_put_line_report(of->out, of->chosen, &on);
    else
        cli_put_empty_report(of->out, of->chosen, &why);
}

/* ---- The whole ----------------------------------------------------------------------- */

static geodist_text without_mark(geodist_text run)
{
    if (run.length >= 3 && memcmp(run.bytes, "\xEF\xBB\xBF", 3) == 0)
        return (geodist_text){run.bytes + 3, run.length - 3};
    return run;
}

/* The first line of --csv-header, with the name of the new column behind it. */
static bool answer_header(stream *of, geodist_text line, geodist_text ending)
{
    if (!cli_read_columns(&of->columns, of->chosen->csv_header, line, of->errors))
        return false;
    cli_put_text(of->out, line);
    cli_put(of->out, ",distance_");
    cli_put(of->out, of->chosen->unit->name);
    cli_put_text(of->out, ending.length ? ending : geodist_literal("\n"));
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
        if (of.lines == 0)
            run = without_mark(run);
        while (run.length && !of.stopped && !out->failure) {
            geodist_text ending, line = take_line(&run, &ending);
            if (of.lines++ == 0 && of.columns.wanted) {
                if (!answer_header(&of, line, ending))
                    return WRONG_USAGE;
            } else if (is_silent(line)) {
                cli_put(out, "\n");
            } else {
                answer_line(&of, line, ending);
            }
        }
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
