/* The shortest line between nearly antipodal points of the ellipsoid. Numbers in brackets
 * are equations of C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87, 43-55 (2013), doi
 * 10.1007/s00190-012-0578-z. */
#include "geometry/ellipsoid_problem.h"

/* The great circle that leaves beta1 with azimuth alpha1 and arrives at beta2 going north. Sets
 * *omega12 to its longitude, times some positive number. */
static arc arc_by_azimuth(const problem *p, angle alpha1, angle *omega12)
{
    arc a = {.alpha1 = alpha1, .sin_alpha0 = alpha1.sin * p->beta1.cos}; /* (5) */
    double along1 = alpha1.cos * p->beta1.cos;
    /* (45), with cos^2 beta2 - cos^2 beta1 = sin(beta2 - beta1) * -sin(beta2 + beta1) */
    double scale = underflow_scale(along1, p->beta1.sin);
    double along2 =
        sqrt(squared(along1 * scale) + p->sin_difference * scale * (fabs(p->sin_sum) * scale)) /
        scale;
    a.alpha2 = (angle){a.sin_alpha0 / p->beta2.cos, along2 / p->beta2.cos};
    angle sigma1 = unit(p->beta1.sin, along1), sigma2 = unit(p->beta2.sin, along2); /* (11) */
    a.sin_sigma = fmax(0, sigma2.sin * sigma1.cos - sigma1.sin * sigma2.cos);
    a.cos_sigma = sigma2.cos * sigma1.cos + sigma1.sin * sigma2.sin;
    a.sigma = arctangent(a.sin_sigma, a.cos_sigma);
    a.cos_sum = sigma1.cos * sigma2.cos - sigma1.sin * sigma2.sin;
    *omega12 = (angle){a.sin_alpha0 * a.sin_sigma, /* (12) */
                       sigma1.cos * sigma2.cos + squared(a.sin_alpha0) * sigma1.sin * sigma2.sin};
    return a;
}

/* The derivative of lambda12 by alpha1 (46); its limit at alpha1 = pi / 2 and beta2 = +-beta1. */
static double derivative(const problem *p, const arc *a, const expansion *x)
{
    if (a->alpha2.cos == 0)
        return -2 * sqrt(1 - e_squared * squared(p->beta1.cos)) / p->beta1.sin;
    return (1 - flattening) * reduced_length(p, a, x) / (a->alpha2.cos * p->beta2.cos);
}

/* The positive root of kappa^4 + 2 kappa^3 + (1 - x^2 - y^2) kappa^2 - 2 y^2 kappa - y^2 (55), for
 * y != 0. There the convex function (x / (1 + kappa))^2 + (y / kappa)^2 falls to 1, so that
 * Newton's method converges from the left. Three digits are enough. */
static double astroid(double x, double y)
{
    double kappa = fmax(fabs(y), fabs(x) - 1);
    for (int i = 0; i < 60; i++) {
        double u = squared(x / (1 + kappa)), v = squared(y / kappa);
        double change = (u + v - 1) / (2 * (u / (1 + kappa) + v / kappa));
        kappa += change;
        if (!(change > 1e-3 * kappa))
            break;
    }
    return kappa;
}

/* The first estimate of alpha1, from the envelope of the geodesics near the antipode (53 to 57). */
static angle first_azimuth(const problem *p)
{
    double eps = expansion_parameter(second_e_squared * squared(p->beta1.sin));
    double scale = flattening * series_a3(eps) * pi * p->beta1.cos;
    double x = -p->rest12 * degree / scale;
    double y = p->sin_sum / (scale * p->beta1.cos);
    if (y > -1e-13 && x > -1.00001) {
        double sine = fmin(1, -x);
        return (angle){sine, -sqrt(1 - squared(sine))}; /* (57) */
    }
    double kappa = astroid(x, y); /* then, instead of (56), its longitude */
    angle beyond = angle_of(scale * -x * kappa / (1 + kappa) / degree);
    return arc_by_longitude(p, (angle){beyond.sin, -beyond.cos}).alpha1;
}

/* Newton's method for alpha1, between bounds that are bisected where it would leave them. */
gd_geodesic gd_antipodal_geodesic(const problem *p)
{
    angle low = {0, 1}, high = {0, -1}, alpha1 = first_azimuth(p);
    for (int steps = 1;; steps++) {
        angle omega12;
        if (p->beta1.sin == 0 && fabs(alpha1.cos) < 1e-50)
            alpha1.cos = -1e-50; /* along the equator, which is 180 degrees long */
        arc a = arc_by_azimuth(p, alpha1, &omega12);
        expansion x = expand(&a);
        double excess = arctangent(omega12.sin * p->lambda12.cos - omega12.cos * p->lambda12.sin,
                                   omega12.cos * p->lambda12.cos + omega12.sin * p->lambda12.sin);
        double v = excess - longitude_lag(&a, &x);
        double change = -v / derivative(p, &a, &x);
        double weight = a.alpha2.cos * p->beta2.cos;
        angle next = unit(alpha1.sin + alpha1.cos * change, alpha1.cos - alpha1.sin * change);
        bool done = fabs(v * change) * weight <= 0x1p-68 && squared(change) <= 0x1p-55 * weight;
        if (done) {
            arc corrected = arc_by_azimuth(p, next, &omega12);
            a.alpha1 = corrected.alpha1;
            a.alpha2 = corrected.alpha2;
        }
        if (done || fabs(v) <= DBL_EPSILON || steps == GD_MAX_STEPS)
            return geodesic_along(&a, metres_along(&a, &x, a.sin_alpha0 * v), 0, 0, steps);
        *(v > 0 ? &high : &low) = alpha1;
        bool within = low.cos * next.sin - low.sin * next.cos > 0 &&
                      next.cos * high.sin - next.sin * high.cos > 0;
        if (!within)
            next =
                low.cos == -high.cos ? (angle){1, 0} : unit(low.sin + high.sin, low.cos + high.cos);
        alpha1 = next;
    }
}
