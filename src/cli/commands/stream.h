/* Standard input, a journey a line -> standard output, an answer a line, for ever. */
#ifndef CLI_STREAM_H
#define CLI_STREAM_H

#include "route/route.h"

/* Answers line by line until the input ends. A line that cannot be answered comes back as
 * the format's empty answer; why is told on errors for the first of them, and counted. */
outcome cli_run_stream(const options *chosen, sink *out, sink *errors);

#endif
