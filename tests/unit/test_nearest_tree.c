#include <geodist.h>
#include <stdlib.h>

#include "check.h"
#include "geometry/point.h"
#include "nearest_points.h"
#include "places/nearest_limits.h"

/* ---- The tree of the table -------------------------------------------------------------- */

static uint32_t rows_of_node(unsigned level)
{
    return 1u << GD_TREE_FAN_BITS * (level + 1);
}

/* The key of a node for a point. */
static int32_t key_of(const gd_tree *tree, unsigned level, uint32_t node, geodist_point point)
{
    int32_t keys[GD_TREE_FAN];
    gd_origin origin = gd_origin_of(point);
    gd_find_keys(tree, level, node / GD_TREE_FAN, origin.xyz, 0, keys);
    return keys[node % GD_TREE_FAN];
}

static void check_boxes(gd_tree tree)
{
    for (unsigned level = 0; level < tree.depth; level++)
        for (uint32_t i = 0; i < tree.row_count; i++) {
            uint32_t node = i / rows_of_node(level);
            geodist_point point = place_point(tree.first_row + i);
            assert_int_equal(key_of(&tree, level, node, point), node % GD_TREE_FAN);
        }
}

static void encloses_every_place_in_the_boxes_above_it(void **state)
{
    (void)state;
    check_boxes(gd_city_tree());
    check_boxes(gd_airport_tree());
}

static void notes_the_largest_city_of_every_node(void **state)
{
    (void)state;
    gd_tree tree = gd_city_tree();
    for (unsigned level = 0; level < tree.depth; level++)
        for (uint32_t node = 0; node < tree.count[level]; node++) {
            uint32_t first = node * rows_of_node(level), largest = 0;
            for (uint32_t i = first; i < first + rows_of_node(level) && i < tree.row_count; i++) {
                uint32_t population = place_facts(i) & GD_POPULATION_MASK;
                largest = population > largest ? population : largest;
            }
            assert_int_equal(tree.classes[level][node], gd_population_class(largest));
        }
}

static void has_classes_that_grow_with_the_population(void **state)
{
    (void)state;
    assert_int_equal(gd_population_class(0), 0);
    assert_int_equal(gd_population_class(1), 1);
    for (uint32_t population = 1; population < 1 << GD_POPULATION_BITS; population++)
        assert_in_range(gd_population_class(population), gd_population_class(population - 1),
                        gd_population_class(population - 1) + 1);
    assert_in_range(gd_population_class(UINT32_MAX), gd_population_class(1 << GD_POPULATION_BITS),
                    255);
}

static void has_only_leaves_of_the_first_level(void **state)
{
    static const struct {
        uint32_t rows, groups;
        unsigned depth;
    } trees[] = {{0, 0, 0},   {1, 1, 1},   {16, 1, 1},    {17, 1, 1},
                 {256, 1, 1}, {257, 3, 2}, {4096, 17, 2}, {4097, 17 + 2 + 1, 3}};
    (void)state;
    for (size_t i = 0; i < sizeof trees / sizeof *trees; i++) {
        gd_tree tree;
        assert_int_equal(gd_count_nodes(trees[i].rows, &tree), trees[i].groups);
        assert_int_equal(tree.depth, trees[i].depth);
    }
}

/* A search is fast only if few leaves are near a point. */
static void keeps_neighbours_together(void **state)
{
    (void)state;
    uint64_t seed = 3;
    gd_tree tree = gd_city_tree();
    uint32_t inside = 0, points = 300;
    for (uint32_t i = 0; i < points; i++) {
        geodist_point here = nearest_point(near_place, &seed);
        for (uint32_t leaf = 0; leaf < tree.count[0]; leaf++)
            inside += key_of(&tree, 0, leaf, here) <= GD_KEY_NODE;
    }
    print_message("%.2f leaves at a point near a place\n", (double)inside / points);
    assert_true(inside < 2 * points);
}

/* ---- Its arithmetic --------------------------------------------------------------------- */

static double exact_haversine(geodist_point from, geodist_point to)
{
    geodist_earth unit = {GEODIST_MODEL_SPHERE, 1};
    double sine = sin(geodist_distance(unit, from, to) / 2);
    return sine * sine;
}

enum { POINTS = 30000 };

static void computes_haversines_within_the_promised_error(void **state)
{
    (void)state;
    uint64_t seed = 5;
    gd_tree tree = gd_city_tree();
    double largest = 0;
    for (size_t i = 0; i < POINTS; i++) {
        geodist_point here = nearest_point((nearest_point_class)(i % nearest_point_classes), &seed);
        uint32_t leaf = (uint32_t)(random_bits(&seed) % (tree.row_count / GD_TREE_FAN));
        float found[GD_TREE_FAN];
        here = normalised_point(here);
        gd_origin origin = gd_origin_of(here);
        gd_leaf_haversines(&tree, leaf, &origin, 0, found);
        for (uint32_t j = 0; j < GD_TREE_FAN; j++) {
            double exact = exact_haversine(here, place_point(leaf * GD_TREE_FAN + j));
            largest = fmax(largest, fabs(found[j] - exact) / fmax(exact, 1e-15));
        }
    }
    print_message("largest error: 2^%.2f\n", log2(largest));
    assert_true(largest < 0x1p-17);
}

/* The first leaf of a place has its point: the cases in which both are close. */
static void computes_small_haversines_within_the_promised_error(void **state)
{
    (void)state;
    uint64_t seed = 6;
    gd_tree tree = gd_city_tree();
    double largest = 0;
    for (size_t i = 0; i < POINTS; i++) {
        uint32_t row = (uint32_t)(random_bits(&seed) % tree.row_count);
        geodist_point there = place_point(row);
        double lat = random_shift(&seed, -7, -2), lon = random_shift(&seed, -7, -2);
        geodist_point here = normalised_point(shifted(there, lat, lon));
        float found[GD_TREE_FAN];
        gd_origin origin = gd_origin_of(here);
        gd_leaf_haversines(&tree, row / GD_TREE_FAN, &origin, 0, found);
        double exact = exact_haversine(here, there);
        double error = fabs(found[row % GD_TREE_FAN] - exact);
        if (exact < 1e-15)
            assert_true(error < 1e-20);
        else
            largest = fmax(largest, error / exact);
    }
    print_message("largest error: 2^%.2f\n", log2(largest));
    assert_true(largest < 0x1p-17);
}

static void bounds_the_distance_to_every_place_of_a_node(void **state)
{
    (void)state;
    uint64_t seed = 7;
    gd_tree tree = gd_city_tree();
    for (size_t i = 0; i < POINTS; i++) {
        geodist_point here = nearest_point((nearest_point_class)(i % nearest_point_classes), &seed);
        uint32_t row = (uint32_t)(random_bits(&seed) % tree.row_count);
        here = normalised_point(here);
        float haversine = (float)exact_haversine(here, place_point(row));
        for (unsigned level = 0; level < tree.depth; level++)
            assert_true(key_of(&tree, level, row / rows_of_node(level), here) <=
                        gd_key_limit(haversine * haversine_slack));
    }
    assert_true(gd_key_limit(1.05f) < GD_KEY_FAR);
    assert_true(gd_key_limit(far_haversine) < GD_KEY_FAR);
}

static void limits_haversines_by_a_distance(void **state)
{
    (void)state;
    for (double metres = 1e-6; metres < 3e7; metres *= 1.07) {
        double sine = sin(fmin(metres / GEODIST_MEAN_RADIUS / 2, half_pi));
        assert_true(gd_haversine_limit(geodist_sphere, metres) > sine * sine);
    }
    assert_true(gd_haversine_limit(geodist_sphere, 0) < 1e-17);
    assert_true(gd_haversine_limit(geodist_sphere, INFINITY) > 1.5);
    assert_true(gd_haversine_limit((geodist_earth){GEODIST_MODEL_SPHERE, 1e-321}, 0) > 1.5);
    assert_true(gd_haversine_limit((geodist_earth){GEODIST_MODEL_SPHERE, 1e308}, 0) > 1.5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(encloses_every_place_in_the_boxes_above_it),
        cmocka_unit_test(notes_the_largest_city_of_every_node),
        cmocka_unit_test(has_classes_that_grow_with_the_population),
        cmocka_unit_test(has_only_leaves_of_the_first_level),
        cmocka_unit_test(keeps_neighbours_together),
        cmocka_unit_test(computes_haversines_within_the_promised_error),
        cmocka_unit_test(computes_small_haversines_within_the_promised_error),
        cmocka_unit_test(bounds_the_distance_to_every_place_of_a_node),
        cmocka_unit_test(limits_haversines_by_a_distance),
    };
    return cmocka_run_group_tests_name("nearest_tree", tests, NULL, NULL);
}
