/* geodist on the command line: parses the options, runs the command and reports its outcome as the
 * exit status. */
#include "commands/commands.h"
#include "messages/diagnostics.h"
#include "options/option_table.h"

#include <errno.h>
#include <unistd.h>

/* However much goes wrong, standard error gets at most so many bytes. */
enum { ERROR_BYTES_MAX = 60 * 1024, BUFFER_SIZE = 1 << 16 };

static char out_buffer[BUFFER_SIZE], error_buffer[BUFFER_SIZE];

static exit_status run(const options *asked, writer *out, writer *errors)
{
    static run_command *const commands[] = {
        [COMMAND_ROUTE] = gd_run_route,
        [COMMAND_STREAM] = gd_run_stream,
        [COMMAND_TABLE] = gd_run_table,
        [COMMAND_LOCATE] = gd_run_locate,
        [COMMAND_LOCATE_LINES] = gd_run_locate_lines,
        [COMMAND_MATRIX] = gd_run_matrix,
        [COMMAND_MATRIX_LINES] = gd_run_matrix,
        [COMMAND_NEAR] = gd_run_nearby,
        [COMMAND_NEAR_LINES] = gd_run_nearby_lines,
        [COMMAND_SEARCH] = gd_run_search,
        [COMMAND_SEARCH_LINES] = gd_run_search_lines,
        [COMMAND_DESTINATION] = gd_run_destination,
        [COMMAND_LIST] = gd_run_list,
        [COMMAND_SELF_TEST] = gd_run_self_test,
        [COMMAND_VERSION] = gd_run_version,
    };
    switch (asked->command) {
    case COMMAND_HELP:
        gd_put_help(out);
        return EXIT_ANSWERED;
    case COMMAND_USAGE:
        gd_put_usage(errors);
        return EXIT_WRONG_USAGE;
    default:
        return commands[asked->command](asked, out, errors);
    }
}

/* A reader that closed the pipe needs no explanation. */
static exit_status report_write_error(const writer *out, writer *errors)
{
    if (out->failure != EPIPE)
        gd_put_system_error(errors, "write", out->failure);
    return EXIT_BROKEN;
}

int main(int argc, char **argv)
{
    writer out = gd_file_writer(STDOUT_FILENO, out_buffer, sizeof out_buffer, UINT64_MAX);
    writer errors =
        gd_file_writer(STDERR_FILENO, error_buffer, sizeof error_buffer, ERROR_BYTES_MAX);
    options asked;
    exit_status status = gd_parse_options(argc, argv, &asked, &errors) ? run(&asked, &out, &errors)
                                                                       : EXIT_WRONG_USAGE;
    if (status == EXIT_WRONG_USAGE)
        gd_put(&errors, "Try 'geodist --help'\n");
    if (!gd_close(&out))
        status = report_write_error(&out, &errors);
    gd_flush(&errors);
    return (int)status;
}
