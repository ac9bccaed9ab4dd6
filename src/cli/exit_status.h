/* How a run ends: the exit statuses, which are part of the interface. */
#ifndef CLI_EXIT_STATUS_H
#define CLI_EXIT_STATUS_H

typedef enum {
    ANSWERED = 0,
    UNANSWERED = 1, /* a place was unknown, out of range, or ambiguous under --strict */
    WRONG_USAGE = 2,
    BROKEN = 3 /* output cannot be written, memory is lacking, or the self-test failed */
} outcome;

#endif
