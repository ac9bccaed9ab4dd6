#include "messages/diagnostics.h"

#include "output/escape.h"

#include "pairs.h"
#include "texts.h"
#include "written.h"

#include <errno.h>

static const char *errors_of(const char *first, const char *second)
{
    stop stops[] = {{.text = geodist_string(first)}, {.text = geodist_string(second)}};
    route of = {.stops = stops, .count = 2};
    gd_find_stops(&of);
    gd_put_route_errors(begin(), &of);
    return written();
}

static void says_why_a_place_was_not_found(void **state)
{
    (void)state;
    assert_string_equal(errors_of("nairobbi", "tokyo"),
                        "geodist: no place called 'nairobbi'; did you mean Nairobi, Kenya?\n");
    assert_string_equal(errors_of("tokyo", "10,361"),
                        "geodist: longitude 361 is outside -180 to 360 in '10,361'\n");
}

static size_t count_lines(const char *text)
{
    size_t lines = 0;
    for (; (text = strchr(text, '\n')); text++)
        lines++;
    return lines;
}

static void explains_every_stop_once(void **state)
{
    (void)state;
    assert_int_equal(count_lines(errors_of("zzzzqx", "qqqqzx")), 2);
    assert_int_equal(count_lines(errors_of("zzzzqx", "zzzzqx")), 1);
    assert_int_equal(count_lines(errors_of("nairobi", "zzzzqx")), 1);
    assert_int_equal(count_lines(errors_of("nairobi", "tokyo")), 0);
}

static bool is_safe(const char *text)
{
    for (; *text; text++)
        if (((unsigned char)*text < 0x20 && *text != '\n') || *text == 0x7F)
            return false;
    return true;
}

static void echoes_any_bytes_safely(void **state)
{
    (void)state;
    uint64_t seed = 91;
    for (int round = 0; round < 3000; round++) {
        char text[12] = "";
        size_t length = (size_t)(random_bits(&seed) % sizeof text);
        for (size_t i = 0; i < length; i++)
            text[i] = (char)(random_bits(&seed) % (round % 2 ? 256 : 64));
        stop stops[] = {{.text = {text, length}}, {.text = geodist_string("tokyo")}};
        route of = {.stops = stops, .count = 2};
        gd_find_stops(&of);
        gd_put_route_errors(begin(), &of);
        if (!is_safe(written()))
            fail_msg("round %d: %s", round, written());
    }
}

static batch of;

static const char *failure(route_status status, const char *first, const char *second, bool with_help)
{
    gd_clear_batch(&of);
    of.routes[0] = (batch_route){.status = status, .count = 2, .whole = geodist_string("the whole")};
    of.texts[0] = geodist_string(first);
    of.texts[1] = geodist_string(second);
    of.route_count = 1;
    of.place_count = 2;
    gd_put_failure(begin(), &of, &of.routes[0], with_help);
    return written();
}

static void explains_every_status_in_one_clause(void **state)
{
    (void)state;
    for (int status = ROUTE_NOT_FOUND; status <= ROUTE_DECIMAL_COMMA; status++)
        for (int with_help = 0; with_help < 2; with_help++) {
            const char *text = status == ROUTE_AMBIGUOUS ? "springfield" : "nairobbi";
            const char *reason = failure((route_status)status, text, "tokyo", with_help);
            if (status == ROUTE_CELL_COUNT) { /* a table says how many */
                assert_string_equal(reason, "");
                continue;
            }
            assert_true(strlen(reason) > 5);
            assert_null(strchr(reason, '\n'));
            assert_true(reason[strlen(reason) - 1] != '.');
        }
    assert_string_equal(failure(ROUTE_OK, "a", "b", true), "");
}

static void explains_the_routes_of_a_batch_as_those_of_arguments(void **state)
{
    (void)state;
    assert_string_equal(failure(ROUTE_NOT_FOUND, "nairobbi", "tokyo", true),
                        "no place called 'nairobbi'; did you mean Nairobi, Kenya?");
    assert_string_equal(failure(ROUTE_NOT_FOUND, "nairobbi", "tokyo", false),
                        "no place called 'nairobbi'");
    assert_string_equal(failure(ROUTE_ONE_PLACE, "a", "b", true),
                        "only one place is given, 'the whole'; a distance needs two (put 'to' between "
                        "places)");
    assert_string_equal(failure(ROUTE_LINE_TOO_LONG, "a", "b", true), "longer than 32768 bytes");
}

static void explains_what_is_wrong_with_the_cells_of_a_record(void **state)
{
    (void)state;
    assert_string_equal(failure(ROUTE_CELL_TOO_LONG, "a", "b", true),
                        "a cell is too long to be a place");
    assert_string_equal(failure(ROUTE_EMPTY_NUMBER, "1", "", true), "an empty cell among numbers");
    assert_string_equal(failure(ROUTE_BARE_NUMBERS, "1", "2", true),
                        "two numbers are no places; for one point name its columns as 'the whole'");
    assert_string_equal(failure(ROUTE_DECIMAL_COMMA, "1,5", "2,5", true),
                        "'1,5' may have a decimal comma: use --decimal-comma, or write a blank after "
                        "the comma of LAT, LON");
}

/* The place at fault is one of many; only its neighbours are looked at. */
static void explains_a_fault_at_every_position(void **state)
{
    (void)state;
    for (uint32_t count = 1; count <= 12; count++)
        for (uint32_t fault = 0; fault < count; fault++) {
            gd_clear_batch(&of);
            of.routes[0] = (batch_route){.status = ROUTE_NOT_FOUND, .first = 3, .count = count,
                                         .fault = 3 + fault};
            for (uint32_t i = 0; i < count + 6; i++)
                of.texts[i] = geodist_string(i == 3 + fault ? "nairobbi" : "tokyo");
            gd_put_failure(begin(), &of, &of.routes[0], false);
            assert_string_equal(written(), "no place called 'nairobbi'");
        }
}

static void names_the_error_of_the_system(void **state)
{
    (void)state;
    gd_put_system_error(begin(), "read", EISDIR);
    assert_true(strncmp(written(), "geodist: cannot read: ", 22) == 0);
    assert_non_null(strstr(written(), strerror(EISDIR)));
    gd_put_out_of_memory(begin());
    assert_string_equal(written(), "geodist: not enough memory\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_why_a_place_was_not_found),
        cmocka_unit_test(explains_every_stop_once),
        cmocka_unit_test(echoes_any_bytes_safely),
        cmocka_unit_test(explains_every_status_in_one_clause),
        cmocka_unit_test(explains_the_routes_of_a_batch_as_those_of_arguments),
        cmocka_unit_test(explains_what_is_wrong_with_the_cells_of_a_record),
        cmocka_unit_test(explains_a_fault_at_every_position),
        cmocka_unit_test(names_the_error_of_the_system),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
