/* The shortest line between two points of the ellipsoid. Numbers in brackets are equations of
 * C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87, 43-55 (2013), doi
 * 10.1007/s00190-012-0578-z. */
#include "geometry/bearing.h"
#include "geometry/ellipsoid_general.h"

/* ---- Points in general ------------------------------------------------------------- */

static bool is_enough_for_bearings(const estimate *e)
{
    return fabs(e->v) <= 0x1p-26;
}

/* The distance is that of the first estimate which is good enough for distances, whether or not
 * bearings are wanted. */
static gd_geodesic general_geodesic(const problem *p, const arc *first, bool with_bearings)
{
    double excess = first_excess(p, first), metres = -1;
    for (int steps = 1;; steps++) {
        estimate e = estimate_with(p, excess);
        bool is_last = steps == GD_MAX_STEPS;
        if (metres < 0 && (is_enough_for_distance(&e) || is_last))
            metres = metres_of(&e);
        if (metres >= 0 && !with_bearings)
            return (gd_geodesic){.metres = metres, .steps = steps};
        double change = correction(p, &e.arc, e.v, e.slope);
        if (is_last || (metres >= 0 && is_enough_for_bearings(&e)))
            return geodesic_along(&e.arc, metres, change * e.north2 / e.arc.sin_sigma,
                                  change * e.north1 / e.arc.sin_sigma, steps);
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
    if (is_on_a_meridian(p))
        return meridional_geodesic(p);
    if (p->beta1.sin == 0 && p->rest12 >= 180 * flattening) {
        double metres = equatorial_radius * (p->lon12 * degree);
        return (gd_geodesic){.metres = metres, .east1 = 1, .east2 = 1};
    }
    arc a = arc_by_longitude(p, p->lambda12);
    if (is_flat(&a))
        return flat_geodesic(p);
    if (is_nearly_antipodal(p, &a))
        return gd_antipodal_geodesic(p);
    return general_geodesic(p, &a, with_bearings);
}

/* ---- Points as they are given ------------------------------------------------------ */

static bool are_valid(geodist_point from, geodist_point to)
{
    return fabs(from.lat) <= 90 && fabs(to.lat) <= 90 && isfinite(from.lon) && isfinite(to.lon);
}

double gd_wgs84_distance(geodist_point from, geodist_point to)
{
    double residue, lon12 = longitude_difference(from.lon, to.lon, &residue);
    if (!are_valid(from, to))
        return NAN;
    problem p = canonical_problem(from.lat, to.lat, lon12, residue);
    return solve(&p, false).metres;
}

/* Brings the directions of a solution back into the order of the points. Exactly 180 degrees of
 * longitude are east. */
static gd_geodesic in_given_order(gd_geodesic g, geodist_point from, geodist_point to, double lon12,
                                  double residue)
{
    gd_geodesic h = g;
    bool west = fabs(lon12) == 180 ? residue > 0 : signbit(lon12);
    bool swapped = fabs(from.lat) < fabs(to.lat), mirrored = (swapped ? to.lat : from.lat) > 0;
    if (swapped)
        h = (gd_geodesic){g.metres, g.east2, g.north2, g.east1, g.north1, g.steps};
    double east = west ? -1 : 1, north = mirrored != swapped ? -1 : 1;
    h.east1 *= east;
    h.east2 *= east;
    h.north1 *= north;
    h.north2 *= north;
    return h;
}

/* Between opposite latitudes, turning a line by half a turn about its middle gives a line of the
 * same length. If the two differ, the one that leaves further north is returned. */
gd_geodesic gd_wgs84_geodesic(geodist_point from, geodist_point to)
{
    double residue, lon12 = longitude_difference(from.lon, to.lon, &residue);
    if (!are_valid(from, to))
        return (gd_geodesic){NAN, NAN, NAN, NAN, NAN, 0};
    problem p = canonical_problem(from.lat, to.lat, lon12, residue);
    gd_geodesic g = in_given_order(solve(&p, true), from, to, lon12, residue);
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
