/* --from, --bearing and --distance: where that leads. */
#ifndef CLI_DESTINATION_H
#define CLI_DESTINATION_H

#include "options/options.h"
#include "exit_status.h"

outcome cli_run_direct(const options *chosen, sink *out, sink *errors);

#endif
