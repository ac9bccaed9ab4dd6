#include "input/line_reader.h"

/* The position after the last newline from `start` on, or 0 if there is none. */
static size_t after_last_newline(const char *bytes, size_t start, size_t length)
{
    for (size_t at = length; at > start; at--)
        if (bytes[at - 1] == '\n')
            return at;
    return 0;
}

/* Removes what was read of the rest of a line that is too long, from `start` on. Returns the new
 * length. */
static size_t skip_rest(line_reader *in, char *bytes, size_t start, size_t length)
{
    const char *newline = memchr(bytes + start, '\n', length - start);
    size_t rest = newline ? (size_t)(newline - bytes) : length;
    in->skipping = !newline;
    memmove(bytes + start, bytes + rest, length - rest);
    return length - (rest - start);
}

geodist_text gd_read_lines(line_reader *from, line_buffer *buffer, writer *out, writer *errors)
{
    char *bytes = buffer->bytes;
    size_t length = from->rest.length, taken = 0;
    if (length)
        memmove(bytes, from->rest.bytes, length);
    while (!from->input.ended && !taken && !(out && out->failure)) {
        size_t start = length;
        length += gd_read_input(&from->input, bytes + start, GD_LINE_BUFFER - start, out, errors);
        if (from->skipping)
            length = skip_rest(from, bytes, start, length);
        taken = after_last_newline(bytes, start, length);
        if (!taken && length > GD_LINE_MAX + 1) {
            length = GD_LINE_MAX + 2; /* the last byte may be taken for the CR of an ending */
            from->skipping = true;
        }
    }
    if (from->input.ended && !from->input.failure && !taken)
        taken = length;
    from->rest = (geodist_text){bytes + taken, length - taken};
    return (geodist_text){bytes, taken};
}
