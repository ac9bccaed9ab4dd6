#include "messages/name_summary.h"

#include "texts.h"
#include "written.h"

#include <stdio.h>

static batch in;
static name_summary summary;
static message_limit failures;

static int clear(void **state)
{
    (void)state;
    memset(&summary, 0, sizeof summary);
    memset(&failures, 0, sizeof failures);
    return 0;
}

/* Counts a route of two places at a number. */
static void count(const char *from, bool from_rivals, const char *to, bool to_rivals,
                  uint64_t number)
{
    batch_route at = {.first = 3, .count = 2};
    in.texts[3] = geodist_string(from);
    in.texts[4] = geodist_string(to);
    in.rivals[3] = from_rivals;
    in.rivals[4] = to_rivals;
    gd_count_names(&summary, &in, &at, number);
}

/* Counts a route that failed because of its second place. */
static void count_failed(route_status status, const char *name, uint64_t number)
{
    batch_route at = {.status = status, .first = 3, .count = 2, .fault = 4};
    in.texts[3] = geodist_string("paris");
    in.texts[4] = geodist_string(name);
    in.rivals[3] = in.rivals[4] = 1;
    failures.count++;
    gd_count_names(&summary, &in, &at, number);
}

static const char *summarize(const char *unit)
{
    gd_put_name_summary(begin(), &summary, &failures, unit);
    return written();
}

static void is_silent_without_such_names(void **state)
{
    (void)state;
    count("paris", false, "tokyo", false, 1);
    count_failed(ROUTE_ONE_PLACE, "paris", 2);
    count_failed(ROUTE_CELL_COUNT, "paris", 3);
    assert_string_equal(summarize("line"), "");
}

/* ---- Ambiguous names --------------------------------------------------------------- */

static void says_where_a_single_name_is(void **state)
{
    (void)state;
    count("paris", false, "springfield", true, 7);
    assert_string_equal(summarize("record"), "geodist: note: record 7 uses an ambiguous name (with "
                                             "--strict it is an error): 'springfield'\n");
}

static void counts_each_name_of_a_single_route(void **state)
{
    (void)state;
    count("springfield", true, "hyderabad", true, 7);
    assert_string_equal(summarize("line"), "geodist: note: line 7 uses ambiguous names (with "
                                           "--strict it is an error): 'springfield' 1, "
                                           "'hyderabad' 1\n");
}

static void counts_routes_once_and_names_each_time(void **state)
{
    (void)state;
    count("paris", false, "tokyo", false, 1);
    count(" san jose ", true, "springfield", true, 2);
    count("springfield", true, "tokyo", false, 3);
    assert_string_equal(summarize("line"), "geodist: note: 2 lines use an ambiguous name, the first "
                                           "is line 2 (with --strict they are errors): "
                                           "'springfield' 2, 'san jose' 1\n");
}

static void leaves_out_the_count_of_an_only_name(void **state)
{
    (void)state;
    count("springfield", true, "tokyo", false, 3);
    count("tokyo", false, "springfield", true, 5);
    assert_string_equal(summarize("record"),
                        "geodist: note: 2 records use an ambiguous name, the first is record 3 "
                        "(with --strict they are errors): 'springfield'\n");
}

static void passes_over_points(void **state)
{
    (void)state;
    batch_route at = {.first = 3, .count = 2, .known = 2};
    in.rivals[3] = 1; /* of an earlier route */
    gd_count_names(&summary, &in, &at, 1);
    assert_string_equal(summarize("line"), "");
}

static void keeps_and_cuts_the_name(void **state)
{
    (void)state;
    char name[1000];
    memset(name, 'a', sizeof name);
    name[3] = '\x1B';
    name[sizeof name - 1] = '\0';
    count(name, true, "tokyo", false, 1);
    memset(name, 'b', sizeof name - 1);
    assert_non_null(strstr(summarize("line"), "'aaa\\x1Baaa"));
    assert_non_null(strstr(written(), "aaa…'\n"));
    assert_true(written_out.length < 400);
}

/* ---- Unknown names ----------------------------------------------------------------- */

static void leaves_a_single_unknown_name_to_its_error(void **state)
{
    (void)state;
    count_failed(ROUTE_NOT_FOUND, "nairobbi", 7);
    assert_string_equal(summarize("line"), "");
}

static void names_a_single_unknown_name_if_errors_were_suppressed(void **state)
{
    (void)state;
    failures.count = GD_MESSAGES_MAX;
    count_failed(ROUTE_NOT_FOUND, "nairobbi", 27);
    assert_string_equal(summarize("line"),
                        "geodist: note: line 27 has a place that was not found: 'nairobbi'\n");
}

static void counts_the_names_at_fault(void **state)
{
    (void)state;
    count_failed(ROUTE_NOT_FOUND, "foo", 1);
    count_failed(ROUTE_NOT_FOUND, "nairobbi", 2);
    count_failed(ROUTE_NOT_FOUND, "", 3);
    count_failed(ROUTE_NOT_FOUND, "nairobbi", 4);
    assert_string_equal(summarize("line"), "geodist: note: 4 lines have a place that was not found: "
                                           "'nairobbi' 2, 'foo' 1, '' 1\n");
}

static void lists_ten_names_and_counts_the_others(void **state)
{
    (void)state;
    char name[] = "a";
    for (int i = 0; i < 10; i++, name[0]++)
        count_failed(ROUTE_NOT_FOUND, name, 1);
    assert_non_null(strstr(summarize("line"), "'i' 1, 'j' 1\n"));
    for (int i = 0; i < 3; i++, name[0]++)
        count_failed(ROUTE_NOT_FOUND, name, 1);
    assert_non_null(strstr(summarize("line"), "'i' 1, 'j' 1 and 3 more\n"));
}

static void says_that_counts_are_not_exact(void **state)
{
    (void)state;
    char name[16];
    for (int i = 0; i <= GD_NAMES_MAX; i++) {
        snprintf(name, sizeof name, "x%d", i);
        count_failed(ROUTE_NOT_FOUND, name, 1);
    }
    for (int i = 0; i < 2; i++) {
        count_failed(ROUTE_NOT_FOUND, "x1", 1);
        count_failed(ROUTE_NOT_FOUND, name, 1);
        count_failed(ROUTE_NOT_FOUND, name, 1);
    }
    assert_string_equal(summarize("record"),
                        "geodist: note: 1007 records have a place that was not found: 'x1000' at least 5, "
                        "'x1' 3, 'x2' 1, 'x3' 1, 'x4' 1, 'x5' 1, 'x6' 1, 'x7' 1, 'x8' 1, 'x9' 1 "
                        "and over 990 more\n");
}

/* ---- Both -------------------------------------------------------------------------- */

static void has_a_line_for_each_kind(void **state)
{
    (void)state;
    count_failed(ROUTE_NOT_FOUND, "foo", 1);
    count("springfield", true, "tokyo", false, 2);
    count_failed(ROUTE_NOT_FOUND, "bar", 3);
    assert_string_equal(summarize("line"),
                        "geodist: note: 2 lines have a place that was not found: 'foo' 1, 'bar' 1\n"
                        "geodist: note: line 2 uses an ambiguous name (with --strict it is an "
                        "error): 'springfield'\n");
}

static void treats_ambiguous_names_under_strict_as_errors(void **state)
{
    (void)state;
    count_failed(ROUTE_AMBIGUOUS, "springfield", 1);
    assert_string_equal(summarize("line"), "");
    count_failed(ROUTE_AMBIGUOUS, "hyderabad", 2);
    assert_string_equal(summarize("line"), "geodist: note: 2 lines use an ambiguous name: "
                                           "'springfield' 1, 'hyderabad' 1\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(is_silent_without_such_names, clear),
        cmocka_unit_test_setup(says_where_a_single_name_is, clear),
        cmocka_unit_test_setup(counts_each_name_of_a_single_route, clear),
        cmocka_unit_test_setup(counts_routes_once_and_names_each_time, clear),
        cmocka_unit_test_setup(leaves_out_the_count_of_an_only_name, clear),
        cmocka_unit_test_setup(passes_over_points, clear),
        cmocka_unit_test_setup(keeps_and_cuts_the_name, clear),
        cmocka_unit_test_setup(leaves_a_single_unknown_name_to_its_error, clear),
        cmocka_unit_test_setup(names_a_single_unknown_name_if_errors_were_suppressed, clear),
        cmocka_unit_test_setup(counts_the_names_at_fault, clear),
        cmocka_unit_test_setup(lists_ten_names_and_counts_the_others, clear),
        cmocka_unit_test_setup(says_that_counts_are_not_exact, clear),
        cmocka_unit_test_setup(has_a_line_for_each_kind, clear),
        cmocka_unit_test_setup(treats_ambiguous_names_under_strict_as_errors, clear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
