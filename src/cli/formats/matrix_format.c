#include "formats/matrix_format.h"

#include "formats/json_format.h"
#include "formats/matrix_text.h"
#include "output/csv_writer.h"
#include "output/number_row.h"

#include <stdlib.h>

/* ---- TSV and CSV ------------------------------------------------------------------- */

static void put_label_cell(const matrix_writer *to, size_t index)
{
    char room[GD_MATRIX_CELL_SIZE];
    writer label = gd_memory_writer(room, sizeof room);
    gd_put_matrix_label(&label, to->of, index);
    gd_put_text_cell(to->out, gd_cell_style(to->asked), gd_written_text(&label));
}

static bool begin_cells(matrix_writer *to)
{
    for (size_t i = 0; i < to->of->count; i++) {
        gd_put_delimiter(to->out, gd_cell_style(to->asked));
        put_label_cell(to, i);
    }
    gd_put(to->out, "\n");
    return true;
}

static void put_row_of_cells(matrix_writer *to, size_t index)
{
    put_label_cell(to, index);
    gd_put_number_cells(to->out, to->of->distances, to->of->count, gd_length_decimals(to->asked),
                        gd_cell_style(to->asked).delimiter, "");
    gd_put(to->out, "\n");
}

/* ---- JSON -------------------------------------------------------------------------- */

static bool begin_json(matrix_writer *to)
{
    gd_put(to->out, "{\"places\":[");
    for (size_t i = 0; i < to->of->count; i++) {
        const matrix_place *at = &to->of->places[i];
        gd_put(to->out, i ? "," : "");
        if (at->found) {
            geodist_place place = gd_matrix_place(to->of, i);
            gd_put_json_located(to->out, to->asked, &place);
        } else {
            gd_put_json_failed_line(to->out, to->asked,
                                    &(failed_line){.number = at->line,
                                                   .text = at->text,
                                                   .reason = at->reason});
        }
    }
    gd_put(to->out, "]");
    gd_put_json_terms(to->out, to->asked);
    gd_put(to->out, ",\"distances\":[\n");
    return true;
}

static void put_json_row(matrix_writer *to, size_t index)
{
    const double *distances = to->of->distances;
    int decimals = gd_length_decimals(to->asked);
    gd_put_number_cells(to->out, distances, 1, decimals, '[', "null");
    gd_put_number_cells(to->out, distances + 1, to->of->count - 1, decimals, ',', "null");
    gd_put(to->out, index + 1 < to->of->count ? "],\n" : "]\n");
}

/* ---- All formats ------------------------------------------------------------------- */

typedef struct {
    bool (*begin)(matrix_writer *to);
    void (*put_row)(matrix_writer *to, size_t index);
    const char *end;
} matrix_layout;

static const matrix_layout *layout_of(const options *asked)
{
    static const matrix_layout text = {gd_begin_matrix_text, gd_put_matrix_text_row, ""},
                               cells = {begin_cells, put_row_of_cells, ""},
                               json = {begin_json, put_json_row, "]}\n"};
    return asked->format == FORMAT_TEXT ? &text : gd_is_nested(asked) ? &json : &cells;
}

bool gd_begin_matrix(matrix_writer *to)
{
    return layout_of(to->asked)->begin(to);
}

void gd_put_matrix_row(matrix_writer *to, size_t index)
{
    gd_measure_matrix_row(to->of, gd_earth(to->asked), gd_unit(to->asked)->metres, index);
    layout_of(to->asked)->put_row(to, index);
}

void gd_end_matrix(matrix_writer *to)
{
    gd_put(to->out, layout_of(to->asked)->end);
    free(to->widths);
}
