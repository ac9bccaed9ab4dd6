/* Where output collects on its way to a file descriptor; a failed write is remembered. */
#ifndef CLI_WRITER_H
#define CLI_WRITER_H

#include <geodist.h>

typedef struct {
    int file;
    int failure;      /* errno of the first write that failed, or 0 */
    uint64_t allowance; /* how many more bytes are taken; what comes after them is dropped */
    bool written;     /* whether anything has gone to the file */
    unsigned stalls;  /* interrupted or put off since a write last made progress */
    size_t length;
    char bytes[65536];
} sink;

/* Makes an empty sink for the file that takes at most allowance bytes in all. */
void cli_open_sink(sink *opened, int file, uint64_t allowance);

/* Adds the text, all or nothing. After a failure or beyond the allowance it does nothing,
 * so callers put what they have to say and the outcome is asked for once, at the end. */
void cli_put_text_slowly(sink *out, geodist_text text);

/* Nearly always there is room. */
static inline void cli_put_text(sink *out, geodist_text text)
{
    if (text.length == 0) /* its bytes may be NULL */
        return;
    if (text.length < sizeof out->bytes - out->length && text.length <= out->allowance) {
        memcpy(out->bytes + out->length, text.bytes, text.length);
        out->length += text.length;
        out->allowance -= text.length;
    } else {
        cli_put_text_slowly(out, text);
    }
}

/* Room for so many bytes, which whoever asks writes there and then adds with cli_fill; NULL if
 * they must be put otherwise. */
static inline char *cli_room(sink *out, size_t most)
{
    bool ample = most < sizeof out->bytes - out->length && most <= out->allowance;
    return ample ? out->bytes + out->length : NULL;
}

static inline void cli_fill(sink *out, size_t written)
{
    out->length += written;
    out->allowance -= written;
}

static inline void cli_put(sink *out, const char *string)
{
    cli_put_text(out, geodist_string(string));
}

void cli_put_padded(sink *out, const char *string, size_t width);

/* Writes what is left. Returns whether everything has been written since the beginning. */
bool cli_flush(sink *out);

/* After a read or write that failed with errno: whether to try it again, for it was only
 * interrupted, or put off until poll() says that the file is ready for these events. Counts
 * the tries, and gives up when there have been too many. */
bool cli_may_retry(int file, short events, unsigned *stalls);

/* Flushes, and closes the file if it was used, as some errors surface only then. */
bool cli_close(sink *out);

#endif
