#define _DEFAULT_SOURCE

#include "input/input_file.h"

#include "piped.h"
#include "texts.h"
#include "written.h"

#include <errno.h>
#include <fcntl.h>

static void counts_what_it_reads_and_ends(void **state)
{
    (void)state;
    char bytes[8];
    input_file in = {.file = open_file(geodist_string("nairobi elpaso"))};
    writer *out = begin();
    assert_int_equal(gd_read_input(&in, bytes, 8, out, out), 8);
    assert_int_equal(gd_read_input(&in, bytes, 8, out, out), 6);
    assert_memory_equal(bytes, "elpaso", 6);
    assert_false(in.ended);
    assert_int_equal(gd_read_input(&in, bytes, 8, out, out), 0);
    assert_true(in.ended);
    assert_int_equal(in.failure, 0);
    assert_int_equal(in.taken, 14);
    close(in.file);
}

static void remembers_why_a_read_failed(void **state)
{
    (void)state;
    char bytes[8];
    int directory = open("/", O_RDONLY);
    const struct {
        int file, failure;
    } cases[] = {{-1, EBADF}, {directory, EISDIR}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        input_file in = {.file = cases[i].file};
        writer *out = begin();
        assert_int_equal(gd_read_input(&in, bytes, 8, out, out), 0);
        assert_true(in.ended);
        assert_int_equal(in.failure, cases[i].failure);
    }
    close(directory);
}

static void waits_for_input_that_is_not_there_yet(void **state)
{
    (void)state;
    char bytes[8];
    size_t cut = 0; /* the child waits first */
    piped pipe_in = open_pipe(geodist_string("text"), &cut, 1);
    assert_int_equal(fcntl(pipe_in.file, F_SETFL, O_NONBLOCK), 0);
    input_file in = {.file = pipe_in.file};
    writer *out = begin();
    assert_int_equal(gd_read_input(&in, bytes, 8, out, out), 4);
    assert_int_equal(gd_read_input(&in, bytes, 8, out, out), 0);
    assert_int_equal(in.failure, 0);
    assert_true(close_pipe(&pipe_in));
}

static off_t size_of(int file)
{
    return lseek(file, 0, SEEK_END);
}

static void flushes_the_writers_before_it_would_wait(void **state)
{
    (void)state;
    char bytes[8], out_buffer[64], error_buffer[64];
    int ends[2], out_file = open_file(geodist_string("")), error_file = open_file(geodist_string(""));
    assert_int_equal(pipe(ends), 0);
    writer out = gd_file_writer(out_file, out_buffer, sizeof out_buffer, UINT64_MAX);
    writer errors = gd_file_writer(error_file, error_buffer, sizeof error_buffer, UINT64_MAX);
    input_file in = {.file = ends[0]};
    gd_put(&out, "answer");
    gd_put(&errors, "note");
    assert_int_equal(write(ends[1], "abc", 3), 3);
    assert_int_equal(gd_read_input(&in, bytes, 8, &out, &errors), 3);
    assert_int_equal(size_of(out_file), 0); /* there was input: no need to flush */
    if (fork() == 0) {
        usleep(20000);
        _exit(write(ends[1], "d", 1) != 1);
    }
    assert_int_equal(gd_read_input(&in, bytes, 8, &out, &errors), 1);
    assert_int_equal(size_of(out_file), 6);
    assert_int_equal(size_of(error_file), 4);
    wait(NULL);
    close(ends[0]);
    close(ends[1]);
    close(out_file);
    close(error_file);
}

static void removes_one_byte_order_mark(void **state)
{
    (void)state;
    assert_true(is_text(gd_skip_byte_order_mark(geodist_string("\xEF\xBB\xBFpar")), "par"));
    assert_true(is_text(gd_skip_byte_order_mark(geodist_string("\xEF\xBB\xBF")), ""));
    assert_true(is_text(gd_skip_byte_order_mark(geodist_string("\xEF\xBB\xBF\xEF\xBB\xBF")),
                        "\xEF\xBB\xBF"));
    assert_true(is_text(gd_skip_byte_order_mark(geodist_string("\xEF\xBB")), "\xEF\xBB"));
    assert_true(is_text(gd_skip_byte_order_mark(geodist_string("par")), "par"));
    assert_int_equal(gd_skip_byte_order_mark((geodist_text){NULL, 0}).length, 0);
}

static void recognises_utf16(void **state)
{
    (void)state;
    assert_true(gd_is_utf16((geodist_text){"\xFF\xFEp\0", 4}));
    assert_true(gd_is_utf16((geodist_text){"\xFE\xFF", 2}));
    assert_false(gd_is_utf16((geodist_text){"\xFE", 1}));
    assert_false(gd_is_utf16(geodist_string("\xEF\xBB\xBFp")));
    assert_false(gd_is_utf16((geodist_text){NULL, 0}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_what_it_reads_and_ends),
        cmocka_unit_test(remembers_why_a_read_failed),
        cmocka_unit_test(waits_for_input_that_is_not_there_yet),
        cmocka_unit_test(flushes_the_writers_before_it_would_wait),
        cmocka_unit_test(removes_one_byte_order_mark),
        cmocka_unit_test(recognises_utf16),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
