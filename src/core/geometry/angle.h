/* Angles in degrees. They are reduced, added and subtracted without rounding, so that 90 and 180
 * degrees are exact and small differences keep all their digits. */
#ifndef GD_ANGLE_H
#define GD_ANGLE_H

#include "geometry/trigonometry.h"

#include <float.h>

/* exact_sum and correct rounding need every operation on doubles rounded to double, once. Methods 0
 * and 1 do so: method 1 (s390x) only evaluates float as double. Method 2 is that of the x87. */
_Static_assert(FLT_EVAL_METHOD == 0 || FLT_EVAL_METHOD == 1,
               "doubles are rounded more than once: on x87, compile with -msse2 -mfpmath=sse");

static const double degree = 0.017453292519943295769; /* in radians */

/* Returns a + b rounded, and sets *residue so that the two together are a + b exactly (D. E. Knuth,
 * TAOCP 2, 4.2.2, theorem B). */
static inline double exact_sum(double a, double b, double *residue)
{
    double sum = a + b;
    double b_part = sum - a;
    double a_part = sum - b_part;
    *residue = (a - a_part) + (b - b_part);
    return sum;
}

/* The same direction within [-180, 180] degrees, exactly; -180 and 180 stay as they are. NaN for an
 * infinity. */
static inline double reduced_degrees(double degrees)
{
    return fabs(degrees) <= 180 ? degrees : remainder(degrees, 360);
}

/* As longitude_difference(), for longitudes within [-180, 180], without a branch. */
static inline double reduced_longitude_difference(double from, double to, double *residue)
{
    double sum = exact_sum(-from, to, residue);
    sum -= fabs(sum) > 180 ? copysign(360, sum) : 0; /* exact */
    return exact_sum(sum, *residue, residue);
}

/* The angle from one longitude to another, within [-180, 180] degrees: exactly the value returned
 * plus *residue. Exchanging the longitudes changes only the sign of both. The sum is reduced before
 * its residue is added, because 179.99999999999 to -179.99999999999 would lose the residue
 * otherwise (C. F. F. Karney, GeographicLib, Math::AngDiff). */
static inline double longitude_difference(double from, double to, double *residue)
{
    return reduced_longitude_difference(reduced_degrees(from), reduced_degrees(to), residue);
}

/* As sin_cos_degrees(), for angles within [-180, 180], without a branch. */
static inline void sin_cos_of_reduced_degrees(double degrees, double *sine, double *cosine)
{
    double size = fabs(degrees);
    bool odd = size > 45 && size < 135, second = degrees < -45 || degrees >= 135;
    double rest = degrees - copysign(odd ? 90 : size >= 135 ? 180 : 0, degrees); /* exact */
    sin_cos_of_quarters(odd, second, rest * degree, sine, cosine);
    *sine = *sine == 0 ? copysign(0, degrees) : *sine;
}

/* Sine and cosine together. Multiples of 90 give exactly 0, 1 and -1. A sine of zero has the sign
 * of the angle, a cosine of zero is +0 (C11 F.10.1, IEEE 754 sinPi, cosPi). */
static inline void sin_cos_degrees(double degrees, double *sine, double *cosine)
{
    sin_cos_of_reduced_degrees(reduced_degrees(degrees), sine, cosine);
    if (*sine == 0)
        *sine = copysign(0, degrees);
}

static inline double sin_degrees(double degrees)
{
    double sine, cosine;
    sin_cos_degrees(degrees, &sine, &cosine);
    return sine;
}

static inline double cos_degrees(double degrees)
{
    double sine, cosine;
    sin_cos_degrees(degrees, &sine, &cosine);
    return cosine;
}

#endif
