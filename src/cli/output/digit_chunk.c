#include "output/digit_chunk.h"

#include <math.h>

static inline uint64_t bits_of(double number)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits;
}

/* The product in doubles is off by less than a thousandth below 2^40, so rounding it is right
 * unless it is that close to a half. There is a doubt then, and for products that are negative,
 * NaN, or 2^40 and more. Doubles of 2^52 and more have no fraction: adding 2^52 rounds to an
 * integer, which is in the low bits of the sum. All this is integer arithmetic and sums, so that it
 * becomes vectors on every processor. */
static inline void spread_chunk(const double *numbers, size_t count, double power, digit_chunk *to)
{
    const uint64_t most = bits_of(0x1p40) - 1;
    for (size_t i = 0; i < count; i++) {
        double product = numbers[i] * power, sum = product + 0x1p52;
        double rest = product - (sum - 0x1p52);
        uint64_t scaled = bits_of(sum) & ((UINT64_C(1) << 52) - 1);
        uint64_t first = before_eight_digits(scaled), size = bits_of(product);
        to->first[i] = spread_digits(first);
        to->last[i] = spread_digits(scaled - first * 100000000);
        to->doubts[i] = size | (most - size) | bits_of(0.499 - fabs(rest));
    }
}

static void spread_portably(const double *numbers, size_t count, double power, digit_chunk *to)
{
    spread_chunk(numbers, count, power, to);
}

#if defined(__x86_64__)
__attribute__((flatten, target("avx2"))) static void
spread_by_four(const double *numbers, size_t count, double power, digit_chunk *to)
{
    spread_chunk(numbers, count, power, to);
}

__attribute__((flatten, target("avx512f,avx512dq,avx512vl"))) static void
spread_by_eight(const double *numbers, size_t count, double power, digit_chunk *to)
{
    spread_chunk(numbers, count, power, to);
}
#endif

size_t gd_digit_kernels(digit_kernel kernels[GD_DIGIT_KERNELS_MAX])
{
    size_t count = 0;
#if defined(__x86_64__)
    bool has_avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
                      __builtin_cpu_supports("avx512vl");
    kernels[count++] = (digit_kernel){"AVX-512", spread_by_eight, has_avx512};
    kernels[count++] = (digit_kernel){"AVX2", spread_by_four, __builtin_cpu_supports("avx2")};
#endif
    kernels[count++] = (digit_kernel){"portable", spread_portably, true};
    return count;
}

gd_digit_spreader *gd_widest_digit_spreader(void)
{
    digit_kernel kernels[GD_DIGIT_KERNELS_MAX];
    gd_digit_kernels(kernels);
    size_t i = 0;
    while (!kernels[i].usable)
        i++;
    return kernels[i].run;
}
