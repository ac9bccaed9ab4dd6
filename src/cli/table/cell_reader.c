#include "table/cell_reader.h"

#include "input/decimal_comma.h"
#include "input/quotes.h"
#include "output/format_number.h"
#include "route/phrase_fault.h"
#include "text/slice.h"

#include <stdlib.h>

/* ---- Scratch ----------------------------------------------------------------------- */

/* What one cell takes at most: without its quotes, with a decimal point, joined to others, and in a
 * list of numbers. */
enum { SCRATCH_PER_CELL = 4 * (GD_CELL_MAX + 2), SCRATCH_SIZE = 1 << 16 };

static void put_scratch(cell_reader *of, geodist_text text)
{
    if (text.length) /* its bytes may be NULL */
        memcpy(of->scratch + of->used, text.bytes, text.length);
    of->used += text.length;
}

/* What was written since `start`. */
static geodist_text scratch_from(const cell_reader *of, size_t start)
{
    return (geodist_text){of->scratch + start, of->used - start};
}

/* "lat+lon", of the names or positions of the first two columns. */
static bool join_column_names(cell_reader *of, const table_header *header, bool no_header)
{
    char room[2 * GD_CELL_MAX];
    writer names = gd_memory_writer(room, sizeof room);
    for (size_t slot = 0; slot < 2; slot++)
        for (size_t i = 0; i < of->columns->wanted.count; i++)
            if (of->columns->wanted.columns[i].slot == slot) {
                size_t index = of->columns->wanted.columns[i].index;
                gd_put(&names, slot ? "+" : "");
                if (no_header)
                    gd_put_integer(&names, index + 1);
                else
                    gd_put_text(&names, header->cells.cells[index]);
            }
    of->joined_room = malloc(names.length + 1);
    if (!of->joined_room)
        return false;
    memcpy(of->joined_room, names.bytes, names.length);
    of->joined_names = (geodist_text){of->joined_room, names.length};
    return true;
}

/* Whether each place is two columns, which are a point by their names or may be two numbers. */
static bool may_be_points(const place_columns *columns)
{
    for (size_t i = 0; i < columns->place_count && !columns->may_pair; i++)
        if (columns->places[i].count != 2)
            return false;
    return true;
}

static bool are_adjacent(const wanted_columns *wanted)
{
    for (size_t i = 0; i < wanted->count; i++)
        if (wanted->columns[i].slot != i ||
            wanted->columns[i].index != wanted->columns[0].index + i)
            return false;
    return true;
}

bool gd_open_cells(cell_reader *of, const table_header *header, const options *asked)
{
    size_t count = header->columns.wanted.count;
    *of = (cell_reader){.columns = &header->columns,
                        .decimal_comma = asked->decimal_comma,
                        .are_points = may_be_points(&header->columns),
                        .are_adjacent =
                            header->delimiter == ',' && are_adjacent(&header->columns.wanted),
                        .limit = SCRATCH_SIZE,
                        .cells = calloc(count, sizeof *of->cells)};
    of->scratch = malloc(of->limit + count * SCRATCH_PER_CELL + GD_NAME_SLACK);
    return of->cells && of->scratch && join_column_names(of, header, asked->no_header);
}

void gd_close_cells(cell_reader *of)
{
    free(of->cells);
    free(of->scratch);
    free(of->joined_room);
    *of = (cell_reader){.cells = NULL};
}

/* ---- Cells ------------------------------------------------------------------------- */

/* The cell without quotes and white space around it. */
static route_status read_cell(cell_reader *of, geodist_text raw, geodist_text *cell)
{
    char *end = of->scratch + of->used;
    if (raw.length > GD_CELL_MAX) /* before a look at it: it may be cut */
        return ROUTE_CELL_TOO_LONG;
    *cell = trim(raw);
    if (raw.length && raw.bytes[0] == '"') {
        *cell = gd_unquote_field(raw, &end);
        if (cell->bytes == raw.bytes)
            return ROUTE_TEXT_AFTER_QUOTE;
        *cell = trim(*cell);
    }
    if (of->decimal_comma)
        *cell = gd_convert_decimal_commas(*cell, &end);
    of->used = (size_t)(end - of->scratch);
    return ROUTE_OK;
}

/* Whether each place repeats the name of its column, as a second header in the table does. */
static bool repeats_header(const cell_reader *of)
{
    for (size_t i = 0; i < of->columns->place_count; i++) {
        const place_column *place = &of->columns->places[i];
        if (!place->name.length || !gd_same_in_any_case(of->cells[place->first_slot], place->name))
            return false;
    }
    return true;
}

static route_status read_all(cell_reader *of, const record_reader *from, const record *read)
{
    if (read->has_stray_text)
        return ROUTE_TEXT_AFTER_QUOTE;
    if (read->cell_count != of->columns->table_width)
        return ROUTE_CELL_COUNT;
    for (size_t slot = 0; slot < of->columns->wanted.count; slot++) {
        route_status status = read_cell(of, gd_record_cell(from, slot), &of->cells[slot]);
        if (status != ROUTE_OK)
            return status;
    }
    return ROUTE_OK;
}

/* ---- Numbers ----------------------------------------------------------------------- */

/* Whether a cell may be a number, by its first byte: names are told apart at once. */
static bool may_be_number(geodist_text cell)
{
    return cell.length && (unsigned char)cell.bytes[0] <= '9';
}

/* By its bytes; it may be out of any range. */
static bool is_bare_number(geodist_text cell)
{
    bool has_digit = false;
    if (!may_be_number(cell))
        return false;
    for (size_t i = 0; i < cell.length; i++) {
        has_digit = has_digit || is_digit(cell.bytes[i]);
        if (!is_numeric(cell.bytes[i]) && !memchr("+-eE", cell.bytes[i], 4))
            return false;
    }
    return has_digit;
}

/* How many of the cells are numbers, and how many are empty or a word for a missing value. */
typedef struct {
    size_t numbers, missing;
} cell_counts;

static cell_counts count_cells(const geodist_text *cells, size_t count)
{
    cell_counts counts = {0, 0};
    for (size_t i = 0; i < count; i++) {
        bool is_number = is_bare_number(cells[i]);
        counts.numbers += is_number;
        counts.missing += !is_number && geodist_is_missing(cells[i]);
    }
    return counts;
}

/* All cells with a comma between each two; empty if one is empty or too long for a number. */
static geodist_text list_cells(cell_reader *of, const record_reader *from)
{
    enum { NUMBER_MAX = 64 };
    size_t start = of->used, count = of->columns->wanted.count;
    geodist_text first = gd_record_cell(from, 0), last = gd_record_cell(from, count - 1);
    if (of->are_adjacent) /* two commas in a row, as at an empty cell, are no list of numbers */
        return (geodist_text){first.bytes, (size_t)(last.bytes - first.bytes) + last.length};
    for (size_t slot = 0; slot < count; slot++) {
        geodist_text cell = gd_record_cell(from, slot);
        if (cell.length == 0 || cell.length > NUMBER_MAX) {
            of->used = start;
            return (geodist_text){NULL, 0};
        }
        put_scratch(of, cell);
        put_scratch(of, (geodist_text){",", slot + 1 < count});
    }
    geodist_text list = scratch_from(of, start);
    of->used = start;
    return list;
}

/* Reads all cells as numbers, a point of each two, as nearly all records of such tables allow.
 * False if one is anything else or out of range; the cells are then read one by one. As many
 * numbers as there are cells, none of which is empty, are one number a cell. */
static bool read_points(cell_reader *of, const record_reader *from, const record *read, batch *to,
                        batch_route *added)
{
    size_t first = added->first, count = of->columns->wanted.count / 2;
    if (read->too_long || read->has_stray_text || of->decimal_comma ||
        !may_be_number(gd_record_cell(from, 0)))
        return false;
    geodist_text list = list_cells(of, from);
    if (geodist_parse_points(list, to->lat + first, to->lon + first, count) != count)
        return false;
    added->count = added->known = (uint32_t)count;
    for (size_t i = first; i < first + count; i++)
        to->rows[i] = GEODIST_NO_ROW;
    return true;
}

/* ---- Joined cells ------------------------------------------------------------------ */

/* Whether a text is found: what qualifiers of missing values depend on. */
static bool is_place(geodist_text text)
{
    geodist_place place;
    return geodist_find(text, &place, NULL) == GEODIST_OK;
}

/* Writes a country as lists of countries have it, "Korea, Republic of" or "Bahamas (the)", as the
 * qualifier that it means. False if the cell is not of this form, or the result is no qualifier. */
static bool put_listed_country(cell_reader *of, geodist_text cell)
{
    char mark = memchr(cell.bytes, ',', cell.length) ? ',' : '(';
    geodist_text last, first = trim(cut(cell, mark, &last));
    const geodist_text orders[][2] = {{first, trim(last)}, {trim(last), first}};
    if (first.length == cell.length || geodist_qualifier(cell))
        return false;
    if (mark == '(' && geodist_qualifier(first)) {
        put_scratch(of, first);
        return true;
    }
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
        size_t start = of->used;
        put_scratch(of, orders[i][0]);
        put_scratch(of, geodist_string(" "));
        put_scratch(of, orders[i][1]);
        if (geodist_qualifier(scratch_from(of, start)))
            return true;
        of->used = start;
    }
    return false;
}

/* Adds a qualifier to the text that begins at `start`. A missing value is left out, unless it is a
 * code with which the place is found (Windhoek, NA). */
static void put_qualifier(cell_reader *of, size_t start, geodist_text cell)
{
    size_t before = of->used;
    if (cell.length == 0)
        return;
    put_scratch(of, geodist_string(", "));
    if (!put_listed_country(of, cell))
        put_scratch(of, cell);
    if (geodist_is_missing(cell) && !is_place(scratch_from(of, start)))
        of->used = before;
}

static route_status join_names(cell_reader *of, const geodist_text *cells, size_t count,
                               geodist_text *text)
{
    size_t start = of->used;
    *text = cells[0];
    if (geodist_is_missing(cells[0]))
        return ROUTE_OK; /* which is not found */
    put_scratch(of, cells[0]);
    for (size_t i = 1; i < count; i++)
        put_qualifier(of, start, cells[i]);
    *text = scratch_from(of, start);
    return ROUTE_OK;
}

/* LAT,LON of two cells. */
static route_status join_numbers(cell_reader *of, const geodist_text *cells, geodist_text *text)
{
    size_t start = of->used;
    put_scratch(of, cells[0]);
    put_scratch(of, geodist_string(","));
    put_scratch(of, cells[1]);
    *text = scratch_from(of, start);
    return ROUTE_OK;
}

static route_status join_cells(cell_reader *of, const place_column *place, geodist_text *text)
{
    const geodist_text *cells = of->cells + place->first_slot;
    if (place->count == 1 && cells[0].length && !may_be_number(cells[0])) {
        *text = cells[0]; /* the common case */
        return ROUTE_OK;
    }
    for (size_t i = 0; i < place->count && (i == 0 || place->is_point); i++)
        if (may_be_number(cells[i]) && gd_is_decimal_comma(cells[i])) {
            *text = cells[i];
            return ROUTE_DECIMAL_COMMA;
        }
    if (place->count == 1) {
        *text = cells[0];
        return ROUTE_OK;
    }
    cell_counts counts = count_cells(cells, place->count);
    if (place->count == 2 && counts.numbers == 2)
        return join_numbers(of, cells, text);
    if (place->is_point && counts.numbers == 1 && counts.missing == 1)
        return ROUTE_EMPTY_NUMBER;
    return join_names(of, cells, place->count, text);
}

/* ---- Places ------------------------------------------------------------------------ */

/* On failure the route has the places up to the one at fault. */
static route_status read_places(cell_reader *of, batch *to, batch_route *added)
{
    route_status status = ROUTE_OK;
    for (uint32_t i = 0; i < of->columns->place_count && status == ROUTE_OK; i++) {
        added->fault = added->first + i;
        added->count = i + 1;
        status = join_cells(of, &of->columns->places[i], &to->texts[added->fault]);
    }
    return status;
}

/* Single columns of numbers, of which read_points() could not make points: one is out of range. */
static route_status read_pairs(cell_reader *of, batch *to, batch_route *added)
{
    size_t count = of->columns->place_count / 2;
    for (size_t i = 0; i < count; i++)
        join_numbers(of, of->cells + 2 * i, &to->texts[added->first + i]);
    added->count = (uint32_t)count;
    return ROUTE_OK;
}

/* Places of one column each: numbers in all of them are pairs. */
static route_status read_singles(cell_reader *of, batch *to, batch_route *added)
{
    size_t count = of->columns->place_count;
    if (of->cells[0].length && !may_be_number(of->cells[0]))
        return read_places(of, to, added); /* the common case */
    cell_counts counts = count_cells(of->cells, count);
    if (of->columns->may_pair && counts.numbers == count)
        return read_pairs(of, to, added);
    if (of->columns->may_pair && counts.numbers && counts.numbers + counts.missing == count)
        return ROUTE_EMPTY_NUMBER;
    if (count == 2 && counts.numbers == 2) {
        added->whole = of->joined_names;
        return ROUTE_BARE_NUMBERS;
    }
    return read_places(of, to, added);
}

route_status gd_read_cells(cell_reader *of, const record_reader *from, const record *read,
                           batch *to, batch_route *added)
{
    bool are_singles = of->columns->wanted.count == of->columns->place_count;
    if (read->cell_count == of->columns->table_width && of->are_points &&
        read_points(of, from, read, to, added))
        return ROUTE_OK;
    route_status status = read_all(of, from, read);
    if (status != ROUTE_OK)
        return status;
    if (repeats_header(of)) {
        to->texts[added->first] = of->cells[of->columns->places[0].first_slot];
        added->fault = added->first;
        added->count = 1;
        return ROUTE_HEADER_CELL;
    }
    return are_singles ? read_singles(of, to, added) : read_places(of, to, added);
}

geodist_text gd_suggest_joined(cell_reader *of, const batch *in, const batch_route *failed)
{
    const geodist_text *texts = in->texts + failed->first, none = {NULL, 0};
    size_t start = of->used;
    if (of->columns->place_count != 2 || of->columns->wanted.count != 2 ||
        failed->status != ROUTE_NOT_FOUND || failed->count < 2 ||
        texts[0].length + texts[1].length > GD_CELL_MAX)
        return none;
    put_scratch(of, texts[0]);
    put_scratch(of, geodist_string(", "));
    put_scratch(of, texts[1]);
    bool is_one = is_place(scratch_from(of, start));
    of->used = start;
    return is_one ? of->joined_names : none;
}
