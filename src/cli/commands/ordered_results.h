/* The results of a stream: answers, messages and the names to be summarised, in the order of the
 * input, whether one thread works on it or several work on a block each. What can only be decided
 * when all before it is known waits for the turn of its block. */
#ifndef CLI_ORDERED_RESULTS_H
#define CLI_ORDERED_RESULTS_H

#include "messages/name_log.h"
#include "threads/block_order.h"

#include <stdatomic.h>

/* Of the whole stream. Only the thread whose turn it is uses it, but for the atomic members. */
typedef struct {
    block_order order;
    writer *errors;
    message_limit failures;
    name_summary names;
    atomic_bool suppresses; /* as many messages as are allowed were written */
    atomic_bool stopped;    /* nothing is to be written after the block whose turn it was */
    bool broken;            /* the stream cannot go on, which was said */
    int failure;            /* errno of the write that failed, or 0 */
} stream_results;

/* Of the block that a thread works on. */
typedef struct {
    stream_results *stream;
    writer *out;
    bool has_turn; /* everything before this block was written; always, if there is one thread */
    bool stopped;  /* nothing more of this block is to be written */
    uint64_t block;
    uint64_t suppressed; /* failures that are not in the counts of the stream */
    name_log names;      /* that are not in the summary of the stream */
} block_results;

static inline bool gd_goes_on(const block_results *of)
{
    return !of->stopped && !of->out->failure &&
           (of->has_turn || !atomic_load_explicit(&of->stream->stopped, memory_order_relaxed));
}

/* For several threads: begins the results of a block. Its answers are written to `out` when the
 * buffer is full or the block ends, whichever comes first, once it is its turn. */
void gd_begin_block(block_results *of, uint64_t number);

/* Waits until everything before this block was written. False if nothing more is to be written. */
bool gd_take_turn(block_results *of);

/* Writes what is left and passes the turn. */
void gd_end_block(block_results *of);

/* Whether to write a message about one more failure, to stream->errors. */
bool gd_allow_failure(block_results *of);

/* Counts the names of a route for the summary. */
void gd_summarize_names(block_results *of, const batch *in, const batch_route *at, uint64_t number);

/* Says that memory is lacking, and stops. */
void gd_break_results(block_results *of);

/* Makes a writer of this block one of its own, with such a buffer. */
writer gd_block_writer(block_results *of, int file, char *buffer, size_t capacity);

#endif
