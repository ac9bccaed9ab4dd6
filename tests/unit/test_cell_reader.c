#define _DEFAULT_SOURCE

#include "table/cell_reader.h"

#include "pairs.h"
#include "piped.h"
#include "texts.h"
#include "written.h"

static record_reader reader;
static table_header header;
static cell_reader cells;
static batch to;
static batch_route added;
static options asked;

/* The places of the record after the header. */
static route_status read_table(const char *list, const char *table)
{
    record read;
    geodist_text text = geodist_string(table);
    int file = open_file(text);
    asked.columns = list;
    memset(&reader, 0, offsetof(record_reader, bytes));
    reader.input.file = file;
    reader.line = 1;
    gd_fill_records(&reader, begin(), &written_out);
    gd_fill_records(&reader, begin(), &written_out);
    assert_true(reader.input.ended);
    assert_int_equal(gd_read_header(&header, text, BYTES_ENDED, &asked, begin()), HEADER_READ);
    reader.scanner.delimiter = header.delimiter;
    assert_true(gd_open_cells(&cells, &header, &asked));
    assert_true(gd_want_columns(&reader, &header.columns.wanted));
    assert_int_equal(gd_next_record(&reader, &read), RECORD_COMPLETE);
    assert_int_equal(gd_next_record(&reader, &read), RECORD_COMPLETE);
    gd_clear_batch(&to);
    added = (batch_route){.first = 7};
    route_status status = gd_read_cells(&cells, &reader, &read, &to, &added);
    assert_true(added.count <= header.columns.place_count);
    close(file);
    return status;
}

static void release(void)
{
    gd_close_cells(&cells);
    gd_free_header(&header);
    gd_close_records(&reader);
}

/* The texts of the places, or the numbers of points that are read already, in brackets. */
static const char *show(const char *list, const char *table)
{
    route_status status = read_table(list, table);
    writer *out = begin();
    if (status != ROUTE_OK)
        fail_msg("status %d of %s", (int)status, table);
    for (size_t i = added.first; i < added.first + added.count; i++) {
        char number[64];
        bool is_known = i >= added.first + added.count - added.known;
        snprintf(number, sizeof number, "%g,%g", to.lat[i], to.lon[i]);
        gd_put(out, "[");
        gd_put_text(out, is_known ? geodist_string(number) : to.texts[i]);
        gd_put(out, "]");
    }
    release();
    return written();
}

static route_status status_of(const char *list, const char *table)
{
    route_status status = read_table(list, table);
    release();
    return status;
}

static int clear_options(void **state)
{
    (void)state;
    asked = (options){.command = COMMAND_TABLE};
    return 0;
}

/* ---- Single cells ------------------------------------------------------------------------------------ */

static void takes_a_cell_as_a_place(void **state)
{
    (void)state;
    assert_string_equal(show("b,a", "a,b\nparis,rome\n"), "[rome][paris]");
    assert_string_equal(show("a", "a,b\nparis,rome\n"), "[paris]");
    assert_string_equal(show("a,a", "a,b\nparis,rome\n"), "[paris][paris]");
    assert_string_equal(show("a,b", "a,b\n,\n"), "[][]");
}

static void removes_quotes_and_white_space(void **state)
{
    (void)state;
    assert_string_equal(show("a,b", "a,b\n\"Paris, TX\",\"say \"\"x\"\"\"\n"), "[Paris, TX][say \"x\"]");
    assert_string_equal(show("a,b", "a,b\n paris ,\" rome \"\n"), "[paris][rome]");
    assert_string_equal(show("a,b", "a,b\n\"new\nyork\",\"\"\n"), "[new\nyork][]");
    assert_string_equal(show("a,b", "a;b\nParis, TX;x\n"), "[Paris, TX][x]");
}

/* A quote is special only as the first byte of a cell. */
static void keeps_other_quotes(void **state)
{
    (void)state;
    assert_string_equal(show("a,b", "a,b\n\"\"\"\",5\"x\n"), "[\"][5\"x]");
    assert_string_equal(show("a,b", "a,b\n \"x\",y\n"), "[\"x\"][y]");
    assert_int_equal(status_of("a,b", "a,b\n\"x\"y,z\n"), ROUTE_TEXT_AFTER_QUOTE);
}

static void needs_as_many_cells_as_the_header_has(void **state)
{
    (void)state;
    assert_int_equal(status_of("a,b", "a,b,c\n1,2\n"), ROUTE_CELL_COUNT);
    assert_int_equal(status_of("a,b", "a,b,c\n1,2,3,4\n"), ROUTE_CELL_COUNT);
    assert_int_equal(status_of("a,b", "a,b,c\nx\n"), ROUTE_CELL_COUNT);
}

static void refuses_a_cell_that_is_longer_than_any_place(void **state)
{
    (void)state;
    static char table[2048];
    for (int length = GD_CELL_MAX - 2; length <= GD_CELL_MAX + 2; length++)
        for (int quoted = 0; quoted < 2; quoted++) {
            char name[GD_CELL_MAX + 3];
            memset(name, 'n', sizeof name);
            snprintf(table, sizeof table, "a,b\n%s%.*s%s,x\n", quoted ? "\"" : "",
                     length - 2 * quoted, name, quoted ? "\"" : "");
            assert_int_equal(status_of("a,b", table),
                             length <= GD_CELL_MAX ? ROUTE_OK : ROUTE_CELL_TOO_LONG);
        }
}

/* ---- Numbers ------------------------------------------------------------------------------------------- */

static void pairs_columns_of_numbers(void **state)
{
    (void)state;
    assert_string_equal(show("a,b,c,d", "a,b,c,d\n1,2,-3.5,4\n"), "[1,2][-3.5,4]");
    assert_string_equal(show("a,b,c,d,e,f", "a,b,c,d,e,f\n1,2,3,4,5,6\n"), "[1,2][3,4][5,6]");
    assert_string_equal(show("a,b,c,d", "a,b,c,d\n\"1\", 2 ,\" 3\",4\n"), "[1,2][3,4]");
    assert_string_equal(show("d,c,b,a", "a,b,c,d\n1,2,3,4\n"), "[4,3][2,1]");
}

/* The next record may be of names. */
static void reads_names_in_columns_that_may_be_pairs(void **state)
{
    (void)state;
    assert_string_equal(show("a,b,c,d", "a,b,c,d\nparis,rome,oslo,bonn\n"), "[paris][rome][oslo][bonn]");
    assert_string_equal(show("a,b,c,d", "a,b,c,d\n1,2,oslo,bonn\n"), "[1][2][oslo][bonn]");
    assert_string_equal(show("a,b,c,d", "a;b;c;d\n1.0,2;3,4.0;5, 6;7 8\n"), "[1.0,2][3,4.0][5, 6][7 8]");
}

static void takes_numbers_out_of_range_for_pairs(void **state)
{
    (void)state;
    assert_string_equal(show("a,b,c,d", "a,b,c,d\n91,2,3,4\n"), "[91,2][3,4]");
}

static void refuses_an_empty_cell_among_numbers(void **state)
{
    (void)state;
    assert_int_equal(status_of("a,b,c,d", "a,b,c,d\n1,2,,4\n"), ROUTE_EMPTY_NUMBER);
    assert_int_equal(status_of("a,b,c,d", "a,b,c,d\n,2,3,4\n"), ROUTE_EMPTY_NUMBER);
    assert_int_equal(status_of("a,b,c,d", "a,b,c,d\n1,,,\n"), ROUTE_EMPTY_NUMBER);
    assert_int_equal(status_of("a,b,c,d", "a,b,c,d\n1,2,3,\" \"\n"), ROUTE_EMPTY_NUMBER);
    assert_int_equal(status_of("lat,lon", "lat,lon\n1,\n"), ROUTE_EMPTY_NUMBER);
    assert_int_equal(status_of("lat,lon", "lat,lon\n,2\n"), ROUTE_EMPTY_NUMBER);
}

static void refuses_two_single_numbers(void **state)
{
    (void)state;
    assert_int_equal(read_table("a,b", "b,a\n1,2\n"), ROUTE_BARE_NUMBERS);
    assert_true(is_text(added.whole, "a+b"));
    release();
    asked.no_header = true;
    assert_int_equal(read_table("3,1", "x,y,z\n1,2,3\n"), ROUTE_BARE_NUMBERS);
    assert_true(is_text(added.whole, "3+1"));
    release();
}

/* Each cell is one number, even where the record as a whole is a list of as many. */
static void pairs_no_cells_with_several_numbers(void **state)
{
    (void)state;
    static const char *const records[] = {"1 2,3, ,4", "1 2,3,,4", "1,2,3 4,", " 1 2,3 4,,", "1;2,3,,4",
                                          "1 2,\t,3,4", "1,2,3,4;", "1, 2 3,4,"};
    for (size_t i = 0; i < sizeof records / sizeof *records; i++)
        for (int backwards = 0; backwards < 2; backwards++) {
            char table[64];
            snprintf(table, sizeof table, "a,b,c,d\n%s\n", records[i]);
            route_status status = read_table(backwards ? "d,c,b,a" : "a,b,c,d", table);
            assert_true(status == ROUTE_EMPTY_NUMBER || (status == ROUTE_OK && added.known == 0));
            release();
        }
}

static void reads_points_of_joined_columns(void **state)
{
    (void)state;
    assert_string_equal(show("lat,lon", "lat,lon\n1,2\n"), "[1,2]");
    assert_string_equal(show("lat1,lon1,lat2,lon2", "lat1,lon1,lat2,lon2\n1,2,3,4\n"), "[1,2][3,4]");
    assert_string_equal(show("a+b", "a,b\n1,2\n"), "[1,2]");
    assert_string_equal(show("a+b,c", "a,b,c\n1,2,paris\n"), "[1,2][paris]");
    assert_string_equal(show("c,lat,lon", "c,lat,lon\nparis,1,2\n"), "[paris][1,2]");
}

/* ---- Decimal commas -------------------------------------------------------------------------------------- */

static void refuses_decimal_commas(void **state)
{
    (void)state;
    assert_int_equal(status_of("lat,lon", "lat;lon\n1,5;2,5\n"), ROUTE_DECIMAL_COMMA);
    assert_int_equal(status_of("a,b,c,d", "a;b;c;d\n1,5;2,5;3,5;4,5\n"), ROUTE_DECIMAL_COMMA);
    assert_int_equal(status_of("a,b", "a;b\nparis;2,5\n"), ROUTE_DECIMAL_COMMA);
    assert_string_equal(show("a,b", "a;b\nparis;2.5,4.5\n"), "[paris][2.5,4.5]"); /* a point */
    assert_string_equal(show("a,b", "a;b\nparis;2, 5\n"), "[paris][2, 5]");
}

static void reads_decimal_commas_if_asked_to(void **state)
{
    (void)state;
    asked.decimal_comma = true;
    assert_string_equal(show("lat,lon", "lat;lon\n1,5;-2,25\n"), "[1.5,-2.25]");
    assert_string_equal(show("a,b,c,d", "a;b;c;d\n1,5;2,5;3,5;4\n"), "[1.5,2.5][3.5,4]");
    assert_string_equal(show("a", "a;b\nParis, TX;x\n"), "[Paris, TX]");
    assert_string_equal(show("a", "a;b\n1,5 2,5;x\n"), "[1.5 2.5]");
}

/* ---- Joined names ------------------------------------------------------------------------------------------ */

static void joins_names_and_qualifiers(void **state)
{
    (void)state;
    assert_string_equal(show("a+b", "a,b\nParis,TX\n"), "[Paris, TX]");
    assert_string_equal(show("a+b+c", "a,b,c\nParis,TX,USA\n"), "[Paris, TX, USA]");
    assert_string_equal(show("b+a,c", "a,b,c\nTX,Paris,rome\n"), "[Paris, TX][rome]");
}

static void leaves_out_missing_qualifiers(void **state)
{
    (void)state;
    assert_string_equal(show("a+b+c", "a,b,c\nParis,,USA\n"), "[Paris, USA]");
    assert_string_equal(show("a+b+c", "a,b,c\nParis,N/A,null\n"), "[Paris]");
    assert_string_equal(show("a+b+c", "a,b,c\nParis,NULL,FR\n"), "[Paris, FR]");
}

/* NA is Namibia where that fits. */
static void keeps_a_missing_value_that_matches_as_a_code(void **state)
{
    (void)state;
    assert_string_equal(show("a+b", "a,b\nWindhoek,NA\n"), "[Windhoek, NA]");
    assert_string_equal(show("a+b", "a,b\nParis,NA\n"), "[Paris]");
}

/* Its qualifiers do not make a place of it. */
static void knows_a_name_that_is_missing(void **state)
{
    (void)state;
    assert_string_equal(show("a+b", "a,b\n,FR\n"), "[]");
    assert_string_equal(show("a+b", "a,b\nN/A,FR\n"), "[N/A]");
    assert_string_equal(show("a+b", "a,b\nnone,italy\n"), "[none]");
}

static void turns_round_countries_of_lists(void **state)
{
    (void)state;
    assert_string_equal(show("a+b", "a,b\nSeoul,\"Korea, Republic of\"\n"), "[Seoul, Korea Republic of]");
    assert_string_equal(show("a+b", "a,b\nKinshasa,\"Congo, Democratic Republic of the\"\n"),
                        "[Kinshasa, Congo Democratic Republic of the]");
    assert_string_equal(show("a+b", "a,b\nParis,\"TX, USA\"\n"), "[Paris, TX, USA]");
}

static void joins_cells_that_are_not_two_numbers_as_names(void **state)
{
    (void)state;
    assert_string_equal(show("a+b", "a,b\nParis,75001\n"), "[Paris, 75001]");
    assert_string_equal(show("lat+lon", "lat,lon\nparis,FR\n"), "[paris, FR]");
    assert_string_equal(show("lat+lon", "lat,lon\n,\n"), "[]");
}

/* ---- Long tables --------------------------------------------------------------------------------------------- */

/* The texts of the records stay until the cells are cleared. */
static void has_room_for_the_cells_of_the_next_record(void **state)
{
    (void)state;
    static char table[1 << 16];
    size_t length = (size_t)snprintf(table, sizeof table, "a,b,c\n"), rows = 0;
    for (int i = 0; i < 3; i++) {
        char name[GD_CELL_MAX + 1];
        memset(name, 'a' + i, GD_CELL_MAX);
        length += (size_t)snprintf(table + length, sizeof table - length, "%s%.*s", i ? "," : "",
                                   GD_CELL_MAX, name);
    }
    snprintf(table + length, sizeof table - length, "\n");
    assert_int_equal(read_table("a+b+c", table), ROUTE_OK);
    record again = {.cell_count = 3};
    geodist_text first = to.texts[added.first];
    for (; !gd_cells_are_full(&cells); rows++)
        assert_int_equal(gd_read_cells(&cells, &reader, &again, &to, &added), ROUTE_OK);
    assert_true(rows > 10);
    assert_int_equal(first.length, 3 * GD_CELL_MAX + 4);
    assert_int_equal(first.bytes[first.length - 1], 'c');
    gd_clear_cells(&cells);
    assert_false(gd_cells_are_full(&cells));
    release();
}

/* A sanitizer sees what is written beyond the scratch. */
static void reads_any_cells(void **state)
{
    (void)state;
    static const char *const pieces[] = {"1", "-2.5", ",", "\"", "NA", "paris", " ", "", "e", "é", "Korea, Rep"};
    static const char *const lists[] = {"a,b,c,d", "a+b,c+d", "a+b+c,d", "a,b", "a", "lat,lon", "a+b+lat"};
    uint64_t seed = 8;
    for (int round = 0; round < 3000; round++) {
        char table[512] = "a;b;c;d;lat;lon\n";
        for (int i = 0; i < 6; i++) {
            if (i)
                strcat(table, ";");
            bool quoted = random_bits(&seed) % 3 == 0;
            strcat(table, quoted ? "\"" : random_bits(&seed) % 2 ? "x" : "");
            for (size_t left = random_bits(&seed) % 4; left > 0; left--) {
                const char *piece = pieces[random_bits(&seed) % 11];
                strcat(table, *piece == '"' ? "\"\"" : piece);
            }
            strcat(table, quoted ? "\"" : "");
        }
        strcat(table, "\n");
        asked.delimiter = ';';
        asked.decimal_comma = round % 2;
        route_status status = status_of(lists[random_bits(&seed) % 7], table);
        assert_true(status == ROUTE_OK || status >= ROUTE_TEXT_AFTER_QUOTE);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup(name, clear_options)
    const struct CMUnitTest tests[] = {
        TEST(takes_a_cell_as_a_place),
        TEST(removes_quotes_and_white_space),
        TEST(keeps_other_quotes),
        TEST(needs_as_many_cells_as_the_header_has),
        TEST(refuses_a_cell_that_is_longer_than_any_place),
        TEST(pairs_columns_of_numbers),
        TEST(reads_names_in_columns_that_may_be_pairs),
        TEST(takes_numbers_out_of_range_for_pairs),
        TEST(refuses_an_empty_cell_among_numbers),
        TEST(refuses_two_single_numbers),
        TEST(pairs_no_cells_with_several_numbers),
        TEST(reads_points_of_joined_columns),
        TEST(refuses_decimal_commas),
        TEST(reads_decimal_commas_if_asked_to),
        TEST(joins_names_and_qualifiers),
        TEST(leaves_out_missing_qualifiers),
        TEST(keeps_a_missing_value_that_matches_as_a_code),
        TEST(knows_a_name_that_is_missing),
        TEST(turns_round_countries_of_lists),
        TEST(joins_cells_that_are_not_two_numbers_as_names),
        TEST(has_room_for_the_cells_of_the_next_record),
        TEST(reads_any_cells),
    };
    return cmocka_run_group_tests_name("cell_reader", tests, NULL, NULL);
}
