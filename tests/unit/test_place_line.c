#include "commands/place_line.h"

#include "check.h"

#include <stdlib.h>

static line_stream *of;

static int set_up(void **state)
{
    (void)state;
    of = calloc(1, sizeof *of);
    return of ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    free(of);
    return 0;
}

static batch_route read_line(const char *line)
{
    static char bytes[128 + GD_NAME_SLACK];
    batch_route added = {.first = 2};
    geodist_text text = {bytes, strlen(line)};
    memcpy(bytes, line, strlen(line) + 1);
    of->scratch_end = of->scratch;
    gd_read_place_line(of, &added, text);
    return added;
}

static void reads(const char *line, const char *wanted)
{
    batch_route added = read_line(line);
    geodist_text text = of->batch.texts[2];
    assert_int_equal(added.status, ROUTE_OK);
    assert_int_equal(added.count, 1);
    assert_int_equal(added.known, 0);
    assert_int_equal(added.fault, 2);
    assert_int_equal(text.length, strlen(wanted));
    assert_memory_equal(text.bytes, wanted, text.length);
}

static void takes_the_whole_line_as_one_place(void **state)
{
    (void)state;
    reads("Paris, TX", "Paris, TX");
    reads("los angeles to new york", "los angeles to new york");
    reads("a;b\tc", "a;b\tc");
    reads("51,5;-0,12;x", "51,5;-0,12;x");
    reads("51.5,-0.12 paris", "51.5,-0.12 paris");
}

static void removes_blanks_and_quotes_around_it(void **state)
{
    (void)state;
    reads("  paris\t ", "paris");
    reads(" \"Paris, TX\" ", "Paris, TX");
    reads("\"the \"\"city\"\"\"", "the \"city\"");
    reads("\"\"", "");
    reads("\v", "");
    reads("\"Paris\", TX", "\"Paris\", TX");
    reads("'s-Hertogenbosch", "'s-Hertogenbosch");
}

static void refuses_a_quote_that_is_not_closed(void **state)
{
    (void)state;
    assert_int_equal(read_line("\"paris").status, ROUTE_UNCLOSED_QUOTE);
    assert_int_equal(read_line("\"").status, ROUTE_UNCLOSED_QUOTE);
    assert_int_equal(read_line("\"paris\"\"").status, ROUTE_UNCLOSED_QUOTE);
}

static void is_point(const char *line, double lat, double lon)
{
    batch_route added = read_line(line);
    assert_int_equal(added.status, ROUTE_OK);
    assert_int_equal(added.count, 1);
    assert_int_equal(added.known, 1);
    assert_same(of->batch.lat[2], lat);
    assert_same(of->batch.lon[2], lon);
    assert_int_equal(of->batch.rows[2], GEODIST_NO_ROW);
}

static void knows_a_point_of_two_numbers(void **state)
{
    (void)state;
    is_point("51.5 -0.12", 51.5, -0.12);
    is_point("51.5,-0.12", 51.5, -0.12);
    is_point("\"51.5, -0.12\"", 51.5, -0.12);
    is_point("-33.86\t151.2", -33.86, 151.2);
}

static void leaves_other_numbers_to_the_lookup(void **state)
{
    (void)state;
    reads("51.5", "51.5");
    reads("1 2 3", "1 2 3");
    reads("1 2 3 4", "1 2 3 4");
    reads("1;2;3", "1;2;3");
    reads("52.52;13.405", "52.52;13.405");
    reads("95 10", "95 10");
    reads("51N 0W", "51N 0W");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_the_whole_line_as_one_place),
        cmocka_unit_test(removes_blanks_and_quotes_around_it),
        cmocka_unit_test(refuses_a_quote_that_is_not_closed),
        cmocka_unit_test(knows_a_point_of_two_numbers),
        cmocka_unit_test(leaves_other_numbers_to_the_lookup),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
