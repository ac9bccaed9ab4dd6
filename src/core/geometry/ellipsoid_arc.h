/* An arc of the auxiliary sphere, on which a geodesic is a great circle, and what the series make
 * of it. Numbers in brackets are equations of C. F. F. Karney, Algorithms for geodesics, J. Geodesy
 * 87, 43-55 (2013), doi 10.1007/s00190-012-0578-z. */
#ifndef GD_ELLIPSOID_ARC_H
#define GD_ELLIPSOID_ARC_H

#include "geometry/angle.h"
#include "geometry/ellipsoid_series.h"

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

static inline angle unit(double sine, double cosine)
{
    double length = sqrt(sine * sine + cosine * cosine);
    return (angle){sine / length, cosine / length};
}

static inline angle sum(angle a, angle b)
{
    return (angle){a.sin * b.cos + a.cos * b.sin, a.cos * b.cos - a.sin * b.sin};
}

/* To the last bit for 0.015 radians and less: x^9 / 9! is below 1e-22. */
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

/* Reduced latitude: tan beta = (1 - f) tan phi (6). *length divides both. */
static inline angle reduced_latitude(double lat, double *length)
{
    angle phi = angle_of(lat);
    double sine = (1 - flattening) * phi.sin;
    *length = sqrt(sine * sine + phi.cos * phi.cos);
    return (angle){sine / *length, phi.cos / *length};
}

/* ---- An arc of the auxiliary sphere -------------------------------------------------- */

typedef struct {
    double sin_alpha0;
    double sigma; /* its length */
    double sin_sigma, cos_sigma;
    double cos_sum; /* of sigma1 + sigma2, its ends' distances from the equator */
    angle alpha1, alpha2;
} arc;

/* What the series of one arc share. */
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
    return flattening * a->sin_alpha0 * series_a3(x->eps) * (a->sigma + weighed(c, x->wave, 5));
}

/* The length (7) less that of an arc of the equator. What is small is added up first: s = a (sigma
 * + (b A1 / a - 1) sigma + ...) is rounded three times only where it is large. */
static inline double metres_along(const arc *a, const expansion *x, double less)
{
    double c[6], a1_less_1 = series_a1_less_1(x->eps);
    series_c1(x->eps, c);
    double stretch = a1_less_1 - flattening * (1 + a1_less_1); /* b A1 / a - 1 */
    double rest = stretch * a->sigma + (1 + stretch) * weighed(c, x->wave, 6) - less;
    return equatorial_radius * (a->sigma + rest);
}

#endif
