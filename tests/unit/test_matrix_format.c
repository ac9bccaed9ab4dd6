#include "formats/matrix_format.h"

#include "check.h"
#include "answers.h"
#include "pairs.h"
#include "written.h"

/* What is printed for the places; a name that is not found is added as such. */
static const char *print(const options *asked, const char *const *names)
{
    matrix of = {.count = 0};
    for (; *names; names++) {
        geodist_place place;
        if (geodist_find(geodist_string(*names), &place, NULL) == GEODIST_OK)
            assert_true(gd_add_to_matrix(&of, &place));
        else
            assert_true(gd_add_unknown_to_matrix(&of, geodist_string(*names),
                                                 geodist_string("unknown"), 5));
    }
    matrix_writer to = {.out = begin(), .asked = asked, .of = &of};
    assert_true(gd_begin_matrix(&to));
    for (size_t i = 0; i < of.count; i++)
        gd_put_matrix_row(&to, i);
    gd_end_matrix(&to);
    gd_free_matrix(&of);
    return written();
}

#define PRINT(asked, ...) print(asked, (const char *const[]){__VA_ARGS__, NULL})

static void aligns_characters_not_bytes(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_TEXT);
    assert_string_equal(PRINT(&asked, "são paulo", "Zürich", "0,0"),
                        "km                   São Paulo  Zürich  0.0,0.0\n"
                        "São Paulo, Brazil          0.0  9621.5   5669.9\n"
                        "Zürich, Switzerland     9621.5     0.0   5331.8\n"
                        "0.0,0.0                 5669.9  5331.8      0.0\n");
}

/* The columns of text end where their heads end, and no line ends in blanks. */
static void keeps_every_number_under_its_head(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_TEXT);
    asked.precision = 3;
    asked.unit = 3;
    const char *text = PRINT(&asked, "London, Ontario", "xyzzy \x1B, texas", "LHR", "1,2",
                             "Washington, D.C.");
    assert_non_null(strstr(text, "m "));
    assert_non_null(strstr(text, "  London"));
    assert_null(strstr(text, "London,  "));
    assert_non_null(strstr(text, "  xyzzy \\x1B  ")); /* up to the comma */
    assert_non_null(strstr(text, "\nxyzzy \\x1B, texas\n"));
    assert_non_null(strstr(text, "  LHR"));
    assert_null(strstr(text, " \n"));
}

static void has_labels_in_csv_and_tsv(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_CSV);
    assert_string_equal(PRINT(&asked, "0,0", "xyz\"zy", "0,1"),
                        ",\"0.0,0.0\",\"xyz\"\"zy\",\"0.0,1.0\"\n"
                        "\"0.0,0.0\",0.000000,,111.195080\n"
                        "\"xyz\"\"zy\",,,\n"
                        "\"0.0,1.0\",111.195080,,0.000000\n");
    asked.format = FORMAT_TSV;
    asked.precision = 0;
    assert_string_equal(PRINT(&asked, "0,0", "xyz\tzy", "0,1"), "\t0.0,0.0\txyz\\x09zy\t0.0,1.0\n"
                                                                "0.0,0.0\t0\t\t111\n"
                                                                "xyz\\x09zy\t\t\t\n"
                                                                "0.0,1.0\t111\t\t0\n");
}

static void is_one_json_text(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_JSON);
    const char *text = PRINT(&asked, "0,0", "xyzzy");
    assert_memory_equal(text, "{\"places\":[{\"label\":\"0.0,0.0\",", 29);
    assert_non_null(strstr(text, ",{\"error\":\"unknown\",\"line\":5,\"input\":\"xyzzy\"}],"
                                 "\"unit\":\"km\",\"model\":\"sphere\",\"distances\":[\n"
                                 "[0.000000,null],\n[null,null]\n]}\n"));
    asked.radius_given = true;
    asked.radius = 100;
    assert_non_null(strstr(PRINT(&asked, "0,0"), "\"model\":\"sphere\",\"radius\":100,\"distances\""));
}

static void prints_one_place(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_TEXT);
    assert_string_equal(PRINT(&asked, "0,0"), "km       0.0,0.0\n0.0,0.0      0.0\n");
    asked.format = FORMAT_CSV;
    assert_string_equal(PRINT(&asked, "0,0"), ",\"0.0,0.0\"\n\"0.0,0.0\",0.000000\n");
}

static void prints_the_same_distances_both_ways(void **state)
{
    (void)state;
    uint64_t seed = 11;
    for (int round = 0; round < 200; round++) {
        options asked = default_options(FORMAT_TSV);
        asked.model = round % 2 ? GEODIST_MODEL_WGS84 : GEODIST_MODEL_SPHERE;
        asked.unit = round % 6;
        char names[2][64];
        for (size_t i = 0; i < 2; i++) {
            geodist_place place = {.point = random_point(&seed), .row = GEODIST_NO_ROW};
            geodist_label(&place, names[i], sizeof names[i]);
        }
        double there, back;
        const char *text = PRINT(&asked, names[0], names[1]);
        const char *first = strchr(text, '\n') + 1, *second = strchr(first, '\n') + 1;
        assert_int_equal(sscanf(first, "%*[^\t]\t%*s\t%lf", &there), 1);
        assert_int_equal(sscanf(second, "%*[^\t]\t%lf", &back), 1);
        assert_same(there, back);
        assert_within(there, geodist_distance(gd_earth(&asked), place_named(names[0]).point,
                                              place_named(names[1]).point) /
                                 gd_unit(&asked)->metres,
                      0.001);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(aligns_characters_not_bytes),
        cmocka_unit_test(keeps_every_number_under_its_head),
        cmocka_unit_test(has_labels_in_csv_and_tsv),
        cmocka_unit_test(is_one_json_text),
        cmocka_unit_test(prints_one_place),
        cmocka_unit_test(prints_the_same_distances_both_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
