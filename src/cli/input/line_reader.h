/* Reads blocks of whole lines, in constant memory. */
#ifndef CLI_LINE_READER_H
#define CLI_LINE_READER_H

#include "input/input_file.h"
#include "route/batch.h"

enum { GD_LINE_BUFFER = (1 << 18) + GD_LINE_MAX };

typedef struct {
    char bytes[GD_LINE_BUFFER + GD_NAME_SLACK];
} line_buffer;

typedef struct {
    input_file input;
    bool skipping;     /* the rest of a line that is too long is being skipped */
    geodist_text rest; /* what was read after the last block: in the buffer of the last call */
} line_reader;

/* Reads the next lines into the buffer, each with its newline except perhaps the last of the file.
 * They may be changed. The bytes of the buffer after them are needed by the next call, which may
 * have the same buffer or another one. Empty at the end of the file or after a failure, and if a
 * writer has failed. The writers, which may be NULL, are flushed before the input is waited for. */
geodist_text gd_read_lines(line_reader *from, line_buffer *buffer, writer *out, writer *errors);

/* Removes the first line from the block and returns it without its ending (LF, CRLF or nothing). Of
 * a line longer than GD_LINE_MAX it returns the first GD_LINE_MAX + 1 bytes. */
static inline geodist_text gd_take_line(geodist_text *block)
{
    const char *newline = memchr(block->bytes, '\n', block->length);
    size_t length = newline ? (size_t)(newline - block->bytes) : block->length;
    geodist_text line = {block->bytes, length};
    size_t taken = length + (newline != NULL);
    if (newline && length && line.bytes[length - 1] == '\r')
        line.length--;
    if (line.length > GD_LINE_MAX)
        line.length = GD_LINE_MAX + 1;
    block->bytes += taken;
    block->length -= taken;
    return line;
}

#endif
