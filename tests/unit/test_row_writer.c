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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ends_each_row_with_a_newline),
        cmocka_unit_test(writes_the_header_once_and_first),
        cmocka_unit_test(collects_rows_into_one_feature_collection),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
