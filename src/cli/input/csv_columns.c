#include "input/csv_columns.h"

#include "input/csv_scanner.h"
#include "input/quotes.h"
#include "output/escape.h"
#include "route/batch.h"
#include "text/slice.h"

#include <stdlib.h>

/* The cells of one record, without their quotes. */
typedef struct {
    geodist_text record;
    char *scratch;
    geodist_text *cells;
    size_t count;
} record_cells;

static void free_cells(record_cells *of)
{
    free(of->scratch);
    free(of->cells);
}

/* False if memory is lacking. */
static bool split_record(geodist_text record, record_cells *split)
{
    *split = (record_cells){.record = record,
                            .scratch = malloc(record.length + 1),
                            .cells = calloc(record.length + 1, sizeof *split->cells)};
    if (!split->scratch || !split->cells)
        return false;
    csv_scanner scanner = {.delimiter = ','};
    geodist_text text = record;
    char *scratch = split->scratch;
    for (size_t start = 0, at = 0;; start = ++at) {
        csv_event event = gd_scan_cell(&scanner, text, &at);
        split->cells[split->count++] = gd_unquote_field(slice(text, start, at - start), &scratch);
        if (event == CSV_TEXT_END)
            return true;
    }
}

/* The number that the text is, or 0. */
static size_t parse_number(geodist_text text)
{
    size_t number = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] < '0' || text.bytes[i] > '9' || number > SIZE_MAX / 16)
            return 0;
        number = number * 10 + (size_t)(text.bytes[i] - '0');
    }
    return number;
}

static columns_status refuse(writer *errors, const char *before, geodist_text text,
                             const char *after)
{
    gd_put(errors, "geodist: ");
    gd_put(errors, before);
    gd_put(errors, " '");
    gd_put_escaped(errors, text);
    gd_put(errors, "'");
    gd_put(errors, after);
    gd_put(errors, "\n");
    return COLUMNS_WRONG;
}

static columns_status refuse_column(writer *errors, geodist_text wanted, geodist_text header)
{
    gd_put(errors, "geodist: no column '");
    gd_put_escaped(errors, wanted);
    gd_put(errors, "' in the header '");
    gd_put_escaped(errors, header);
    gd_put(errors, "'\n");
    return COLUMNS_WRONG;
}

/* A name comes before a number: a column may be called 2. */
static columns_status find_column(geodist_text wanted, const record_cells *header, size_t *index,
                                  writer *errors)
{
    size_t matches = 0;
    for (size_t i = header->count; i-- > 0;)
        if (same_text(header->cells[i], wanted)) {
            *index = i;
            matches++;
        }
    if (matches > 1)
        return refuse(errors, "several columns are called", wanted, "; give the number of one");
    size_t number = parse_number(wanted);
    if (matches == 0 && number - 1 >= header->count)
        return refuse_column(errors, wanted, header->record);
    if (matches == 0)
        *index = number - 1;
    return COLUMNS_FOUND;
}

static int compare_columns(const void *left, const void *right)
{
    const csv_column *a = left, *b = right;
    return (a->index > b->index) - (a->index < b->index);
}

static columns_status find_all(csv_columns *found, const record_cells *wanted,
                               const record_cells *header, geodist_text list, writer *errors)
{
    columns_status status = COLUMNS_FOUND;
    if (wanted->count < 2 || wanted->count > GD_BATCH_ROUTES)
        return refuse(errors, "--columns", list,
                      " is not a list of 2 to 512 columns, such as from,to");
    found->columns = calloc(wanted->count, sizeof *found->columns);
    if (!found->columns)
        return COLUMNS_NO_MEMORY;
    found->count = wanted->count;
    found->table_width = header->count;
    for (size_t i = 0; i < wanted->count && status == COLUMNS_FOUND; i++) {
        found->columns[i].slot = i;
        status = find_column(wanted->cells[i], header, &found->columns[i].index, errors);
    }
    qsort(found->columns, found->count, sizeof *found->columns, compare_columns);
    return status;
}

columns_status gd_find_columns(csv_columns *found, const char *wanted, geodist_text header,
                               writer *errors)
{
    geodist_text list = geodist_string(wanted);
    record_cells wanted_cells, header_cells = {.scratch = NULL};
    columns_status status = COLUMNS_NO_MEMORY;
    *found = (csv_columns){.columns = NULL};
    if (split_record(list, &wanted_cells) && split_record(header, &header_cells))
        status = find_all(found, &wanted_cells, &header_cells, list, errors);
    free_cells(&wanted_cells);
    free_cells(&header_cells);
    return status;
}

void gd_free_columns(csv_columns *columns)
{
    free(columns->columns);
}
