/* Lines of standard input -> answers in the same order, by one thread or several. */
#ifndef CLI_LINE_STREAM_H
#define CLI_LINE_STREAM_H

#include "commands/line_answers.h"
#include "exit_status.h"

/* Answers all lines of standard input. */
exit_status gd_run_lines(const line_command *run_by, void *state, const options *asked,
                         const place_lookup *by, writer *out, writer *errors);

#endif
