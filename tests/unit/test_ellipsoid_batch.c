#include <geodist.h>

#include "check.h"
#include "geometry/ellipsoid_batch.h"
#include "pair_arrays.h"

static double one_by_one(size_t i)
{
    return geodist_distance(geodist_wgs84, get(i).from, get(i).to);
}

/* ---- Kernels --------------------------------------------------------------------------- */

static pair city_pair(uint64_t *seed)
{
    geodist_point from = random_point(seed);
    double lat = random_between(seed, -9, 9), lon = random_between(seed, -9, 9);
    return (pair){from, shifted(from, lat, lon)};
}

/* Checks the distances found, and returns how many there are. */
static size_t check_kernel(const gd_wgs84_kernel *kernel)
{
    size_t found = 0;
    kernel->run(from_points(0), to_points(0), MOST / GD_GROUP, distances);
    for (size_t i = 0; i < MOST; i++)
        if (!isnan(distances[i])) {
            assert_same(distances[i], one_by_one(i));
            found++;
        }
    return found;
}

static void check_classes(const gd_wgs84_kernel *kernel)
{
    uint64_t seed = 21;
    for (int class = 0; class < pair_classes; class ++)
        for (int round = 0; round < 50; round++) {
            for (size_t i = 0; i < MOST; i++)
                set(i, within_180(random_pair((pair_class) class, &seed)));
            check_kernel(kernel);
        }
}

/* The pairs that a kernel leaves out cost as much as one by one, and more. */
static void check_that_few_are_left_out(const gd_wgs84_kernel *kernel)
{
    uint64_t seed = 22;
    for (int round = 0; round < 50; round++) {
        for (size_t i = 0; i < MOST; i++)
            set(i, within_180(i % 2 ? random_pair(any_pair, &seed) : city_pair(&seed)));
        assert_true(check_kernel(kernel) > MOST - MOST / 50);
    }
}

static void gives_the_same_bits_at_every_width(void **state)
{
    (void)state;
    gd_wgs84_kernel widths[GD_WGS84_KERNELS_MAX];
    size_t count = gd_wgs84_kernels(widths);
    for (size_t width = 0; width < count; width++) {
        if (!widths[width].usable) {
            print_message("this processor has no %s\n", widths[width].name);
            continue;
        }
        check_classes(&widths[width]);
        check_that_few_are_left_out(&widths[width]);
    }
    assert_true(widths[count - 1].usable);
}

/* ---- All pairs ------------------------------------------------------------------------- */

static void check_all(size_t count)
{
    geodist_distance_many(geodist_wgs84, from_points(0), to_points(0), count, distances);
    for (size_t i = 0; i < count; i++)
        assert_same(distances[i], one_by_one(i));
}

static void gives_the_same_bits_as_one_by_one(void **state)
{
    (void)state;
    uint64_t seed = 23;
    for (int round = 0; round < 300; round++) {
        for (size_t i = 0; i < MOST; i++)
            set(i, random_pair((pair_class)(random_bits(&seed) % pair_classes), &seed));
        check_all(MOST);
    }
}

/* Points on round degrees: on the equator, on one meridian, at the poles, at the antipode, twice
 * the same, and in two spellings. */
static void agrees_on_every_pair_of_round_degrees(void **state)
{
    (void)state;
    static const double shifts[] = {0, 1e-300, -1e-160, 1e-13, 1e-10, -1e-7, 0.5};
    enum { SHIFTS = sizeof shifts / sizeof *shifts };
    size_t count = 0;
    for (int lat1 = -90; lat1 <= 90; lat1 += 30)
        for (int lat2 = -90; lat2 <= 90; lat2 += 30)
            for (int lon1 = -180; lon1 <= 180; lon1 += 90)
                for (int lon2 = -360; lon2 <= 360; lon2 += 45)
                    for (size_t i = 0; i < SHIFTS * SHIFTS; i++) {
                        geodist_point to = {lat2, lon2};
                        to = shifted(to, shifts[i % SHIFTS], shifts[i / SHIFTS]);
                        set(count++, (pair){{lat1, lon1}, to});
                        if (count == MOST) {
                            check_all(count);
                            count = 0;
                        }
                    }
    check_all(count);
}

static void fills_exactly_the_elements_asked_for(void **state)
{
    (void)state;
    uint64_t seed = 24;
    for (size_t i = 0; i < MOST; i++)
        set(i, random_pair(any_pair, &seed));
    for (size_t start = 0; start < 8; start++)
        for (size_t count = 0; count + start <= MOST; count += 1 + count / 40) {
            for (size_t i = 0; i < MOST + 8; i++)
                distances[i] = -1;
            geodist_distance_many(geodist_wgs84, from_points(start), to_points(start), count,
                                  distances + start);
            for (size_t i = 0; i < MOST + 8; i++)
                assert_same(distances[i], i < start || i >= start + count ? -1 : one_by_one(i));
        }
}

static void accepts_every_number(void **state)
{
    (void)state;
    static const double odd[] = {
        0,         -0.0,     90,        -90,    90.00000000000002,
        180,       -180,     360,       -360,   540,
        1e9,       1e300,    -1e-300,   5e-324, 179.99999999999997,
        45,        2.3e-308, -1.5e-160, NAN,    INFINITY,
        -INFINITY, 135,      -135,      -45,    89.99999999999999,
    };
    enum { ODD = sizeof odd / sizeof *odd };
    uint64_t seed = 25;
    for (int round = 0; round < 1000; round++) {
        for (size_t i = 0; i < 300; i++) {
            pair p = random_pair(any_pair, &seed);
            if (random_bits(&seed) % 50 == 0)
                for (double *number = &p.from.lat; number <= &p.to.lon; number++)
                    if (random_bits(&seed) % 2)
                        *number = odd[random_bits(&seed) % ODD];
            set(i, p);
        }
        check_all(300);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_the_same_bits_at_every_width),
        cmocka_unit_test(gives_the_same_bits_as_one_by_one),
        cmocka_unit_test(agrees_on_every_pair_of_round_degrees),
        cmocka_unit_test(fills_exactly_the_elements_asked_for),
        cmocka_unit_test(accepts_every_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
