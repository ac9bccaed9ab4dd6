#include "formats/result_list.h"

#include "output/format_number.h"

/* Whether all results of a line are one value on one line, and thus one row. */
static bool is_one_value(const options *asked)
{
    return gd_is_nested(asked) && !asked->collect;
}

static bool is_table(const options *asked)
{
    return gd_is_for_programs(asked) && !gd_is_nested(asked);
}

static void begin_numbered_row(row_writer *rows, uint64_t line)
{
    gd_begin_row(rows, 1);
    if (is_table(rows->asked)) {
        gd_put_integer(rows->out, line);
        gd_put_cell_delimiter(rows->out, rows->asked);
    }
}

/* ---- Results ----------------------------------------------------------------------- */

void gd_begin_results(result_list *list)
{
    const options *asked = list->rows->asked;
    list->count = 0;
    if (!is_one_value(asked))
        return;
    gd_begin_row(list->rows, 1);
    gd_put(list->rows->out,
           asked->format == FORMAT_JSON ? "[" : "{\"type\":\"FeatureCollection\",\"features\":[");
}

void gd_begin_result(result_list *list)
{
    if (!is_one_value(list->rows->asked))
        begin_numbered_row(list->rows, list->line);
    else if (list->count)
        gd_put(list->rows->out, ",");
    list->count++;
}

void gd_end_result(const result_list *list)
{
    if (!is_one_value(list->rows->asked))
        gd_end_row(list->rows);
}

void gd_end_results(const result_list *list)
{
    const options *asked = list->rows->asked;
    if (is_one_value(asked)) {
        gd_put(list->rows->out, asked->format == FORMAT_JSON ? "]" : "]}");
        gd_end_row(list->rows);
    } else if (asked->format == FORMAT_TEXT) {
        gd_put(list->rows->out, "\n");
    }
}

/* ---- Lines without an answer ------------------------------------------------------- */

void gd_put_failed_results(row_writer *rows, const failed_line *failed)
{
    result_list list = {.rows = rows, .line = failed->number};
    const options *asked = rows->asked;
    if (asked->format == FORMAT_GEOJSON) {
        gd_begin_results(&list);
        gd_begin_result(&list);
        gd_format(asked)->put_failed_line(rows->out, asked, failed);
        gd_end_result(&list);
        gd_end_results(&list);
        return;
    }
    begin_numbered_row(rows, failed->number);
    gd_format(asked)->put_failed_line(rows->out, asked, failed);
    gd_end_row(rows);
}

void gd_put_no_results(row_writer *rows, const failed_line *failed)
{
    result_list list = {.rows = rows, .line = failed->number};
    if (is_one_value(rows->asked)) {
        gd_begin_results(&list);
        gd_end_results(&list);
    } else {
        gd_put_failed_results(rows, failed);
    }
}

void gd_put_empty_results(row_writer *rows, uint64_t line)
{
    result_list list = {.rows = rows, .line = line};
    const options *asked = rows->asked;
    if (asked->format == FORMAT_GEOJSON) {
        gd_begin_results(&list);
        gd_end_results(&list);
        return;
    }
    begin_numbered_row(rows, line);
    gd_format(asked)->put_empty_line(rows->out, asked, rows->kind);
    gd_end_row(rows);
}
