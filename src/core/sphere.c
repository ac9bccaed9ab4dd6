/* The great-circle distance, by the half-angle formula from both of its ends. */
#include "sphere.h"

#include "angle.h"

static double squared(double x)
{
    return x * x;
}

static double latitude(geodist_point point)
{
    return fabs(point.lat) <= 90 ? point.lat : NAN;
}

/* The haversine (R. W. Sinnott, Virtues of the Haversine, Sky & Telescope 68, 1984, p. 159):
 *
 *     h = sin^2(angle / 2) = sin^2((lat2 - lat1) / 2) + cos lat1 cos lat2 sin^2(dlon / 2).
 *
 * Its arcsine is exact near 0 and useless near 1: 0.27 m are lost at the antipode. So there
 * the complement k = cos^2(angle / 2) is taken, which is a sum of squares of its own (it is the
 * haversine to the antipode of one end) and not 1 - h. Nothing cancels in either, and the
 * arcsine never sees more than sqrt(1/2). */
double gd_central_angle(geodist_point from, geodist_point to)
{
    double residue; /* below half a unit in the last place of the turn: not missed */
    double half_turn = fabs(turn(from.lon, to.lon, &residue)) / 2;
    double lat1 = latitude(from), lat2 = latitude(to);
    double cosines = cos_degrees(lat1) * cos_degrees(lat2);
    double h = squared(sin_degrees((lat2 - lat1) / 2)) + cosines * squared(sin_degrees(half_turn));
    if (h <= 0.5)
        return 2 * asin(sqrt(h));
    double k = squared(sin_degrees((lat2 + lat1) / 2)) + cosines * squared(cos_degrees(half_turn));
    return pi - 2 * asin(sqrt(k));
}

double geodist_distance_on(double radius, geodist_point from, geodist_point to)
{
    return radius * gd_central_angle(from, to);
}

double geodist_distance(geodist_point from, geodist_point to)
{
    return geodist_distance_on(GEODIST_MEAN_RADIUS, from, to);
}
