#include "messages/phrase_message.h"

#include "texts.h"
#include "written.h"

static stop stops[16];

/* A route of the words of a line. */
static route route_of(const char *line)
{
    route of = {.stops = stops, .split_at_blanks = true};
    for (const char *at = line; *at; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");
        stops[of.count++] = (stop){.text = {at, length}};
        at += length;
    }
    gd_find_stops(&of);
    return of;
}

static const char *find(const char *line, size_t index)
{
    route of = route_of(line);
    joined_name found;
    if (!gd_find_joined_name(&of, index, &found))
        return "none";
    gd_put_text(begin(), found.text);
    return written();
}

static const char *find_larger(const char *line)
{
    route of = route_of(line);
    joined_name found;
    if (!gd_find_larger_joined_name(&of, &found))
        return "none";
    gd_put_text(begin(), found.text);
    return written();
}

static void finds_a_name_that_includes_the_stop(void **state)
{
    (void)state;
    assert_string_equal(find("nairobi el paso", 1), "el paso");
    assert_string_equal(find("nairobi el paso", 2), "el paso");
    assert_string_equal(find("nairobi el paso", 0), "none");
    assert_string_equal(find("rio de janeiro tokyo", 1), "rio de janeiro");
    assert_string_equal(find("new york", 0), "new york");
}

static void prefers_the_longest_name(void **state)
{
    (void)state;
    assert_string_equal(find("paris texas usa", 0), "paris texas usa");
    assert_string_equal(find("salt lake city", 1), "salt lake city");
}

static void joins_five_stops_at_most(void **state)
{
    (void)state;
    assert_string_equal(find("san fernando del valle de catamarca", 0), "san fernando");
    assert_string_equal(find("villa of the san fernando", 0), "none");
}

static void joins_no_stop_with_a_comma_and_no_empty_stop(void **state)
{
    (void)state;
    assert_string_equal(find("el, paso", 0), "none");
    route of = {.stops = stops, .count = 2, .split_at_blanks = true};
    stops[0] = (stop){.text = geodist_string("el")};
    stops[1] = (stop){.text = {NULL, 0}};
    joined_name found;
    assert_false(gd_find_joined_name(&of, 0, &found));
}

static void joins_nothing_that_was_not_split_at_blanks(void **state)
{
    (void)state;
    route of = route_of("el paso");
    joined_name found;
    of.split_at_blanks = false;
    assert_false(gd_find_joined_name(&of, 0, &found));
    assert_false(gd_find_larger_joined_name(&of, &found));
}

static void finds_names_that_are_better_known_than_their_parts(void **state)
{
    (void)state;
    assert_string_equal(find_larger("los angeles"), "los angeles");
    assert_string_equal(find_larger("tokyo los angeles paris"), "los angeles");
    assert_string_equal(find_larger("nairobi tokyo"), "none");
    assert_string_equal(find_larger("nairobi"), "none");
}

static void says_what_to_write(void **state)
{
    (void)state;
    route of = route_of("el paso");
    joined_name found;
    assert_true(gd_find_joined_name(&of, 0, &found));
    gd_put_joined_name(begin(), &found);
    assert_string_equal(written(), "'el paso' is one place, El Paso, Texas, United States: quote it, "
                                   "or write 'to' between places");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_a_name_that_includes_the_stop),
        cmocka_unit_test(prefers_the_longest_name),
        cmocka_unit_test(joins_five_stops_at_most),
        cmocka_unit_test(joins_no_stop_with_a_comma_and_no_empty_stop),
        cmocka_unit_test(joins_nothing_that_was_not_split_at_blanks),
        cmocka_unit_test(finds_names_that_are_better_known_than_their_parts),
        cmocka_unit_test(says_what_to_write),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
