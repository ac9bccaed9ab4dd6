#define _POSIX_C_SOURCE 200809L

#include "input/input_file.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

/* Timeout of poll() in milliseconds. With 0, Node.js and for files also Wasmtime only report that
 * the time is over, even if the input is ready. */
#ifdef __wasi__
enum { POLL_TIMEOUT = 1 };
#else
enum { POLL_TIMEOUT = 0 };
#endif

static bool would_wait(int file)
{
    struct pollfd input = {.fd = file, .events = POLLIN};
    return poll(&input, 1, POLL_TIMEOUT) == 0;
}

size_t gd_read_input(input_file *from, char *bytes, size_t capacity, writer *out, writer *errors)
{
    bool pending = (out && out->length) || (errors && errors->length);
    if (pending && would_wait(from->file)) {
        if (out)
            gd_flush(out);
        if (errors)
            gd_flush(errors);
    }
    for (unsigned retries = 0;;) {
        ssize_t got = read(from->file, bytes, capacity);
        if (got > 0) {
            from->taken += (size_t)got;
            return (size_t)got;
        }
        if (got == 0 || !gd_may_retry(from->file, POLLIN, &retries)) {
            from->failure = got < 0 ? errno : 0;
            from->ended = true;
            return 0;
        }
    }
}

geodist_text gd_skip_byte_order_mark(geodist_text first_bytes)
{
    if (first_bytes.length >= 3 && memcmp(first_bytes.bytes, "\xEF\xBB\xBF", 3) == 0)
        return (geodist_text){first_bytes.bytes + 3, first_bytes.length - 3};
    return first_bytes;
}

bool gd_is_utf16(geodist_text first_bytes)
{
    return first_bytes.length >= 2 && (memcmp(first_bytes.bytes, "\xFF\xFE", 2) == 0 ||
                                       memcmp(first_bytes.bytes, "\xFE\xFF", 2) == 0);
}
