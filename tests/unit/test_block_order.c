#include "threads/block_order.h"

#include "check.h"

#include <string.h>

/* Threads take numbers from a shared counter, wait for their turn, and write them down. */
enum { BLOCKS = 20000, PARTS = 4 };

static block_order order;
static unsigned next_block, written[BLOCKS], count;

static void take_and_write(void *argument)
{
    unsigned *taken = argument;
    for (;;) {
        gd_lock_input(&order);
        unsigned block = next_block;
        next_block += block < BLOCKS;
        gd_unlock_input(&order);
        if (block == BLOCKS)
            return;
        ++*taken;
        gd_await_turn(&order, block);
        written[count++] = block; /* only the thread whose turn it is is here */
        gd_pass_turn(&order);
    }
}

static void gives_results_in_the_order_of_the_input(void **state)
{
    (void)state;
    for (size_t threads = 1; threads <= PARTS; threads++) {
        unsigned taken[PARTS] = {0}, sum = 0;
        void *arguments[PARTS];
        for (size_t i = 0; i < PARTS; i++)
            arguments[i] = &taken[i];
        next_block = count = 0;
        assert_true(gd_open_order(&order));
        gd_run_threads(take_and_write, arguments, threads);
        gd_close_order(&order);
        assert_int_equal(count, BLOCKS);
        for (unsigned i = 0; i < BLOCKS; i++)
            assert_int_equal(written[i], i);
        for (size_t i = 0; i < PARTS; i++) {
            assert_true(i < threads || taken[i] == 0);
            sum += taken[i];
        }
        assert_int_equal(sum, BLOCKS);
    }
}

/* The first argument is of this thread, and is there even if no thread can be started. */
static void counts_at_least_one_processor(void **state)
{
    (void)state;
    assert_true(gd_processor_count() >= 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_results_in_the_order_of_the_input),
        cmocka_unit_test(counts_at_least_one_processor),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
