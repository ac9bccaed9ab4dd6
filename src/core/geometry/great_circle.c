/* Bearings, waypoints and destinations on the sphere. The two points are taken by half their sum
 * and half their difference, in products only: nothing cancels, however close together or however
 * nearly opposite they are. */
#include "geometry/great_circle.h"

#include "geometry/angle.h"

double gd_compass(double degrees)
{
    if (degrees < 0)
        degrees += 360;
    return degrees < 360 ? degrees + 0.0 : degrees - 360; /* -1e-20 is rounded to 360; no -0 */
}

double gd_degrees(double sine, double cosine)
{
    if (fabs(sine) > fabs(cosine))
        return copysign(90 - arctangent(cosine, fabs(sine)) * (180 / pi), sine);
    double rest = arctangent(sine, fabs(cosine)) * (180 / pi);
    return cosine < 0 ? copysign(180, sine) - rest : rest;
}

double gd_bearing(double east, double north)
{
    return gd_compass(gd_degrees(east, north));
}

bool gd_is_point(geodist_point point)
{
    return fabs(point.lat) <= 90 && isfinite(point.lon);
}

static bool is_pole(double lat)
{
    return fabs(lat) == 90;
}

/* ---- Between two points ------------------------------------------------------------------- */

/* A pole stands on the meridian of the other point, the pole of departure on that of arrival. */
typedef struct {
    double lat1, lat2, lon1;
    double turn;                         /* the way taken, in longitude */
    double sin_mean, cos_mean;           /* of (lat2 + lat1) / 2 */
    double sin_half, cos_half;           /* of (lat2 - lat1) / 2 */
    double sin_half_turn, cos_half_turn;
} journey;

/* Of half the degrees and the residue together, which matters near 180 degrees. */
static void half_angle(double degrees, double residue, double *sine, double *cosine)
{
    sin_cos_degrees(degrees / 2, sine, cosine);
    *cosine -= *sine * (residue / 2 * degree);
}

static journey journey_between(geodist_point from, geodist_point to)
{
    double residue;
    bool meridian = is_pole(from.lat) || is_pole(to.lat);
    journey j = {.lat1 = from.lat, .lat2 = to.lat, .lon1 = is_pole(from.lat) ? to.lon : from.lon};
    j.turn = turn(j.lon1, meridian ? j.lon1 : to.lon, &residue);
    half_angle(j.turn, residue, &j.sin_half_turn, &j.cos_half_turn);
    double sum = exact_sum(to.lat, from.lat, &residue);
    half_angle(sum, residue, &j.sin_mean, &j.cos_mean);
    double difference = exact_sum(to.lat, -from.lat, &residue);
    half_angle(difference + 0.0, residue, &j.sin_half, &j.cos_half);
    return j;
}

static bool same_point(const journey *j)
{
    return j->lat1 == j->lat2 && j->turn == 0;
}

static bool opposite_points(const journey *j)
{
    return j->sin_mean == 0 && (j->cos_half_turn == 0 || j->cos_half == 0);
}

/* Napier's analogies (I. Todhunter, Spherical Trigonometry, art. 82), for half the sum and half the
 * difference of the two bearings. */
static geodist_bearings bearings_of(const journey *j)
{
    if (same_point(j))
        return (geodist_bearings){0, 0};
    if (opposite_points(j) && !is_pole(j->lat1))
        return (geodist_bearings){0, 180};
    double mean = gd_degrees(j->cos_mean * j->sin_half_turn, j->sin_half * j->cos_half_turn);
    double half = gd_degrees(j->sin_mean * j->sin_half_turn, j->cos_half * j->cos_half_turn);
    return (geodist_bearings){mean - half, mean + half};
}

/* At a pole a bearing counts from its longitude, not from that of the way. */
static double seen_from_pole(double lat, double bearing, double lon, double way_lon)
{
    double residue;
    if (!is_pole(lat))
        return gd_compass(bearing);
    double swing = turn(lon, way_lon, &residue);
    return gd_compass(lat > 0 ? bearing - swing : bearing + swing);
}

geodist_bearings gd_sphere_bearings(geodist_point from, geodist_point to)
{
    if (!gd_is_point(from) || !gd_is_point(to))
        return (geodist_bearings){NAN, NAN};
    journey j = journey_between(from, to);
    geodist_bearings way = bearings_of(&j);
    if (same_point(&j))
        return way;
    return (geodist_bearings){seen_from_pole(from.lat, way.initial, from.lon, j.lon1),
                              seen_from_pole(to.lat, way.final, to.lon, j.lon1)};
}

typedef struct {
    double x, y, z; /* z points to the north pole, x to the middle between the two meridians */
} vector;

static double length(vector v)
{
    return sqrt(v.x * v.x + v.y * v.y + v.z * v.z);
}

static geodist_point point_of(vector v, double lon)
{
    double lat = gd_degrees(v.z, sqrt(v.x * v.x + v.y * v.y));
    return (geodist_point){lat, reduced(reduced(lon) + gd_degrees(v.y, v.x))};
}

/* Half the sum of the points as unit vectors: as long as the cosine of half the arc. Opposite
 * points have none; there it is the direction north of the first. */
static vector half_sum(const journey *j)
{
    return (vector){j->cos_mean * j->cos_half * j->cos_half_turn,
                    -j->sin_mean * j->sin_half * j->sin_half_turn, j->sin_mean * j->cos_half};
}

static vector north_of_first(const journey *j)
{
    double sine = sin_degrees(j->lat1), cosine = cos_degrees(j->lat1);
    return is_pole(j->lat1) ? (vector){1, 0, 0} : (vector){0, sine * j->sin_half_turn, cosine};
}

/* Half their difference, as long as the sine of half the arc and at right angles to the sum. */
static vector half_difference(const journey *j)
{
    return (vector){-j->sin_mean * j->sin_half * j->cos_half_turn,
                    j->cos_mean * j->cos_half * j->sin_half_turn, j->cos_mean * j->sin_half};
}

geodist_point gd_sphere_waypoint(geodist_point from, geodist_point to, double fraction)
{
    if (!gd_is_point(from) || !gd_is_point(to) || !isfinite(fraction))
        return (geodist_point){NAN, NAN};
    journey j = journey_between(from, to);
    if (fraction == 0 || same_point(&j))
        return (geodist_point){from.lat, reduced(from.lon)};
    if (fraction == 1)
        return (geodist_point){to.lat, reduced(to.lon)};
    vector sum = half_sum(&j), difference = half_difference(&j);
    double cosine = length(sum), sine = length(difference);
    double from_middle = (2 * fraction - 1) * arctangent(sine, cosine);
    if (opposite_points(&j)) {
        sum = north_of_first(&j);
        cosine = 1;
    }
    double s, c;
    sin_cos(from_middle, &s, &c);
    s /= sine;
    c /= cosine;
    vector v = {c * sum.x + s * difference.x, c * sum.y + s * difference.y,
                c * sum.z + s * difference.z};
    return point_of(v, reduced(j.lon1) + j.turn / 2);
}

/* ---- From a point in a direction ---------------------------------------------------------- */

geodist_point gd_sphere_destination(double radius, geodist_point from, double bearing,
                                    double metres, double *final_bearing)
{
    double unwanted = NAN, arc = metres / radius;
    double *final = final_bearing ? final_bearing : &unwanted;
    *final = NAN;
    if (!gd_is_point(from) || !isfinite(bearing) || !isfinite(arc))
        return (geodist_point){NAN, NAN};
    *final = gd_compass(reduced(bearing));
    if (arc == 0)
        return (geodist_point){from.lat, reduced(from.lon)};
    double sin_lat, cos_lat, east, north, sine, cosine;
    sin_cos(arc, &sine, &cosine);
    sin_cos_degrees(from.lat, &sin_lat, &cos_lat);
    sin_cos_degrees(reduced(bearing), &east, &north);
    vector v = {cos_lat * cosine - sin_lat * north * sine, east * sine,
                sin_lat * cosine + cos_lat * north * sine};
    double onwards = north * cos_lat * cosine - sin_lat * sine;
    if (onwards == 0) /* going on from the pole itself: as the longitude found for it has it */
        onwards = copysign(DBL_MIN, v.z);
    *final = gd_bearing(east * cos_lat, onwards);
    return point_of(v, from.lon);
}
