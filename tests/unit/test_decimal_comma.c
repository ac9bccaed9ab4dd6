#include "input/decimal_comma.h"

#include "check.h"
#include "texts.h"

static char room[64];

static void converts(const char *text, const char *wanted)
{
    char *scratch = room;
    geodist_text converted = gd_convert_decimal_commas(geodist_string(text), &scratch);
    assert_int_equal(converted.length, strlen(wanted));
    assert_memory_equal(converted.bytes, wanted, converted.length);
}

static void turns_a_comma_between_digits_into_a_point(void **state)
{
    (void)state;
    converts("51,5 -0,12", "51.5 -0.12");
    converts("48,85;2,35", "48.85;2.35");
    converts("51,5N,0,12W", "51.5N,0.12W");
    converts("-33,86,-151,2", "-33.86,-151.2");
}

static void gives_a_number_one_decimal_mark(void **state)
{
    (void)state;
    converts("48,85,2,35", "48.85,2.35");
    converts("48,85,2,35,51,5,0,12", "48.85,2.35,51.5,0.12");
    converts("51.5,0.12", "51.5,0.12");
    converts("51.5,0.12 48,85", "51.5,0.12 48.85");
    converts(".5,0.12", ".5,0.12");
    converts(".5,3", ".5,3");
    converts("51,0.12", "51,0.12");
}

static void leaves_what_may_be_read_in_two_ways(void **state)
{
    (void)state;
    converts("1,2,3", "1,2,3");
    converts("48,85,2.35", "48,85,2.35");
    converts("1,2,3;48,85", "1,2,3;48.85");
}

static void leaves_other_commas(void **state)
{
    (void)state;
    converts("Paris, TX", "Paris, TX");
    converts("51,5, -0,12", "51.5, -0.12");
    converts(",5", ",5");
    converts("5,", "5,");
    converts("5,x", "5,x");
    converts("x,5", "x,5");
    converts("", "");
}

static void copies_only_what_it_changes(void **state)
{
    (void)state;
    char *scratch = room;
    geodist_text plain = geodist_string("51.5, -0.12"), comma = geodist_string("51,5");
    assert_ptr_equal(gd_convert_decimal_commas(plain, &scratch).bytes, plain.bytes);
    assert_ptr_equal(scratch, room);
    assert_ptr_equal(gd_convert_decimal_commas(comma, &scratch).bytes, room);
    assert_ptr_equal(scratch, room + 4);
    assert_int_equal(comma.bytes[2], ',');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(turns_a_comma_between_digits_into_a_point),
        cmocka_unit_test(gives_a_number_one_decimal_mark),
        cmocka_unit_test(leaves_what_may_be_read_in_two_ways),
        cmocka_unit_test(leaves_other_commas),
        cmocka_unit_test(copies_only_what_it_changes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
