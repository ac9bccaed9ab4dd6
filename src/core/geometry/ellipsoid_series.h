/* The ellipsoid of WGS84, and the series for the length and the longitude of an arc of the
 * auxiliary sphere. Numbers in brackets are equations of C. F. F. Karney, Algorithms for geodesics,
 * J. Geodesy 87, 43-55 (2013), doi 10.1007/s00190-012-0578-z.
 *
 * The series are of order 6 in eps and n; the terms left out are below 1e-3 nm on the earth. */
#ifndef GD_ELLIPSOID_SERIES_H
#define GD_ELLIPSOID_SERIES_H

#include <math.h>

/* NIMA TR8350.2, Department of Defense World Geodetic System 1984, table 3.1. */
#define GD_EQUATORIAL_RADIUS 6378137.0
#define GD_FLATTENING (1 / 298.257223563)

static const double equatorial_radius = GD_EQUATORIAL_RADIUS;
static const double polar_radius = GD_EQUATORIAL_RADIUS * (1 - GD_FLATTENING);
static const double flattening = GD_FLATTENING;                             /* (1) */
static const double third_flattening = GD_FLATTENING / (2 - GD_FLATTENING); /* n (2) */
static const double e_squared = GD_FLATTENING * (2 - GD_FLATTENING);        /* (3) */
static const double second_e_squared =                                      /* e'^2 (4) */
    GD_FLATTENING * (2 - GD_FLATTENING) / ((1 - GD_FLATTENING) * (1 - GD_FLATTENING));

/* The parameter eps (16) of a geodesic with azimuth alpha0 at the equator, from
 * k^2 = e'^2 cos^2 alpha0 (9): 0 for the equator to n for a meridian. */
static inline double expansion_parameter(double k_squared)
{
    double root = sqrt(1 + k_squared);
    return k_squared / (2 * (1 + root) + k_squared);
}

/* Distance: s = b A1 (sigma + sum C1[l] sin 2 l sigma) (15), from a crossing of the equator. */
static inline double series_a1_less_1(double eps)
{
    double x = eps * eps;
    return (eps + x * (1. / 4 + x * (1. / 64 + x / 256))) / (1 - eps); /* (17) */
}

static inline void series_c1(double eps, double c[6])
{
    double x = eps * eps, power = eps; /* (18) */
    c[0] = power * (-1. / 2 + x * (3. / 16 - x / 32));
    c[1] = (power *= eps) * (-1. / 16 + x * (1. / 32 - x * 9 / 2048));
    c[2] = (power *= eps) * (-1. / 48 + x * 3 / 256);
    c[3] = (power *= eps) * (-5. / 512 + x * 3 / 512);
    c[4] = (power *= eps) * (-7. / 1280);
    c[5] = (power * eps) * (-7. / 2048);
}

/* Its inverse: sigma = tau + sum C1'[l] sin 2 l tau for tau = s / (b A1) (20). */
static inline void series_c1_inverse(double eps, double c[6])
{
    double x = eps * eps, power = eps; /* (21) */
    c[0] = power * (1. / 2 + x * (-9. / 32 + x * 205 / 1536));
    c[1] = (power *= eps) * (5. / 16 + x * (-37. / 96 + x * 1335 / 4096));
    c[2] = (power *= eps) * (29. / 96 - x * 75 / 128);
    c[3] = (power *= eps) * (539. / 1536 - x * 2391 / 2560);
    c[4] = (power *= eps) * (3467. / 7680);
    c[5] = (power * eps) * (38081. / 61440);
}

/* Longitude: lambda = omega - f sin alpha0 A3 (sigma + sum C3[l] sin 2 l sigma) (8, 23). */
static inline double series_a3(double eps)
{
    const double n = third_flattening; /* (24) */
    return 1 - eps * ((1 - n) / 2 + eps * ((2 + n - 3 * n * n) / 8 +
                                           eps * ((1 + 3 * n + n * n) / 16 +
                                                  eps * ((3 + 2 * n) / 64 + eps * (3. / 128)))));
}

static inline void series_c3(double eps, double c[5])
{
    const double n = third_flattening; /* (25) */
    double power = eps;
    c[0] = power * ((1 - n) / 4 +
                    eps * ((1 - n * n) / 8 + eps * ((3 + 3 * n - n * n) / 64 +
                                                    eps * ((5 + 2 * n) / 128 + eps * (3. / 128)))));
    c[1] = (power *= eps) *
           ((2 - 3 * n + n * n) / 32 +
            eps * ((3 - 2 * n - 3 * n * n) / 64 + eps * ((3 + n) / 128 + eps * (5. / 256))));
    c[2] = (power *= eps) *
           ((5 - 9 * n + 5 * n * n) / 192 + eps * ((9 - 10 * n) / 384 + eps * (7. / 512)));
    c[3] = (power *= eps) * ((7 - 14 * n) / 512 + eps * (7. / 512));
    c[4] = (power * eps) * (21. / 2560);
}

/* sum c[l] sin 2 l angle, l = 1 to 6, by Clenshaw's recurrence. */
static inline double sine_series(const double c[6], double sine, double cosine)
{
    double twice_cos = 2 * (cosine - sine) * (cosine + sine);
    double now = c[5], before = 0;
    for (int l = 4; l >= 0; l--) {
        double next = twice_cos * now - before + c[l];
        before = now;
        now = next;
    }
    return 2 * sine * cosine * now;
}

/* wave[l - 1] = sin 2 l sigma2 - sin 2 l sigma1 = 2 cos l (sigma2 + sigma1) sin l (sigma2 -
 * sigma1), l = 1 to 6. The product does not cancel when the arc is short, and all series of one arc
 * share it. */
static inline void waves(double cos_sum, double sin_arc, double cos_arc, double wave[6])
{
    double cosine = cos_sum, cosine_before = 1;
    double sine = 2 * sin_arc, sine_before = 0;
    for (int l = 0; l < 6; l++) {
        wave[l] = cosine * sine;
        double next_cosine = 2 * cos_sum * cosine - cosine_before;
        double next_sine = 2 * cos_arc * sine - sine_before;
        cosine_before = cosine;
        sine_before = sine;
        cosine = next_cosine;
        sine = next_sine;
    }
}

static inline double weighted_sum(const double c[], const double wave[], int terms)
{
    double sum = 0;
    for (int l = terms - 1; l >= 0; l--) /* the small ones first */
        sum += c[l] * wave[l];
    return sum;
}

/* J(sigma2) - J(sigma1) (40) = A1 (sigma + ...) - A2 (sigma + ...), with (17, 18, 42, 43)
 * multiplied out to third order, which is enough for the slope of Newton's method. */
static inline double reduced_length_term(double eps, double sigma, const double wave[6])
{
    return eps * ((2 + eps * (1 + eps * 3 / 2)) * sigma - (1 + eps * eps * 5 / 8) * wave[0] -
                  eps * ((2 - eps) * wave[1] + eps * wave[2]) / 8);
}

#endif
