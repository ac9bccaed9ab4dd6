#define _DEFAULT_SOURCE

#include "commands/ordered_results.h"

#include "piped.h"
#include "texts.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

/* Two blocks of one stream, whose results one thread gives here in the right order. */
static stream_results results;
static block_results first, second;
static writer first_out, second_out;
static char first_bytes[64], second_bytes[64], error_bytes[64];
static writer errors;
static int output, error_file;

static int begin_blocks(void **state)
{
    (void)state;
    output = open_file(geodist_string(""));
    memset(&results, 0, sizeof results);
    error_file = open_file(geodist_string(""));
    errors = gd_file_writer(error_file, error_bytes, sizeof error_bytes, UINT64_MAX);
    results.errors = &errors;
    assert_true(gd_open_order(&results.order));
    first = second = (block_results){.stream = &results, .out = &first_out};
    second.out = &second_out;
    first_out = gd_block_writer(&first, output, first_bytes, sizeof first_bytes);
    second_out = gd_block_writer(&second, output, second_bytes, sizeof second_bytes);
    gd_begin_block(&first, 0);
    gd_begin_block(&second, 1);
    return 0;
}

static int end_blocks(void **state)
{
    (void)state;
    gd_close_order(&results.order);
    close(output);
    close(error_file);
    return 0;
}

static const char *read_back(int file)
{
    static char bytes[1000];
    ssize_t length = pread(file, bytes, sizeof bytes - 1, 0);
    bytes[length > 0 ? length : 0] = '\0';
    return bytes;
}

static const char *printed(void)
{
    return read_back(output);
}

static void writes_blocks_in_their_order(void **state)
{
    (void)state;
    gd_put(&second_out, "second ");
    gd_put(&first_out, "first ");
    assert_false(first.has_turn || second.has_turn);
    assert_string_equal(printed(), "");
    gd_end_block(&first);
    assert_string_equal(printed(), "first ");
    assert_false(second.has_turn);
    gd_end_block(&second);
    assert_string_equal(printed(), "first second ");
}

/* What is longer than the buffer is written when it is the turn of the block. */
static void writes_more_than_its_buffer_holds(void **state)
{
    (void)state;
    for (int i = 0; i < 50; i++)
        gd_put(&first_out, "0123456789");
    assert_true(first.has_turn);
    assert_true(strlen(printed()) > 400);
    gd_end_block(&first);
    assert_int_equal(strlen(printed()), 500);
}

static void allows_as_many_messages_as_one_thread(void **state)
{
    (void)state;
    for (int i = 0; i < GD_MESSAGES_MAX - 1; i++)
        assert_true(gd_allow_failure(&first));
    assert_false(atomic_load(&results.suppresses));
    gd_end_block(&first);
    assert_true(gd_allow_failure(&second)); /* which waits for the first block */
    assert_true(second.has_turn && atomic_load(&results.suppresses));
    assert_false(gd_allow_failure(&second));
    gd_end_block(&second);
    gd_begin_block(&first, 2);
    assert_false(gd_allow_failure(&first)); /* which need not wait */
    assert_false(first.has_turn);
    assert_int_equal(results.failures.count, GD_MESSAGES_MAX + 1);
    gd_end_block(&first);
    assert_int_equal(results.failures.count, GD_MESSAGES_MAX + 2);
}

static void writes_what_comes_before_a_stop_and_nothing_after(void **state)
{
    (void)state;
    gd_put(&second_out, "second ");
    gd_put(&first_out, "first ");
    first.stopped = true; /* as by --fail-fast */
    assert_false(gd_goes_on(&first));
    gd_end_block(&first);
    assert_string_equal(printed(), "first ");
    assert_false(gd_goes_on(&second));
    assert_false(gd_allow_failure(&second));
    gd_end_block(&second);
    assert_string_equal(printed(), "first ");
    assert_int_equal(results.failures.count, 0);
    assert_int_equal(results.failure, 0);
}

static void stops_all_after_a_write_that_failed(void **state)
{
    (void)state;
    first_out.file = -1;
    gd_put(&first_out, "first ");
    gd_put(&second_out, "second ");
    gd_end_block(&first);
    assert_int_equal(results.failure, EBADF);
    gd_flush(&second_out);
    assert_int_equal(second_out.failure, ECANCELED);
    gd_end_block(&second);
    assert_int_equal(results.failure, EBADF);
    assert_string_equal(printed(), "");
}

static void says_once_that_memory_is_lacking(void **state)
{
    (void)state;
    gd_break_results(&first);
    gd_end_block(&first);
    gd_break_results(&second);
    gd_end_block(&second);
    assert_true(results.broken);
    assert_string_equal(read_back(error_file), "geodist: not enough memory\n");
    assert_int_equal(results.order.turn, 2);
}

#define WITH_BLOCKS(test) cmocka_unit_test_setup_teardown(test, begin_blocks, end_blocks)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_BLOCKS(writes_blocks_in_their_order),
        WITH_BLOCKS(writes_more_than_its_buffer_holds),
        WITH_BLOCKS(allows_as_many_messages_as_one_thread),
        WITH_BLOCKS(writes_what_comes_before_a_stop_and_nothing_after),
        WITH_BLOCKS(stops_all_after_a_write_that_failed),
        WITH_BLOCKS(says_once_that_memory_is_lacking),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
