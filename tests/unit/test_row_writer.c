#include "formats/row_writer.h"

#include "check.h"
#include "answers.h"
#include "written.h"

/* So many rows of "row", each of a journey of `places`. */
static const char *write_rows(const options *asked, size_t count, size_t places)
{
    row_writer rows = {.out = begin(), .asked = asked, .kind = ROW_JOURNEY};
    for (size_t i = 0; i < count; i++) {
        gd_begin_row(&rows, places);
        gd_put(rows.out, "row");
        gd_end_row(&rows);
    }
    gd_end_rows(&rows);
    return written();
}

static void ends_each_row_with_a_newline(void **state)
{
    (void)state;
    for (int name = FORMAT_TEXT; name <= FORMAT_GEOJSON; name++) {
        options asked = default_options(name);
        assert_string_equal(write_rows(&asked, 0, 2), "");
        assert_string_equal(write_rows(&asked, 1, 2), "row\n");
        assert_string_equal(write_rows(&asked, 3, 2), "row\nrow\nrow\n");
    }
}

static void writes_the_header_once_and_first(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_CSV);
    asked.header = true;
    assert_string_equal(write_rows(&asked, 2, 2), "from_label,to_label,distance_km\nrow\nrow\n");
    assert_string_equal(write_rows(&asked, 1, 3), "from_label,via1_label,to_label,distance_km\nrow\n");
    assert_string_equal(write_rows(&asked, 0, 7), "from_label,to_label,distance_km\n");
}

static void collects_rows_into_one_feature_collection(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_GEOJSON);
    asked.collect = true;
    assert_string_equal(write_rows(&asked, 0, 2),
                        "{\"type\":\"FeatureCollection\",\"features\":[\n]}\n");
    assert_string_equal(write_rows(&asked, 1, 2),
                        "{\"type\":\"FeatureCollection\",\"features\":[\nrow\n]}\n");
    assert_string_equal(write_rows(&asked, 2, 2),
                        "{\"type\":\"FeatureCollection\",\"features\":[\nrow,\nrow\n]}\n");
}

/* Two rows of line 3, and one of line 12. */
static const char *write_numbered_rows(const options *asked)
{
    row_writer rows = {.out = begin(), .asked = asked, .kind = ROW_PLACE, .numbered = true};
    for (int i = 0; i < 3; i++) {
        rows.line = i < 2 ? 3 : 12;
        gd_begin_row(&rows, 1);
        gd_put(rows.out, "row");
        gd_end_row(&rows);
        if (i > 0)
            gd_end_line_rows(&rows);
    }
    gd_end_rows(&rows);
    return written();
}

static void begins_numbered_rows_of_tables_with_the_line(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_CSV);
    assert_string_equal(write_numbered_rows(&asked), "3,row\n3,row\n12,row\n");
    asked.format = FORMAT_TSV;
    asked.header = true;
    asked.fields = (field_list){1, {{.field = FIELD_NAME}}};
    assert_string_equal(write_numbered_rows(&asked), "line\tname\n3\trow\n3\trow\n12\trow\n");
    asked.format = FORMAT_JSON;
    assert_string_equal(write_numbered_rows(&asked), "row\nrow\nrow\n");
}

static void ends_the_rows_of_a_line_of_text_with_an_empty_one(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_TEXT);
    assert_string_equal(write_numbered_rows(&asked), "row\nrow\n\nrow\n\n");
}

static void knows_the_line_of_numbered_rows_only(void **state)
{
    (void)state;
    row_writer rows = {.line = 7};
    assert_int_equal(gd_row_line(&rows), 0);
    rows.numbered = true;
    assert_int_equal(gd_row_line(&rows), 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ends_each_row_with_a_newline),
        cmocka_unit_test(writes_the_header_once_and_first),
        cmocka_unit_test(collects_rows_into_one_feature_collection),
        cmocka_unit_test(begins_numbered_rows_of_tables_with_the_line),
        cmocka_unit_test(ends_the_rows_of_a_line_of_text_with_an_empty_one),
        cmocka_unit_test(knows_the_line_of_numbered_rows_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
