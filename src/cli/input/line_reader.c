#include "input/line_reader.h"

/* The position after the last newline from `start` on, or 0 if there is none. */
static size_t after_last_newline(const line_reader *in, size_t start)
{
    for (size_t at = in->length; at > start; at--)
        if (in->bytes[at - 1] == '\n')
            return at;
    return 0;
}

/* Removes what was read of the rest of a line that is too long. */
static void skip_rest(line_reader *in, size_t start)
{
    const char *newline = memchr(in->bytes + start, '\n', in->length - start);
    size_t rest = newline ? (size_t)(newline - in->bytes) : in->length;
    in->skipping = !newline;
    memmove(in->bytes + start, in->bytes + rest, in->length - rest);
    in->length -= rest - start;
}

geodist_text gd_read_lines(line_reader *from, writer *out, writer *errors)
{
    from->length -= from->handed_out;
    memmove(from->bytes, from->bytes + from->handed_out, from->length);
    from->handed_out = 0;
    while (!from->input.ended && !from->handed_out && !out->failure) {
        size_t start = from->length;
        from->length +=
            gd_read_input(&from->input, from->bytes + start, GD_LINE_BUFFER - start, out, errors);
        if (from->skipping)
            skip_rest(from, start);
        from->handed_out = after_last_newline(from, start);
        if (!from->handed_out && from->length > GD_LINE_MAX + 1) {
            from->length = GD_LINE_MAX + 2; /* the last byte may be taken for the CR of an ending */
            from->skipping = true;
        }
    }
    if (from->input.ended && !from->input.failure && !from->handed_out)
        from->handed_out = from->length;
    return (geodist_text){from->bytes, from->handed_out};
}
