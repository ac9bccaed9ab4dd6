/* geodist on the command line: what is asked for is done, and the exit status tells how
 * that went. */
#include "commands/cities.h"
#include "commands/destination.h"
#include "route/route.h"
#include "output/format_number.h"
#include "options/options.h"
#include "output/report.h"
#include "messages/ambiguity.h"
#include "commands/stream.h"
#include "messages/diagnostics.h"

#include <errno.h>
#include <unistd.h>

/* However much goes wrong, it is told in so many bytes. */
enum { ERROR_BYTES = 60 * 1024 };

static outcome answer(const options *chosen, journey *found, sink *out, sink *errors)
{
    if (chosen->strict && cli_is_ambiguous(found)) {
        cli_put_candidates(errors, found);
        return UNANSWERED;
    }
    found->total = cli_total(chosen, found);
    cli_put_report(out, chosen, found);
    if (!chosen->quiet && !chosen->format->fine)
        cli_put_notes(errors, found);
    return ANSWERED;
}

static outcome measure(const options *chosen, sink *out, sink *errors)
{
    bool dash = chosen->operand_count == 1 && strcmp(chosen->operands[0], "-") == 0;
    bool stream = dash || (chosen->operand_count == 0 && !isatty(STDIN_FILENO));
    if (chosen->csv_header && (!stream || chosen->format != cli_formats || chosen->quiet)) {
        cli_put(errors, "geodist: --csv-header reads standard input and writes CSV: it takes no "
                        "places, --format or --quiet\n");
        return WRONG_USAGE;
    }
    if (stream && (chosen->detailed || chosen->waypoints >= 0) &&
        (!chosen->format->nested || chosen->quiet)) {
        cli_put(errors, "geodist: --long and --waypoints answer a stream in json or geojson\n");
        return WRONG_USAGE;
    }
    if (stream)
        return cli_run_stream(chosen, out, errors);
    if (chosen->operand_count == 0) {
        cli_put_usage(errors);
        return WRONG_USAGE;
    }
    journey travelled;
    outcome end = cli_plan_journey(chosen, &travelled, errors);
    if (end == ANSWERED && cli_find_stops(&travelled)) {
        end = answer(chosen, &travelled, out, errors);
    } else if (end == ANSWERED) {
        cli_put_troubles(errors, &travelled);
        end = UNANSWERED;
    }
    cli_end_journey(&travelled);
    return end;
}

static outcome self_test(sink *out, sink *errors)
{
    bool passed = geodist_self_test();
    cli_put(passed ? out : errors, passed ? "geodist: self-test passed\n"
                                          : "geodist: self-test failed\n");
    return passed ? ANSWERED : BROKEN;
}

static outcome show_version(sink *out)
{
    geodist_table table = geodist_table_info();
    cli_put(out, "geodist " GEODIST_VERSION ", MIT licence\n");
    cli_put_count(out, table.cities);
    cli_put(out, " places, edition ");
    cli_put_text(out, table.edition);
    cli_put(out, "\n");
    cli_put_text(out, table.credit);
    cli_put(out, "\n");
    return ANSWERED;
}

static outcome act(const options *chosen, sink *out, sink *errors)
{
    switch (chosen->task) {
    case DIRECT:
        return cli_run_direct(chosen, out, errors);
    case NEAR:
        return cli_run_near(chosen, out, errors);
    case SEARCH:
        return cli_run_search(chosen, out, errors);
    case LIST:
        return cli_run_list(chosen, out);
    case SELF_TEST:
        return self_test(out, errors);
    case SHOW_HELP:
        cli_put_help(out);
        return ANSWERED;
    case SHOW_VERSION:
        return show_version(out);
    case MEASURE:
        break;
    }
    return measure(chosen, out, errors);
}

int main(int argc, char **argv)
{
    static sink out, errors;
    cli_open_sink(&out, STDOUT_FILENO, UINT64_MAX);
    cli_open_sink(&errors, STDERR_FILENO, ERROR_BYTES);
    options chosen;
    outcome end = cli_read_options(argc, argv, &chosen, &errors) ? act(&chosen, &out, &errors)
                                                                 : WRONG_USAGE;
    if (end == WRONG_USAGE)
        cli_put(&errors, "Try 'geodist --help'\n");
    if (!cli_close(&out)) {
        end = BROKEN;
        if (out.failure != EPIPE) { /* a reader that went away needs no explanation */
            cli_put(&errors, "geodist: cannot write: ");
            cli_put(&errors, strerror(out.failure));
            cli_put(&errors, "\n");
        }
    }
    cli_flush(&errors);
    return (int)end;
}
