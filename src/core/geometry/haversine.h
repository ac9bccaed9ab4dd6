/* The haversine formula: the angle between two points at the centre of the sphere. It has only
 * sums, products, selections and one square root, and no branch. So a compiler can turn a loop of
 * it into vectors, and every machine gives the same bits. */
#ifndef GD_HAVERSINE_H
#define GD_HAVERSINE_H

#include "geometry/angle.h"

#include <geodist.h>

/* Sines are computed as multiples of 2^511, so that the square of a small one does not underflow.
 * Multiplying by a power of two is exact. */
#define GD_SINE_SCALE 0x1p511
#define GD_INVERSE_SQUARE_SCALE 0x1p-1022

/* The sine of 0 to 90 degrees, times GD_SINE_SCALE. Minimax, 1.7e-17 (relative) before rounding. */
static inline double scaled_sine_of_degrees(double degrees)
{
    static const double c[] = {
        -0x1.dbb820d942f68p-21 * GD_SINE_SCALE,  0x1.dad94eae10613p-37 * GD_SINE_SCALE,
        -0x1.c368d9fa64ed4p-54 * GD_SINE_SCALE,  0x1.f4a604b639b48p-72 * GD_SINE_SCALE,
        -0x1.6b7115b6c040cp-90 * GD_SINE_SCALE,  0x1.7412790de9599p-109 * GD_SINE_SCALE,
        -0x1.1aa91ff9ee9eap-128 * GD_SINE_SCALE, 0x1.3cf8569c78dc6p-148 * GD_SINE_SCALE};
    double x = degrees * degrees, xx = x * x;
    return degrees * (0x1.1df46a2529d39p-6 * GD_SINE_SCALE + x * polynomial_8(x, xx, xx * xx, c));
}

/* asin(s) / s - 1 from s squared, 0 to 0.26. Minimax, 6.4e-18 before rounding. */
static inline double arcsine_excess(double x)
{
    static const double c[] = {0x1.3333333332b8cp-4, 0x1.6db6db6e87835p-5,  0x1.f1c71be856abfp-6,
                               0x1.6e8bba41484ep-6,  0x1.1c4c6c28d837ap-6,  0x1.c9e6aa73312aap-7,
                               0x1.773dd8f4624cap-7, 0x1.5832134b5eed5p-7,  0x1.32861f6563abbp-8,
                               0x1.3fecb3dde704cp-6, -0x1.29b8ae002564ep-6, 0x1.fc4186ac68d3p-6};
    double xx = x * x, xxxx = xx * xx;
    return x * (0x1.5555555555556p-3 +
                x * (polynomial_8(x, xx, xxxx, c) + xxxx * xxxx * polynomial_4(x, xx, c + 8)));
}

/* sin^2 of 0 to 90 degrees within 0.02. */
static inline double rough_haversine(double x)
{
    double part = x * (1.0 / 90);
    return part * part * (3 - 2 * part);
}

/* The latitude, or NaN if it is out of range. */
static inline double latitude(double degrees)
{
    return fabs(degrees) <= 90 ? degrees : NAN;
}

/* The angle in radians, 0 to pi, for latitudes within [-90, 90] and longitudes within [-180, 180];
 * NaN if one is NaN. The haversine (R. W. Sinnott, Virtues of the Haversine, Sky & Telescope 68,
 * 1984, p. 159) is
 *
 *     h = sin^2(angle / 2) = sin^2((lat2 - lat1) / 2) + cos lat1 cos lat2 sin^2(dlon / 2).
 *
 * An h near 1 determines the angle badly: 0.27 m are lost at the antipode. So for angles of more
 * than about 90 degrees the haversine to the antipode of the first point is computed, and the angle
 * it gives is subtracted from pi. With x half the difference of the latitudes and y half the sum of
 * the colatitudes from the nearer pole, both exact where they are small,
 *
 *     cos lat1 cos lat2 = sin^2 y - sin^2 x,
 *
 * which cancels only where the first term of h is the larger. The angle is then twice the arcsine
 * of sqrt(h), if h is below 1/4, and otherwise the arccosine of 1 - 2h, for angles up to a little
 * more than 90 degrees. Angles below 5e-308, for which the scaled h underflows, lose digits.
 *
 * There are three steps, so that a loop over many pairs can take each step for a block of pairs
 * before the next: see haversine_batch.c. */

/* x, y and z = dlon / 2 in degrees, to the antipode if the points are far apart. */
typedef struct {
    double x, y, z;
    bool far;
} half_angles;

static inline half_angles half_angles_between(double lat1, double lon1, double lat2, double lon2)
{
    double residue, dlon = exact_sum(-lon1, lon2, &residue);
    dlon -= fabs(dlon) > 180 ? copysign(360, dlon) : 0; /* exact; afterwards |dlon| <= 180 */
    double z = fabs(dlon + residue) / 2;

    double rough_lat = rough_haversine(fabs(lat2 - lat1) / 2);
    double rough_sum = rough_haversine(fabs(lat2 + lat1) / 2);
    bool far = rough_lat + (1 - rough_lat - rough_sum) * rough_haversine(z) > 0.5;
    lat1 = far ? -lat1 : lat1;

    double pole = copysign(1, lat1 + lat2);
    return (half_angles){.x = fabs(lat2 - lat1) / 2,
                         .y = ((90 - pole * lat1) + (90 - pole * lat2)) / 2,
                         .z = far ? 90 - z : z,
                         .far = far};
}

/* h times the square of GD_SINE_SCALE. */
static inline double scaled_haversine(double x, double y, double z)
{
    double sin_x = scaled_sine_of_degrees(x);
    double sin_y = scaled_sine_of_degrees(y);
    double sin_z = scaled_sine_of_degrees(z);
    double cosines = (sin_y - sin_x) * (sin_y + sin_x) * GD_INVERSE_SQUARE_SCALE;
    return sin_x * sin_x + cosines * (sin_z * sin_z);
}

static inline double angle_of_haversine(double scaled_h, bool far)
{
    double h = scaled_h * GD_INVERSE_SQUARE_SCALE;
    bool small = h < 0.25;
    double cosine = 1 - 2 * h;
    double s = small ? sqrt(scaled_h) * (2 / GD_SINE_SCALE) : cosine;
    double arcsine = s + s * arcsine_excess(small ? h : cosine * cosine);
    double angle = small ? arcsine : half_pi_below - arcsine + half_pi;
    return far ? pi - angle : angle;
}

static inline double central_angle(double lat1, double lon1, double lat2, double lon2)
{
    half_angles half = half_angles_between(lat1, lon1, lat2, lon2);
    return angle_of_haversine(scaled_haversine(half.x, half.y, half.z), half.far);
}

/* The angle between two points at the centre of the sphere, in radians: 0 to pi. Symmetric to
 * the last bit; +0 for two spellings of one point; NaN if a number is NaN or infinite or
 * a latitude lies outside -90 to 90. Angles from 5e-308 on are accurate to 1e-15 of their size;
 * smaller ones lose digits, and those below 1e-315 are 0. */
double gd_central_angle(geodist_point from, geodist_point to);

#endif
