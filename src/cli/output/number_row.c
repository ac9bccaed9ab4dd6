#include "output/number_row.h"

#include "output/digit_chunk.h"
#include "output/format_number.h"

#include <math.h>

enum {
    DECIMALS_MAX = 7, /* of the numbers that are written here; gd_put_fixed() writes all others */
    NUMBER_ROOM = 32, /* a delimiter, 13 digits, the point, and up to 15 bytes after the number; or
                       * the bytes that are written after a column */
    LONGEST = 340 /* a double without exponent has at most 309 digits before the point */
};

/* ---- Digits ------------------------------------------------------------------------ */

/* How the numbers of a row are written. */
typedef struct {
    double power; /* 10^decimals */
    unsigned decimals;
    unsigned last_whole; /* of eight digits in a word, where the last before the point begins */
    bool quick; /* whether they can be written here */
} number_shape;

static number_shape shape_of(int decimals)
{
    static const double powers[DECIMALS_MAX + 1] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7};
    if (decimals > DECIMALS_MAX)
        return (number_shape){.quick = false};
    return (number_shape){powers[decimals], (unsigned)decimals, 8 * (unsigned)(7 - decimals), true};
}

/* The number of bits before the first of the bytes that is not zero. */
static inline unsigned leading_zeros(uint64_t digits)
{
    return (unsigned)__builtin_ctzll(digits) & ~7U;
}

/* Where a number of so many bytes begins, given where it begins or ends. */
static inline char *start_of(char *at, bool at_end, size_t length)
{
    return at_end ? at - length : at;
}

/* A number below 10^8: all digits, and the decimals again after the point. The bit that is added
 * stands in the last digit before the point, which is written even if it is zero. Writes up to 15
 * bytes after the number. Returns the end of the number. */
static inline char *write_short(char *at, bool at_end, uint64_t digits, const number_shape *shape)
{
    uint64_t text = digits | GD_ASCII_ZEROS;
    unsigned zeros = leading_zeros(digits | UINT64_C(1) << shape->last_whole);
    unsigned whole = (shape->last_whole - zeros) / 8 + 1;
    at = start_of(at, at_end, whole + (shape->decimals > 0) + shape->decimals);
    store_eight(at, text >> zeros);
    at += whole;
    if (shape->decimals == 0)
        return at;
    *at = '.';
    store_eight(at + 1, text >> (shape->last_whole + 8));
    return at + 1 + shape->decimals;
}

/* A number of 10^8 or more: the last eight digits again after the point. */
static inline char *write_long(char *at, bool at_end, uint64_t first, uint64_t last,
                               const number_shape *shape)
{
    unsigned zeros = leading_zeros(first), length = 16 - zeros / 8;
    at = start_of(at, at_end, length + (shape->decimals > 0));
    store_eight(at, (first | GD_ASCII_ZEROS) >> zeros);
    at += length;
    store_eight(at - 8, last | GD_ASCII_ZEROS);
    if (shape->decimals == 0)
        return at;
    at -= shape->decimals;
    *at = '.';
    store_eight(at + 1, (last | GD_ASCII_ZEROS) >> 8 * (8 - shape->decimals));
    return at + 1 + shape->decimals;
}

static inline char *write_number(char *at, bool at_end, const digit_chunk *of, size_t index,
                                 const number_shape *shape)
{
    return of->first[index] ? write_long(at, at_end, of->first[index], of->last[index], shape)
                            : write_short(at, at_end, of->last[index], shape);
}

static inline bool is_doubtful(const digit_chunk *of, size_t index)
{
    return of->doubts[index] > UINT64_MAX >> 1;
}

/* ---- Rows -------------------------------------------------------------------------- */

/* Numbers that are to be written: the next chunk of them has been spread. */
typedef struct {
    number_shape shape;
    gd_digit_spreader *spread;
    digit_chunk digits;
} row_state;

static size_t next_chunk(row_state *of, const double *numbers, size_t count)
{
    size_t length = count < GD_DIGIT_CHUNK ? count : GD_DIGIT_CHUNK;
    if (!of->shape.quick)
        return 0;
    of->spread(numbers, length, of->shape.power, &of->digits);
    return length;
}

/* Writes the first numbers, up to a chunk of them, and returns how many: 0 if the first must be
 * written by gd_put_fixed(), or the buffer has no room. */
static size_t put_some_cells(writer *out, const double *numbers, size_t count, row_state *of,
                             char delimiter)
{
    char *room = gd_reserve(out, GD_DIGIT_CHUNK * NUMBER_ROOM), *at = room;
    size_t i = 0, length = room ? next_chunk(of, numbers, count) : 0;
    for (; i < length && !is_doubtful(&of->digits, i); i++) {
        *at++ = delimiter;
        at = write_number(at, false, &of->digits, i, &of->shape);
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
    row_state state = {.shape = shape_of(decimals), .spread = gd_widest_digit_spreader()};
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

/* Blanks to the end and up to 31 bytes further. */
static inline void write_blanks(char *at, const char *end)
{
    do
        memset(at, ' ', 32);
    while ((at += 32) < end);
}

/* As put_some_cells(). What is written after the end of a column is overwritten by the next. */
static size_t put_some_columns(writer *out, const double *numbers, const uint16_t *widths,
                               size_t count, row_state *of)
{
    count = count < GD_DIGIT_CHUNK ? count : GD_DIGIT_CHUNK;
    char *room = gd_reserve(out, sum_widths(widths, count) + NUMBER_ROOM), *at = room;
    size_t i = 0, length = room ? next_chunk(of, numbers, count) : 0;
    for (; i < length && !is_doubtful(&of->digits, i); i++) {
        char *end = at + GD_COLUMN_GAP + widths[i];
        write_blanks(at, end);
        at = write_number(end, true, &of->digits, i, &of->shape);
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
    row_state state = {.shape = shape_of(decimals), .spread = gd_widest_digit_spreader()};
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
