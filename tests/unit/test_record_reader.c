#define _DEFAULT_SOURCE

#include "input/record_reader.h"

#include "pairs.h"
#include "piped.h"
#include "texts.h"
#include "written.h"

enum { CELLS_MAX = 4096, WANTED_MAX = 6, TEXT_SIZE = 6 * GD_RECORD_BUFFER, PIECE_MAX = 32768 };

/* ---- Another parser ------------------------------------------------------------------------------ */

typedef struct {
    size_t start, content_end, end; /* positions in the input; the ending is between the last two */
    uint64_t line;
    bool is_unclosed;
    size_t opened; /* position of the quote that is not closed */
    size_t cell_count;
    span cells[CELLS_MAX];
} parsed_record;

/* The position after the quoted text that starts at `at`, or that of the end of the input if its quote is
 * not closed. */
static size_t skip_quotes(geodist_text text, size_t at, bool *is_unclosed)
{
    for (;;) {
        const char *quote = memchr(text.bytes + at + 1, '"', text.length - at - 1);
        if (!quote) {
            *is_unclosed = true;
            return text.length;
        }
        at = (size_t)(quote - text.bytes) + 1;
        if (at == text.length || text.bytes[at] != '"')
            return at;
    }
}

static bool has_mark(geodist_text text)
{
    return text.length >= 3 && memcmp(text.bytes, "\xEF\xBB\xBF", 3) == 0;
}

static void parse_record(geodist_text text, size_t start, uint64_t line, char delimiter,
                         parsed_record *to)
{
    size_t at = start == 0 && has_mark(text) ? 3 : start;
    to->start = start;
    to->line = line;
    to->is_unclosed = false;
    to->cell_count = 0;
    for (;; at++) {
        size_t cell = at;
        to->opened = cell;
        if (at < text.length && text.bytes[at] == '"')
            at = skip_quotes(text, at, &to->is_unclosed);
        while (at < text.length && text.bytes[at] != delimiter && text.bytes[at] != '\n')
            at++;
        assert_true(to->cell_count < CELLS_MAX);
        to->cells[to->cell_count++] = (span){cell, at};
        if (at == text.length || text.bytes[at] == '\n')
            break;
    }
    bool is_ended = at < text.length;
    to->end = at + is_ended;
    to->content_end = at - (is_ended && at > start && text.bytes[at - 1] == '\r');
    to->cells[to->cell_count - 1].end = to->content_end;
}

static uint64_t count_newlines(geodist_text text, size_t start, size_t end)
{
    uint64_t count = 0;
    for (size_t i = start; i < end; i++)
        count += text.bytes[i] == '\n';
    return count;
}

/* Whether a record has to come in parts: the buffer is full before its newline or the end of the input
 * is seen. */
static bool is_longer_than_buffer(const parsed_record *of)
{
    bool is_ended = of->end > of->content_end;
    return of->end - of->start + !is_ended > GD_RECORD_BUFFER;
}

/* ---- What is read, event by event ---------------------------------------------------------------- */

typedef struct {
    char delimiter;
    size_t piece;               /* bytes of each read, or 0 for random numbers */
    size_t careful;             /* this far around the end of a buffer, reads of one byte */
    const wanted_columns *columns; /* or NULL */
    bool after_header;          /* the columns are known only when the first record was read */
    uint64_t seed;
} plan;

typedef struct {
    geodist_text text;
    size_t at; /* so much was handed out */
    bool in_record, had_parts, wants_cells;
    uint64_t line, records, parts;
    parsed_record expected;
} reading;

static record_reader reader;

static void assert_next_bytes(reading *in, geodist_text bytes)
{
    if (bytes.length > in->text.length - in->at ||
        (bytes.length && memcmp(in->text.bytes + in->at, bytes.bytes, bytes.length) != 0))
        fail_msg("the %zu bytes at %zu are not those of the input", bytes.length, in->at);
    in->at += bytes.length;
}

static void assert_cells(const reading *in, const wanted_columns *columns, bool is_long)
{
    for (size_t i = 0; i < columns->count; i++) {
        const wanted_column *column = &columns->columns[i];
        if (column->index >= in->expected.cell_count)
            continue;
        span cell = in->expected.cells[column->index];
        size_t length = cell.end - cell.start;
        if (is_long && length > GD_LONG_CELL_MAX)
            length = GD_LONG_CELL_MAX;
        geodist_text found = gd_record_cell(&reader, column->slot);
        if (found.length != length ||
            (length && memcmp(found.bytes, in->text.bytes + cell.start, length) != 0))
            fail_msg("cell %zu of record %zu is \"%.*s\", not \"%.*s\"", column->index,
                     (size_t)in->records, (int)found.length, found.bytes, (int)length,
                     in->text.bytes + cell.start);
    }
}

static void end_expected_record(reading *in, const record *read)
{
    const parsed_record *expected = &in->expected;
    assert_int_equal(in->at, expected->end);
    assert_int_equal(in->had_parts, is_longer_than_buffer(expected));
    in->line = read->line + count_newlines(in->text, expected->start, expected->end);
    in->in_record = in->had_parts = false;
    in->records++;
}

static void check_event(reading *in, const plan *how, record_event event, const record *read)
{
    if (!in->in_record) {
        parse_record(in->text, in->at, in->line, how->delimiter, &in->expected);
        in->in_record = true;
        in->wants_cells = how->columns && !(how->after_header && in->records == 0);
    }
    bool is_unclosed = event == RECORD_UNCLOSED;
    uint64_t before = is_unclosed ? count_newlines(in->text, in->expected.start, in->expected.opened) : 0;
    assert_int_equal(read->line, in->expected.line + before);
    assert_next_bytes(in, read->content);
    if (event == RECORD_PART) {
        assert_true(in->at <= in->expected.content_end);
        in->had_parts = true;
        in->parts++;
        return;
    }
    assert_int_equal(in->expected.is_unclosed, is_unclosed);
    if (event == RECORD_COMPLETE) {
        assert_int_equal(in->at, in->expected.content_end);
        assert_next_bytes(in, read->ending);
        assert_int_equal(read->cell_count, in->expected.cell_count);
        assert_int_equal(read->too_long, in->had_parts);
        if (in->wants_cells)
            assert_cells(in, how->columns, in->had_parts);
    }
    end_expected_record(in, read);
}

/* Hands out what is in the buffer. False at the end of the input. */
static bool read_buffer(reading *in, const plan *how)
{
    record read;
    for (;;) {
        record_event event = gd_next_record(&reader, &read);
        if (event == RECORD_WAIT || event == RECORD_END)
            return event == RECORD_WAIT;
        assert_true(in->at < in->text.length || in->had_parts); /* it makes progress */
        check_event(in, how, event, &read);
        if (how->columns && !reader.columns && in->records == 1)
            assert_true(gd_want_columns(&reader, how->columns));
    }
}

/* ---- Pieces --------------------------------------------------------------------------------------- */

static size_t next_piece(plan *how, size_t written)
{
    size_t distance = written % GD_RECORD_BUFFER;
    if (distance > GD_RECORD_BUFFER / 2)
        distance = GD_RECORD_BUFFER - distance;
    if (distance < how->careful)
        return 1;
    size_t piece = how->piece ? how->piece : 1 + (size_t)(random_bits(&how->seed) % PIECE_MAX);
    return how->careful && distance < 2 * PIECE_MAX && distance - how->careful < piece
               ? distance - how->careful + 1
               : piece;
}

/* Fills the buffer once, from a pipe that holds at most one piece. */
static void fill_once(plan *how, geodist_text text, size_t *written, int *pipe_end)
{
    writer *out = begin();
    if (*written == reader.input.taken && *pipe_end >= 0) {
        size_t left = text.length - *written, size = next_piece(how, *written);
        if (size > left)
            size = left;
        if (size) {
            assert_int_equal(write(*pipe_end, text.bytes + *written, size), size);
        } else {
            close(*pipe_end);
            *pipe_end = -1;
        }
        *written += size;
    }
    gd_fill_records(&reader, out, out);
}

static void start_reading(const plan *how, int file)
{
    memset(&reader, 0, offsetof(record_reader, bytes));
    reader.input.file = file;
    reader.scanner.delimiter = how->delimiter;
    reader.line = 1;
    if (how->columns && !how->after_header)
        assert_true(gd_want_columns(&reader, how->columns));
}

/* Reads all of the text in the pieces of the plan and checks every event. */
static reading read_all(geodist_text text, plan how)
{
    static reading in;
    int ends[2];
    size_t written = 0;
    in = (reading){.text = text, .line = 1};
    assert_int_equal(pipe(ends), 0);
    start_reading(&how, ends[0]);
    do
        fill_once(&how, text, &written, &ends[1]);
    while (read_buffer(&in, &how));
    assert_int_equal(in.at, text.length);
    assert_false(in.in_record);
    assert_true(reader.input.ended && !reader.input.failure);
    gd_close_records(&reader);
    close(ends[0]);
    return in;
}

/* ---- Random tables --------------------------------------------------------------------------------- */

typedef struct {
    size_t length;
    char delimiter;
    uint64_t seed;
    char bytes[TEXT_SIZE];
} table;

static table made;

static geodist_text text_of(const table *of)
{
    return (geodist_text){of->bytes, of->length};
}

static size_t random_below(table *to, size_t limit)
{
    return (size_t)(random_bits(&to->seed) % limit);
}

static void add_byte(table *to, char byte)
{
    assert_true(to->length < TEXT_SIZE);
    to->bytes[to->length++] = byte;
}

/* Quoted text may hold anything; quotes are doubled. */
static void add_quoted_cell(table *to, size_t size)
{
    static const char letters[] = "a,;\t\n\r\"\xC3\xA9 ";
    add_byte(to, '"');
    for (size_t i = 0; i < size; i++) {
        char letter = letters[random_below(to, sizeof letters - 1)];
        if (letter == '"')
            add_byte(to, '"');
        add_byte(to, letter);
    }
    add_byte(to, '"');
}

/* A quote that is not the first byte, a CR and the other delimiters are plain text. */
static void add_plain_cell(table *to, size_t size)
{
    static const char letters[] = "ab \r,;\t\"\xC3\xA9";
    for (size_t i = 0; i < size; i++) {
        char letter = letters[random_below(to, sizeof letters - 1)];
        bool is_special = letter == to->delimiter || (letter == '"' && i == 0);
        add_byte(to, is_special ? 'x' : letter);
    }
}

static void add_cell(table *to)
{
    size_t size = random_below(to, 3) ? random_below(to, 9) : 0;
    if (random_below(to, 3) == 0) {
        add_quoted_cell(to, size);
        if (random_below(to, 6) == 0)
            add_plain_cell(to, 3); /* text after the quote */
    } else {
        add_plain_cell(to, size);
    }
}

static void add_ending(table *to)
{
    if (random_below(to, 3) == 0)
        add_byte(to, '\r');
    add_byte(to, '\n');
}

/* Some records are empty, and each has a number of cells of its own. */
static void add_record(table *to)
{
    for (size_t cells = random_below(to, 7); cells > 0; cells--) {
        add_cell(to);
        if (cells > 1)
            add_byte(to, to->delimiter);
    }
    add_ending(to);
}

static void start_table(table *to, uint64_t seed)
{
    static const char delimiters[] = ",;\t|";
    to->seed = seed;
    to->length = 0;
    to->delimiter = delimiters[random_below(to, 4)];
    if (random_below(to, 4) == 0) {
        memcpy(to->bytes, "\xEF\xBB\xBF", 3);
        to->length = 3;
    }
}

/* The last record may have no newline or a quote that is not closed. */
static void make_short_table(table *to, uint64_t seed)
{
    start_table(to, seed);
    for (size_t records = random_below(to, 12); records > 0; records--)
        add_record(to);
    if (random_below(to, 3) == 0)
        add_cell(to);
    if (random_below(to, 4) == 0) {
        add_byte(to, to->delimiter);
        add_byte(to, '"');
        add_plain_cell(to, 4);
        add_ending(to);
    }
}

/* Columns in the order of the table, in slots of any order; one may be wanted twice. */
static wanted_columns make_columns(uint64_t *seed, wanted_column *room)
{
    size_t count = 1 + (size_t)(random_bits(seed) % WANTED_MAX), index = 0;
    for (size_t i = 0; i < count; i++) {
        index += (size_t)(random_bits(seed) % 3);
        room[i] = (wanted_column){index, i};
    }
    for (size_t i = count; i > 1; i--) {
        size_t j = (size_t)(random_bits(seed) % i), slot = room[i - 1].slot;
        room[i - 1].slot = room[j].slot;
        room[j].slot = slot;
    }
    return (wanted_columns){.columns = room, .count = count};
}

static plan make_plan(const table *of, wanted_columns *columns, wanted_column *room)
{
    plan how = {.delimiter = of->delimiter, .seed = of->seed};
    *columns = make_columns(&how.seed, room);
    how.columns = random_bits(&how.seed) % 8 ? columns : NULL;
    how.after_header = random_bits(&how.seed) % 2;
    return how;
}

/* ---- Tests ------------------------------------------------------------------------------------------ */

static void reads_random_tables_in_random_pieces(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 3000; seed++) {
        wanted_column room[WANTED_MAX];
        wanted_columns columns;
        make_short_table(&made, seed);
        plan how = make_plan(&made, &columns, room);
        how.piece = 1 + seed % 40;
        read_all(text_of(&made), how);
    }
}

static void reads_a_table_in_pieces_of_every_size(void **state)
{
    (void)state;
    static const char text[] = "\xEF\xBB\xBF\"a,\r\nb\",b\"x,,\"\"\"\"\r\n\r\n\n\"\"x,\"\n\n\",y\r\r\n"
                               "1,2,3,4,5,6,7\nlast,\"\xC3\xA9\"";
    wanted_column room[] = {{0, 2}, {1, 0}, {1, 3}, {3, 1}};
    wanted_columns columns = {.columns = room, .count = 4};
    for (size_t piece = 1; piece <= sizeof text; piece++)
        for (size_t length = 0; length < sizeof text; length++) {
            plan how = {.delimiter = ',', .piece = piece, .columns = &columns};
            read_all((geodist_text){text, length}, how);
        }
}

/* Bytes that are no table at all. */
static void reads_any_bytes(void **state)
{
    (void)state;
    static const char letters[] = "\"\",\n\ra\xEF\xBB\xBF";
    for (uint64_t seed = 1; seed <= 5000; seed++) {
        wanted_column room[WANTED_MAX];
        wanted_columns columns;
        made.seed = seed;
        made.delimiter = ',';
        made.length = 0;
        for (size_t size = random_below(&made, 60); size > 0; size--)
            add_byte(&made, letters[random_below(&made, sizeof letters - 1)]);
        plan how = make_plan(&made, &columns, room);
        how.piece = 1 + random_below(&made, 20);
        read_all(text_of(&made), how);
    }
}

/* Many records in one buffer, and records that lie across its end. */
static void reads_tables_longer_than_the_buffer(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 8; seed++) {
        wanted_column room[WANTED_MAX];
        wanted_columns columns;
        start_table(&made, seed);
        while (made.length < 3 * GD_RECORD_BUFFER)
            add_record(&made);
        plan how = make_plan(&made, &columns, room);
        assert_true(read_all(text_of(&made), how).records > 1000);
    }
}

/* A cell of the size: plain, of carriage returns only, or quoted. */
static void add_long_cell(table *to, size_t size, size_t kind)
{
    if (kind == 2) {
        add_quoted_cell(to, size);
        return;
    }
    for (size_t i = 0; i < size; i++)
        add_byte(to, kind == 1 ? '\r' : (char)('a' + i % 26));
}

static void add_long_record(table *to, size_t size)
{
    for (size_t before = random_below(to, 4); before > 0; before--) {
        add_cell(to);
        add_byte(to, to->delimiter);
    }
    add_long_cell(to, size, random_below(to, 3));
    for (size_t after = random_below(to, 4); after > 0; after--) {
        add_byte(to, to->delimiter);
        add_cell(to);
    }
    add_ending(to);
}

static void reads_records_longer_than_the_buffer(void **state)
{
    (void)state;
    uint64_t parts = 0;
    for (uint64_t seed = 1; seed <= 15; seed++) {
        wanted_column room[WANTED_MAX];
        wanted_columns columns;
        start_table(&made, seed);
        for (int i = 0; i < 3; i++) {
            add_record(&made);
            add_long_record(&made, random_below(&made, GD_RECORD_BUFFER * 3 / 2));
        }
        add_record(&made);
        plan how = make_plan(&made, &columns, room);
        parts += read_all(text_of(&made), how).parts;
    }
    assert_true(parts > 10);
}

/* The last bytes that fit, the first that do not, and an ending that lies across the end of the buffer;
 * the reads end everywhere around it. */
static void reads_records_of_about_the_size_of_the_buffer(void **state)
{
    (void)state;
    static const char *const endings[] = {"\n", "\r\n", "\r\r\n", "\r\r\r\r\n", "\"\r\n"};
    wanted_column room[] = {{0, 1}, {1, 0}};
    wanted_columns columns = {.columns = room, .count = 2};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        for (size_t size = GD_RECORD_BUFFER - 6; size <= GD_RECORD_BUFFER + 2; size++) {
            made.length = 0;
            add_byte(&made, endings[i][0] == '"' ? '"' : 'x');
            add_long_cell(&made, size - 1, 0);
            for (const char *byte = endings[i]; *byte; byte++)
                add_byte(&made, *byte);
            add_byte(&made, 'y');
            plan how = {.delimiter = ',', .piece = PIECE_MAX, .columns = &columns, .careful = 10};
            assert_int_equal(read_all(text_of(&made), how).records, 2);
        }
}

/* The quote is special only if the reader still knows what was before it. */
static void remembers_quotes_at_the_end_of_the_buffer(void **state)
{
    (void)state;
    wanted_column room[] = {{0, 0}, {1, 1}, {2, 2}};
    wanted_columns columns = {.columns = room, .count = 3};
    for (size_t size = GD_RECORD_BUFFER - 8; size <= GD_RECORD_BUFFER; size++) {
        static const char end[] = "\"\"\n,\"\"\"x,\"\n\"\r\n1,2,3\n";
        made.length = 0;
        add_byte(&made, '"');
        add_long_cell(&made, size - 1, 0);
        for (size_t i = 0; i + 1 < sizeof end; i++)
            add_byte(&made, end[i]);
        plan how = {.delimiter = ',', .piece = PIECE_MAX, .columns = &columns, .careful = 12};
        assert_int_equal(read_all(text_of(&made), how).records, 2);
    }
}

static void hands_out_an_unclosed_quote_with_all_that_follows(void **state)
{
    (void)state;
    static const size_t sizes[] = {0, 1, 1000, GD_RECORD_BUFFER - 10, GD_RECORD_BUFFER,
                                   3 * GD_RECORD_BUFFER};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        made.length = 0;
        made.delimiter = ',';
        made.seed = i;
        add_long_cell(&made, 3, 0);
        add_byte(&made, '\n');
        add_byte(&made, '"');
        for (size_t j = 0; j < sizes[i]; j++)
            add_byte(&made, "a,\r\n"[random_below(&made, 4)]);
        assert_int_equal(read_all(text_of(&made), (plan){.delimiter = ','}).records, 2);
    }
}

/* The scanner is then at the start of a cell, but not of a record. */
static void goes_on_behind_a_delimiter_at_the_end_of_the_buffer(void **state)
{
    (void)state;
    wanted_column room[] = {{0, 0}, {1, 1}, {2, 2}};
    wanted_columns columns = {.columns = room, .count = 3};
    for (size_t size = GD_RECORD_BUFFER - 8; size <= GD_RECORD_BUFFER; size++) {
        made.length = 0;
        add_long_cell(&made, size, 0);
        for (const char *byte = ",nairobi,elpaso\n1,2,3\n"; *byte; byte++)
            add_byte(&made, *byte);
        plan how = {.delimiter = ',', .piece = PIECE_MAX, .columns = &columns, .careful = 12};
        assert_int_equal(read_all(text_of(&made), how).records, 2);
    }
}

/* Without a newline it was read again and again. */
static void ends_with_a_long_record_without_a_newline(void **state)
{
    (void)state;
    static const char *const endings[] = {"", "a", ",", ",a", ",\"a\"", "\r"};
    wanted_column room[] = {{0, 0}, {1, 1}};
    wanted_columns columns = {.columns = room, .count = 2};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        for (size_t size = GD_RECORD_BUFFER - 4; size <= GD_RECORD_BUFFER + 2; size++) {
            made.length = 0;
            add_long_cell(&made, size, 0);
            for (const char *byte = endings[i]; *byte; byte++)
                add_byte(&made, *byte);
            plan how = {.delimiter = ',', .piece = PIECE_MAX, .columns = &columns, .careful = 10};
            assert_int_equal(read_all(text_of(&made), how).records, 1);
        }
}

static void counts_lines_in_quotes(void **state)
{
    (void)state;
    geodist_text text = geodist_string("a\n\"\n\n\"\n\r\nb\r\n\"\r\n\"\nc");
    static const uint64_t lines[] = {1, 2, 5, 6, 7, 9};
    int file = open_file(text);
    record read;
    start_reading(&(plan){.delimiter = ','}, file);
    gd_fill_records(&reader, begin(), &written_out);
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(gd_next_record(&reader, &read), RECORD_COMPLETE);
        assert_int_equal(read.line, lines[i]);
    }
    assert_int_equal(gd_next_record(&reader, &read), RECORD_WAIT);
    gd_fill_records(&reader, begin(), &written_out);
    assert_int_equal(gd_next_record(&reader, &read), RECORD_COMPLETE);
    assert_int_equal(read.line, lines[5]);
    assert_int_equal(gd_next_record(&reader, &read), RECORD_END);
    assert_int_equal(gd_next_record(&reader, &read), RECORD_END);
    close(file);
}

/* Not that of its record, which may have quoted newlines before. */
static void gives_the_line_of_a_quote_that_is_not_closed(void **state)
{
    (void)state;
    geodist_text text = geodist_string("a\n\"b\n\nc\",\"d\n\"\"\ne\n");
    int file = open_file(text);
    record read;
    start_reading(&(plan){.delimiter = ','}, file);
    gd_fill_records(&reader, begin(), &written_out);
    assert_int_equal(gd_next_record(&reader, &read), RECORD_COMPLETE);
    assert_int_equal(gd_next_record(&reader, &read), RECORD_WAIT);
    gd_fill_records(&reader, begin(), &written_out);
    assert_int_equal(gd_next_record(&reader, &read), RECORD_UNCLOSED);
    assert_int_equal(read.line, 4);
    assert_int_equal(gd_next_record(&reader, &read), RECORD_END);
    close(file);
}

/* What was read of a record may not be all of it. */
static void ends_without_a_record_after_a_read_that_fails(void **state)
{
    (void)state;
    record read;
    int file = open_file(geodist_string("a,b\nc,"));
    start_reading(&(plan){.delimiter = ','}, file);
    gd_fill_records(&reader, begin(), &written_out);
    reader.input.file = -1;
    assert_int_equal(gd_next_record(&reader, &read), RECORD_COMPLETE);
    assert_int_equal(gd_next_record(&reader, &read), RECORD_WAIT);
    gd_fill_records(&reader, begin(), &written_out);
    assert_true(reader.input.failure);
    assert_int_equal(gd_next_record(&reader, &read), RECORD_END);
    close(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_random_tables_in_random_pieces),
        cmocka_unit_test(reads_a_table_in_pieces_of_every_size),
        cmocka_unit_test(reads_any_bytes),
        cmocka_unit_test(reads_tables_longer_than_the_buffer),
        cmocka_unit_test(reads_records_longer_than_the_buffer),
        cmocka_unit_test(reads_records_of_about_the_size_of_the_buffer),
        cmocka_unit_test(remembers_quotes_at_the_end_of_the_buffer),
        cmocka_unit_test(hands_out_an_unclosed_quote_with_all_that_follows),
        cmocka_unit_test(goes_on_behind_a_delimiter_at_the_end_of_the_buffer),
        cmocka_unit_test(ends_with_a_long_record_without_a_newline),
        cmocka_unit_test(counts_lines_in_quotes),
        cmocka_unit_test(gives_the_line_of_a_quote_that_is_not_closed),
        cmocka_unit_test(ends_without_a_record_after_a_read_that_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
