#include "formats/row_writer.h"

static void begin_rows(row_writer *rows, size_t places)
{
    if (rows->asked->header && gd_format(rows->asked)->put_header)
        gd_format(rows->asked)->put_header(rows->out, rows->asked, rows->kind, places);
    if (rows->asked->collect)
        gd_put(rows->out, "{\"type\":\"FeatureCollection\",\"features\":[\n");
}

void gd_begin_row(row_writer *rows, size_t places)
{
    if (rows->count == 0)
        begin_rows(rows, places);
    else if (rows->asked->collect)
        gd_put(rows->out, ",\n");
    rows->count++;
}

void gd_end_row(row_writer *rows)
{
    if (!rows->asked->collect)
        gd_put(rows->out, "\n");
}

void gd_end_rows(row_writer *rows)
{
    enum { PLACES = 2 };
    if (rows->count == 0)
        begin_rows(rows, PLACES);
    if (rows->asked->collect)
        gd_put(rows->out, rows->count ? "\n]}\n" : "]}\n");
}
