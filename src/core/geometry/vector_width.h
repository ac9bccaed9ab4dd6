/* Which widths of vectors the processor has, for kernels that are compiled once for each. */
#ifndef GD_VECTOR_WIDTH_H
#define GD_VECTOR_WIDTH_H

#include <stdbool.h>

#if defined(__x86_64__)
static inline bool has_avx2(void)
{
    return __builtin_cpu_supports("avx2");
}

static inline bool has_avx512(void)
{
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512vl");
}
#endif

#endif
