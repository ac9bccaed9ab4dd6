#define _XOPEN_SOURCE 700

#include "messages/progress.h"

#include "check.h"
#include "texts.h"

#include <fcntl.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

/* What was written to a file since start(): a progress is flushed at once. */
static FILE *file;
static char buffer[4096], shown_bytes[4096];
static writer out;

static writer *start(void)
{
    if (!file)
        file = tmpfile();
    assert_non_null(file);
    assert_int_equal(ftruncate(fileno(file), 0), 0);
    assert_int_equal(lseek(fileno(file), 0, SEEK_SET), 0);
    out = gd_file_writer(fileno(file), buffer, sizeof buffer, UINT64_MAX);
    return &out;
}

static const char *flushed(void)
{
    ssize_t length = pread(fileno(file), shown_bytes, sizeof shown_bytes - 1, 0);
    assert_true(length >= 0);
    shown_bytes[length] = '\0';
    return shown_bytes;
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* A progress that began so long ago and is due. */
static progress begun(double seconds_ago, uint64_t size)
{
    return (progress){.shown = true, .size = size, .started = now() - seconds_ago};
}

static int open_size(size_t size)
{
    FILE *input = tmpfile();
    assert_non_null(input);
    int copy = dup(fileno(input));
    assert_int_equal(ftruncate(copy, (off_t)size), 0);
    fclose(input);
    return copy;
}

static void knows_the_size_of_a_file_only(void **state)
{
    (void)state;
    int ends[2], input = open_size(12345);
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(gd_start_progress(true, input).size, 12345);
    assert_int_equal(gd_start_progress(true, ends[0]).size, 0);
    assert_int_equal(gd_start_progress(true, -1).size, 0);
    close(input);
    close(ends[0]);
    close(ends[1]);
}

static void waits_a_second_before_it_shows_anything(void **state)
{
    (void)state;
    double before = now();
    progress of = gd_start_progress(true, -1);
    assert_true(of.shown);
    assert_true(of.started >= before && of.started <= now());
    assert_same(of.next, of.started + 1);
    gd_show_progress(&of, 100, 1000, start());
    assert_string_equal(flushed(), "");
}

static void shows_lines_rate_and_share(void **state)
{
    (void)state;
    for (uint64_t lines = 0; lines < 2000000; lines = lines * 3 + 7) {
        unsigned long long shown_lines, rate;
        unsigned share;
        int length = 0;
        progress of = begun(10, 8000000);
        gd_show_progress(&of, lines, lines * 4, start());
        assert_int_equal(sscanf(flushed(), "\rgeodist: %llu lines, %llu a second, %u %%%n", &shown_lines,
                                &rate, &share, &length),
                         3);
        assert_int_equal(shown_bytes[length], '\0');
        assert_int_equal(shown_lines, lines);
        assert_true((double)rate <= (double)lines / 10); /* it is later now */
        assert_true((double)rate >= (double)lines / 20 - 1);
        assert_within(share, (double)lines * 4 / 80000, 0.5);
    }
}

static void shows_no_share_of_an_unknown_size(void **state)
{
    (void)state;
    progress of = begun(2, 0);
    gd_show_progress(&of, 0, 0, start());
    assert_string_equal(flushed(), "\rgeodist: 0 lines, 0 a second");
}

static void shows_the_end_at_once(void **state)
{
    (void)state;
    progress of = gd_start_progress(true, -1);
    of.size = 500;
    gd_end_progress(&of, 9, 500, start());
    assert_true(gd_flush(&out));
    const char *text = flushed();
    assert_true(strncmp(text, "\rgeodist: 9 lines, ", 19) == 0);
    assert_non_null(strstr(text, " a second, 100 %\n"));
}

/* The clock may not have moved. */
static void has_a_rate_when_no_time_has_passed(void **state)
{
    (void)state;
    progress of = begun(-1000, 0);
    gd_end_progress(&of, 3, 3, start());
    assert_true(gd_flush(&out));
    assert_string_equal(flushed(), "\rgeodist: 3 lines, 3000000000 a second\n");
}

static void shows_nothing_unless_it_is_wanted(void **state)
{
    (void)state;
    progress of = begun(100, 10);
    of.shown = false;
    gd_show_progress(&of, 5, 5, start());
    gd_end_progress(&of, 5, 5, &out);
    assert_true(gd_flush(&out));
    assert_string_equal(flushed(), "");
}

/* Once a second in the first minute. Later so that the text of a day stays below 64 KiB. */
static void shows_itself_less_often_as_time_goes_on(void **state)
{
    (void)state;
    size_t bytes = 0;
    for (double elapsed = 1; elapsed < 86400;) {
        double before = now();
        progress of = begun(elapsed, 4000000000);
        gd_show_progress(&of, 2000000000, 2000000000, start());
        bytes += strlen(flushed());
        double gap = of.next - before;
        assert_true(gap >= fmax(1, elapsed / 60) - 1e-3);
        assert_true(gap <= fmax(1, elapsed / 60) + 5);
        gd_show_progress(&of, 1, 1, start());
        assert_string_equal(flushed(), "");
        elapsed += fmax(1, elapsed / 60);
    }
    assert_true(bytes > 1000 && bytes < 65536);
}

/* ---- Terminals ---------------------------------------------------------------------------------- */

static int open_terminal(int *main_end)
{
    *main_end = posix_openpt(O_RDWR | O_NOCTTY);
    if (*main_end < 0 || grantpt(*main_end) != 0 || unlockpt(*main_end) != 0)
        return -1;
    return open(ptsname(*main_end), O_RDWR | O_NOCTTY);
}

/* What the progress would be with these as standard output and standard error. */
static bool is_shown(bool wanted, int output, int errors)
{
    fflush(stdout);
    int kept_output = dup(STDOUT_FILENO), kept_errors = dup(STDERR_FILENO);
    assert_true(dup2(output, STDOUT_FILENO) >= 0 && dup2(errors, STDERR_FILENO) >= 0);
    bool shown = gd_start_progress(wanted, -1).shown;
    dup2(kept_output, STDOUT_FILENO);
    dup2(kept_errors, STDERR_FILENO);
    close(kept_output);
    close(kept_errors);
    return shown;
}

static void is_shown_to_a_person_who_does_not_see_the_output(void **state)
{
    (void)state;
    int main_end, terminal = open_terminal(&main_end), nowhere = open("/dev/null", O_WRONLY);
    if (terminal < 0)
        skip();
    assert_true(is_shown(false, nowhere, terminal));
    assert_false(is_shown(false, terminal, terminal));
    assert_false(is_shown(false, nowhere, nowhere));
    assert_false(is_shown(false, terminal, nowhere));
    for (int i = 0; i < 4; i++)
        assert_true(is_shown(true, i & 1 ? terminal : nowhere, i & 2 ? terminal : nowhere));
    close(terminal);
    close(main_end);
    close(nowhere);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_the_size_of_a_file_only),
        cmocka_unit_test(waits_a_second_before_it_shows_anything),
        cmocka_unit_test(shows_lines_rate_and_share),
        cmocka_unit_test(shows_no_share_of_an_unknown_size),
        cmocka_unit_test(shows_the_end_at_once),
        cmocka_unit_test(has_a_rate_when_no_time_has_passed),
        cmocka_unit_test(shows_nothing_unless_it_is_wanted),
        cmocka_unit_test(shows_itself_less_often_as_time_goes_on),
        cmocka_unit_test(is_shown_to_a_person_who_does_not_see_the_output),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
