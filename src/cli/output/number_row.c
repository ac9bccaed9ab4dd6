#include "output/number_row.h"

#include "output/digits.h"
#include "output/format_number.h"

#include <math.h>

enum {
    DECIMALS_MAX = 7, /* of the numbers that are written here; gd_put_fixed() writes all others */
    CHUNK = 16,       /* numbers for which room is reserved at a time */
    NUMBER_ROOM = 32, /* a delimiter, 13 digits, the point, and up to 15 bytes after the number */
    LONGEST = 340     /* a double without exponent has at most 309 digits before the point */
};

/* ---- Digits ------------------------------------------------------------------------ */

/* How the numbers of a row are written. */
typedef struct {
    double power; /* 10^decimals */
    unsigned decimals;
    unsigned last_whole; /* of eight digits in a word, where the last before the point begins */
} number_shape;

static number_shape shape_of(int decimals)
{
    static const double powers[DECIMALS_MAX + 1] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7};
    return (number_shape){powers[decimals], (unsigned)decimals, 8 * (unsigned)(7 - decimals)};
}

/* Sets *scaled to the value times 10^decimals, rounded. The product in doubles is off by less than
 * a thousandth below 2^40, so rounding it is right unless it is that close to a half. False if it
 * is not known to be right, and for a negative number and NaN. A double of 2^52 and more has no
 * fraction: adding 2^52 rounds to an integer, which is then in the low bits. */
static inline bool scale(double value, double power, uint64_t *scaled)
{
    double product = value * power, sum = product + 0x1p52;
    double rest = product - (sum - 0x1p52);
    memcpy(scaled, &sum, sizeof sum);
    *scaled &= (UINT64_C(1) << 52) - 1;
    return product >= 0 && product < 0x1p40 && fabs(rest) < 0.499;
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
static inline char *write_short(char *at, bool at_end, uint64_t number, const number_shape *shape)
{
    uint64_t digits = spread_digits(number), text = digits | GD_ASCII_ZEROS;
    unsigned zeros = leading_zeros(digits | UINT64_C(1) << shape->last_whole);
    unsigned whole = (shape->last_whole - zeros) / 8 + 1;
    if (shape->decimals == 0) {
        at = start_of(at, at_end, whole);
        store_eight(at, text >> zeros);
        return at + whole;
    }
    at = start_of(at, at_end, whole + 1 + shape->decimals);
    store_eight(at, text >> zeros);
    at[whole] = '.';
    store_eight(at + whole + 1, text >> shape->last_whole >> 8);
    return at + whole + 1 + shape->decimals;
}

/* A number of 10^8 or more: the last eight digits again after the point. */
static inline char *write_long(char *at, bool at_end, uint64_t number, const number_shape *shape)
{
    uint64_t first = spread_digits(number / 100000000);
    uint64_t last = spread_digits(number % 100000000) | GD_ASCII_ZEROS;
    unsigned zeros = leading_zeros(first), length = 16 - zeros / 8;
    at = start_of(at, at_end, length + (shape->decimals > 0));
    store_eight(at, (first | GD_ASCII_ZEROS) >> zeros);
    store_eight(at + length - 8, last);
    if (shape->decimals == 0)
        return at + length;
    at += length - shape->decimals;
    *at = '.';
    store_eight(at + 1, last >> 8 * (8 - shape->decimals));
    return at + 1 + shape->decimals;
}

static inline char *write_number(char *at, bool at_end, uint64_t number, const number_shape *shape)
{
    return number < 100000000 ? write_short(at, at_end, number, shape)
                              : write_long(at, at_end, number, shape);
}

/* ---- Cells ------------------------------------------------------------------------- */

/* Writes the first numbers, up to a chunk of them, and returns how many: 0 if the first must be
 * written by gd_put_fixed(), or the buffer has no room. */
static size_t put_some_cells(writer *out, const double *numbers, size_t count,
                             const number_shape *shape, char delimiter)
{
    char *room = gd_reserve(out, CHUNK * NUMBER_ROOM), *at = room;
    uint64_t scaled;
    size_t i = 0;
    count = count < CHUNK ? count : CHUNK;
    for (; room && i < count && scale(numbers[i], shape->power, &scaled); i++) {
        *at++ = delimiter;
        at = write_number(at, false, scaled, shape);
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
    bool quick = decimals <= DECIMALS_MAX;
    number_shape shape = shape_of(quick ? decimals : 0);
    for (size_t i = 0, some; i < count; i += some) {
        some = quick ? put_some_cells(out, numbers + i, count - i, &shape, delimiter) : 0;
        if (some == 0) {
            put_cell(out, numbers[i], decimals, delimiter, missing);
            some = 1;
        }
    }
}

/* ---- Columns ----------------------------------------------------------------------- */

/* Of a chunk of columns, or as many as there are. */
static size_t sum_widths(const uint16_t *widths, size_t count)
{
    size_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += GD_COLUMN_GAP + widths[i];
    return sum;
}

/* Blanks to the end and up to 15 bytes further. */
static inline void write_blanks(char *at, const char *end)
{
    for (; at < end; at += 16)
        memset(at, ' ', 16);
}

/* As put_some_cells(). What is written after the end of a cell is overwritten by the next. */
static size_t put_some_columns(writer *out, const double *numbers, const uint16_t *widths,
                               size_t count, const number_shape *shape)
{
    count = count < CHUNK ? count : CHUNK;
    char *room = gd_reserve(out, sum_widths(widths, count) + NUMBER_ROOM), *at = room;
    uint64_t scaled;
    size_t i = 0;
    for (; room && i < count && scale(numbers[i], shape->power, &scaled); i++) {
        char *end = at + GD_COLUMN_GAP + widths[i];
        write_blanks(at, end);
        at = write_number(end, true, scaled, shape);
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
    bool quick = decimals <= DECIMALS_MAX;
    number_shape shape = shape_of(quick ? decimals : 0);
    size_t i = 0, some;
    for (; i < count && isfinite(numbers[i]); i += some) {
        some = quick ? put_some_columns(out, numbers + i, widths + i, count - i, &shape) : 0;
        if (some == 0) {
            put_column(out, numbers[i], decimals, widths[i]);
            some = 1;
        }
    }
    return i;
}
