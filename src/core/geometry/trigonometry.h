/* Sine, cosine and arctangent within a unit in the last place. The functions of C libraries differ
 * in the last digit; these give the same bits everywhere. From libm they use only functions that
 * are correctly rounded or exact. */
#ifndef GD_TRIGONOMETRY_H
#define GD_TRIGONOMETRY_H

#include "geometry/polynomial.h"

#include <math.h>
#include <stdbool.h>

static const double pi = 3.14159265358979323846;
static const double half_pi = 1.57079632679489661923;
static const double half_pi_below = 6.123233995736766e-17; /* pi / 2 - half_pi */

/* The sine of an angle of at most pi / 4. Taylor's series: the terms left out are below 1e-19 of
 * the value. */
static inline double sine_within_45(double x)
{
    static const double c[] = {
        -1 / 6.0,        1 / 120.0,        -1 / 5040.0,          1 / 362880.0,
        -1 / 39916800.0, 1 / 6227020800.0, -1 / 1307674368000.0, 1 / 355687428096000.0};
    double y = x * x, yy = y * y;
    return x + x * y * polynomial_8(y, yy, yy * yy, c);
}

/* The cosine of an angle of at most pi / 4. The rounding error of 1 - x^2 / 2 is added to the
 * smaller terms. */
static inline double cosine_within_45(double x)
{
    static const double c[] = {
        1 / 24.0,        -1 / 720.0,         1 / 40320.0,          -1 / 3628800.0,
        1 / 479001600.0, -1 / 87178291200.0, 1 / 20922789888000.0, -1 / 6402373705728000.0};
    double y = x * x, yy = y * y, half = y / 2, rest = 1 - half;
    return rest + ((1 - rest - half) + yy * polynomial_8(y, yy, yy * yy, c));
}

/* The sine and cosine of `rest` plus a number of quarter turns, for a rest within pi / 4. Of the
 * number, bit 0 is `odd` and bit 1 is `second`. A cosine of zero is +0. */
static inline void sin_cos_of_quarters(bool odd, bool second, double rest, double *sine,
                                       double *cosine)
{
    double s = sine_within_45(rest), c = cosine_within_45(rest);
    double turned_sine = odd ? c : s, turned_cosine = odd ? -s : c;
    *sine = second ? -turned_sine : turned_sine;
    *cosine = (second ? -turned_cosine : turned_cosine) + 0.0; /* -0 becomes +0 */
}

/* The sine and cosine of an angle in radians. Quarter turns are subtracted in three parts, the
 * first two of which have so few bits that the products are exact (W. J. Cody and W. Waite,
 * Software Manual for the Elementary Functions, 1980). Angles above 2^20 radians are reduced by the
 * rounded 2 pi. */
static inline void sin_cos(double radians, double *sine, double *cosine)
{
    static const double part1 = 0x1.921fb544p+0, part2 = 0x1.0b4611a6p-34,
                        part3 = 0x1.3198a2e037073p-69;
    if (fabs(radians) > 0x1p20)
        radians = remainder(radians, 2 * pi);
    double quarters = nearbyint(radians * (1 / half_pi));
    double rest = ((radians - quarters * part1) - quarters * part2) - quarters * part3;
    if (!isfinite(radians))
        quarters = 0;
    sin_cos_of_quarters((int)quarters & 1, (int)quarters & 2, rest, sine, cosine);
}

/* atan(x) / x - 1 from x squared, at most tan^2 (pi / 8). Minimax, 6.6e-20 before rounding. */
static inline double arctangent_excess(double x)
{
    static const double c[] = {-0x1.5555555555555p-2, 0x1.9999999999815p-3,  -0x1.2492492481cbep-3,
                               0x1.c71c71bca8eccp-4,  -0x1.745d15680820ap-4, 0x1.3b137c24263dbp-4,
                               -0x1.110d2f1c25d13p-4, 0x1.e17f3d17656fp-5,   -0x1.abcc407d40876p-5,
                               0x1.7216ac82623dfp-5,  -0x1.14bdaa3771c63p-5, 0x1.fb82bca0685ddp-7};
    double xx = x * x, xxxx = xx * xx;
    return x * (polynomial_8(x, xx, xxxx, c) + xxxx * xxxx * polynomial_4(x, xx, c + 8));
}

/* The angle whose sine and cosine are the two numbers times some positive number, as atan2: within
 * [-pi, pi]. Angles above pi / 8 are computed as a difference from pi / 4, those above 3 pi / 8 as
 * a difference from pi / 2. There is no branch, so that loops can be turned into vectors. */
static inline double arctangent(double sine, double cosine)
{
    double across = fabs(sine), along = fabs(cosine);
    bool steep = across > along;
    double small = steep ? along : across, large = steep ? across : along;
    bool middling = small > 0.41421356237309503 * large;
    double divisor = middling ? small + large : large == 0 ? 1 : large;
    double tangent = (middling ? small - large : small) / divisor;
    double angle = tangent + tangent * arctangent_excess(tangent * tangent);
    angle = middling ? half_pi / 2 + (half_pi_below / 2 + angle) : angle;
    angle = steep ? half_pi + (half_pi_below - angle) : angle;
    angle = copysign(1, cosine) < 0 ? pi + (2 * half_pi_below - angle) : angle;
    return copysign(angle, sine);
}

/* A power of two for two numbers whose squares or products are needed: a large one if both numbers
 * are so small that these would underflow, otherwise 1. Multiplying by it is exact. */
static inline double underflow_scale(double a, double b)
{
    return fmax(fabs(a), fabs(b)) < 0x1p-300 ? 0x1p700 : 1;
}

#endif
