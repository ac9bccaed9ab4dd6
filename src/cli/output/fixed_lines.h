/* Many numbers at a time as lines of text. */
#ifndef CLI_FIXED_LINES_H
#define CLI_FIXED_LINES_H

#include "output/writer.h"

/* A number as gd_put_fixed() writes it, and a newline. */
typedef struct {
    char text[16];        /* the last bytes have no meaning */
    unsigned char length; /* 0 if the number is one that gd_put_fixed() must write */
} fixed_line;

/* Sets lines[i] to values[i]. With at most 3 decimals, and at most 8 digits in all, nearly every
 * number is written: not those below zero, and not the one in 500 that is close to a half. */
void gd_format_fixed_lines(const double *values, size_t count, int decimals, fixed_line *lines);

/* Appends the line. Returns false, and does nothing, if it is empty or the buffer is nearly full.
 */
static inline bool gd_put_fixed_line(writer *out, const fixed_line *line)
{
    char *room = gd_reserve(out, sizeof line->text);
    if (!room || !line->length)
        return false;
    memcpy(room, line->text, sizeof line->text);
    gd_commit(out, line->length);
    return true;
}

#endif
