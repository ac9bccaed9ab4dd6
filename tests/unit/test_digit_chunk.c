#include "output/digit_chunk.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>

#include "check.h"
#include "pairs.h"

static digit_kernel kernels[GD_DIGIT_KERNELS_MAX];
static size_t kernel_count;

static uint64_t value_of(uint64_t digits)
{
    uint64_t value = 0;
    for (int i = 0; i < 8; i++) {
        assert_true((digits >> 8 * i & 0xff) <= 9);
        value = 10 * value + (digits >> 8 * i & 0xff);
    }
    return value;
}

static void check_integer(uint64_t number)
{
    double numbers[] = {(double)number};
    for (size_t k = 0; k < kernel_count; k++) {
        digit_chunk chunk;
        if (!kernels[k].usable)
            continue;
        kernels[k].run(numbers, 1, 1, &chunk);
        assert_false(is_doubtful(chunk.doubts[0]));
        assert_int_equal(value_of(chunk.first[0]), number / 100000000);
        assert_int_equal(value_of(chunk.last[0]), number % 100000000);
    }
}

/* The quotients by 10^8 and 10^4 are products; they could go wrong only next to a multiple. */
static void splits_every_integer(void **state)
{
    (void)state;
    const uint64_t limit = (uint64_t)1 << 40;
    for (uint64_t number = 100000000; number < limit; number += 100000000) {
        check_integer(number - 1);
        check_integer(number);
        check_integer(number + 255);
    }
    for (uint64_t number = 0; number < 100000000; number += 10000) {
        check_integer(number);
        check_integer(number + 9999);
        check_integer(number + number / 10000);
    }
    check_integer(limit - 1);
}

/* Numbers of every size, and the halves between two integers and their neighbours. */
static double any_number(uint64_t *seed)
{
    double number = ldexp(random_between(seed, 1, 2), (int)(random_bits(seed) % 60) - 15);
    switch (random_bits(seed) % 6) {
    case 0:
        number = floor(number) + 0.5;
        break;
    case 1:
        number = floor(number) + 0.5 + random_between(seed, -0.01, 0.01);
        break;
    case 2:
        number = floor(number * 10) / 10;
        break;
    }
    return number;
}

static void rounds_to_the_nearest_or_doubts(void **state)
{
    (void)state;
    static const double powers[] = {1, 10, 100, 1e3, 1e6, 1e7};
    uint64_t seed = 21, doubts = 0, all = 0;
    for (int round = 0; round < 20000; round++) {
        double numbers[GD_DIGIT_CHUNK], power = powers[round % 6];
        size_t count = 1 + random_bits(&seed) % GD_DIGIT_CHUNK;
        digit_chunk chunks[GD_DIGIT_KERNELS_MAX];
        for (size_t i = 0; i < count; i++)
            numbers[i] = any_number(&seed);
        for (size_t k = 0; k < kernel_count; k++)
            if (kernels[k].usable)
                kernels[k].run(numbers, count, power, &chunks[k]);
        for (size_t i = 0; i < count; i++) {
            const digit_chunk *plain = &chunks[kernel_count - 1];
            bool doubtful = is_doubtful(plain->doubts[i]);
            char expected[400], actual[40];
            for (size_t k = 0; k < kernel_count; k++)
                if (kernels[k].usable) {
                    assert_int_equal(is_doubtful(chunks[k].doubts[i]), doubtful);
                    assert_true(doubtful || (chunks[k].first[i] == plain->first[i] &&
                                             chunks[k].last[i] == plain->last[i]));
                }
            all++;
            doubts += doubtful && numbers[i] * power < 0x1p40;
            if (doubtful)
                continue;
            snprintf(expected, sizeof expected, "%.0Lf", (long double)numbers[i] * power);
            snprintf(actual, sizeof actual, "%" PRIu64,
                     value_of(plain->first[i]) * 100000000 + value_of(plain->last[i]));
            assert_string_equal(actual, expected);
        }
    }
    assert_true(doubts < all / 2);
}

static void doubts_what_it_cannot_spread(void **state)
{
    (void)state;
    const double odd[] = {NAN, -NAN,  INFINITY, -INFINITY, -1,      -5e-324,
                          0.5, 1.499, 0x1p40,   1e300,     -0x1p41, 0x1p53};
    for (size_t k = 0; k < kernel_count; k++)
        for (size_t i = 0; i < sizeof odd / sizeof *odd && kernels[k].usable; i++) {
            double numbers[GD_DIGIT_CHUNK] = {0};
            digit_chunk chunk;
            size_t at = i % 9;
            numbers[at] = odd[i];
            kernels[k].run(numbers, GD_DIGIT_CHUNK, 1, &chunk);
            for (size_t j = 0; j < GD_DIGIT_CHUNK; j++)
                assert_int_equal(is_doubtful(chunk.doubts[j]), j == at);
        }
}

static void doubts_few_numbers(void **state)
{
    (void)state;
    uint64_t seed = 22, doubts = 0;
    enum { ROUNDS = 10000 };
    for (int round = 0; round < ROUNDS; round++) {
        double number = random_between(&seed, 0, 20015.2);
        digit_chunk chunk;
        gd_widest_digit_spreader()(&number, 1, 1e6, &chunk);
        doubts += is_doubtful(chunk.doubts[0]);
    }
    assert_true(doubts < ROUNDS / 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(splits_every_integer),
        cmocka_unit_test(rounds_to_the_nearest_or_doubts),
        cmocka_unit_test(doubts_what_it_cannot_spread),
        cmocka_unit_test(doubts_few_numbers),
    };
    kernel_count = gd_digit_kernels(kernels);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
