/* How far a stream has come, on standard error. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "output/writer.h"

typedef struct {
    bool shown;
    uint64_t size;  /* of the input in bytes, 0 if it is unknown */
    double started; /* in seconds of a monotonic clock */
    double next;    /* when to show the progress again */
} progress;

/* Progress is shown if it is wanted, or if standard error is a terminal and standard output is not.
 */
progress gd_start_progress(bool wanted, int input);

/* Writes the line again, once a second at first and less often later. */
void gd_show_progress(progress *of, uint64_t lines, uint64_t bytes, writer *errors);
void gd_end_progress(progress *of, uint64_t lines, uint64_t bytes, writer *errors);

#endif
