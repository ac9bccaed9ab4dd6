#include "messages/ambiguity_summary.h"

#include "texts.h"
#include "written.h"

static batch in;
static ambiguity_summary summary;

/* Counts a route of two places at a number. */
static void count(const char *from, bool from_rivals, const char *to, bool to_rivals,
                  uint64_t number)
{
    batch_route at = {.first = 3, .count = 2};
    in.texts[3] = geodist_string(from);
    in.texts[4] = geodist_string(to);
    in.rivals[3] = from_rivals;
    in.rivals[4] = to_rivals;
    gd_count_ambiguity(&summary, &in, &at, number);
}

static const char *summarize(const char *unit)
{
    gd_put_ambiguity_summary(begin(), &summary, unit);
    return written();
}

static void is_silent_without_ambiguous_names(void **state)
{
    (void)state;
    summary = (ambiguity_summary){.count = 0};
    count("paris", false, "tokyo", false, 1);
    assert_string_equal(summarize("line"), "");
}

static void says_where_a_single_name_is(void **state)
{
    (void)state;
    summary = (ambiguity_summary){.count = 0};
    count("paris", false, "springfield", true, 7);
    assert_string_equal(summarize("record"), "geodist: note: record 7 uses an ambiguous name: "
                                             "'springfield' (with --strict it is an error)\n");
}

static void counts_routes_and_names_the_first(void **state)
{
    (void)state;
    summary = (ambiguity_summary){.count = 0};
    count("paris", false, "tokyo", false, 1);
    count(" san jose ", true, "springfield", true, 2);
    count("springfield", true, "tokyo", false, 3);
    assert_string_equal(summarize("line"), "geodist: note: 2 lines use an ambiguous name; the first "
                                           "is line 2: 'san jose' (with --strict they are errors)\n");
}

static void passes_over_points(void **state)
{
    (void)state;
    summary = (ambiguity_summary){.count = 0};
    batch_route at = {.first = 3, .count = 2, .known = 2};
    in.rivals[3] = 1; /* of an earlier route */
    gd_count_ambiguity(&summary, &in, &at, 1);
    assert_string_equal(summarize("line"), "");
}

static void keeps_and_cuts_the_name(void **state)
{
    (void)state;
    char name[1000];
    summary = (ambiguity_summary){.count = 0};
    memset(name, 'a', sizeof name);
    name[3] = '\x1B';
    name[sizeof name - 1] = '\0';
    count(name, true, "tokyo", false, 1);
    memset(name, 'b', sizeof name - 1);
    assert_non_null(strstr(summarize("line"), "'aaa\\x1Baaa"));
    assert_true(written_out.length < 400);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_silent_without_ambiguous_names),
        cmocka_unit_test(says_where_a_single_name_is),
        cmocka_unit_test(counts_routes_and_names_the_first),
        cmocka_unit_test(passes_over_points),
        cmocka_unit_test(keeps_and_cuts_the_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
