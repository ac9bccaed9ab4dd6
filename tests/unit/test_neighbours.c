#include "commands/neighbours.h"

#include "check.h"
#include "answers.h"
#include "written.h"

static geodist_place find(const char *name)
{
    geodist_place found;
    assert_int_equal(geodist_find(geodist_string(name), &found, NULL), GEODIST_OK);
    return found;
}

static const geodist_place ocean = {.point = {0, -140}, .row = GEODIST_NO_ROW};

static void leaves_a_place_out_of_its_own_list(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_TEXT);
    geodist_place centre = find("nairobi");
    asked.count = 3;
    neighbours found = gd_open_neighbours(&asked);
    assert_true(gd_find_neighbours(&found, &centre));
    assert_int_equal(found.count, 3);
    for (size_t i = 0; i < found.count; i++)
        assert_true(found.items[i].place.row != centre.row);
    uint32_t first = found.items[0].place.row;
    centre.row = GEODIST_NO_ROW; /* the point, not the city */
    assert_true(gd_find_neighbours(&found, &centre));
    assert_int_equal(found.count, 3);
    assert_int_equal(found.items[1].place.row, first);
    gd_close_neighbours(&found);
}

static void finds_ten_or_all_within_a_distance(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_TEXT);
    geodist_place centre = find("paris");
    neighbours found = gd_open_neighbours(&asked);
    assert_true(gd_find_neighbours(&found, &centre));
    assert_int_equal(found.count, 10);
    gd_close_neighbours(&found);
    asked.within = "100km";
    asked.metres = 100000;
    found = gd_open_neighbours(&asked);
    assert_true(gd_find_neighbours(&found, &centre));
    size_t all = geodist_nearest(geodist_sphere, centre.point, found.query, NULL, 0);
    assert_true(all > 100);
    assert_int_equal(found.count, all - 1);
    assert_true(gd_find_neighbours(&found, &ocean)); /* after a longer list */
    assert_int_equal(found.count, 0);
    assert_true(gd_find_neighbours(&found, &centre));
    assert_int_equal(found.count, all - 1);
    gd_close_neighbours(&found);
}

static void finds_as_many_as_there_are(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_TEXT);
    asked.count = 1000000;
    neighbours found = gd_open_neighbours(&asked);
    assert_true(gd_find_neighbours(&found, &ocean));
    assert_int_equal(found.count, geodist_table_info().places - geodist_table_info().airports);
    gd_close_neighbours(&found);
}

static void finds_the_nearest_of_many_points_as_of_one(void **state)
{
    (void)state;
    enum { COUNT = 4 };
    const double lat[COUNT] = {48.85, 0, -33.86, NAN}, lon[COUNT] = {2.35, -140, 151.2, 0};
    uint32_t rows[COUNT];
    double metres[COUNT];
    options asked = default_options(FORMAT_TEXT);
    asked.within = "50km";
    asked.metres = 50000;
    asked.kind = KIND_AIRPORT;
    neighbours found = gd_open_neighbours(&asked);
    gd_find_nearest(&found, (geodist_points){lat, lon}, COUNT, rows, metres);
    for (size_t i = 0; i < COUNT; i++) {
        geodist_place centre = {.point = {lat[i], lon[i]}, .row = GEODIST_NO_ROW};
        assert_true(gd_find_neighbours(&found, &centre));
        assert_int_equal(rows[i], found.count ? found.items[0].place.row : GEODIST_NO_ROW);
        if (found.count)
            assert_same(metres[i], found.items[0].metres);
    }
    assert_true(rows[0] != GEODIST_NO_ROW && rows[1] == GEODIST_NO_ROW);
    gd_close_neighbours(&found);
}

static void says_what_is_not_near(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_TEXT);
    gd_put_no_neighbour(begin(), &asked, geodist_string("0,-140"));
    assert_string_equal(written(), "no such city is near '0,-140'");
    asked.kind = KIND_AIRPORT;
    gd_put_no_neighbour(begin(), &asked, geodist_string("a\033b"));
    assert_string_equal(written(), "no such airport is near 'a\\x1Bb'");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leaves_a_place_out_of_its_own_list),
        cmocka_unit_test(finds_ten_or_all_within_a_distance),
        cmocka_unit_test(finds_as_many_as_there_are),
        cmocka_unit_test(finds_the_nearest_of_many_points_as_of_one),
        cmocka_unit_test(says_what_is_not_near),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
