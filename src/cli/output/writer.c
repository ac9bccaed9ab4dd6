#define _POSIX_C_SOURCE 200809L

#include "output/writer.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

/* Nothing that works is interrupted so often; a descriptor that is would hold us for ever. */
enum { STALLS_MOST = 1000000 };

void cli_open_sink(sink *opened, int file, uint64_t allowance)
{
    opened->file = file;
    opened->failure = 0;
    opened->allowance = allowance;
    opened->written = false;
    opened->stalls = 0;
    opened->length = 0;
}

/* Whether to try again after a write or read that did nothing. */
bool cli_may_retry(int file, short events, unsigned *stalls)
{
    struct pollfd ready = {.fd = file, .events = events};
    if ((errno != EINTR && errno != EAGAIN) || ++*stalls > STALLS_MOST)
        return false;
    return errno == EINTR || poll(&ready, 1, -1) >= 0 || errno == EINTR;
}

/* One write. True if it is worth going on: some bytes went, or another try may succeed. */
static bool write_some(sink *out, geodist_text *rest)
{
    ssize_t written = write(out->file, rest->bytes, rest->length);
    if (written > 0) {
        rest->bytes += written;
        rest->length -= (size_t)written;
        out->stalls = 0;
        return true;
    }
    if (written == 0)
        errno = ENOSPC; /* no such answer is defined; without this it would be a loop */
    return cli_may_retry(out->file, POLLOUT, &out->stalls);
}

bool cli_flush(sink *out)
{
    geodist_text rest = {out->bytes, out->length};
    while (rest.length && !out->failure) {
        out->written = true;
        if (!write_some(out, &rest))
            out->failure = errno;
    }
    out->length = 0;
    return !out->failure;
}

bool cli_close(sink *out)
{
    if (cli_flush(out) && out->written && close(out->file) < 0 && errno != EINTR)
        out->failure = errno;
    return !out->failure;
}

void cli_put_text_slowly(sink *out, geodist_text text)
{
    if (text.length > out->allowance) {
        out->allowance = 0;
        return;
    }
    out->allowance -= text.length;
    while (text.length && !out->failure) {
        size_t room = sizeof out->bytes - out->length;
        size_t part = text.length < room ? text.length : room;
        memcpy(out->bytes + out->length, text.bytes, part);
        out->length += part;
        text.bytes += part;
        text.length -= part;
        if (out->length == sizeof out->bytes)
            cli_flush(out);
    }
}

void cli_put_padded(sink *out, const char *string, size_t width)
{
    cli_put(out, string);
    for (size_t length = strlen(string); length < width; length++)
        cli_put(out, " ");
}
