#include "messages/name_log.h"

#include "pairs.h"
#include "texts.h"
#include "written.h"

static batch in;
static name_log names;
static name_summary direct, replayed;
static message_limit failures;

/* The route of two places, the second at fault if it is not ROUTE_OK. */
static batch_route route_of(route_status status, geodist_text from, geodist_text to, unsigned rivals)
{
    in.texts[5] = from;
    in.texts[6] = to;
    in.rivals[5] = rivals & 1;
    in.rivals[6] = rivals >> 1 & 1;
    return (batch_route){.status = status, .first = 5, .count = 2, .fault = 6};
}

static const char *summary_of(const name_summary *of)
{
    gd_put_name_summary(begin(), of, &failures, "line");
    return written();
}

/* Long names are cut, and blanks around them do not count. */
static geodist_text random_name(uint64_t *seed, char room[400])
{
    size_t length = random_bits(seed) % 8 == 0 ? 100 + random_bits(seed) % 60 : 3;
    memset(room, random_bits(seed) % 2 ? ' ' : 'a', 400);
    for (size_t i = 0; i < length; i++)
        room[i + 2] = (char)('a' + random_bits(seed) % 3);
    return (geodist_text){room, length + 2 + random_bits(seed) % 4};
}

static void counts_what_is_counted_without_it(void **state)
{
    (void)state;
    static const route_status kinds[] = {ROUTE_OK, ROUTE_NOT_FOUND, ROUTE_AMBIGUOUS, ROUTE_ONE_PLACE};
    uint64_t seed = 4;
    char first[4000], rooms[2][400];
    failures.count = 100;
    for (uint64_t number = 1; number <= 20000; number++) {
        batch_route at = route_of(kinds[random_bits(&seed) % 4], random_name(&seed, rooms[0]),
                                  random_name(&seed, rooms[1]), (unsigned)random_bits(&seed) % 4);
        gd_count_names(&direct, &in, &at, number);
        if (!gd_log_names(&names, &in, &at, number)) {
            assert_true(names.length > sizeof names.bytes / 2);
            gd_count_logged(&replayed, &names);
            assert_int_equal(names.length, 0);
            assert_true(gd_log_names(&names, &in, &at, number));
        }
    }
    gd_count_logged(&replayed, &names);
    const char *text = summary_of(&direct);
    assert_true(strlen(text) < sizeof first);
    memcpy(first, text, strlen(text) + 1);
    assert_true(strlen(first) > 100);
    assert_string_equal(summary_of(&replayed), first);
    assert_true(memcmp(&direct, &replayed, sizeof direct) == 0);
}

static void logs_all_names_of_a_route_or_none(void **state)
{
    (void)state;
    batch_route at = {.status = ROUTE_OK, .first = 0, .count = GD_BATCH_PLACES};
    memset(&names, 0, sizeof names);
    for (size_t i = 0; i < GD_BATCH_PLACES; i++) {
        in.texts[i] = geodist_string("springfield");
        in.rivals[i] = 1;
    }
    assert_false(gd_log_names(&names, &in, &at, 1));
    assert_int_equal(names.length, 0);
    at.count = 3;
    assert_true(gd_log_names(&names, &in, &at, 1));
    memset(&replayed, 0, sizeof replayed);
    gd_count_logged(&replayed, &names);
    assert_int_equal(replayed.ambiguous.routes, 1);
    assert_int_equal(replayed.ambiguous.names.names[0].count, 3);
}

static void has_nothing_of_points(void **state)
{
    (void)state;
    batch_route at = {.status = ROUTE_OK, .first = 0, .count = 2, .known = 2};
    assert_true(gd_log_names(&names, &in, &at, 1));
    assert_int_equal(names.length, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_what_is_counted_without_it),
        cmocka_unit_test(logs_all_names_of_a_route_or_none),
        cmocka_unit_test(has_nothing_of_points),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
