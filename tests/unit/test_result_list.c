#include "check.h"
#include "formats/result_list.h"

#include "answers.h"
#include "written.h"

static const geodist_place here = {.point = {1, 2},
                                   .name = {"Here", 4},
                                   .region = {"", 0},
                                   .country = {"", 0},
                                   .country_code = {"", 0},
                                   .kind = GEODIST_CITY};

static options asked;
static row_writer rows;

static void start(int name, bool header, bool collect, const char *fields)
{
    asked = default_options(name);
    asked.header = header;
    asked.collect = collect;
    if (fields)
        assert_true(
            gd_parse_field_list(&asked.fields, "--fields", fields, gd_unit(&asked), begin()));
    rows = (row_writer){.out = begin(), .asked = &asked, .kind = ROW_PLACE, .numbered = true};
}

static void put_list(uint64_t line, size_t count)
{
    result_list list = {.rows = &rows, .line = line};
    gd_begin_results(&list);
    for (size_t i = 0; i < count; i++) {
        gd_begin_result(&list);
        gd_format(&asked)->put_city(rows.out, &asked, &here, NULL);
        gd_end_result(&list);
    }
    gd_end_results(&list);
}

static failed_line failure(uint64_t line)
{
    return (failed_line){.number = line,
                         .text = {"x", 1},
                         .reason = {"why", 3},
                         .places = 1,
                         .kind = ROW_PLACE};
}

/* Two results, no line, a failed line, a line without results. */
static const char *put_all(void)
{
    failed_line failed = failure(3), without = failure(4);
    put_list(1, 2);
    gd_put_empty_results(&rows, 2);
    gd_put_failed_results(&rows, &failed);
    gd_put_no_results(&rows, &without);
    gd_end_rows(&rows);
    return written();
}

static void ends_each_line_of_text_with_an_empty_one(void **state)
{
    (void)state;
    start(FORMAT_TEXT, false, false, NULL);
    assert_string_equal(put_all(), "Here\nHere\n\n\n\n\n");
}

static void numbers_the_rows_of_tables(void **state)
{
    (void)state;
    start(FORMAT_TSV, true, false, "name,error");
    assert_string_equal(put_all(), "line\tname\terror\n1\tHere\t\n1\tHere\t\n2\t\t\n"
                                   "3\t\twhy\n4\t\twhy\n");
    start(FORMAT_CSV, true, false, "name,lat");
    assert_string_equal(put_all(),
                        "line,name,lat\n1,\"Here\",1\n1,\"Here\",1\n2,,\n3,,\n4,,\n");
}

static void puts_the_header_even_if_nothing_follows(void **state)
{
    (void)state;
    start(FORMAT_CSV, true, false, "name");
    gd_end_rows(&rows);
    assert_string_equal(written(), "line,name\n");
}

static size_t count(const char *text, const char *part)
{
    size_t found = 0;
    while ((text = strstr(text, part)) != NULL)
        found++, text++;
    return found;
}

static void puts_an_array_on_each_line_of_json(void **state)
{
    (void)state;
    start(FORMAT_JSON, false, false, NULL);
    const char *text = put_all();
    assert_int_equal(count(text, "\n"), 4);
    assert_memory_equal(text, "[{", 2);
    assert_int_equal(count(text, "},{"), 1);
    assert_non_null(
        strstr(text, "}]\nnull\n{\"error\":\"why\",\"line\":3,\"input\":\"x\"}\n[]\n"));
}

static void puts_a_collection_on_each_line_of_geojson(void **state)
{
    (void)state;
    start(FORMAT_GEOJSON, false, false, NULL);
    const char *text = put_all();
    assert_int_equal(count(text, "\n"), 4);
    assert_int_equal(count(text, "{\"type\":\"FeatureCollection\",\"features\":["), 4);
    assert_int_equal(count(text, "\"Point\""), 2);
    assert_int_equal(count(text, "\"features\":[]}\n"), 2);
    assert_int_equal(count(text, "\"line\":3"), 1);
}

static void collects_all_results_in_one_collection(void **state)
{
    (void)state;
    start(FORMAT_GEOJSON, false, true, NULL);
    const char *text = put_all();
    assert_int_equal(count(text, "\"FeatureCollection\""), 1);
    assert_int_equal(count(text, "\"Point\""), 2);
    assert_int_equal(count(text, "\"error\""), 2);
    assert_int_equal(count(text, ",\n"), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ends_each_line_of_text_with_an_empty_one),
        cmocka_unit_test(numbers_the_rows_of_tables),
        cmocka_unit_test(puts_the_header_even_if_nothing_follows),
        cmocka_unit_test(puts_an_array_on_each_line_of_json),
        cmocka_unit_test(puts_a_collection_on_each_line_of_geojson),
        cmocka_unit_test(collects_all_results_in_one_collection),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
