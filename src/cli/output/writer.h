/* Buffered output to a file descriptor or into memory. A write that fails is remembered. */
#ifndef CLI_WRITER_H
#define CLI_WRITER_H

#include <assert.h>
#include <geodist.h>

typedef struct {
    int file;           /* -1: the text stays in memory */
    int failure;        /* errno of the first write that failed, or 0 */
    uint64_t allowance; /* bytes accepted from the start of the buffer on; later text is dropped */
    bool written; /* whether anything was written to the file */
    unsigned retries; /* attempts since a write last made progress */
    size_t length, capacity;
    size_t limit; /* of a length without a flush: the lesser of allowance and capacity - 1 */
    char *bytes;
    /* Called before bytes are written to the file, unless it is NULL. If it returns false they are
     * dropped, and so is all that follows: the failure is then ECANCELED. */
    bool (*may_write)(void *asked);
    void *asked;
} writer;

/* A writer for a file that accepts at most `allowance` bytes in all. The buffer belongs to the
 * caller and must outlive the writer. */
writer gd_file_writer(int file, char *buffer, size_t capacity, uint64_t allowance);

/* A writer that keeps its text in the buffer. Text that does not fit is dropped. */
writer gd_memory_writer(char *buffer, size_t capacity);

static inline geodist_text gd_written_text(const writer *of)
{
    return (geodist_text){of->bytes, of->length};
}

/* Appends the text, all of it or nothing. After a failure or beyond the allowance it does nothing,
 * so callers write everything and ask for the outcome once, at the end. */
void gd_put_text_unbuffered(writer *out, geodist_text text);

/* The common case, in which the buffer has room. */
static inline void gd_put_text(writer *out, geodist_text text)
{
    assert(out->bytes);
    if (text.length == 0) /* its bytes may be NULL */
        return;
    if (text.length <= out->limit - out->length) {
        memcpy(&out->bytes[out->length], text.bytes, text.length);
        out->length += text.length;
    } else {
        gd_put_text_unbuffered(out, text);
    }
}

/* Room for `size` bytes in the buffer, or NULL. The caller writes at most so many bytes there and
 * then calls gd_commit() with their number. */
static inline char *gd_reserve(writer *out, size_t size)
{
    return size <= out->limit - out->length ? &out->bytes[out->length] : NULL;
}

static inline void gd_commit(writer *out, size_t written)
{
    out->length += written;
}

static inline void gd_put(writer *out, const char *string)
{
    gd_put_text(out, geodist_string(string));
}

/* The string, padded with blanks on the right to the width in bytes. */
void gd_put_padded(writer *out, const char *string, size_t width);

/* Writes what is buffered. Returns whether everything so far was written. */
bool gd_flush(writer *out);

/* Whether to repeat a read or write that failed with errno: it was interrupted, or it is possible
 * later, which poll() waits for. Counts the attempts and gives up after too many. */
bool gd_may_retry(int file, short events, unsigned *retries);

/* Flushes, and closes the file if it was used: some errors appear only then. */
bool gd_close(writer *out);

#endif
