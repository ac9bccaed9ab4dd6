#include <geodist.h>

#include "check.h"
#include "geometry/haversine_batch.h"
#include "pair_arrays.h"

static const geodist_earth unit_sphere = {GEODIST_MODEL_SPHERE, 1};

static void fill(pair_class class, uint64_t *seed)
{
    for (size_t i = 0; i < MOST; i++)
        set(i, within_180(random_pair(class, seed)));
}

static void gives_the_same_bits_at_every_width(void **state)
{
    (void)state;
    gd_kernel widths[GD_KERNELS_MAX];
    size_t count = gd_distance_kernels(widths), ran = 0;
    for (size_t width = 0; width < count; width++) {
        if (!widths[width].usable) {
            print_message("this processor has no %s\n", widths[width].name);
            continue;
        }
        uint64_t seed = 11;
        for (int class = 0; class < pair_classes; class ++)
            for (int round = 0; round < 100; round++) {
                fill((pair_class) class, &seed);
                widths[width].run(GEODIST_MEAN_RADIUS, from_points(0), to_points(0), MOST,
                                  distances);
                for (size_t i = 0; i < MOST; i++)
                    assert_same(distances[i],
                                geodist_distance(geodist_sphere, get(i).from, get(i).to));
            }
        ran++;
    }
    assert_true(widths[count - 1].usable);
    assert_true(ran > 0);
}

static void fills_exactly_the_elements_asked_for(void **state)
{
    (void)state;
    uint64_t seed = 12;
    fill(any_pair, &seed);
    for (size_t start = 0; start < 8; start++)
        for (size_t count = 0; count + start <= MOST; count += 1 + count / 40) {
            for (size_t i = 0; i < MOST + 8; i++)
                distances[i] = -1;
            geodist_distance_many(unit_sphere, from_points(start), to_points(start), count,
                                  distances + start);
            for (size_t i = 0; i < MOST + 8; i++)
                assert_same(distances[i],
                            i < start || i >= start + count
                                ? -1
                                : geodist_distance(unit_sphere, get(i).from, get(i).to));
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
        -INFINITY,
    };
    enum { ODD = sizeof odd / sizeof *odd };
    uint64_t seed = 13;
    for (int round = 0; round < 2000; round++) {
        for (size_t i = 0; i < 300; i++) {
            pair p = random_pair(any_pair, &seed);
            if (random_bits(&seed) % 50 == 0)
                for (double *number = &p.from.lat; number <= &p.to.lon; number++)
                    if (random_bits(&seed) % 2)
                        *number = odd[random_bits(&seed) % ODD];
            set(i, p);
        }
        geodist_distance_many(geodist_sphere, from_points(0), to_points(0), 300, distances);
        for (size_t i = 0; i < 300; i++)
            assert_same(distances[i], geodist_distance(geodist_sphere, get(i).from, get(i).to));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_the_same_bits_at_every_width),
        cmocka_unit_test(fills_exactly_the_elements_asked_for),
        cmocka_unit_test(accepts_every_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
