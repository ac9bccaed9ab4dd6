/* Lines on the sphere. Two points are described by half the sum and half the difference of their
 * latitudes and longitudes. The formulas have only products of these, so that nothing cancels when
 * the points are close together or nearly antipodal. */
#include "geometry/great_circle.h"

#include "geometry/bearing.h"
#include "geometry/point.h"

/* ---- Half sums and half differences ------------------------------------------------ */

typedef struct {
    double sin, cos;
} angle;

/* A pole is given the meridian of the other point; the first pole that of the second. */
typedef struct {
    double lon1;                    /* of the first point */
    double lon12;                   /* from the first point to the second */
    angle mean;                     /* (lat2 + lat1) / 2 */
    angle half;                     /* (lat2 - lat1) / 2 */
    angle half_lon;                 /* lon12 / 2 */
    double near_scale;              /* so that sin half and sin half_lon do not underflow */
    double antipodal_scale;         /* so that sin mean and cos half_lon do not */
} half_angles;

/* The sine and cosine of half of degrees + residue. The residue matters near 180 degrees. */
static angle half_angle(double degrees, double residue)
{
    angle a;
    sin_cos_degrees(degrees / 2, &a.sin, &a.cos);
    a.cos -= a.sin * (residue / 2 * degree);
    return a;
}

static half_angles half_angles_between(geodist_point from, geodist_point to)
{
    double residue;
    bool on_meridian = is_pole(from.lat) || is_pole(to.lat);
    half_angles h = {.lon1 = is_pole(from.lat) ? to.lon : from.lon};
    h.lon12 = longitude_difference(h.lon1, on_meridian ? h.lon1 : to.lon, &residue);
    h.half_lon = half_angle(h.lon12, residue);
    double sum = exact_sum(to.lat, from.lat, &residue);
    h.mean = half_angle(sum, residue);
    double difference = exact_sum(to.lat, -from.lat, &residue);
    h.half = half_angle(difference + 0.0, residue);
    h.near_scale = underflow_scale(h.half.sin, h.half_lon.sin);
    h.antipodal_scale = underflow_scale(h.mean.sin, h.half_lon.cos);
    return h;
}

/* ---- Bearings ---------------------------------------------------------------------- */

static bool are_antipodal(const half_angles *h)
{
    return h->mean.sin == 0 && (h->half_lon.cos == 0 || h->half.cos == 0);
}

/* Napier's analogies (I. Todhunter, Spherical Trigonometry, art. 82) for half the sum and half the
 * difference of the two bearings. */
static geodist_bearings bearings_on_meridians(const half_angles *h)
{
    double near = h->near_scale, antipodal = h->antipodal_scale;
    double mean = gd_arctangent_degrees(h->mean.cos * (h->half_lon.sin * near),
                                        h->half.sin * near * h->half_lon.cos);
    double half = gd_arctangent_degrees(h->mean.sin * antipodal * h->half_lon.sin,
                                        h->half.cos * (h->half_lon.cos * antipodal));
    return (geodist_bearings){mean - half, mean + half};
}

/* At a pole a bearing counts from the meridian of the longitude that the pole was given with, not
 * from the meridian of the line. */
static double bearing_at(geodist_point point, double bearing, double line_lon)
{
    double residue;
    if (!is_pole(point.lat))
        return gd_normalised_bearing(bearing);
    double shift = longitude_difference(point.lon, line_lon, &residue);
    return gd_normalised_bearing(point.lat > 0 ? bearing - shift : bearing + shift);
}

static geodist_bearings bearings_of(const half_angles *h, geodist_point from, geodist_point to)
{
    if (is_same_point(from, to))
        return (geodist_bearings){0, 0};
    geodist_bearings line = are_antipodal(h) && !is_pole(from.lat) ? (geodist_bearings){0, 180}
                                                                   : bearings_on_meridians(h);
    return (geodist_bearings){bearing_at(from, line.initial, h->lon1),
                              bearing_at(to, line.final, h->lon1)};
}

/* ---- Points of the arc between two points ------------------------------------------ */

static double length(gd_vector v)
{
    return sqrt(v.x * v.x + v.y * v.y + v.z * v.z);
}

static geodist_point point_of(gd_vector v, double lon)
{
    double lat = gd_arctangent_degrees(v.z, sqrt(v.x * v.x + v.y * v.y));
    return (geodist_point){lat,
                           reduced_degrees(reduced_degrees(lon) + gd_arctangent_degrees(v.y, v.x))};
}

/* Times antipodal_scale. Its length without that is the cosine of half the arc. */
static gd_vector half_sum(const half_angles *h)
{
    double sin_mean = h->mean.sin * h->antipodal_scale;
    double cos_half_lon = h->half_lon.cos * h->antipodal_scale;
    return (gd_vector){h->mean.cos * h->half.cos * cos_half_lon,
                       -sin_mean * h->half.sin * h->half_lon.sin, sin_mean * h->half.cos};
}

/* Times near_scale. Its length without that is the sine of half the arc. */
static gd_vector half_difference(const half_angles *h)
{
    double sin_half = h->half.sin * h->near_scale;
    double sin_half_lon = h->half_lon.sin * h->near_scale;
    return (gd_vector){-h->mean.sin * sin_half * h->half_lon.cos,
                       h->mean.cos * h->half.cos * sin_half_lon, h->mean.cos * sin_half};
}

/* Antipodes have no half sum. The arc between them is the one that leaves due north, whose middle
 * is this direction; from pole to pole it is the meridian of the arc. */
static gd_vector north_of_first(const half_angles *h, double lat)
{
    if (is_pole(lat))
        return (gd_vector){1, 0, 0};
    return (gd_vector){0, sin_degrees(lat) * h->half_lon.sin, cos_degrees(lat)};
}

gd_great_circle gd_great_circle_between(geodist_point from, geodist_point to,
                                        geodist_bearings *bearings)
{
    half_angles h = half_angles_between(from, to);
    gd_great_circle c = {.sum = half_sum(&h),
                         .difference = half_difference(&h),
                         .lon = reduced_degrees(h.lon1) + h.lon12 / 2};
    c.sum_length = length(c.sum);
    c.difference_length = length(c.difference);
    c.angle = arctangent(c.difference_length / h.near_scale, c.sum_length / h.antipodal_scale);
    if (c.sum_length == 0) {
        c.sum = north_of_first(&h, from.lat);
        c.sum_length = 1;
    }
    if (c.difference_length == 0) /* one point, or two that are less than 1e-322 degrees apart */
        c.difference_length = 1;
    if (bearings)
        *bearings = bearings_of(&h, from, to);
    return c;
}

geodist_point gd_great_circle_point(const gd_great_circle *circle, double fraction)
{
    double sine, cosine;
    sin_cos((2 * fraction - 1) * circle->angle, &sine, &cosine);
    sine /= circle->difference_length;
    cosine /= circle->sum_length;
    const gd_vector *sum = &circle->sum, *difference = &circle->difference;
    gd_vector v = {cosine * sum->x + sine * difference->x, cosine * sum->y + sine * difference->y,
                   cosine * sum->z + sine * difference->z};
    return point_of(v, circle->lon);
}

/* ---- From a point in a direction --------------------------------------------------- */

geodist_point gd_sphere_destination(geodist_point from, double bearing, double arc,
                                    double *final_bearing)
{
    double sin_lat, cos_lat, east, north, sine, cosine;
    sin_cos(arc, &sine, &cosine);
    sin_cos_degrees(from.lat, &sin_lat, &cos_lat);
    sin_cos_degrees(reduced_degrees(bearing), &east, &north);
    gd_vector v = {cos_lat * cosine - sin_lat * north * sine, east * sine,
                   sin_lat * cosine + cos_lat * north * sine};
    double final_north = north * cos_lat * cosine - sin_lat * sine;
    if (final_north == 0) /* at a pole: along the meridian of the longitude returned */
        final_north = copysign(DBL_MIN, v.z);
    *final_bearing = gd_bearing(east * cos_lat, final_north);
    return point_of(v, from.lon);
}
