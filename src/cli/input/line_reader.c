#define _POSIX_C_SOURCE 200809L

#include "input/line_reader.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

void cli_open_reader(reader *opened, int file)
{
    opened->file = file;
    opened->failure = 0;
    opened->ended = opened->skipping = false;
    opened->taken = 0;
    opened->handed = opened->length = 0;
}

static bool would_wait(int file)
{
    struct pollfd input = {.fd = file, .events = POLLIN};
    return poll(&input, 1, 0) == 0;
}

/* Reads once, at least one byte unless the file has ended or failed. */
static size_t read_some(reader *from, sink *out, sink *errors)
{
    if ((out->length || errors->length) && would_wait(from->file)) {
        cli_flush(out);
        cli_flush(errors);
    }
    for (unsigned stalls = 0;;) {
        ssize_t got =
            read(from->file, from->bytes + from->length, READER_BYTES - from->length);
        if (got > 0) {
            from->taken += (size_t)got;
            return (size_t)got;
        }
        if (got == 0) {
            from->ended = true;
            return 0;
        }
        if (!cli_may_retry(from->file, POLLIN, &stalls)) {
            from->failure = errno;
            from->ended = true;
            return 0;
        }
    }
}

/* Behind the last newline of the bytes from start on, or 0 if there is none. */
static size_t after_last_newline(const reader *in, size_t start)
{
    for (size_t at = in->length; at > start; at--)
        if (in->bytes[at - 1] == '\n')
            return at;
    return 0;
}

/* Passes over what was read of a line that is too long. */
static void skip_rest(reader *in, size_t start)
{
    const char *newline = memchr(in->bytes + start, '\n', in->length - start);
    size_t rest = newline ? (size_t)(newline - in->bytes) : in->length;
    in->skipping = !newline;
    memmove(in->bytes + start, in->bytes + rest, in->length - rest);
    in->length -= rest - start;
}

geodist_text cli_read_lines(reader *from, sink *out, sink *errors)
{
    from->length -= from->handed;
    memmove(from->bytes, from->bytes + from->handed, from->length);
    from->handed = 0;
    while (!from->ended && !from->handed && !out->failure) {
        size_t start = from->length;
        from->length += read_some(from, out, errors);
        if (from->skipping)
            skip_rest(from, start);
        from->handed = after_last_newline(from, start);
        if (!from->handed && from->length > LINE_MOST) {
            from->length = LINE_MOST + 1;
            from->skipping = true;
        }
    }
    if (from->ended && !from->failure && !from->handed)
        from->handed = from->length;
    return (geodist_text){from->bytes, from->handed};
}
