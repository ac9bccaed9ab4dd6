#include "input/csv_columns.h"

#include "output/escape.h"
#include "output/label.h"

/* The number that the text is, or 0. */
static size_t as_number(geodist_text text)
{
    size_t number = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] < '0' || text.bytes[i] > '9' || number > LINE_MOST)
            return 0;
        number = number * 10 + (size_t)(text.bytes[i] - '0');
    }
    return number;
}

/* A name goes before a number, for a column may be called 2. */
static bool find_column(geodist_text wanted, const geodist_text *names, size_t count, size_t *index)
{
    for (*index = 0; *index < count; ++*index)
        if (cli_same_text(cli_bare(names[*index]), wanted))
            return true;
    *index = as_number(wanted) - 1;
    return *index < count;
}

static bool refuse(sink *errors, const char *before, geodist_text text, const char *after)
{
    cli_put(errors, before);
    cli_put_shown(errors, text);
    cli_put(errors, after);
    return false;
}

bool cli_read_columns(columns *read, const char *wanted, geodist_text header, sink *errors)
{
    static geodist_text names[FIELDS_MOST];
    geodist_text asked[COLUMNS_MOST], list = geodist_string(wanted);
    size_t count;
    if (header.length > LINE_MOST || cli_cut_csv_raw(header, names, &count) != CUT_DONE)
        return refuse(errors, "geodist: the first line is no header of a CSV file: '", header,
                      "'\n");
    if (list.length > COLUMNS_MOST || cli_cut_csv_raw(list, asked, &read->count) != CUT_DONE ||
        read->count < 2)
        return refuse(errors, "geodist: --csv-header '", list,
                      "' is not two or more columns, such as from,to\n");
    for (size_t i = 0; i < read->count; i++)
        if (!find_column(cli_bare(asked[i]), names, count, &read->indices[i]))
            return refuse(errors, "geodist: no column '", cli_bare(asked[i]), "' in the header\n");
    return true;
}

cut_outcome cli_pick_columns(const columns *picked, geodist_text line, geodist_text *fields,
                             size_t *count)
{
    static geodist_text all[FIELDS_MOST];
    size_t there;
    cut_outcome outcome = cli_cut_csv_raw(line, all, &there);
    if (outcome != CUT_DONE)
        return outcome;
    for (*count = 0; *count < picked->count; ++*count) {
        if (picked->indices[*count] >= there)
            return CUT_MISSING;
        fields[*count] = cli_bare(all[picked->indices[*count]]);
    }
    return CUT_DONE;
}
