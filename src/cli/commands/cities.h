/* Cities of the table, each on a line: those near a place, those of a name, or all. */
#ifndef CLI_CITIES_H
#define CLI_CITIES_H

#include "options/options.h"
#include "exit_status.h"

outcome cli_run_near(const options *chosen, sink *out, sink *errors);
outcome cli_run_search(const options *chosen, sink *out, sink *errors);
outcome cli_run_list(const options *chosen, sink *out);

#endif
