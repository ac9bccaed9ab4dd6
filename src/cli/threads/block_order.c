#define _GNU_SOURCE /* sched_getaffinity(), where there is one */

#include "threads/block_order.h"

#ifdef GD_THREADS

#  include <sched.h>
#  include <unistd.h>

bool gd_open_order(block_order *of)
{
    of->turn = 0;
    if (pthread_mutex_init(&of->input, NULL) != 0)
        return false;
    if (pthread_mutex_init(&of->output, NULL) != 0) {
        pthread_mutex_destroy(&of->input);
        return false;
    }
    if (pthread_cond_init(&of->turn_passed, NULL) != 0) {
        pthread_mutex_destroy(&of->output);
        pthread_mutex_destroy(&of->input);
        return false;
    }
    return true;
}

void gd_close_order(block_order *of)
{
    pthread_cond_destroy(&of->turn_passed);
    pthread_mutex_destroy(&of->output);
    pthread_mutex_destroy(&of->input);
}

void gd_lock_input(block_order *of)
{
    pthread_mutex_lock(&of->input);
}

void gd_unlock_input(block_order *of)
{
    pthread_mutex_unlock(&of->input);
}

void gd_await_turn(block_order *of, uint64_t block)
{
    pthread_mutex_lock(&of->output);
    while (of->turn != block)
        pthread_cond_wait(&of->turn_passed, &of->output);
    pthread_mutex_unlock(&of->output);
}

void gd_pass_turn(block_order *of)
{
    pthread_mutex_lock(&of->output);
    of->turn++;
    pthread_cond_broadcast(&of->turn_passed);
    pthread_mutex_unlock(&of->output);
}

size_t gd_processor_count(void)
{
#  ifdef CPU_COUNT
    cpu_set_t usable;
    if (sched_getaffinity(0, sizeof usable, &usable) == 0)
        return (size_t)CPU_COUNT(&usable);
#  endif
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    return online > 0 ? (size_t)online : 1;
}

/* ---- Threads ----------------------------------------------------------------------- */

/* Not all C libraries give a thread as much as the program needs. */
enum { STACK_SIZE = 1 << 20 };

typedef struct {
    pthread_t thread;
    void (*run)(void *argument);
    void *argument;
} call;

static void *run_call(void *started)
{
    call *of = started;
    of->run(of->argument);
    return NULL;
}

void gd_run_threads(void (*run)(void *argument), void *const *arguments, size_t count)
{
    call calls[GD_THREADS_MAX];
    pthread_attr_t attributes;
    size_t started = 0;
    bool may_start = pthread_attr_init(&attributes) == 0;
    if (may_start)
        pthread_attr_setstacksize(&attributes, STACK_SIZE);
    while (may_start && started + 1 < count) {
        call *next = &calls[started];
        *next = (call){.run = run, .argument = arguments[started + 1]};
        if (pthread_create(&next->thread, &attributes, run_call, next) != 0)
            break;
        started++;
    }
    if (may_start)
        pthread_attr_destroy(&attributes);
    run(arguments[0]);
    while (started > 0)
        pthread_join(calls[--started].thread, NULL);
}

#else

bool gd_open_order(block_order *of)
{
    of->turn = 0;
    return true;
}

void gd_close_order(block_order *of)
{
    (void)of;
}

void gd_lock_input(block_order *of)
{
    (void)of;
}

void gd_unlock_input(block_order *of)
{
    (void)of;
}

void gd_await_turn(block_order *of, uint64_t block)
{
    (void)of, (void)block;
}

void gd_pass_turn(block_order *of)
{
    of->turn++;
}

size_t gd_processor_count(void)
{
    return 1;
}

void gd_run_threads(void (*run)(void *argument), void *const *arguments, size_t count)
{
    (void)count;
    run(arguments[0]);
}

#endif
