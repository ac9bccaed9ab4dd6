/* How far a stream has come, on standard error for a person who waits. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "options/options.h"

typedef struct {
    bool shown;
    uint64_t size; /* of the input in bytes, 0 if that cannot be known */
    double began;  /* in seconds of a clock */
    double next;   /* when to show it again */
} progress;

/* Shown if asked for, or if standard error is a terminal and standard output is none. */
progress cli_start_progress(const options *chosen, int input);

/* Once a second at first, later less often: the line is written again in its place. */
void cli_show_progress(progress *of, uint64_t lines, uint64_t bytes, sink *errors);
void cli_end_progress(progress *of, uint64_t lines, uint64_t bytes, sink *errors);

#endif
