#include "formats/matrix_text.h"

#include "output/escape.h"
#include "output/number_row.h"
#include "output/put_label.h"
#include "text/slice.h"

#include <math.h>
#include <stdlib.h>

void gd_put_matrix_label(writer *out, const matrix *of, size_t index)
{
    if (of->places[index].found) {
        geodist_place place = gd_matrix_place(of, index);
        gd_put_label(out, &place);
    } else {
        gd_put_escaped(out, of->places[index].text);
    }
}

/* ---- Cells ------------------------------------------------------------------------- */

static size_t count_characters(geodist_text text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++)
        count += ((unsigned char)text.bytes[i] & 0xC0) != 0x80;
    return count;
}

/* The name up to its first comma, the code of an airport, or a whole coordinate. */
static void put_head(writer *out, const matrix *of, size_t index)
{
    geodist_text rest;
    if (!of->places[index].found) {
        gd_put_escaped(out, trim(cut(of->places[index].text, ',', &rest)));
        return;
    }
    geodist_place place = gd_matrix_place(of, index);
    const char *code = place.iata[0] ? place.iata : place.icao;
    if (place.row == GEODIST_NO_ROW)
        gd_put_coordinate(out, place.point);
    else if (code[0])
        gd_put(out, code);
    else
        gd_put_text(out, cut(place.name, ',', &rest));
}

static void put_blanks(writer *out, size_t count)
{
    static const char blanks[] = "                                ";
    enum { BLANKS = sizeof blanks - 1 };
    for (; count > BLANKS; count -= BLANKS)
        gd_put_text(out, (geodist_text){blanks, BLANKS});
    gd_put_text(out, (geodist_text){blanks, count});
}

/* No line ends in blanks. */
static void put_due_blanks(matrix_writer *to)
{
    put_blanks(to->out, to->blanks);
    to->blanks = 0;
}

/* The text, after blanks that align its end. */
static void put_right(matrix_writer *to, geodist_text text, size_t width)
{
    to->blanks += GD_COLUMN_GAP + width - count_characters(text);
    if (text.length == 0)
        return;
    put_due_blanks(to);
    gd_put_text(to->out, text);
}

static void put_left(matrix_writer *to, geodist_text text)
{
    gd_put_text(to->out, text);
    to->blanks = to->label_width - count_characters(text);
}

static double largest(const double *numbers, size_t count)
{
    double most = 0;
    for (size_t i = 0; i < count; i++)
        most = numbers[i] > most ? numbers[i] : most;
    return most;
}

/* ---- Widths of columns: the head or the largest number, whichever is longer --------- */

typedef void put_name(writer *out, const matrix *of, size_t index);

static size_t name_width(const matrix *of, size_t index, put_name *put)
{
    char room[GD_MATRIX_CELL_SIZE];
    writer label = gd_memory_writer(room, sizeof room);
    put(&label, of, index);
    return count_characters(gd_written_text(&label));
}

static size_t number_width(const matrix_writer *to, double length)
{
    char room[GD_MATRIX_CELL_SIZE];
    writer number = gd_memory_writer(room, sizeof room);
    gd_put_unit_length(&number, to->asked, length);
    return number.length;
}

static void measure_part(matrix_writer *to, size_t index, size_t first, size_t count)
{
    gd_measure_matrix_part(to->of, gd_earth(to->asked), gd_unit(to->asked)->metres, index, first,
                           count);
}

/* Sets the widths to bounds that no number in the column exceeds. Measures one row: two places are
 * no further apart than the sum of their distances from a third, and than half way around the
 * earth. The bounds are raised by far more than the errors of the distances. */
static void bound_widths(matrix_writer *to)
{
    double metres = gd_unit(to->asked)->metres, *distances = to->of->distances;
    double half_way =
        geodist_distance(gd_earth(to->asked), (geodist_point){0, 0}, (geodist_point){0, 180}) /
        metres;
    size_t third = 0;
    while (third + 1 < to->of->count && !to->of->places[third].found)
        third++;
    measure_part(to, third, 0, to->of->count);
    double most = largest(distances, to->of->count);
    for (size_t i = 0; i < to->of->count; i++) {
        double bound = to->of->places[i].found ? fmin(distances[i] + most, half_way) : 0;
        to->widths[i] = (uint16_t)number_width(to, bound * (1 + 1e-9) + 1e-6 / metres);
    }
}

/* The width of the largest number of a column, which is that of the row of the same place, if it is
 * more than `least`, otherwise any width up to that. Measures only until a number is as wide as
 * the bound. */
static size_t find_number_width(matrix_writer *to, size_t index, size_t least, size_t bound)
{
    enum { PART = 256 };
    size_t count = to->of->count, width = number_width(to, 0);
    width = width > least ? width : least;
    for (size_t first = 0, length; first < count && width < bound; first += length) {
        length = count - first < PART ? count - first : PART;
        measure_part(to, index, first, length);
        size_t found = number_width(to, largest(to->of->distances + first, length));
        width = found > width ? found : width;
    }
    return width;
}

static void find_widths(matrix_writer *to)
{
    bound_widths(to);
    for (size_t i = 0; i < to->of->count; i++) {
        size_t width = name_width(to->of, i, gd_put_matrix_label);
        to->label_width = width > to->label_width ? width : to->label_width;
        width = name_width(to->of, i, put_head);
        to->widths[i] = (uint16_t)find_number_width(to, i, width, to->widths[i]);
    }
}

/* ---- Rows of text ------------------------------------------------------------------ */

bool gd_begin_matrix_text(matrix_writer *to)
{
    char room[GD_MATRIX_CELL_SIZE];
    to->widths = calloc(to->of->count, sizeof *to->widths);
    if (!to->widths)
        return false;
    find_widths(to);
    put_left(to, geodist_string(gd_unit(to->asked)->name));
    for (size_t i = 0; i < to->of->count; i++) {
        writer head = gd_memory_writer(room, sizeof room);
        put_head(&head, to->of, i);
        put_right(to, gd_written_text(&head), to->widths[i]);
    }
    gd_put(to->out, "\n");
    return true;
}

void gd_put_matrix_text_row(matrix_writer *to, size_t index)
{
    char room[GD_MATRIX_CELL_SIZE];
    writer label = gd_memory_writer(room, sizeof room);
    const double *distances = to->of->distances;
    int decimals = gd_length_decimals(to->asked);
    gd_put_matrix_label(&label, to->of, index);
    put_left(to, gd_written_text(&label));
    for (size_t i = 0; i < to->of->count;) {
        if (isfinite(distances[i])) {
            put_due_blanks(to);
            i += gd_put_number_columns(to->out, distances + i, to->widths + i, to->of->count - i,
                                       decimals);
        } else {
            put_right(to, geodist_string(""), to->widths[i++]);
        }
    }
    gd_put(to->out, "\n");
}
