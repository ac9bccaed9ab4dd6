/* An arc of the auxiliary sphere, on which a geodesic is a great circle, and the length and
 * longitude that the series give for it. Numbers in brackets are equations of C. F. F. Karney,
 * Algorithms for geodesics, J. Geodesy 87, 43-55 (2013), doi 10.1007/s00190-012-0578-z. */
#ifndef GD_ELLIPSOID_ARC_H
#define GD_ELLIPSOID_ARC_H

#include "geometry/angle.h"
#include "geometry/ellipsoid_series.h"

/* Functions so long that compilers would call them. In a loop that is to be turned into vectors
 * there must be no call. */
#if defined(__GNUC__)
#  define GD_INLINE static inline __attribute__((always_inline))
#else
#  define GD_INLINE static inline
#endif

typedef struct {
    double sin, cos;
} angle;

static inline double squared(double x)
{
    return x * x;
}

static inline angle angle_of(double degrees)
{
    angle a;
    sin_cos_degrees(degrees, &a.sin, &a.cos);
    return a;
}

/* For degrees within [-180, 180]. */
static inline angle angle_of_reduced(double degrees)
{
    angle a;
    sin_cos_of_reduced_degrees(degrees, &a.sin, &a.cos);
    return a;
}

/* The angle whose sine and cosine are the two numbers times a positive number; NaN for 0 and 0. */
static inline angle unit(double sine, double cosine)
{
    double scale = underflow_scale(sine, cosine);
    double length = sqrt(squared(sine * scale) + squared(cosine * scale));
    return (angle){sine * scale / length, cosine * scale / length};
}

static inline angle sum(angle a, angle b)
{
    return (angle){a.sin * b.cos + a.cos * b.sin, a.cos * b.cos - a.sin * b.sin};
}

/* The sine of 0.015 radians or less, to the last bit: x^9 / 9! is below 1e-22. */
static inline double small_sine(double x)
{
    double y = x * x;
    return x - x * y * (1. / 6 - y * (1. / 120 - y / 5040));
}

static inline angle small_angle(double x)
{
    double y = x * x;
    return (angle){small_sine(x), 1 - y * (1. / 2 - y * (1. / 24 - y / 720))};
}

/* Reduced latitude: tan beta = (1 - f) tan phi (6). Sets *length to the divisor of sine, cosine. */
static inline angle reduced_latitude(double lat, double *length)
{
    angle phi = angle_of_reduced(lat);
    double sine = (1 - flattening) * phi.sin;
    *length = sqrt(sine * sine + phi.cos * phi.cos);
    return (angle){sine / *length, phi.cos / *length};
}

/* ---- An arc of the auxiliary sphere ------------------------------------------------ */

typedef struct {
    double sin_alpha0;
    double sigma; /* its length */
    double sin_sigma, cos_sigma;
    double cos_sum; /* cos(sigma1 + sigma2): sigma is counted from the equator */
    angle alpha1, alpha2; /* azimuths at the ends */
} arc;

/* The arguments that the series of one arc share. */
typedef struct {
    double k_squared, eps, wave[6];
} expansion;

static inline expansion expand(const arc *a)
{
    expansion x;
    x.k_squared = second_e_squared * (1 - squared(a->sin_alpha0)); /* (9) */
    x.eps = expansion_parameter(x.k_squared);
    waves(a->cos_sum, a->sin_sigma, a->cos_sigma, x.wave);
    return x;
}

/* omega12 - lambda12 (8). */
static inline double longitude_lag(const arc *a, const expansion *x)
{
    double c[5];
    series_c3(x->eps, c);
    return flattening * a->sin_alpha0 * series_a3(x->eps) *
           (a->sigma + weighted_sum(c, x->wave, 5));
}

/* The length (7), less `less` times the equatorial radius. The small terms of s = a (sigma +
 * (b A1 / a - 1) sigma + ...) are added first: only three operations round a large number. */
static inline double metres_along(const arc *a, const expansion *x, double less)
{
    double c[6], a1_less_1 = series_a1_less_1(x->eps);
    series_c1(x->eps, c);
    double stretch = a1_less_1 - flattening * (1 + a1_less_1); /* b A1 / a - 1 */
    double rest = stretch * a->sigma + (1 + stretch) * weighted_sum(c, x->wave, 6) - less;
    return equatorial_radius * (a->sigma + rest);
}

#endif
