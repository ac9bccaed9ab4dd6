#define _DEFAULT_SOURCE

#include "output/writer.h"

#include "pairs.h"
#include "texts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TEXT_SIZE = 100000 };

static char random_text[TEXT_SIZE];

static int make_text(void **state)
{
    (void)state;
    uint64_t seed = 1;
    for (size_t i = 0; i < sizeof random_text; i++)
        random_text[i] = (char)(random_bits(&seed) & 0xFF);
    return 0;
}

/* Puts all of random_text in pieces of random sizes, some of them longer than the buffer. */
static void put_in_pieces(writer *out, size_t max_piece)
{
    uint64_t seed = max_piece;
    for (size_t at = 0; at < TEXT_SIZE;) {
        size_t length = (size_t)(random_bits(&seed) % (max_piece + 1));
        if (length > TEXT_SIZE - at)
            length = TEXT_SIZE - at;
        char *room = random_bits(&seed) % 2 ? gd_reserve(out, length) : NULL;
        if (room) {
            memcpy(room, random_text + at, length);
            gd_commit(out, length);
        } else {
            gd_put_text(out, (geodist_text){random_text + at, length});
        }
        at += length;
    }
}

static void assert_file_has_text(int file)
{
    static char back[TEXT_SIZE + 1];
    size_t length = 0;
    for (ssize_t got; (got = read(file, back + length, sizeof back - length)) > 0;)
        length += (size_t)got;
    assert_int_equal(length, TEXT_SIZE);
    assert_memory_equal(back, random_text, TEXT_SIZE);
}

static void writes_every_byte_in_order_through_buffers_of_any_size(void **state)
{
    (void)state;
    static const size_t capacities[] = {1, 2, 3, 7, 64, 4096, 2 * TEXT_SIZE};
    for (size_t i = 0; i < sizeof capacities / sizeof *capacities; i++) {
        char *buffer = malloc(capacities[i]);
        FILE *file = tmpfile();
        assert_non_null(buffer);
        assert_non_null(file);
        writer out = gd_file_writer(fileno(file), buffer, capacities[i], UINT64_MAX);
        put_in_pieces(&out, 150);
        assert_true(gd_flush(&out));
        assert_int_equal(lseek(fileno(file), 0, SEEK_SET), 0);
        assert_file_has_text(fileno(file));
        fclose(file);
        free(buffer);
    }
}

static void waits_for_a_pipe_that_is_full(void **state)
{
    (void)state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(fcntl(ends[1], F_SETFL, O_NONBLOCK), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        char buffer[50000];
        writer out = gd_file_writer(ends[1], buffer, sizeof buffer, UINT64_MAX);
        close(ends[0]);
        put_in_pieces(&out, 1000);
        _exit(gd_close(&out) ? 0 : 1);
    }
    close(ends[1]);
    usleep(50000); /* the pipe holds 64 KiB, so the writer has to wait */
    assert_file_has_text(ends[0]);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    close(ends[0]);
}

static void takes_a_text_whole_or_not_at_all(void **state)
{
    (void)state;
    char buffer[64];
    writer out = gd_file_writer(-1, buffer, sizeof buffer, 10);
    gd_put(&out, "nairobi");
    gd_put(&out, ", kenya");
    assert_int_equal(out.length, 7);
    gd_put(&out, "!"); /* would fit, but would stand at the wrong place */
    assert_true(is_text(gd_written_text(&out), "nairobi"));
    assert_int_equal(out.failure, 0);
}

static void counts_the_allowance_over_flushes(void **state)
{
    (void)state;
    char buffer[4];
    FILE *file = tmpfile();
    assert_non_null(file);
    writer out = gd_file_writer(fileno(file), buffer, sizeof buffer, 10);
    gd_put(&out, "abcdef");
    gd_put(&out, "ghij");
    gd_put(&out, "k");
    assert_true(gd_flush(&out));
    assert_int_equal(lseek(fileno(file), 0, SEEK_CUR), 10);
    fclose(file);
}

static void keeps_text_in_memory_up_to_its_capacity(void **state)
{
    (void)state;
    for (size_t capacity = 1; capacity < 20; capacity++)
        for (size_t length = 0; length < 25; length++) {
            char *buffer = malloc(capacity), text[25];
            assert_non_null(buffer);
            memset(text, 'x', sizeof text);
            writer out = gd_memory_writer(buffer, capacity);
            gd_put_text(&out, (geodist_text){text, length});
            assert_int_equal(out.length, length < capacity ? length : 0);
            assert_int_equal(out.failure, 0);
            free(buffer);
        }
}

static void accepts_empty_text_without_bytes(void **state)
{
    (void)state;
    char buffer[4];
    writer out = gd_memory_writer(buffer, sizeof buffer);
    gd_put_text(&out, (geodist_text){NULL, 0});
    gd_put(&out, "");
    assert_int_equal(out.length, 0);
}

static void remembers_the_first_write_that_failed(void **state)
{
    (void)state;
    char buffer[16];
    int full = open("/dev/full", O_WRONLY);
    assert_true(full >= 0);
    writer out = gd_file_writer(full, buffer, sizeof buffer, UINT64_MAX);
    gd_put(&out, "short");
    assert_int_equal(out.failure, 0); /* nothing was written yet */
    gd_put(&out, "longer than the buffer");
    assert_int_equal(out.failure, ENOSPC);
    out.file = -1; /* would fail otherwise */
    for (int i = 0; i < 100; i++)
        gd_put(&out, "more");
    assert_false(gd_flush(&out));
    assert_false(gd_close(&out));
    assert_int_equal(out.failure, ENOSPC);
    close(full);
}

static void reports_a_descriptor_that_is_closed(void **state)
{
    (void)state;
    char buffer[16];
    writer out = gd_file_writer(-1, buffer, sizeof buffer, UINT64_MAX);
    gd_put(&out, "text");
    assert_false(gd_close(&out));
    assert_int_equal(out.failure, EBADF);
}

static void leaves_a_file_open_that_it_did_not_use(void **state)
{
    (void)state;
    char buffer[16];
    int file = open("/dev/null", O_WRONLY);
    writer out = gd_file_writer(file, buffer, sizeof buffer, UINT64_MAX);
    assert_true(gd_close(&out));
    assert_true(fcntl(file, F_GETFD) >= 0);
    gd_put(&out, "text");
    assert_true(gd_close(&out));
    assert_int_equal(fcntl(file, F_GETFD), -1);
}

static void reserves_room_within_buffer_and_allowance_only(void **state)
{
    (void)state;
    char buffer[16];
    writer out = gd_memory_writer(buffer, sizeof buffer);
    assert_ptr_equal(gd_reserve(&out, 15), buffer);
    assert_null(gd_reserve(&out, 16));
    gd_commit(&out, 5);
    assert_ptr_equal(gd_reserve(&out, 10), buffer + 5);
    assert_null(gd_reserve(&out, 11));
    out = gd_file_writer(-1, buffer, sizeof buffer, 4);
    assert_non_null(gd_reserve(&out, 4));
    assert_null(gd_reserve(&out, 5));
    gd_commit(&out, 3);
    assert_non_null(gd_reserve(&out, 1));
    assert_null(gd_reserve(&out, 2));
}

static void pads_to_a_width_and_never_cuts(void **state)
{
    (void)state;
    char buffer[64];
    writer out = gd_memory_writer(buffer, sizeof buffer);
    gd_put_padded(&out, "ab", 4);
    gd_put_padded(&out, "abcd", 4);
    gd_put_padded(&out, "abcdef", 4);
    gd_put_padded(&out, "", 1);
    assert_true(is_text(gd_written_text(&out), "ab  abcdabcdef "));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_every_byte_in_order_through_buffers_of_any_size),
        cmocka_unit_test(waits_for_a_pipe_that_is_full),
        cmocka_unit_test(takes_a_text_whole_or_not_at_all),
        cmocka_unit_test(counts_the_allowance_over_flushes),
        cmocka_unit_test(keeps_text_in_memory_up_to_its_capacity),
        cmocka_unit_test(accepts_empty_text_without_bytes),
        cmocka_unit_test(remembers_the_first_write_that_failed),
        cmocka_unit_test(reports_a_descriptor_that_is_closed),
        cmocka_unit_test(leaves_a_file_open_that_it_did_not_use),
        cmocka_unit_test(reserves_room_within_buffer_and_allowance_only),
        cmocka_unit_test(pads_to_a_width_and_never_cuts),
    };
    return cmocka_run_group_tests(tests, make_text, NULL);
}
