/* --from, --bearing and --distance: where that leads. */
#ifndef CLI_DIRECT_H
#define CLI_DIRECT_H

#include "options.h"
#include "outcome.h"

outcome cli_run_direct(const options *chosen, sink *out, sink *errors);

#endif
