/* Threads that take blocks of one input in its order, work on them side by side, and give their
 * results in the same order. Without GD_THREADS there is one thread, and nothing here waits. */
#ifndef CLI_BLOCK_ORDER_H
#define CLI_BLOCK_ORDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef GD_THREADS
#  include <pthread.h>
#endif

enum { GD_THREADS_MAX = 256 };

typedef struct {
#ifdef GD_THREADS
    pthread_mutex_t input;  /* held by the thread that takes a block */
    pthread_mutex_t output; /* protects the turn */
    pthread_cond_t turn_passed;
#endif
    uint64_t turn; /* the number of the block whose results come next; the first is 0 */
} block_order;

/* False if the system lacks what is needed. */
bool gd_open_order(block_order *of);
void gd_close_order(block_order *of);

/* Only one thread at a time is between these. */
void gd_lock_input(block_order *of);
void gd_unlock_input(block_order *of);

/* Waits until the results of all blocks before this one were given. */
void gd_await_turn(block_order *of, uint64_t block);

/* The results of the block whose turn it is were given. */
void gd_pass_turn(block_order *of);

/* How many processors this process may use; 1 without threads. */
size_t gd_processor_count(void);

/* Calls run() with each of the arguments, the first in this thread and the others in threads of
 * their own, and returns after all calls have. There are at most GD_THREADS_MAX. If the system
 * starts no more threads the other arguments are left out. */
void gd_run_threads(void (*run)(void *argument), void *const *arguments, size_t count);

#endif
