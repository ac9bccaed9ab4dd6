#include "options/field_list.h"

#include "check.h"
#include "written.h"

static field_list parsed;

static const unit *unit_called(const char *name)
{
    return gd_find_unit(geodist_string(name));
}

static bool parse(const char *list)
{
    return gd_parse_field_list(&parsed, "--add", list, unit_called("km"), begin());
}

static void assert_field(size_t index, field_name field, const char *column)
{
    assert_int_equal(parsed.fields[index].field, field);
    assert_int_equal(parsed.fields[index].column.length, strlen(column));
    assert_memory_equal(parsed.fields[index].column.bytes, column, strlen(column));
}

static void knows_each_field_by_its_name(void **state)
{
    (void)state;
    for (size_t i = 0; gd_field_name(i); i++) {
        assert_true(parse(gd_field_name(i)));
        assert_int_equal(parsed.count, 1);
        assert_field(0, (field_name)i, "");
    }
    assert_null(gd_field_name(FIELD_NAMES));
}

static void keeps_the_order_and_repeats(void **state)
{
    (void)state;
    assert_true(parse("error,label,distance,label"));
    assert_int_equal(parsed.count, 4);
    assert_field(0, FIELD_ERROR, "");
    assert_field(1, FIELD_LABEL, "");
    assert_field(2, FIELD_DISTANCE, "");
    assert_field(3, FIELD_LABEL, "");
}

static void takes_column_names_blanks_and_any_case(void **state)
{
    (void)state;
    assert_true(parse(" Label = the place , DISTANCE=far,lat="));
    assert_int_equal(parsed.count, 3);
    assert_field(0, FIELD_LABEL, "the place");
    assert_field(1, FIELD_DISTANCE, "far");
    assert_field(2, FIELD_LAT, "");
    assert_true(parse("error=a=b"));
    assert_field(0, FIELD_ERROR, "a=b");
}

static void takes_the_distance_with_the_unit_in_use(void **state)
{
    (void)state;
    assert_true(parse("distance_km,distance=km,distance=distance_kilometers"));
    assert_field(0, FIELD_DISTANCE, "");
    assert_field(1, FIELD_DISTANCE, "km");
    assert_field(2, FIELD_DISTANCE, "distance_kilometers");
}

static void refuses_another_unit(void **state)
{
    (void)state;
    static const char *const lists[] = {"distance_mi", "distance=miles", "label,distance=distance_mi"};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        assert_false(parse(lists[i]));
        assert_non_null(strstr(written(), ": the unit is km; write -u mi\n"));
    }
    assert_true(parse("label=mi")); /* the name of a place may be anything */
    assert_true(gd_parse_field_list(&parsed, "--fields", "distance_mi", unit_called("mi"), begin()));
}

static void says_what_is_wrong(void **state)
{
    (void)state;
    assert_false(parse("lable"));
    assert_string_equal(written(),
                        "geodist: --add: unknown field 'lable'; did you mean 'label'?\n");
    assert_false(parse("label,,lat"));
    assert_non_null(strstr(written(), "--add: unknown field ''; one of label, name, "));
    assert_false(parse(""));
    assert_false(parse("distance_"));
    assert_false(parse("label,\x1B"));
    assert_non_null(strstr(written(), "'\\x1B'"));
}

static void has_a_limit(void **state)
{
    (void)state;
    char list[8 * (GD_FIELDS_MAX + 1)] = "lat";
    for (int i = 1; i < GD_FIELDS_MAX; i++)
        strcat(list, ",lat");
    assert_true(parse(list));
    assert_int_equal(parsed.count, GD_FIELDS_MAX);
    assert_false(parse(strcat(list, ",lat")));
    assert_string_equal(written(), "geodist: --add has more than 32 fields\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_each_field_by_its_name),
        cmocka_unit_test(keeps_the_order_and_repeats),
        cmocka_unit_test(takes_column_names_blanks_and_any_case),
        cmocka_unit_test(takes_the_distance_with_the_unit_in_use),
        cmocka_unit_test(refuses_another_unit),
        cmocka_unit_test(says_what_is_wrong),
        cmocka_unit_test(has_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
