/* The shortest line between two points of the ellipsoid. Numbers in brackets are equations of
 * C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87, 43-55 (2013), doi
 * 10.1007/s00190-012-0578-z. */
#include "geometry/ellipsoid.h"
#include "geometry/ellipsoid_arc.h"
#include "geometry/great_circle.h"

#include <float.h>

/* ---- The problem, put in order -------------------------------------------------------- */

/* In the order that section 4 puts it: beta1 <= 0, beta1 <= beta2 <= -beta1, 0 <= lambda12 <= 180
 * degrees. */
typedef struct {
    angle beta1, beta2;
    double sin_difference, sin_sum; /* of beta2 - beta1 and beta2 + beta1, without cancellation */
    double root1, root2;            /* sqrt(1 + e'^2 sin^2 beta) */
    angle lambda12;
    double lon12, rest12; /* lambda12 in degrees, less than 180, and what is missing to 180 */
} problem;

/* sin(beta2 - beta1) = (1 - f) sin(phi2 - phi1) / (length1 length2), which follows from (6). */
static double sine_of_small_difference(double lat12, double length1, double length2)
{
    return (1 - flattening) * small_sine(lat12 * degree) / (length1 * length2);
}

static problem pose(double lat1, double lat2, double lon12, double residue)
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
    p.lambda12 = sum(angle_of(lon12), (angle){residue * degree, 1});
    p.lon12 = lon12;
    p.rest12 = (180 - lon12) - residue;
    return p;
}

/* The great circle between the latitudes beta1 and beta2 over the longitude omega12 (49 to 51). */
static arc arc_by_longitude(const problem *p, angle omega12)
{
    double product1 = p->beta1.sin * p->beta2.cos, product2 = p->beta1.cos * p->beta2.sin;
    double cosines = p->beta1.cos * p->beta2.cos, sines = p->beta1.sin * p->beta2.sin;
    double east1 = p->beta2.cos * omega12.sin, east2 = p->beta1.cos * omega12.sin;
    double north1 = product2 - product1 * omega12.cos, north2 = product2 * omega12.cos - product1;
    if (fabs(omega12.cos) > 0.9) { /* these would cancel: 1 - |cos omega12| is small */
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
    /* Along the equator, where cos alpha0 is 0, the sum means nothing and the series are 0. */
    double cos_alpha0_squared = 1 - squared(a.sin_alpha0);
    a.cos_sum = (a.alpha1.cos * a.alpha2.cos * cosines - sines) /
                (cos_alpha0_squared > DBL_EPSILON ? cos_alpha0_squared : DBL_EPSILON);
    return a;
}

/* m12 / b (38), with k sin sigma = e' sin beta, and the products of sines and cosines of sigma1 and
 * sigma2 as functions of their sum and difference: nothing cancels or divides by cos alpha0. */
static double reduced_length(const problem *p, const arc *a, const expansion *x)
{
    double mean = (p->root1 + p->root2) / 2;
    double sin_squared = 1 - squared(a->cos_sum);
    return a->sin_sigma * (mean + x->k_squared * sin_squared / (4 * mean)) -
           (a->cos_sigma + a->cos_sum) / 2 * reduced_length_term(x->eps, a->sigma, x->wave);
}

/* A found line with its azimuths turned by little. */
static gd_geodesic geodesic_along(const arc *a, double metres, double turn1, double turn2,
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

/* What is left of v need not be iterated away once its effect can be written down: along the
 * parallel of point 2, ds / dlambda12 = a sin alpha0 and d(sin alpha0) / dlambda12 =
 * a cos alpha1 cos beta1 cos alpha2 cos beta2 / m12, which follow from (5) and (46). */
typedef struct {
    double distance; /* so that v^3 / sin^2 sigma12 / 6 times the Earth's radius is below 0.01 nm */
    double bearing;
} tolerance;

static const tolerance for_distance = {0x1p-57, 1}, for_bearings = {0x1p-57, 0x1p-26};

/* What to add to omega12 - lambda12 when it exceeds (8) by v, slope being dv / domega12: by
 * Newton's method with the second derivative, which is taken on the sphere. */
static double correction(const problem *p, const arc *a, double v, double slope)
{
    double north1 = a->alpha1.cos * p->beta1.cos, north2 = a->alpha2.cos * p->beta2.cos;
    double product = north1 * north2, squares = squared(north1) + squared(north2);
    double scale = 1 / a->sin_sigma, change = -v / slope;
    double bend = a->sin_alpha0 * scale *
                  (3 * product - (product * a->cos_sigma + squares) * a->sigma * scale);
    return change + squared(change) * flattening * bend / (2 * slope);
}

/* Newton's method for omega12 - lambda12, which is at most 0.011: so little is its rounding, too.
 * The derivative dlambda12 / domega12 = m12 / (a sin sigma12), by (46) on the ellipsoid and on
 * the sphere, needs no division by cos alpha2. The first round, from the arc over lambda12,
 * does with terms of first order; the next is nearly always the last. */
static gd_geodesic geodesic_in_general(const problem *p, const arc *first, tolerance t)
{
    double k_squared = second_e_squared * (1 - squared(first->sin_alpha0));
    double lag = first->sigma - k_squared / 8 * (first->sigma - first->cos_sum * first->sin_sigma);
    double stretch = 2 - (first->cos_sigma + first->cos_sum) * first->sigma / first->sin_sigma;
    double excess = correction(p, first, -flattening * first->sin_alpha0 * lag,
                               (1 - flattening) * (1 + k_squared / 4 * stretch));
    for (int steps = 1;; steps++) {
        arc a = arc_by_longitude(p, sum(p->lambda12, small_angle(excess)));
        expansion x = expand(&a);
        double v = excess - longitude_lag(&a, &x);
        double slope = (1 - flattening) * reduced_length(p, &a, &x) / a.sin_sigma;
        double change = correction(p, &a, v, slope);
        if ((fabs(v * v * v) <= t.distance * squared(a.sin_sigma) && fabs(v) <= t.bearing) ||
            steps == GD_MAX_STEPS) {
            double north1 = a.alpha1.cos * p->beta1.cos, north2 = a.alpha2.cos * p->beta2.cos;
            double shift = v * (a.sin_alpha0 - v * north1 * north2 / (2 * slope * a.sin_sigma));
            return geodesic_along(&a, metres_along(&a, &x, shift), change * north2 / a.sin_sigma,
                                  change * north1 / a.sin_sigma, steps);
        }
        excess += change;
    }
}

/* ---- Nearly antipodal points ----------------------------------------------------------- */

/* The great circle that leaves beta1 with azimuth alpha1 and arrives at beta2 going north. */
static arc arc_by_azimuth(const problem *p, angle alpha1, angle *omega12)
{
    arc a = {.alpha1 = alpha1, .sin_alpha0 = alpha1.sin * p->beta1.cos}; /* (5) */
    double along1 = alpha1.cos * p->beta1.cos;
    /* (45), with cos^2 beta2 - cos^2 beta1 = sin(beta2 - beta1) * -sin(beta2 + beta1) */
    double along2 = sqrt(squared(along1) + p->sin_difference * fabs(p->sin_sum));
    a.alpha2 = (angle){a.sin_alpha0 / p->beta2.cos, along2 / p->beta2.cos};
    angle sigma1 = unit(p->beta1.sin, along1), sigma2 = unit(p->beta2.sin, along2); /* (11) */
    a.sin_sigma = fmax(0, sigma2.sin * sigma1.cos - sigma1.sin * sigma2.cos);
    a.cos_sigma = sigma2.cos * sigma1.cos + sigma1.sin * sigma2.sin;
    a.sigma = arctangent(a.sin_sigma, a.cos_sigma);
    a.cos_sum = sigma1.cos * sigma2.cos - sigma1.sin * sigma2.sin;
    *omega12 = (angle){a.sin_alpha0 * a.sin_sigma, /* (12), and not of length 1 */
                       sigma1.cos * sigma2.cos + squared(a.sin_alpha0) * sigma1.sin * sigma2.sin};
    return a;
}

/* The derivative of lambda12 (46), but at alpha1 = pi / 2 and beta2 = +-beta1. */
static double derivative(const problem *p, const arc *a, const expansion *x)
{
    if (a->alpha2.cos == 0)
        return -2 * sqrt(1 - e_squared * squared(p->beta1.cos)) / p->beta1.sin;
    return (1 - flattening) * reduced_length(p, a, x) / (a->alpha2.cos * p->beta2.cos);
}

/* The positive root of kappa^4 + 2 kappa^3 + (1 - x^2 - y^2) kappa^2 - 2 y^2 kappa - y^2 (55), for
 * y != 0. It is where (x / (1 + kappa))^2 + (y / kappa)^2 falls to 1; that is convex, and
 * Newton's method climbs to it from the left. Three digits are enough. */
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

/* Where to begin, from the envelope of the geodesics near the antipode (53 to 57). */
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
    double kappa = astroid(x, y); /* and instead of (56) the longitude that belongs to it */
    angle beyond = angle_of(scale * -x * kappa / (1 + kappa) / degree);
    return arc_by_longitude(p, (angle){beyond.sin, -beyond.cos}).alpha1;
}

/* Newton's method for alpha1, between bounds that are halved where it would leave them. */
static gd_geodesic geodesic_to_antipode(const problem *p)
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

/* ---- Putting it together ------------------------------------------------------------------ */

/* Over a pole, or from it along the other point's meridian: alpha0 is 0. */
static gd_geodesic geodesic_on_meridian(const problem *p)
{
    bool over = p->beta1.cos > 0 && p->lambda12.cos < 0;
    double sine = over ? fabs(p->sin_sum) : p->sin_difference;
    double cosines = p->beta1.cos * p->beta2.cos, sines = p->beta1.sin * p->beta2.sin;
    double cosine = over ? sines - cosines : sines + cosines;
    arc a = {.sin_sigma = sine,
             .cos_sigma = cosine,
             .sigma = arctangent(sine, cosine),
             .cos_sum = over ? -cosines - sines : cosines - sines,
             .alpha1 = p->lambda12,
             .alpha2 = {0, 1}};
    expansion x = expand(&a);
    if (a.sigma == 0)
        a.alpha1 = a.alpha2;
    return geodesic_along(&a, metres_along(&a, &x, 0), 0, 0, 0);
}

static gd_geodesic solved(const problem *p, tolerance t)
{
    if (p->lambda12.sin == 0 || p->beta1.cos == 0)
        return geodesic_on_meridian(p);
    if (p->beta1.sin == 0 && p->rest12 >= 180 * flattening)
        return (
            gd_geodesic){.metres = equatorial_radius * (p->lon12 * degree), .east1 = 1, .east2 = 1};
    arc a = arc_by_longitude(p, p->lambda12);
    if (a.cos_sigma > 0 && a.sin_sigma < 1e-150) /* where squares are lost */
        return (gd_geodesic){.north1 = 1, .north2 = 1};
    if (a.cos_sigma < 0 && a.sin_sigma < 6 * third_flattening * pi * squared(p->beta1.cos))
        return geodesic_to_antipode(p);
    return geodesic_in_general(p, &a, t);
}

static gd_geodesic geodesic(geodist_point from, geodist_point to, tolerance t)
{
    double residue, lon12 = turn(from.lon, to.lon, &residue);
    if (!(fabs(from.lat) <= 90 && fabs(to.lat) <= 90 && fabs(lon12) <= 180))
        return (gd_geodesic){NAN, NAN, NAN, NAN, NAN, 0};
    /* 180 degrees and a bit are 180 less that bit the other way; 180 themselves are east. */
    bool half = fabs(lon12) == 180, west = half ? residue > 0 : signbit(lon12);
    double rest = half ? -fabs(residue) : west ? -residue : residue;
    bool swapped = fabs(from.lat) < fabs(to.lat);
    double lat1 = swapped ? to.lat : from.lat, lat2 = swapped ? from.lat : to.lat;
    bool mirrored = lat1 > 0;
    problem p = pose(mirrored ? -lat1 : lat1, mirrored ? -lat2 : lat2, fabs(lon12), rest);
    gd_geodesic g = solved(&p, t), h = g;
    if (swapped)
        h = (gd_geodesic){g.metres, g.east2, g.north2, g.east1, g.north1, g.steps};
    double east = west ? -1 : 1, north = mirrored != swapped ? -1 : 1;
    h.east1 *= east;
    h.east2 *= east;
    h.north1 *= north;
    h.north2 *= north;
    return h;
}

gd_geodesic gd_wgs84_geodesic(geodist_point from, geodist_point to)
{
    return geodesic(from, to, for_bearings);
}

double gd_wgs84_distance(geodist_point from, geodist_point to)
{
    return geodesic(from, to, for_distance).metres;
}

geodist_bearings gd_wgs84_bearings(geodist_point from, geodist_point to)
{
    gd_geodesic g = gd_wgs84_geodesic(from, to);
    if (g.metres == 0)
        return (geodist_bearings){0, 0};
    geodist_bearings there = {gd_bearing(g.east1, g.north1), gd_bearing(g.east2, g.north2)};
    /* Between opposite latitudes the line turned round its middle is a line too. If it is
     * another, there are two of one length, and the one that leaves further north is meant. */
    if (from.lat == -to.lat && g.north1 < g.north2 && fabs(from.lat) < 90)
        return (geodist_bearings){there.final, there.initial};
    return there;
}
