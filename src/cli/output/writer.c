#define _POSIX_C_SOURCE 200809L

#include "output/writer.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

/* Give up after this many retries without progress. */
enum { RETRIES_MAX = 1000000 };

static void set_allowance(writer *out, uint64_t allowance)
{
    out->allowance = allowance;
    out->limit = allowance < out->capacity ? (size_t)allowance : out->capacity - 1;
}

writer gd_file_writer(int file, char *buffer, size_t capacity, uint64_t allowance)
{
    writer made = {.file = file, .bytes = buffer, .capacity = capacity};
    set_allowance(&made, allowance);
    return made;
}

writer gd_memory_writer(char *buffer, size_t capacity)
{
    return gd_file_writer(-1, buffer, capacity, capacity - 1);
}

bool gd_may_retry(int file, short events, unsigned *retries)
{
    struct pollfd ready = {.fd = file, .events = events};
    if ((errno != EINTR && errno != EAGAIN) || ++*retries > RETRIES_MAX)
        return false;
    return errno == EINTR || poll(&ready, 1, -1) >= 0 || errno == EINTR;
}

/* One write. Returns whether to go on: some bytes were written, or a retry may succeed. */
static bool write_some(writer *out, geodist_text *rest)
{
    ssize_t written = write(out->file, rest->bytes, rest->length);
    if (written > 0) {
        rest->bytes += written;
        rest->length -= (size_t)written;
        out->retries = 0;
        return true;
    }
    if (written == 0)
        errno = ENOSPC; /* POSIX leaves this result open; repeating it would be an endless loop */
    return gd_may_retry(out->file, POLLOUT, &out->retries);
}

bool gd_flush(writer *out)
{
    geodist_text rest = gd_written_text(out);
    if (rest.length && !out->failure && out->may_write && !out->may_write(out->asked))
        out->failure = ECANCELED;
    while (rest.length && !out->failure) {
        out->written = true;
        if (!write_some(out, &rest))
            out->failure = errno;
    }
    set_allowance(out, out->allowance - out->length);
    out->length = 0;
    return !out->failure;
}

bool gd_close(writer *out)
{
    if (gd_flush(out) && out->written && close(out->file) < 0 && errno != EINTR)
        out->failure = errno;
    return !out->failure;
}

void gd_put_text_unbuffered(writer *out, geodist_text text)
{
    if (text.length > out->allowance - out->length) {
        set_allowance(out, out->length);
        return;
    }
    while (text.length && !out->failure) {
        size_t room = out->capacity - out->length;
        size_t part = text.length < room ? text.length : room;
        memcpy(out->bytes + out->length, text.bytes, part);
        out->length += part;
        text.bytes += part;
        text.length -= part;
        if (out->length == out->capacity)
            gd_flush(out);
    }
}

void gd_put_padded(writer *out, const char *string, size_t width)
{
    gd_put(out, string);
    for (size_t length = strlen(string); length < width; length++)
        gd_put(out, " ");
}
