#include "table/record_cells.h"

#include "input/csv_scanner.h"
#include "input/quotes.h"
#include "text/slice.h"

#include <stdlib.h>

void gd_free_cells(record_cells *of)
{
    free(of->bytes);
    free(of->cells);
    *of = (record_cells){.cells = NULL};
}

bool gd_split_record(record_cells *split, geodist_text record, char delimiter)
{
    *split = (record_cells){.bytes = malloc(2 * record.length + 1),
                            .cells = calloc(record.length + 1, sizeof *split->cells)};
    if (!split->bytes || !split->cells)
        return false;
    csv_scanner scanner = {.delimiter = delimiter};
    if (record.length) /* its bytes may be NULL */
        memcpy(split->bytes, record.bytes, record.length);
    record.bytes = split->bytes;
    split->record = record;
    char *scratch = split->bytes + record.length;
    for (size_t start = 0, at = 0;; start = ++at) {
        csv_event event = gd_scan_cell(&scanner, record, &at);
        split->cells[split->count++] = gd_unquote_field(slice(record, start, at - start), &scratch);
        if (event == CSV_TEXT_END)
            return true;
    }
}

first_record gd_find_first_record(geodist_text text, char delimiter)
{
    csv_scanner scanner = {.delimiter = delimiter};
    first_record found;
    size_t at = 0;
    csv_event event;
    while ((event = gd_scan_cell(&scanner, text, &at)) == CSV_CELL_END)
        at++;
    found.has_newline = event == CSV_RECORD_END;
    found.in_quotes = scanner.state == CELL_QUOTED;
    found.opened = scanner.opened;
    if (found.has_newline && at > 0 && text.bytes[at - 1] == '\r')
        at--;
    found.record = slice(text, 0, at);
    return found;
}

bool gd_same_in_any_case(geodist_text a, geodist_text b)
{
    size_t i = 0;
    while (i < a.length && i < b.length && lower(a.bytes[i]) == lower(b.bytes[i]))
        i++;
    return i == a.length && i == b.length;
}
