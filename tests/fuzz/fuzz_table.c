/* A table. The first line of the input is "FLAGS COLS": letters and digits that choose options, and
 * the value of --columns. The rest is the table. */
#include "fuzz_run.h"

#include "text/slice.h"

#include <math.h>

static fuzz_room rooms[2];

/* Takes the place of geodist_suggest() in the build with libFuzzer: suggestions take most of the time,
 * and fuzz_find is about them. */
size_t __wrap_geodist_suggest(geodist_text text, geodist_place *places, size_t capacity);
size_t __wrap_geodist_suggest(geodist_text text, geodist_place *places, size_t capacity)
{
    (void)text;
    (void)places;
    (void)capacity;
    return 0;
}

/* ---- Options --------------------------------------------------------------------------------------- */

/* The flag 0 to 9; there is none for 0. */
static const char *const lists[10] = {
    [1] = "distance,bearing",
    [2] = "label,lat,lon",
    [3] = "error",
    [4] = "error=why,label=place,distance=far",
    [5] = "country_code,kind,rivals,population",
    [6] = "name,region,country,iata,icao,geonames_id,error",
    [7] = "label=a;b,error=x|y",
    [8] = "distance=a \"name\",lat=\t",
    [9] = "lon,error=lon",
};

static void set_flag(options *asked, char flag)
{
    static char to[] = "nairobi";
    writer ignored = gd_memory_writer((char[16]){0}, 16);
    if (memchr(",;|\t", flag, 4))
        asked->delimiter = flag;
    else if (is_digit(flag))
        asked->add_list = lists[flag - '0'];
    asked->no_header = asked->no_header || flag == 'n';
    asked->decimal_comma = asked->decimal_comma || flag == 'd';
    asked->to = flag == 't' ? to : asked->to;
    asked->strict = asked->strict || flag == 's';
    asked->quiet = asked->quiet || flag == 'q';
    asked->fail_fast = asked->fail_fast || flag == 'f';
    asked->add.count = 0;
    if (asked->add_list)
        REQUIRE(gd_parse_field_list(&asked->add, "--add", asked->add_list, gd_unit(asked), &ignored));
}

static options options_of(geodist_text flags)
{
    options asked = {.command = COMMAND_TABLE,
                     .precision = -1,
                     .radius = GEODIST_MEAN_RADIUS / 1000,
                     .waypoints = -1,
                     .bearing = NAN,
                     .metres = INFINITY};
    for (size_t i = 0; i < flags.length; i++)
        set_flag(&asked, flags.bytes[i]);
    return asked;
}

/* ---- Records, as RFC 4180 has them ------------------------------------------------------------------ */

typedef struct {
    geodist_text content, ending; /* the ending is LF, CRLF or nothing */
    bool is_open;                 /* a quote is not closed */
} fuzz_record;

static bool has_mark(geodist_text text)
{
    return text.length >= 3 && memcmp(text.bytes, "\xEF\xBB\xBF", 3) == 0;
}

/* The position after the quoted text at `at`; that after the text if the quote is not closed. */
static size_t skip_quoted(geodist_text text, size_t at, bool *is_open)
{
    for (at++; at < text.length; at++)
        if (text.bytes[at] == '"') {
            if (at + 1 == text.length || text.bytes[at + 1] != '"')
                return at + 1;
            at++;
        }
    *is_open = true;
    return at;
}

/* Takes the first record off the text. A quote is special at the start of a cell only. */
static fuzz_record take_record(geodist_text *text, char delimiter, bool is_first)
{
    fuzz_record taken = {.is_open = false};
    size_t at = is_first && has_mark(*text) ? 3 : 0;
    for (bool at_start = true; at < text->length && text->bytes[at] != '\n';) {
        if (at_start && text->bytes[at] == '"') {
            at = skip_quoted(*text, at, &taken.is_open);
            at_start = false;
        } else {
            at_start = text->bytes[at++] == delimiter;
        }
    }
    size_t end = at, after = at < text->length ? at + 1 : at;
    if (end < after && end > 0 && text->bytes[end - 1] == '\r')
        end--;
    taken.content = slice(*text, 0, end);
    taken.ending = slice(*text, end, after - end);
    *text = slice(*text, after, text->length);
    return taken;
}

static bool is_blank(const fuzz_record *of, bool is_first)
{
    return of->content.length == (is_first && has_mark(of->content) ? 3u : 0u);
}

/* ---- Added cells --------------------------------------------------------------------------------------- */

enum { CELLS_MAX = 16384 };

typedef struct {
    char delimiter;
    size_t count; /* of each record, once the first was seen */
    geodist_text cells[CELLS_MAX];
} added_row;

static bool take(geodist_text *text, geodist_text wanted)
{
    bool same = text->length >= wanted.length &&
                fuzz_same_text(slice(*text, 0, wanted.length), wanted);
    if (same)
        *text = slice(*text, wanted.length, text->length);
    return same;
}

/* Takes cells, each after a delimiter; one with a delimiter, a quote or a line ending is in quotes. */
static size_t take_cells(geodist_text *text, added_row *row)
{
    size_t count = 0;
    while (text->length && text->bytes[0] == row->delimiter && count < CELLS_MAX) {
        size_t at = 1;
        bool is_open = false;
        if (at < text->length && text->bytes[at] == '"')
            at = skip_quoted(*text, at, &is_open);
        else
            while (at < text->length && text->bytes[at] != row->delimiter &&
                   !memchr("\"\r\n", text->bytes[at], 3))
                at++;
        if (is_open)
            return 0;
        row->cells[count++] = slice(*text, 1, at - 1);
        *text = slice(*text, at, text->length);
    }
    return count;
}

/* The fields of places have a cell for each place of COLS. */
static size_t count_fields(const options *asked, bool of_places)
{
    size_t count = 0;
    for (size_t i = 0; i < asked->add.count; i++)
        count += gd_is_of_place(asked->add.fields[i].field) == of_places;
    return count;
}

/* Whether so many cells are what --add and COLS ask for: each item of COLS is a place, or two of them
 * are a latitude and a longitude. */
static bool is_right_count(const options *asked, size_t cells)
{
    geodist_text list = geodist_string(asked->columns);
    bool is_open;
    size_t items = 1, at = 0, places = 1;
    for (bool at_start = true; at < list.length; at_start = list.bytes[at++] == ',') {
        if (at_start && list.bytes[at] == '"')
            at = skip_quoted(list, at, &is_open);
        if (at == list.length)
            break;
        items += list.bytes[at] == ',';
    }
    size_t of_places = count_fields(asked, true), others = count_fields(asked, false);
    if (!asked->add.count) /* the distance, or label,lat,lon */
        return cells == 1 || (cells == 3 && items <= 2 && !asked->to);
    if (cells < others || (of_places == 0 && cells != others))
        return false;
    if (of_places == 0)
        return true;
    places = (cells - others) / of_places;
    return (cells - others) % of_places == 0 && places * 2 >= items && places <= items;
}

/* ---- Properties ------------------------------------------------------------------------------------------ */

/* What was seen of a table. */
typedef struct {
    size_t records;          /* that are not empty, the header among them */
    size_t failed, answered; /* as far as their cells say so */
    bool is_open;
} fuzz_findings;

/* Whether an answer has at least one cell that is not empty, whatever the places are. */
static bool shows_answers(const options *asked)
{
    bool shows = !asked->add.count;
    for (size_t i = 0; i < asked->add.count; i++) {
        field_name field = asked->add.fields[i].field;
        shows = shows || field == FIELD_DISTANCE || field == FIELD_LAT || field == FIELD_LON;
    }
    return shows;
}

/* The index of the cell with the error, or SIZE_MAX if --add has none. */
static size_t error_cell(const options *asked, const added_row *row)
{
    size_t of_places = count_fields(asked, true), others = count_fields(asked, false), index = 0;
    size_t places = of_places ? (row->count - others) / of_places : 0;
    for (size_t i = 0; i < asked->add.count; i++) {
        if (asked->add.fields[i].field == FIELD_ERROR)
            return index;
        index += gd_is_of_place(asked->add.fields[i].field) ? places : 1;
    }
    return SIZE_MAX;
}

static void check_cells(const options *asked, const added_row *row, fuzz_findings *found)
{
    size_t error = error_cell(asked, row);
    bool has_error = error < row->count && row->cells[error].length > 0, has_text = false;
    for (size_t i = 0; i < row->count; i++) {
        has_text = has_text || (i != error && row->cells[i].length > 0);
        for (size_t j = 0; j < row->cells[i].length; j++)
            REQUIRE((unsigned char)row->cells[i].bytes[j] >= 0x20);
    }
    REQUIRE(!has_error || !has_text);
    found->failed += has_error || (shows_answers(asked) && !has_text);
    found->answered += has_text || (error < row->count && !has_error);
}

/* Whether the output is the table with cells added to every record, with this delimiter. */
static bool has_all_records(const options *asked, geodist_text table, geodist_text out, char delimiter,
                            fuzz_findings *found)
{
    static added_row row;
    geodist_text separator = geodist_string("sep=");
    bool header_read = asked->no_header;
    bool is_first = true;
    row.delimiter = delimiter;
    row.count = 0;
    *found = (fuzz_findings){.records = 0};
    for (; table.length; is_first = false) {
        fuzz_record next = take_record(&table, delimiter, is_first);
        geodist_text content = next.content;
        if (is_first && has_mark(content))
            content = slice(content, 3, content.length);
        bool blank = is_blank(&next, is_first);
        bool is_separator = row.count == 0 && found->records == 0 && take(&content, separator) &&
                            content.length == 1 && content.bytes[0] == delimiter;
        if (asked->fail_fast && out.length == 0)
            return true;
        if (!take(&out, next.content))
            return false;
        found->is_open = next.is_open;
        if (!blank && !next.is_open && !is_separator) {
            size_t cells = take_cells(&out, &row);
            if (cells == 0 || (row.count && row.count != cells))
                return false;
            row.count = cells;
            if (header_read)
                check_cells(asked, &row, found);
            header_read = true;
        }
        found->records += !is_separator && !blank;
        if (!take(&out, next.ending))
            return false;
    }
    return out.length == 0 && (row.count == 0 || is_right_count(asked, row.count));
}

static size_t count_records(geodist_text text, char delimiter)
{
    size_t records = 0;
    for (; text.length; records++)
        take_record(&text, delimiter, records == 0);
    return records;
}

/* The delimiters that the table may have: the one that is asked for, or any, or one after sep=. */
static const char *possible_delimiters(const options *asked, geodist_text table)
{
    static char found[8];
    size_t count = 0;
    if (has_mark(table))
        table = slice(table, 3, table.length);
    while (table.length && (table.bytes[0] == '\n' || (table.bytes[0] == '\r' && table.length > 1 &&
                                                       table.bytes[1] == '\n')))
        table = slice(table, table.bytes[0] == '\n' ? 1 : 2, table.length);
    memcpy(found, "\t;|,", 5);
    if (asked->delimiter) {
        found[count++] = asked->delimiter;
        found[count] = '\0';
    } else if (take(&table, geodist_string("sep=")) && table.length) {
        found[4] = table.bytes[0];
        found[5] = '\0';
    }
    return found;
}

static void check_output(const options *asked, geodist_text table, const fuzz_answer *answer)
{
    fuzz_findings found;
    geodist_text failures = answer->errors;
    const char *delimiter = possible_delimiters(asked, table);
    while (*delimiter && !has_all_records(asked, table, answer->out, *delimiter, &found))
        delimiter++;
    REQUIRE(*delimiter);
    fuzz_cut_summary(&failures);
    bool has_failed = answer->status == EXIT_UNANSWERED;
    REQUIRE(has_failed == (failures.length > 0));
    if (asked->fail_fast)
        return;
    REQUIRE(count_records(answer->out, *delimiter) == count_records(table, *delimiter));
    REQUIRE(has_failed || (found.failed == 0 && !found.is_open));
    REQUIRE(!has_failed || found.is_open || found.records > found.answered + !asked->no_header);
}

static void check_errors(geodist_text errors)
{
    for (size_t i = 0; i < errors.length; i++)
        REQUIRE((unsigned char)errors.bytes[i] >= 0x20 || errors.bytes[i] == '\n');
}

static void check_table(const options *asked, geodist_text table)
{
    const uint8_t *bytes = (const uint8_t *)table.bytes;
    fuzz_answer whole =
        fuzz_run(gd_run_table, asked, bytes, table.length, table.length + 1, &rooms[0]);
    fuzz_answer pieces = fuzz_run(gd_run_table, asked, bytes, table.length, 1, &rooms[1]);
    fuzz_require_same(&whole, &pieces);
    check_errors(whole.errors);
    if (whole.status == EXIT_ANSWERED || whole.status == EXIT_UNANSWERED)
        check_output(asked, table, &whole);
    else
        REQUIRE(whole.errors.length > 0 && whole.out.length == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    geodist_text table, list, text = {(const char *)data, size};
    geodist_text flags = cut(cut(text, '\n', &table), ' ', &list);
    options asked = options_of(flags);
    char *columns = malloc(list.length + 1);
    if (!columns)
        exit(2);
    if (list.length)
        memcpy(columns, list.bytes, list.length);
    columns[list.length] = '\0';
    asked.columns = columns;
    check_table(&asked, table);
    free(columns);
    return 0;
}
