/* The usual lines of bare numbers, read with vectors. */
#ifndef GD_COORDINATE_LIST_SIMD_H
#define GD_COORDINATE_LIST_SIMD_H

#include <geodist.h>

/* Both are as geodist_parse_points() for some texts. For other texts, and for more points than the
 * capacity, they return 0; the arrays may then have been written to. They read no byte outside of
 * the text. */

/* Reads texts of 16 to 63 bytes whose numbers have one to three digits, a point and one to eight
 * digits, with one byte between each two numbers and nothing or one blank at the end. Without SSE2
 * it reads no text. */
size_t gd_parse_points_sse2(geodist_text text, double *lat, double *lon, size_t capacity);

/* Reads texts whose numbers have a minus or no sign and at most 15 digits, some of them before and
 * some after a point; in texts of more than 63 bytes fewer than 14 after each other. To be called
 * only if gd_has_avx512_reader(). */
size_t gd_parse_points_avx512(geodist_text text, double *lat, double *lon, size_t capacity);

/* Whether the processor has the instructions. */
static inline bool gd_has_avx512_reader(void)
{
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("avx512vbmi") &&
           __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("bmi") &&
           __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
#else
    return false;
#endif
}

#endif
