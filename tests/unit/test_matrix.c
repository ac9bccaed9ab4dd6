#include "route/matrix.h"

#include "check.h"
#include "pairs.h"
#include "texts.h"

/* Random points, each seventh of which was not found. */
static matrix random_matrix(size_t count)
{
    matrix made = {.count = 0};
    uint64_t seed = count;
    for (size_t i = 0; i < count; i++) {
        geodist_place place = {.point = random_point(&seed), .row = GEODIST_NO_ROW};
        if (i % 7 == 6)
            assert_true(gd_add_unknown_to_matrix(&made, geodist_string("x"), geodist_string("y"), i));
        else
            assert_true(gd_add_to_matrix(&made, &place));
    }
    return made;
}

static void measures_each_place_to_each_other(void **state)
{
    (void)state;
    static const size_t counts[] = {1, 2, 63, 64, 65, 1023, 1025, 2051};
    static const geodist_earth earths[] = {{GEODIST_MODEL_SPHERE, GEODIST_MEAN_RADIUS},
                                           {GEODIST_MODEL_WGS84, GEODIST_MEAN_RADIUS}};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        matrix of = random_matrix(counts[i]);
        assert_int_equal(of.count, counts[i]);
        for (size_t row = 0; row < of.count; row += 1 + of.count / 5) {
            gd_measure_matrix_row(&of, earths[i % 2], 1609.344, row);
            geodist_point from = {of.lat[row], of.lon[row]};
            for (size_t j = 0; j < of.count; j++)
                assert_same(of.distances[j],
                            geodist_distance(earths[i % 2], from,
                                             (geodist_point){of.lat[j], of.lon[j]}) /
                                1609.344);
        }
        gd_free_matrix(&of);
    }
}

static void has_no_distance_of_a_place_that_was_not_found(void **state)
{
    (void)state;
    matrix of = random_matrix(20);
    for (size_t row = 0; row < of.count; row++) {
        gd_measure_matrix_row(&of, geodist_sphere, 1000, row);
        for (size_t j = 0; j < of.count; j++)
            assert_int_equal(isnan(of.distances[j]) != 0, row % 7 == 6 || j % 7 == 6);
    }
    gd_free_matrix(&of);
}

static void keeps_places_and_texts(void **state)
{
    (void)state;
    matrix of = {.count = 0};
    geodist_place paris, point;
    char text[] = "nowhere", reason[] = "no such place";
    assert_int_equal(geodist_find(geodist_string("paris"), &paris, NULL), GEODIST_OK);
    assert_int_equal(geodist_find(geodist_string("1.5,-2"), &point, NULL), GEODIST_OK);
    paris.rivals = 3;
    assert_true(gd_add_to_matrix(&of, &paris));
    assert_true(gd_add_unknown_to_matrix(&of, geodist_string(text), geodist_string(reason), 17));
    assert_true(gd_add_unknown_to_matrix(&of, (geodist_text){NULL, 0}, (geodist_text){NULL, 0}, 0));
    assert_true(gd_add_to_matrix(&of, &point));
    memset(text, '#', sizeof text);
    memset(reason, '#', sizeof reason);

    geodist_place first = gd_matrix_place(&of, 0), last = gd_matrix_place(&of, 3);
    assert_int_equal(first.row, paris.row);
    assert_int_equal(first.rivals, 3);
    assert_true(is_text(first.name, "Paris"));
    assert_int_equal(last.row, GEODIST_NO_ROW);
    assert_same(last.point.lat, 1.5);
    assert_same(last.point.lon, -2);
    assert_int_equal(last.kind, GEODIST_COORDINATE);
    assert_true(of.places[0].found && !of.places[1].found && !of.places[2].found);
    assert_true(is_text(of.places[1].text, "nowhere"));
    assert_true(is_text(of.places[1].reason, "no such place"));
    assert_int_equal(of.places[1].line, 17);
    assert_int_equal(of.places[2].text.length, 0);
    gd_free_matrix(&of);
}

static void frees_an_empty_matrix(void **state)
{
    (void)state;
    matrix of = {.count = 0};
    gd_free_matrix(&of);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(measures_each_place_to_each_other),
        cmocka_unit_test(has_no_distance_of_a_place_that_was_not_found),
        cmocka_unit_test(keeps_places_and_texts),
        cmocka_unit_test(frees_an_empty_matrix),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
