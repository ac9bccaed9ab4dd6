/* The inverse problem on the ellipsoid in canonical order. Numbers in brackets are equations of
 * C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87, 43-55 (2013), doi
 * 10.1007/s00190-012-0578-z. */
#ifndef GD_ELLIPSOID_PROBLEM_H
#define GD_ELLIPSOID_PROBLEM_H

#include "geometry/ellipsoid.h"
#include "geometry/ellipsoid_arc.h"

/* The inverse problem in the canonical order of section 4: beta1 <= 0, beta1 <= beta2 <= -beta1,
 * 0 <= lambda12 <= 180 degrees. */
typedef struct {
    angle beta1, beta2;
    double sin_difference, sin_sum; /* of beta2 - beta1 and beta2 + beta1, without cancellation */
    double root1, root2;            /* sqrt(1 + e'^2 sin^2 beta) */
    angle lambda12;
    double lon12, rest12; /* in degrees: lambda12 rounded, and 180 - lambda12 */
} problem;

/* sin(beta2 - beta1) = (1 - f) sin(phi2 - phi1) / (length1 length2), which follows from (6). */
static inline double sine_of_small_difference(double lat12, double length1, double length2)
{
    return (1 - flattening) * small_sine(lat12 * degree) / (length1 * length2);
}

GD_INLINE problem pose(double lat1, double lat2, double lon12, double residue)
{
    problem p;
    double length1, length2;
    p.beta1 = reduced_latitude(lat1, &length1);
    p.beta2 = reduced_latitude(lat2, &length2);
    p.root1 = sqrt(1 + second_e_squared * squared(p.beta1.sin));
    p.root2 = sqrt(1 + second_e_squared * squared(p.beta2.sin));
    double across = p.beta1.cos * p.beta2.sin, along = p.beta1.sin * p.beta2.cos;
    p.sin_difference = lat2 - lat1 < 0.5 ? sine_of_small_difference(lat2 - lat1, length1, length2)
                                         : across - along;
    p.sin_sum = lat2 + lat1 > -0.5 ? sine_of_small_difference(lat2 + lat1, length1, length2)
                                   : across + along;
    p.lambda12 = sum(angle_of_reduced(lon12), (angle){residue * degree, 1});
    p.lon12 = lon12;
    p.rest12 = (180 - lon12) - residue;
    return p;
}

/* The problem for two latitudes and lon12 + residue of longitude_difference(). 180 degrees and
 * a little are 180 less that little the other way. */
GD_INLINE problem canonical_problem(double from_lat, double to_lat, double lon12, double residue)
{
    double size = fabs(lon12), rest = size == 180 ? -fabs(residue) : residue * copysign(1, lon12);
    bool swapped = fabs(from_lat) < fabs(to_lat);
    double lat1 = swapped ? to_lat : from_lat, lat2 = swapped ? from_lat : to_lat;
    double sign = lat1 > 0 ? -1 : 1;
    return pose(sign * lat1, sign * lat2, size, rest);
}

/* The great circle between the latitudes beta1 and beta2 over the longitude omega12 (49 to 51). */
GD_INLINE arc arc_by_longitude(const problem *p, angle omega12)
{
    double product1 = p->beta1.sin * p->beta2.cos, product2 = p->beta1.cos * p->beta2.sin;
    double cosines = p->beta1.cos * p->beta2.cos, sines = p->beta1.sin * p->beta2.sin;
    double east1 = p->beta2.cos * omega12.sin, east2 = p->beta1.cos * omega12.sin;
    double north1 = product2 - product1 * omega12.cos, north2 = product2 * omega12.cos - product1;
    if (fabs(omega12.cos) > 0.9) { /* the differences would cancel: use 1 - |cos omega12| */
        double versine = squared(omega12.sin) / (1 + fabs(omega12.cos));
        bool near = omega12.cos > 0;
        north1 = near ? p->sin_difference + product1 * versine : p->sin_sum - product1 * versine;
        north2 = near ? p->sin_difference - product2 * versine : product2 * versine - p->sin_sum;
    }
    arc a = {.sin_sigma = sqrt(squared(north1) + squared(east1)),
             .cos_sigma = sines + cosines * omega12.cos};
    a.sigma = arctangent(a.sin_sigma, a.cos_sigma);
    double scale = 1 / a.sin_sigma;
    a.alpha1 = (angle){east1 * scale, north1 * scale};
    a.alpha2 = (angle){east2 * scale, north2 * scale};
    a.sin_alpha0 = a.alpha1.sin * p->beta1.cos; /* (5) */
    /* On the equator cos alpha0 is 0. There the sum has no meaning and the series are 0. */
    double cos_alpha0_squared = 1 - squared(a.sin_alpha0);
    a.cos_sum = (a.alpha1.cos * a.alpha2.cos * cosines - sines) /
                (cos_alpha0_squared > DBL_EPSILON ? cos_alpha0_squared : DBL_EPSILON);
    return a;
}

/* m12 / b (38). K sin sigma is e' sin beta, and the products of sines and cosines of sigma1 and
 * sigma2 are written as functions of their sum and difference. So nothing cancels and nothing is
 * divided by cos alpha0. */
static inline double reduced_length(const problem *p, const arc *a, const expansion *x)
{
    double mean = (p->root1 + p->root2) / 2;
    double sin_squared = 1 - squared(a->cos_sum);
    return a->sin_sigma * (mean + x->k_squared * sin_squared / (4 * mean)) -
           (a->cos_sigma + a->cos_sum) / 2 * reduced_length_term(x->eps, a->sigma, x->wave);
}

/* The geodesic of an arc, with its azimuths turned clockwise by small angles in radians. */
static inline gd_geodesic geodesic_along(const arc *a, double metres, double turn1, double turn2,
                                         int steps)
{
    return (gd_geodesic){
        .metres = metres,
        .east1 = a->alpha1.sin + a->alpha1.cos * turn1,
        .north1 = a->alpha1.cos - a->alpha1.sin * turn1,
        .east2 = a->alpha2.sin + a->alpha2.cos * turn2,
        .north2 = a->alpha2.cos - a->alpha2.sin * turn2,
        .steps = steps,
    };
}

/* Solves the problem for nearly antipodal points. */
gd_geodesic gd_antipodal_geodesic(const problem *p);

#endif
