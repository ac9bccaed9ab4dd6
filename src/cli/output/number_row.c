#include "output/number_row.h"

#include "output/digit_chunk.h"
#include "output/fixed_text.h"
#include "output/format_number.h"

#include <math.h>

enum {
    CELL_ROOM = GD_FIXED_TEXT_ROOM + 1, /* with a delimiter */
    BLANKS = 32, /* written at a time; more than what is written after a number */
    LONGEST = 340 /* a double without exponent has at most 309 digits before the point */
};

/* ---- Rows -------------------------------------------------------------------------- */

/* Numbers that are to be written: the next chunk of them has been spread. */
typedef struct {
    unsigned decimals;
    gd_digit_spreader *spread; /* NULL if gd_put_fixed() must write all */
    digit_chunk digits;
} row_state;

static row_state begin_row(int decimals)
{
    bool written_here = decimals <= GD_FIXED_TEXT_DECIMALS;
    return (row_state){.decimals = (unsigned)decimals,
                       .spread = written_here ? gd_widest_digit_spreader() : NULL};
}

static size_t next_chunk(row_state *of, const double *numbers, size_t count)
{
    size_t length = count < GD_DIGIT_CHUNK ? count : GD_DIGIT_CHUNK;
    if (!of->spread)
        return 0;
    of->spread(numbers, length, power_of_ten(of->decimals), &of->digits);
    return length;
}

/* Writes the first numbers, up to a chunk of them, and returns how many: 0 if the first must be
 * written by gd_put_fixed(), or the buffer has no room. */
static size_t put_some_cells(writer *out, const double *numbers, size_t count, row_state *of,
                             char delimiter)
{
    char *room = gd_reserve(out, GD_DIGIT_CHUNK * CELL_ROOM), *at = room;
    size_t i = 0, length = room ? next_chunk(of, numbers, count) : 0;
    unsigned decimals = of->decimals; /* not read again after each store */
    for (; i < length && !is_doubtful(of->digits.doubts[i]); i++) {
        *at++ = delimiter;
        at = write_fixed(at, false, of->digits.first[i], of->digits.last[i], decimals);
    }
    gd_commit(out, (size_t)(at - room));
    return i;
}

static void put_cell(writer *out, double number, int decimals, char delimiter, const char *missing)
{
    gd_put_text(out, (geodist_text){&delimiter, 1});
    if (isfinite(number))
        gd_put_fixed(out, number, decimals);
    else
        gd_put(out, missing);
}

void gd_put_number_cells(writer *out, const double *numbers, size_t count, int decimals,
                         char delimiter, const char *missing)
{
    row_state state = begin_row(decimals);
    for (size_t i = 0, some; i < count; i += some) {
        some = put_some_cells(out, numbers + i, count - i, &state, delimiter);
        if (some == 0) {
            put_cell(out, numbers[i], decimals, delimiter, missing);
            some = 1;
        }
    }
}

/* ---- Columns ----------------------------------------------------------------------- */

static size_t sum_widths(const uint16_t *widths, size_t count)
{
    size_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += GD_COLUMN_GAP + widths[i];
    return sum;
}

/* Blanks to the end and less than BLANKS further. */
static inline void write_blanks(char *at, const char *end)
{
    do
        memset(at, ' ', BLANKS);
    while ((at += BLANKS) < end);
}

/* As put_some_cells(). What is written after the end of a column is overwritten by the next. */
static size_t put_some_columns(writer *out, const double *numbers, const uint16_t *widths,
                               size_t count, row_state *of)
{
    count = count < GD_DIGIT_CHUNK ? count : GD_DIGIT_CHUNK;
    char *room = gd_reserve(out, sum_widths(widths, count) + BLANKS), *at = room;
    size_t i = 0, length = room ? next_chunk(of, numbers, count) : 0;
    unsigned decimals = of->decimals;
    for (; i < length && !is_doubtful(of->digits.doubts[i]); i++) {
        char *end = at + GD_COLUMN_GAP + widths[i];
        write_blanks(at, end);
        at = write_fixed(end, true, of->digits.first[i], of->digits.last[i], decimals);
    }
    gd_commit(out, (size_t)(at - room));
    return i;
}

static void put_column(writer *out, double number, int decimals, size_t width)
{
    char room[LONGEST];
    writer text = gd_memory_writer(room, sizeof room);
    gd_put_fixed(&text, number, decimals);
    for (size_t i = text.length; i < GD_COLUMN_GAP + width; i++)
        gd_put(out, " ");
    gd_put_text(out, gd_written_text(&text));
}

size_t gd_put_number_columns(writer *out, const double *numbers, const uint16_t *widths,
                             size_t count, int decimals)
{
    row_state state = begin_row(decimals);
    size_t i = 0;
    for (size_t some; i < count && isfinite(numbers[i]); i += some) {
        some = put_some_columns(out, numbers + i, widths + i, count - i, &state);
        if (some == 0) {
            put_column(out, numbers[i], decimals, widths[i]);
            some = 1;
        }
    }
    return i;
}
