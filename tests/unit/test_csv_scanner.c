#include "input/csv_scanner.h"

#include "pairs.h"
#include "texts.h"

enum { TEXT_SIZE = 400, EVENTS_MAX = 200 };

typedef struct {
    csv_event event;
    size_t at;
} found_event;

typedef struct {
    size_t count;
    found_event events[EVENTS_MAX];
    uint64_t newlines;
    cell_state state;
} scan;

/* Scans the text in pieces that end at the cuts; the events have positions in the whole text. */
static void scan_pieces(const char *bytes, const size_t *cuts, size_t pieces, char delimiter, scan *to)
{
    csv_scanner scanner = {.delimiter = delimiter};
    size_t start = 0;
    to->count = 0;
    for (size_t i = 0; i < pieces; start = cuts[i++]) {
        size_t at = 0, length = cuts[i] - start;
        char *piece = exact_copy(bytes + start, length);
        csv_event event;
        while ((event = gd_scan_cell(&scanner, (geodist_text){piece, length}, &at)) != CSV_TEXT_END)
            to->events[to->count++] = (found_event){event, start + at++};
        assert_int_equal(at, length);
        free(piece);
    }
    to->newlines = scanner.newlines;
    to->state = scanner.state;
}

/* A table of random cells as RFC 4180 has it, and where its cells and records end. */
static size_t make_table(uint64_t *seed, char delimiter, char *bytes, scan *expected)
{
    static const char letters[] = "ab\"\n\r,;";
    size_t length = 0;
    *expected = (scan){.count = 0};
    while (length < TEXT_SIZE / 2) {
        bool is_quoted = random_bits(seed) % 2;
        size_t size = (size_t)(random_bits(seed) % 8);
        if (is_quoted)
            bytes[length++] = '"';
        for (size_t i = 0; i < size; i++) {
            char letter = letters[random_bits(seed) % (sizeof letters - 1)];
            /* A quote inside an unquoted cell is text, but not as its first byte. */
            if (!is_quoted && (letter == delimiter || letter == '\n' || (letter == '"' && i == 0)))
                letter = 'x';
            if (is_quoted && letter == '"')
                bytes[length++] = '"';
            expected->newlines += is_quoted && letter == '\n';
            bytes[length++] = letter;
        }
        if (is_quoted)
            bytes[length++] = '"';
        bool ends_record = random_bits(seed) % 4 == 0;
        csv_event event = ends_record ? CSV_RECORD_END : CSV_CELL_END;
        expected->events[expected->count++] = (found_event){event, length};
        bytes[length++] = ends_record ? '\n' : delimiter;
    }
    return length;
}

static void assert_same_scan(const scan *a, const scan *b)
{
    assert_int_equal(a->count, b->count);
    assert_int_equal(a->newlines, b->newlines);
    for (size_t i = 0; i < a->count; i++)
        if (a->events[i].event != b->events[i].event || a->events[i].at != b->events[i].at)
            fail_msg("event %zu is at %zu, not at %zu", i, a->events[i].at, b->events[i].at);
}

static void finds_the_cells_that_were_written(void **state)
{
    (void)state;
    uint64_t seed = 51;
    for (int round = 0; round < 3000; round++) {
        char bytes[TEXT_SIZE], delimiter = round % 2 ? ',' : ';';
        scan expected, whole;
        size_t length = make_table(&seed, delimiter, bytes, &expected);
        scan_pieces(bytes, &length, 1, delimiter, &whole);
        assert_same_scan(&whole, &expected);
    }
}

static void finds_the_same_in_two_pieces_cut_anywhere(void **state)
{
    (void)state;
    uint64_t seed = 52;
    for (int round = 0; round < 60; round++) {
        char bytes[TEXT_SIZE];
        scan expected, found;
        size_t length = make_table(&seed, ',', bytes, &expected);
        for (size_t cut = 0; cut <= length; cut++) {
            scan_pieces(bytes, (const size_t[]){cut, length}, 2, ',', &found);
            assert_same_scan(&found, &expected);
        }
    }
}

static void finds_the_same_one_byte_at_a_time(void **state)
{
    (void)state;
    uint64_t seed = 53;
    for (int round = 0; round < 300; round++) {
        char bytes[TEXT_SIZE];
        size_t cuts[TEXT_SIZE];
        scan expected, found;
        size_t length = make_table(&seed, ',', bytes, &expected);
        for (size_t i = 0; i < length; i++)
            cuts[i] = i + 1;
        scan_pieces(bytes, cuts, length, ',', &found);
        assert_same_scan(&found, &expected);
    }
}

/* Text that is not well-formed: only that the pieces do not matter. */
static void treats_malformed_text_the_same_in_pieces(void **state)
{
    (void)state;
    static const char letters[] = "a\"\",\n\r";
    uint64_t seed = 54;
    for (int round = 0; round < 3000; round++) {
        char bytes[60];
        scan whole, found;
        for (size_t i = 0; i < sizeof bytes; i++)
            bytes[i] = letters[random_bits(&seed) % (sizeof letters - 1)];
        scan_pieces(bytes, (const size_t[]){sizeof bytes}, 1, ',', &whole);
        for (size_t cut = 0; cut <= sizeof bytes; cut++) {
            scan_pieces(bytes, (const size_t[]){cut, sizeof bytes}, 2, ',', &found);
            assert_same_scan(&found, &whole);
            assert_int_equal(found.state, whole.state);
        }
    }
}

static void knows_whether_a_quote_is_open_at_the_end(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        cell_state end;
    } cases[] = {
        {"", CELL_START},        {"a,", CELL_START},        {"a", CELL_PLAIN},
        {"a\"", CELL_PLAIN},     {"\"", CELL_QUOTED},       {"\"a\"", CELL_AFTER_QUOTE},
        {"\"a\"\"", CELL_QUOTED}, {"\"a\"b", CELL_PLAIN},   {"\"a\n,", CELL_QUOTED},
        {"a,\"b\"\n", CELL_START},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        scan found;
        scan_pieces(cases[i].text, (const size_t[]){strlen(cases[i].text)}, 1, ',', &found);
        assert_int_equal(found.state, cases[i].end);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_cells_that_were_written),
        cmocka_unit_test(finds_the_same_in_two_pieces_cut_anywhere),
        cmocka_unit_test(finds_the_same_one_byte_at_a_time),
        cmocka_unit_test(treats_malformed_text_the_same_in_pieces),
        cmocka_unit_test(knows_whether_a_quote_is_open_at_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
