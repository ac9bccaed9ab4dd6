/* What every fuzz target includes: the entry point of libFuzzer, and checks that end the program. */
#ifndef FUZZ_H
#define FUZZ_H

#include <geodist.h>
#include <stdio.h>
#include <stdlib.h>

/* Called with each input by libFuzzer, or by replay.c. Returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REQUIRE(condition) ((condition) ? (void)0 : fuzz_fail(__FILE__, __LINE__, #condition))

static inline _Noreturn void fuzz_fail(const char *file, int line, const char *condition)
{
    fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, condition);
    abort();
}

/* The bits of a double, for comparisons that tell -0 from 0. */
static inline uint64_t fuzz_bits(double number)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits;
}

static inline bool fuzz_same_text(geodist_text a, geodist_text b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

static inline bool fuzz_same_point(geodist_point a, geodist_point b)
{
    return fuzz_bits(a.lat) == fuzz_bits(b.lat) && fuzz_bits(a.lon) == fuzz_bits(b.lon);
}

/* A point of the ranges that the header promises, without -0. */
static inline bool fuzz_is_valid_point(geodist_point point)
{
    return point.lat >= -90 && point.lat <= 90 && point.lon >= -180 && point.lon <= 180 &&
           fuzz_bits(point.lat) != fuzz_bits(-0.0) && fuzz_bits(point.lon) != fuzz_bits(-0.0);
}

#endif
