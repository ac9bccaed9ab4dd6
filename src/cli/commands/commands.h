/* The commands of the program, each in a file of its own. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "exit_status.h"
#include "options/options.h"

/* Each does what the options ask for, writes answers to `out` and messages to `errors`. */
typedef exit_status run_command(const options *asked, writer *out, writer *errors);

run_command gd_run_route;       /* places as arguments */
run_command gd_run_stream;      /* lines of standard input */
run_command gd_run_table;       /* records of a CSV table on standard input */
run_command gd_run_matrix;      /* --matrix, of arguments and of lines */
run_command gd_run_destination; /* --from */
run_command gd_run_locate;
run_command gd_run_locate_lines;
run_command gd_run_nearby;       /* --near */
run_command gd_run_nearby_lines; /* --near - */
run_command gd_run_search;
run_command gd_run_search_lines; /* --search - */
run_command gd_run_list;
run_command gd_run_self_test;
run_command gd_run_version;

#endif
