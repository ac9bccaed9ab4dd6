#define _DEFAULT_SOURCE

#include "input/line_reader.h"

#include "pairs.h"
#include "piped.h"
#include "texts.h"
#include "written.h"

static line_reader reader;
static line_buffer buffers[2];
static char taken[1 << 22];
static size_t taken_length, taken_lines;

/* Reads everything. Lines are joined with a newline after each; a line longer than the limit must have
 * been cut to one byte more. */
static void take_all(int file)
{
    writer *out = begin();
    reader = (line_reader){.input = {.file = file}};
    taken_length = taken_lines = 0;
    for (unsigned calls = 0;; calls++) { /* two calls in a row have the same buffer, two another */
        geodist_text block = gd_read_lines(&reader, &buffers[calls / 2 % 2], out, out);
        if (block.length == 0)
            break;
        while (block.length) {
            geodist_text line = gd_take_line(&block);
            assert_true(line.length <= GD_LINE_MAX + 1);
            memcpy(taken + taken_length, line.bytes, line.length);
            taken_length += line.length;
            taken[taken_length++] = '\n';
            taken_lines++;
        }
    }
    assert_true(reader.input.ended);
    assert_int_equal(reader.input.failure, 0);
}

/* The lines of a text as the interface has them: LF or CRLF ends a line, and the last needs no ending.
 * Longer ones are cut to one byte more than the limit. */
static size_t expected_lines(geodist_text text, char *lines)
{
    size_t length = 0;
    for (size_t start = 0; start < text.length;) {
        size_t end = start;
        while (end < text.length && text.bytes[end] != '\n')
            end++;
        size_t size = end - start;
        bool ended = end < text.length;
        if (size > GD_LINE_MAX)
            size = GD_LINE_MAX + 1;
        memcpy(lines + length, text.bytes + start, size);
        if (ended && end - start == size && size && text.bytes[end - 1] == '\r')
            size--;
        length += size;
        lines[length++] = '\n';
        start = end + 1;
    }
    return length;
}

static void assert_lines_of(geodist_text text)
{
    static char expected[sizeof taken];
    size_t length = expected_lines(text, expected);
    if (taken_length != length || memcmp(taken, expected, length) != 0)
        fail_msg("%zu bytes give %zu bytes in %zu lines, not %zu", text.length, taken_length,
                 taken_lines, length);
}

static void reads_lines_of_a_file(void **state)
{
    (void)state;
    static const char *const texts[] = {"",     "a",        "a\n",      "a\nb",   "\n",  "\n\n",
                                        "a\r\n", "a\r\nb\r\n", "\r\n\r\n", "a\r", "\r", "a\rb\n",
                                        "a\r\r\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        int file = open_file(geodist_string(texts[i]));
        take_all(file);
        assert_lines_of(geodist_string(texts[i]));
        close(file);
    }
}

static void reads_the_same_lines_with_every_cut(void **state)
{
    (void)state;
    geodist_text text = geodist_string("nairobi elpaso\r\n\nlondon,tokyo\n\r\nlast\r\nno end\r");
    for (size_t cut = 0; cut <= text.length; cut++) {
        piped in = open_pipe(text, &cut, 1);
        take_all(in.file);
        assert_lines_of(text);
        assert_true(close_pipe(&in));
    }
}

static void reads_lines_one_byte_at_a_time(void **state)
{
    (void)state;
    geodist_text text = geodist_string("nairobi elpaso\r\n\nlondon,tokyo\nx");
    size_t cuts[64];
    for (size_t i = 0; i < text.length; i++)
        cuts[i] = i;
    piped in = open_pipe(text, cuts, text.length);
    take_all(in.file);
    assert_lines_of(text);
    assert_true(close_pipe(&in));
}

static char long_text[1 << 21];

/* Lines around the limit and around the size of the buffer, with short ones between. */
static size_t make_long_lines(uint64_t seed)
{
    static const size_t sizes[] = {0, 1, 100, GD_LINE_MAX - 1, GD_LINE_MAX, GD_LINE_MAX + 1,
                                   GD_LINE_MAX + 2, GD_LINE_BUFFER - 1, GD_LINE_BUFFER,
                                   GD_LINE_BUFFER + 1, 2 * GD_LINE_BUFFER + 7};
    size_t length = 0;
    while (length + 2 * GD_LINE_BUFFER + 10 < sizeof long_text) {
        size_t size = sizes[random_bits(&seed) % (sizeof sizes / sizeof *sizes)];
        memset(long_text + length, (int)('a' + random_bits(&seed) % 26), size);
        length += size;
        if (random_bits(&seed) % 4 == 0)
            long_text[length++] = '\r';
        long_text[length++] = '\n';
    }
    return length - random_bits(&seed) % 2; /* with or without the last newline */
}

static void cuts_lines_that_are_too_long_and_goes_on_behind_them(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 30; seed++) {
        geodist_text text = {long_text, make_long_lines(seed)};
        int file = open_file(text);
        take_all(file);
        assert_lines_of(text);
        close(file);
        if (seed > 10)
            continue;
        piped in = open_pipe(text, NULL, 0); /* a pipe gives 64 KiB at most */
        take_all(in.file);
        assert_lines_of(text);
        assert_true(close_pipe(&in));
    }
}

static void keeps_a_line_of_exactly_the_limit(void **state)
{
    (void)state;
    for (size_t length = GD_LINE_MAX - 2; length <= GD_LINE_MAX + 2; length++) {
        memset(long_text, 'x', length);
        long_text[length] = '\n';
        int file = open_file((geodist_text){long_text, length + 1});
        take_all(file);
        assert_int_equal(taken_lines, 1);
        assert_int_equal(taken_length - 1, length <= GD_LINE_MAX ? length : GD_LINE_MAX + 1);
        close(file);
    }
}

static void ends_after_a_read_that_fails(void **state)
{
    (void)state;
    writer *out = begin();
    reader = (line_reader){.input = {.file = -1}};
    assert_int_equal(gd_read_lines(&reader, &buffers[0], out, NULL).length, 0);
    assert_true(reader.input.ended && reader.input.failure);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_lines_of_a_file),
        cmocka_unit_test(reads_the_same_lines_with_every_cut),
        cmocka_unit_test(reads_lines_one_byte_at_a_time),
        cmocka_unit_test(cuts_lines_that_are_too_long_and_goes_on_behind_them),
        cmocka_unit_test(keeps_a_line_of_exactly_the_limit),
        cmocka_unit_test(ends_after_a_read_that_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
