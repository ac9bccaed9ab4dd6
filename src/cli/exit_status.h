/* The exit statuses, which are part of the interface. */
#ifndef CLI_EXIT_STATUS_H
#define CLI_EXIT_STATUS_H

typedef enum {
    EXIT_ANSWERED = 0,
    EXIT_UNANSWERED = 1, /* a place was not found, out of range, or ambiguous under --strict */
    EXIT_WRONG_USAGE = 2,
    EXIT_BROKEN = 3 /* reading or writing failed, memory is lacking, or the self-test failed */
} exit_status;

#endif
