/* The answer to a line that is a list of results, of which there may be any number, each a row:
 *
 *     text     the results, then an empty line
 *     tsv, csv each row begins with the number of the line; without a result there is one row of
 *              empty cells
 *     json     an array on one line; for a line without an answer an error object or null
 *     geojson  a FeatureCollection on one line; with --collect all results are in one */
#ifndef CLI_RESULT_LIST_H
#define CLI_RESULT_LIST_H

#include "formats/row_writer.h"

typedef struct {
    row_writer *rows; /* it is numbered */
    uint64_t line;    /* from 1 on */
    size_t count;     /* of results so far */
} result_list;

/* Around all results of a line, and around each of them, which is written without its ending. */
void gd_begin_results(result_list *list);
void gd_begin_result(result_list *list);
void gd_end_result(const result_list *list);
void gd_end_results(const result_list *list);

/* What stands for the answer to a line that has none; to one that is understood but has no results,
 * for which json and geojson have an empty list; and to an empty line or a comment. */
void gd_put_failed_results(row_writer *rows, const failed_line *failed);
void gd_put_no_results(row_writer *rows, const failed_line *failed);
void gd_put_empty_results(row_writer *rows, uint64_t line);

#endif
