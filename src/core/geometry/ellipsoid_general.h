/* The iteration for points in general: one step of it, and the length of the line that a step
 * finds. No function has a branch, so that a compiler can turn a loop of them into vectors. Numbers
 * in brackets are equations of C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87, 43-55
 * (2013), doi 10.1007/s00190-012-0578-z.
 *
 * The unknown is the excess omega12 - lambda12. It is at most 0.011, and its rounding errors are as
 * small. The derivative dlambda12 / domega12 = m12 / (a sin sigma12), which is (46) on the
 * ellipsoid and on the sphere, needs no division by cos alpha2. */
#ifndef GD_ELLIPSOID_GENERAL_H
#define GD_ELLIPSOID_GENERAL_H

#include "geometry/ellipsoid_problem.h"

/* ---- Which points are in general ----------------------------------------------------- */

static inline bool is_on_a_meridian(const problem *p)
{
    return p->lambda12.sin == 0 || p->beta1.cos == 0;
}

/* `first` is the great circle over lambda12, here and below. */
static inline bool is_flat(const arc *first)
{
    return first->cos_sigma > 0 && first->sin_sigma < 0x1p-300;
}

static inline bool is_nearly_antipodal(const problem *p, const arc *first)
{
    double bound = 6 * third_flattening * pi * squared(p->beta1.cos);
    return first->cos_sigma < 0 && first->sin_sigma < bound;
}

/* ---- The iteration --------------------------------------------------------------------- */

/* The correction of the excess where it exceeds (8) by v, with slope = dv / domega12: one step of
 * Newton's method with the second derivative, which is taken on the sphere. */
static inline double correction(const problem *p, const arc *a, double v, double slope)
{
    double north1 = a->alpha1.cos * p->beta1.cos, north2 = a->alpha2.cos * p->beta2.cos;
    double product = north1 * north2, squares = squared(north1) + squared(north2);
    double scale = 1 / a->sin_sigma, change = -v / slope;
    double bend = a->sin_alpha0 * scale *
                  (3 * product - (product * a->cos_sigma + squares) * a->sigma * scale);
    return change + squared(change) * flattening * bend / (2 * slope);
}

/* The first estimate of the excess, which uses terms of first order. The next is nearly always good
 * enough. */
GD_INLINE double first_excess(const problem *p, const arc *first)
{
    double k_squared = second_e_squared * (1 - squared(first->sin_alpha0));
    double lag = first->sigma - k_squared / 8 * (first->sigma - first->cos_sum * first->sin_sigma);
    double stretch = 2 - (first->cos_sigma + first->cos_sum) * first->sigma / first->sin_sigma;
    return correction(p, first, -flattening * first->sin_alpha0 * lag,
                      (1 - flattening) * (1 + k_squared / 4 * stretch));
}

/* An estimate of the excess, put into (8). */
typedef struct {
    arc arc;
    expansion expansion;
    double v; /* the excess less that of (8): the error */
    double slope; /* dv / domega12 */
    double north1, north2; /* cos alpha cos beta */
} estimate;

GD_INLINE estimate estimate_with(const problem *p, double excess)
{
    estimate e;
    e.arc = arc_by_longitude(p, sum(p->lambda12, small_angle(excess)));
    e.expansion = expand(&e.arc);
    e.v = excess - longitude_lag(&e.arc, &e.expansion);
    e.north1 = e.arc.alpha1.cos * p->beta1.cos;
    e.north2 = e.arc.alpha2.cos * p->beta2.cos;
    e.slope = (1 - flattening) * reduced_length(p, &e.arc, &e.expansion) / e.arc.sin_sigma;
    return e;
}

/* ---- The end of the iteration ---------------------------------------------------------- */

/* It ends when the effect of the error v can be written down: along the parallel of point 2,
 *     ds / dlambda12 = a sin alpha0,
 *     d(sin alpha0) / dlambda12 = a cos alpha1 cos beta1 cos alpha2 cos beta2 / m12,
 * which follow from (5) and (46). The error v^3 / sin^2 sigma12 / 6 times the earth's radius, which
 * is left in the distance, is then below 0.01 nm. */
static inline bool is_enough_for_distance(const estimate *e)
{
    return fabs(e->v * e->v * e->v) <= 0x1p-57 * squared(e->arc.sin_sigma);
}

GD_INLINE double metres_of(const estimate *e)
{
    double bend = e->v * e->north1 * e->north2 / (2 * e->slope * e->arc.sin_sigma);
    return metres_along(&e->arc, &e->expansion, e->v * (e->arc.sin_alpha0 - bend));
}

#endif
