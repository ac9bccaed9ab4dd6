#include "output/digit_chunk.h"

static inline void spread_chunk(const double *numbers, size_t count, double power, digit_chunk *to)
{
    for (size_t i = 0; i < count; i++) {
        rounded_product rounded = round_product(numbers[i] * power);
        uint64_t first = before_eight_digits(rounded.integer);
        to->first[i] = spread_digits(first);
        to->last[i] = spread_digits(rounded.integer - first * 100000000);
        to->doubts[i] = rounded.doubt;
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
