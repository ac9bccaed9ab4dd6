/* The direct problem on the ellipsoid. Numbers in brackets are equations of C. F. F. Karney,
 * Algorithms for geodesics, J. Geodesy 87, 43-55 (2013), doi 10.1007/s00190-012-0578-z. As in
 * GeographicLib's GeodesicLine, what depends on the line only is computed once. */
#include "geometry/ellipsoid_line.h"

#include "geometry/bearing.h"
#include "geometry/ellipsoid_arc.h"

/* Sigma1 (11) is 0 where the line is the equator. */
static gd_geodesic_line line_from(geodist_point from, angle alpha1)
{
    double length, c1[6];
    angle beta1 = reduced_latitude(from.lat, &length);
    gd_geodesic_line line = {.sin_beta1 = beta1.sin,
                             .cos_beta1 = beta1.cos,
                             .sin_alpha1 = alpha1.sin,
                             .cos_alpha1 = alpha1.cos,
                             .sin_alpha0 = alpha1.sin * beta1.cos, /* (5) */
                             .cos_alpha1_cos_beta1 = alpha1.cos * beta1.cos};
    bool is_equator = beta1.sin == 0 && line.cos_alpha1_cos_beta1 == 0;
    angle sigma1 = is_equator ? (angle){0, 1} : unit(beta1.sin, line.cos_alpha1_cos_beta1);
    line.sin_sigma1 = sigma1.sin;
    line.cos_sigma1 = sigma1.cos;

    double eps = expansion_parameter(second_e_squared * (1 - squared(line.sin_alpha0)));
    series_c1(eps, c1);
    line.metres_per_radian = polar_radius * (1 + series_a1_less_1(eps));
    line.c1_sum = sine_series(c1, sigma1.sin, sigma1.cos);
    series_c1_inverse(eps, line.c1_inverse);
    line.lag_scale = flattening * line.sin_alpha0 * series_a3(eps);
    series_c3(eps, line.c3);
    return line;
}

gd_geodesic_line gd_geodesic_line_from(geodist_point from, double east, double north)
{
    return line_from(from, unit(east, north));
}

/* From sigma1 to the point: an arc of the auxiliary sphere (20). */
typedef struct {
    double sigma12;
    angle sigma12_angle;
} step;

static step step_along(const gd_geodesic_line *line, double metres)
{
    angle sigma1 = {line->sin_sigma1, line->cos_sigma1}, tau12;
    double first = metres / line->metres_per_radian + line->c1_sum;
    sin_cos(first, &tau12.sin, &tau12.cos);
    angle tau2 = sum(sigma1, tau12);
    double last = sine_series(line->c1_inverse, tau2.sin, tau2.cos);
    return (step){first + last, sum(tau12, small_angle(last))};
}

/* omega12 - lambda12 (8). */
static double longitude_lag_along(const gd_geodesic_line *line, const step *s)
{
    double wave[6];
    angle sigma1 = {line->sin_sigma1, line->cos_sigma1};
    double cos_sum = sum(sum(sigma1, sigma1), s->sigma12_angle).cos;
    waves(cos_sum, s->sigma12_angle.sin, s->sigma12_angle.cos, wave);
    return line->lag_scale * (s->sigma12 + weighted_sum(line->c3, wave, 5));
}

/* On the auxiliary sphere the point is found from point 1 by plain trigonometry, which also holds
 * from a pole. The vector points ahead along the meridian of point 1, aside to the east, and up. */
geodist_point gd_geodesic_line_point(const gd_geodesic_line *line, geodist_point from,
                                     double metres, double *final_bearing)
{
    step s = step_along(line, metres);
    double sine = s.sigma12_angle.sin, cosine = s.sigma12_angle.cos;
    double ahead = line->cos_beta1 * cosine - line->sin_beta1 * line->cos_alpha1 * sine;
    double aside = line->sin_alpha1 * sine;
    double up = line->sin_beta1 * cosine + line->cos_alpha1_cos_beta1 * sine;
    double lon12 = gd_arctangent_degrees(aside, ahead) - longitude_lag_along(line, &s) / degree;
    double lat2 =
        gd_arctangent_degrees(up, (1 - flattening) * sqrt(squared(ahead) + squared(aside)));
    if (final_bearing) {
        double north = line->cos_alpha1_cos_beta1 * cosine - line->sin_beta1 * sine;
        if (north == 0) /* at a pole: along the meridian of the longitude returned */
            north = copysign(DBL_MIN, up);
        *final_bearing = gd_bearing(line->sin_alpha0, north);
    }
    return (geodist_point){lat2, reduced_degrees(reduced_degrees(from.lon) + lon12)};
}

geodist_point gd_wgs84_destination(geodist_point from, double bearing, double metres,
                                   double *final_bearing)
{
    gd_geodesic_line line = line_from(from, angle_of(reduced_degrees(bearing)));
    return gd_geodesic_line_point(&line, from, metres, final_bearing);
}
