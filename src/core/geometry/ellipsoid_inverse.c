/* The shortest line between two points of the ellipsoid. Numbers in brackets are equations of
 * C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87, 43-55 (2013), doi
 * 10.1007/s00190-012-0578-z. */
#include "geometry/bearing.h"
#include "geometry/ellipsoid_problem.h"

/* ---- Points in general ------------------------------------------------------------- */

/* The iteration for omega12 - lambda12 ends when the effect of its error v can be written down:
 * along the parallel of point 2,
 *     ds / dlambda12 = a sin alpha0,
 *     d(sin alpha0) / dlambda12 = a cos alpha1 cos beta1 cos alpha2 cos beta2 / m12,
 * which follow from (5) and (46). */

/* The error v^3 / sin^2 sigma12 / 6 times the earth's radius, which is left in the distance, is
 * below 0.01 nm. */
static bool is_enough_for_distance(const arc *a, double v)
{
    return fabs(v * v * v) <= 0x1p-57 * squared(a->sin_sigma);
}

static bool is_enough_for_bearings(double v)
{
    return fabs(v) <= 0x1p-26;
}

/* The correction of omega12 - lambda12 where it exceeds (8) by v, with slope = dv / domega12: one
 * step of Newton's method with the second derivative, which is taken on the sphere. */
static double correction(const problem *p, const arc *a, double v, double slope)
{
    double north1 = a->alpha1.cos * p->beta1.cos, north2 = a->alpha2.cos * p->beta2.cos;
    double product = north1 * north2, squares = squared(north1) + squared(north2);
    double scale = 1 / a->sin_sigma, change = -v / slope;
    double bend = a->sin_alpha0 * scale *
                  (3 * product - (product * a->cos_sigma + squares) * a->sigma * scale);
    return change + squared(change) * flattening * bend / (2 * slope);
}

/* Newton's method for omega12 - lambda12. It is at most 0.011, and its rounding errors are as
 * small. The derivative dlambda12 / domega12 = m12 / (a sin sigma12), which is (46) on the
 * ellipsoid and on the sphere, needs no division by cos alpha2. The first estimate, from the arc
 * over lambda12, uses terms of first order; the next is nearly always good enough. The distance is
 * that of the first estimate which is good enough for distances, whether or not bearings are
 * wanted. */
static gd_geodesic general_geodesic(const problem *p, const arc *first, bool with_bearings)
{
    double k_squared = second_e_squared * (1 - squared(first->sin_alpha0));
    double lag = first->sigma - k_squared / 8 * (first->sigma - first->cos_sum * first->sin_sigma);
    double stretch = 2 - (first->cos_sigma + first->cos_sum) * first->sigma / first->sin_sigma;
    double excess = correction(p, first, -flattening * first->sin_alpha0 * lag,
                               (1 - flattening) * (1 + k_squared / 4 * stretch));
    double metres = -1;
    for (int steps = 1;; steps++) {
        arc a = arc_by_longitude(p, sum(p->lambda12, small_angle(excess)));
        expansion x = expand(&a);
        double v = excess - longitude_lag(&a, &x);
        double slope = (1 - flattening) * reduced_length(p, &a, &x) / a.sin_sigma;
        double north1 = a.alpha1.cos * p->beta1.cos, north2 = a.alpha2.cos * p->beta2.cos;
        bool is_last = steps == GD_MAX_STEPS;
        if (metres < 0 && (is_enough_for_distance(&a, v) || is_last)) {
            double shift = v * (a.sin_alpha0 - v * north1 * north2 / (2 * slope * a.sin_sigma));
            metres = metres_along(&a, &x, shift);
        }
        double change = correction(p, &a, v, slope);
        if (is_last || (metres >= 0 && (!with_bearings || is_enough_for_bearings(v))))
            return geodesic_along(&a, metres, change * north2 / a.sin_sigma,
                                  change * north1 / a.sin_sigma, steps);
        excess += change;
    }
}

/* ---- Special cases, and the choice between them ------------------------------------ */

/* The geodesic along a meridian, possibly over a pole: alpha0 is 0. A pole is on the meridian of
 * the other point. */
static gd_geodesic meridional_geodesic(const problem *p)
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

/* Points so close together that the ellipsoid is flat between them, and squares would underflow:
 * ds^2 = (b sqrt(1 + e'^2 sin^2 beta) dbeta)^2 + (a cos beta dlambda)^2. */
static gd_geodesic flat_geodesic(const problem *p)
{
    double east = equatorial_radius * p->beta1.cos * p->lambda12.sin;
    double north = polar_radius * p->root1 * p->sin_difference;
    double scale = underflow_scale(east, north);
    double metres = sqrt(squared(east * scale) + squared(north * scale)) / scale;
    return (gd_geodesic){metres, east, north, east, north, 0};
}

static gd_geodesic solve(const problem *p, bool with_bearings)
{
    if (p->lambda12.sin == 0 || p->beta1.cos == 0)
        return meridional_geodesic(p);
    if (p->beta1.sin == 0 && p->rest12 >= 180 * flattening) {
        double metres = equatorial_radius * (p->lon12 * degree);
        return (gd_geodesic){.metres = metres, .east1 = 1, .east2 = 1};
    }
    arc a = arc_by_longitude(p, p->lambda12);
    if (a.cos_sigma > 0 && a.sin_sigma < 0x1p-300)
        return flat_geodesic(p);
    if (a.cos_sigma < 0 && a.sin_sigma < 6 * third_flattening * pi * squared(p->beta1.cos))
        return gd_antipodal_geodesic(p);
    return general_geodesic(p, &a, with_bearings);
}

/* Brings the problem into canonical order, and its solution back. */
static gd_geodesic geodesic_between(geodist_point from, geodist_point to, bool with_bearings)
{
    double residue, lon12 = longitude_difference(from.lon, to.lon, &residue);
    if (!(fabs(from.lat) <= 90 && fabs(to.lat) <= 90 && fabs(lon12) <= 180))
        return (gd_geodesic){NAN, NAN, NAN, NAN, NAN, 0};
    /* 180 degrees and a little are 180 less that little the other way; exactly 180 are east. */
    bool half = fabs(lon12) == 180, west = half ? residue > 0 : signbit(lon12);
    double rest = half ? -fabs(residue) : west ? -residue : residue;
    bool swapped = fabs(from.lat) < fabs(to.lat);
    double lat1 = swapped ? to.lat : from.lat, lat2 = swapped ? from.lat : to.lat;
    bool mirrored = lat1 > 0;
    problem p = pose(mirrored ? -lat1 : lat1, mirrored ? -lat2 : lat2, fabs(lon12), rest);
    gd_geodesic g = solve(&p, with_bearings), h = g;
    if (swapped)
        h = (gd_geodesic){g.metres, g.east2, g.north2, g.east1, g.north1, g.steps};
    double east = west ? -1 : 1, north = mirrored != swapped ? -1 : 1;
    h.east1 *= east;
    h.east2 *= east;
    h.north1 *= north;
    h.north2 *= north;
    return h;
}

double gd_wgs84_distance(geodist_point from, geodist_point to)
{
    return geodesic_between(from, to, false).metres;
}

/* Between opposite latitudes, turning a line by half a turn about its middle gives a line of the
 * same length. If the two differ, the one that leaves further north is returned. */
gd_geodesic gd_wgs84_geodesic(geodist_point from, geodist_point to)
{
    gd_geodesic g = geodesic_between(from, to, true);
    if (from.lat == -to.lat && g.north1 < g.north2 && fabs(from.lat) < 90)
        return (gd_geodesic){g.metres, g.east2, g.north2, g.east1, g.north1, g.steps};
    return g;
}

geodist_bearings gd_geodesic_bearings(const gd_geodesic *geodesic)
{
    if (geodesic->metres == 0)
        return (geodist_bearings){0, 0};
    return (geodist_bearings){gd_bearing(geodesic->east1, geodesic->north1),
                              gd_bearing(geodesic->east2, geodesic->north2)};
}
