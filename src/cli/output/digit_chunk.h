/* The decimal digits of a chunk of numbers, which are computed for several numbers at a time, as
 * wide as the vectors of the processor are. */
#ifndef CLI_DIGIT_CHUNK_H
#define CLI_DIGIT_CHUNK_H

#include "output/digits.h"

#include <stddef.h>

enum { GD_DIGIT_CHUNK = 32 };

/* A chunk of numbers times 10^decimals, rounded: the values of the digits, in two words of eight.
 */
typedef struct {
    uint64_t first[GD_DIGIT_CHUNK], last[GD_DIGIT_CHUNK];
    uint64_t doubts[GD_DIGIT_CHUNK]; /* negative as a signed number if the digits may be wrong */
} digit_chunk;

/* Sets the first `count` elements, at most GD_DIGIT_CHUNK: each product of number and power as
 * round_product() rounds it, with its doubts. */
typedef void gd_digit_spreader(const double *numbers, size_t count, double power, digit_chunk *to);

typedef struct {
    const char *name;
    gd_digit_spreader *run;
    bool usable; /* on this processor */
} digit_kernel;

enum { GD_DIGIT_KERNELS_MAX = 3 };

/* Sets the first elements to the kernels that were compiled, widest first, and returns how many
 * there are. The last is usable everywhere. All give the same digits where there is no doubt, and
 * doubt the same numbers. */
size_t gd_digit_kernels(digit_kernel kernels[GD_DIGIT_KERNELS_MAX]);

gd_digit_spreader *gd_widest_digit_spreader(void);

#endif
