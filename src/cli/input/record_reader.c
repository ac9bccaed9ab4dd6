#include "input/record_reader.h"

#include <stdlib.h>

static geodist_text text_of(const record_reader *in, size_t start, size_t end)
{
    return (geodist_text){in->bytes + start, end - start};
}

/* ---- Cells ------------------------------------------------------------------------- */

static void append_long_cell(long_cell *cell, geodist_text piece)
{
    size_t room = GD_LONG_CELL_MAX - cell->length;
    size_t length = piece.length < room ? piece.length : room;
    if (length)
        memcpy(cell->bytes + cell->length, piece.bytes, length);
    cell->length += length;
}

static bool is_wanted(const record_reader *in, size_t i)
{
    return in->columns && i < in->columns->count && in->columns->columns[i].index == in->cell;
}

/* Keeps the current cell from its start in the buffer to `end`, for each wanted column that it is.
 */
static void keep_cell(record_reader *in, size_t end)
{
    for (size_t i = in->next_column; is_wanted(in, i); i++) {
        size_t slot = in->columns->columns[i].slot;
        if (in->too_long)
            append_long_cell(&in->long_cells[slot], text_of(in, in->cell_start, end));
        else
            in->cells[slot] = (span){in->cell_start, end};
    }
}

static void find_next_index(record_reader *in)
{
    bool is_last = !in->columns || in->next_column == in->columns->count;
    in->next_index = is_last ? SIZE_MAX : in->columns->columns[in->next_column].index;
}

/* Keeps a cell for the wanted column, and for the same column if it is wanted again. */
static inline void keep_plain_cell(record_reader *in, size_t index, span cell)
{
    const wanted_column *wanted = in->columns->columns + in->next_column;
    const wanted_column *end = in->columns->columns + in->columns->count;
    for (; wanted < end && wanted->index == index; wanted++)
        in->cells[wanted->slot] = cell;
    in->next_column = (size_t)(wanted - in->columns->columns);
    in->next_index = wanted < end ? wanted->index : SIZE_MAX;
}

static inline void end_cell(record_reader *in, size_t end)
{
    if (in->cell != in->next_index)
        return;
    if (!in->too_long) {
        keep_plain_cell(in, in->cell, (span){in->cell_start, end});
        return;
    }
    keep_cell(in, end);
    while (is_wanted(in, in->next_column))
        in->next_column++;
    find_next_index(in);
}

bool gd_want_columns(record_reader *from, const wanted_columns *columns)
{
    from->cells = calloc(columns->count, sizeof *from->cells);
    from->long_cells = calloc(columns->count, sizeof *from->long_cells);
    from->columns = columns;
    return from->cells && from->long_cells;
}

void gd_close_records(record_reader *from)
{
    free(from->cells);
    free(from->long_cells);
}

/* ---- Records ----------------------------------------------------------------------- */

static void start_record(record_reader *in)
{
    in->start = in->cell_start = in->at;
    in->cell = in->next_column = 0;
    find_next_index(in);
    in->too_long = false;
    in->in_record = true;
}

/* The record ends at in->at, where its newline is or the input ends. */
static record_event end_record(record_reader *in, record *read)
{
    size_t end = in->at, after = end < in->length ? end + 1 : end;
    if (end < after && end > in->start && in->bytes[end - 1] == '\r')
        end--;
    end_cell(in, end);
    *read = (record){.content = text_of(in, in->start, end),
                     .ending = text_of(in, end, after),
                     .line = in->line,
                     .cell_count = in->cell + 1,
                     .has_stray_text = in->scanner.has_stray_text,
                     .too_long = in->too_long};
    in->line += in->scanner.newlines + (end < after);
    in->scanner.newlines = 0;
    in->scanner.has_stray_text = false;
    in->at = in->start = after;
    in->scanner.state = CELL_START;
    in->in_record = false;
    return RECORD_COMPLETE;
}

/* Hands out what the buffer holds of a record that fills it. A CR at its end stays, as it may
 * belong to the ending. */
static record_event hand_out_part(record_reader *in, record *read)
{
    size_t end = in->length - (in->bytes[in->length - 1] == '\r');
    if (!in->too_long) {
        in->too_long = true;
        for (size_t i = 0; in->columns && i < in->columns->count; i++) {
            const wanted_column *column = &in->columns->columns[i];
            span kept = in->cells[column->slot];
            in->long_cells[column->slot].length = 0;
            if (column->index < in->cell)
                append_long_cell(&in->long_cells[column->slot], text_of(in, kept.start, kept.end));
        }
    }
    keep_cell(in, end);
    *read = (record){.content = text_of(in, in->start, end), .line = in->line, .too_long = true};
    in->start = in->cell_start = end;
    return RECORD_PART;
}

/* After the last newline: a record without an ending, or one with an open quote, or nothing. */
static record_event end_input(record_reader *in, record *read)
{
    if (in->start == in->length && !in->too_long)
        return RECORD_END;
    if (in->scanner.state != CELL_QUOTED)
        return end_record(in, read);
    *read = (record){.content = text_of(in, in->start, in->length),
                     .line = in->line + in->scanner.opened};
    in->start = in->length;
    in->scanner.state = CELL_START;
    in->in_record = false;
    return RECORD_UNCLOSED;
}

/* Starts the first record: its first cell begins after a byte-order mark. False if more input is
 * needed to know whether there is one. */
static bool start_input(record_reader *in)
{
    static const char mark[] = "\xEF\xBB\xBF";
    bool may_be_mark = in->length < 3 && memcmp(in->bytes, mark, in->length) == 0;
    if (may_be_mark && !in->input.ended)
        return false;
    geodist_text text = {in->bytes, in->length};
    in->at = in->cell_start = in->length - gd_skip_byte_order_mark(text).length;
    in->started = true;
    return true;
}

/* Reads cells from the start of one on, as long as no quote opens one. Returns whether the record
 * ends there; if not, the reader is at the start of a cell, which may be the last. Its state is in
 * variables meanwhile, so that it stays in registers. */
static bool scan_plain_cells(record_reader *in, geodist_text text)
{
    char delimiter = in->scanner.delimiter;
    csv_marks marks = in->marks;
    size_t at, cell = in->cell, start = in->at;
    bool ends = false;
    for (at = start;; at++) {
        at = gd_next_mark(&marks, text.bytes, at, text.length, delimiter);
        if (at == text.length || (text.bytes[at] == '"' && at == start))
            break;
        ends = text.bytes[at] == '\n';
        if (ends)
            break;
        if (text.bytes[at] == '"')
            continue;
        if (cell == in->next_index)
            keep_plain_cell(in, cell, (span){start, at});
        cell++;
        start = at + 1;
    }
    in->marks = marks;
    in->cell = cell;
    in->cell_start = start;
    in->at = ends ? at : start;
    return ends;
}

record_event gd_next_record(record_reader *from, record *read)
{
    geodist_text text = {from->bytes, from->length};
    if (!from->in_record)
        start_record(from);
    if (!from->started && !start_input(from))
        return RECORD_WAIT;
    for (;; from->cell_start = ++from->at, from->cell++) {
        bool at_start = from->scanner.state == CELL_START && !from->too_long;
        if (at_start && scan_plain_cells(from, text))
            return end_record(from, read);
        csv_event event = gd_scan_cell(&from->scanner, text, &from->at);
        if (event == CSV_RECORD_END)
            return end_record(from, read);
        if (event == CSV_TEXT_END)
            break;
        end_cell(from, from->at);
    }
    if (from->input.ended)
        return from->input.failure ? RECORD_END : end_input(from, read);
    bool is_full = from->start == 0 && from->length == GD_RECORD_BUFFER;
    return is_full ? hand_out_part(from, read) : RECORD_WAIT;
}

/* ---- The buffer -------------------------------------------------------------------- */

/* Moves the record that is being read to the start of the buffer. */
static void make_room(record_reader *in)
{
    size_t start = in->start;
    if (start == 0)
        return;
    memmove(in->bytes, in->bytes + start, in->length - start);
    for (size_t i = 0; in->columns && i < in->next_column; i++) {
        span *cell = &in->cells[in->columns->columns[i].slot];
        if (!in->too_long)
            *cell = (span){cell->start - start, cell->end - start};
    }
    in->cell_start -= start;
    in->at -= start;
    in->length -= start;
    in->start = 0;
}

void gd_fill_records(record_reader *from, writer *out, writer *errors)
{
    make_room(from);
    from->marks = gd_no_marks;
    size_t room = GD_RECORD_BUFFER - from->length;
    from->length += gd_read_input(&from->input, from->bytes + from->length,
                                  room < GD_RECORD_READ ? room : GD_RECORD_READ, out, errors);
}

void gd_drop_records(record_reader *from)
{
    for (size_t i = 0; i < from->length; i++)
        from->line += from->bytes[i] == '\n';
    from->length = 0;
    from->started = true;
}
