#include "formats/matrix_format.h"

#include "check.h"
#include "answers.h"
#include "pairs.h"
#include "written.h"

#include <stdio.h>

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
    const char *text =
        PRINT(&asked, "London, Ontario", "xyzzy \x1B, texas", "LHR", "1,2", "Washington, D.C.");
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
    assert_non_null(
        strstr(PRINT(&asked, "0,0"), "\"model\":\"sphere\",\"radius\":100,\"distances\""));
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
        assert_within(there,
                      geodist_distance(gd_earth(&asked), place_named(names[0]).point,
                                       place_named(names[1]).point) /
                          gd_unit(&asked)->metres,
                      0.001);
    }
}

enum { CROWD = 300, CROWD_TEXT = CROWD * CROWD * 24 };

/* Points within so many degrees of a point anywhere. */
static void add_crowd(matrix *of, size_t count, double degrees, uint64_t *seed)
{
    geodist_point centre = {random_between(seed, -60, 60), random_between(seed, -170, 170)};
    for (size_t i = 0; i < count; i++) {
        geodist_place place = {.row = GEODIST_NO_ROW};
        place.point = shifted(centre, random_between(seed, -degrees, degrees) / 2,
                              random_between(seed, -degrees, degrees));
        place.point.lat = round(place.point.lat * 10) / 10; /* short names */
        place.point.lon = round(place.point.lon * 10) / 10;
        assert_true(gd_add_to_matrix(of, &place));
    }
}

/* Measures and prints all distances without any of the shortcuts. */
static size_t print_plainly(char *text, const options *asked, const matrix *of)
{
    static size_t widths[CROWD];
    static char names[CROWD][64], numbers[CROWD][CROWD][24];
    int decimals = asked->precision < 0 ? gd_unit(asked)->decimals : asked->precision, left = 0;
    char *at = text;
    for (size_t i = 0; i < of->count; i++) {
        geodist_place place = gd_matrix_place(of, i);
        int length = (int)geodist_label(&place, names[i], sizeof names[i]);
        left = length > left ? length : left;
        widths[i] = (size_t)length;
    }
    for (size_t i = 0; i < of->count; i++)
        for (size_t j = 0; j < of->count; j++) {
            double metres = geodist_distance(gd_earth(asked), gd_matrix_place(of, i).point,
                                             gd_matrix_place(of, j).point);
            size_t length = (size_t)snprintf(numbers[i][j], sizeof numbers[i][j], "%.*f", decimals,
                                             metres / gd_unit(asked)->metres);
            widths[j] = length > widths[j] ? length : widths[j];
        }
    at += sprintf(at, "%-*s", left, gd_unit(asked)->name);
    for (size_t i = 0; i < of->count; i++)
        at += sprintf(at, "  %*s", (int)widths[i], names[i]);
    for (size_t i = 0; i < of->count; i++) {
        at += sprintf(at, "\n%-*s", left, names[i]);
        for (size_t j = 0; j < of->count; j++)
            at += sprintf(at, "  %*s", (int)widths[j], numbers[i][j]);
    }
    at += sprintf(at, "\n");
    return (size_t)(at - text);
}

/* However far the places are apart: crowds of up to twice around the earth, of more places than are
 * measured at a time. */
static void makes_columns_as_wide_as_their_widest_text(void **state)
{
    (void)state;
    static char actual[CROWD_TEXT], expected[CROWD_TEXT];
    static const double degrees[] = {0, 0.3, 1, 9, 10, 25, 90, 300};
    uint64_t seed = 12;
    for (int round = 0; round < 64; round++) {
        options asked = default_options(FORMAT_TEXT);
        asked.model = round % 5 == 4 ? GEODIST_MODEL_WGS84 : GEODIST_MODEL_SPHERE;
        asked.unit = round % 6;
        asked.precision = round % 3 ? -1 : round % 7;
        matrix of = {.count = 0};
        add_crowd(&of, round % 16 == 7 ? CROWD : 2 + (size_t)round, degrees[round % 8], &seed);
        writer out = gd_memory_writer(actual, sizeof actual);
        matrix_writer to = {.out = &out, .asked = &asked, .of = &of};
        assert_true(gd_begin_matrix(&to));
        for (size_t i = 0; i < of.count; i++)
            gd_put_matrix_row(&to, i);
        gd_end_matrix(&to);
        size_t length = print_plainly(expected, &asked, &of);
        assert_int_equal(out.length, length);
        assert_memory_equal(actual, expected, length);
        gd_free_matrix(&of);
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
        cmocka_unit_test(makes_columns_as_wide_as_their_widest_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
