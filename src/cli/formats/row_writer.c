#include "formats/row_writer.h"

#include "output/format_number.h"

static void begin_rows(const row_writer *rows, size_t places)
{
    if (rows->asked->header && gd_format(rows->asked)->put_header) {
        if (rows->numbered) {
            gd_put(rows->out, "line");
            gd_put_delimiter(rows->out, gd_cell_style(rows->asked));
        }
        gd_format(rows->asked)->put_header(rows->out, rows->asked, rows->kind, places);
    }
    if (rows->asked->collect)
        gd_put(rows->out, "{\"type\":\"FeatureCollection\",\"features\":[\n");
}

static bool has_cells(const options *asked)
{
    return gd_is_for_programs(asked) && !gd_is_nested(asked);
}

void gd_put_row_start(const row_writer *rows, size_t places)
{
    if (rows->count == 0)
        begin_rows(rows, places);
    else if (rows->asked->collect)
        gd_put(rows->out, ",\n");
    if (rows->numbered && has_cells(rows->asked)) {
        gd_put_integer(rows->out, rows->line);
        gd_put_delimiter(rows->out, gd_cell_style(rows->asked));
    }
}

void gd_end_line_rows(const row_writer *rows)
{
    if (rows->numbered && rows->asked->format == FORMAT_TEXT)
        gd_put(rows->out, "\n");
}

void gd_end_rows(const row_writer *rows)
{
    enum { PLACES = 2 };
    if (rows->count == 0)
        begin_rows(rows, PLACES);
    if (rows->asked->collect)
        gd_put(rows->out, rows->count ? "\n]}\n" : "]}\n");
}
