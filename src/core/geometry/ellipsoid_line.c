/* From a point of the ellipsoid in a direction. Numbers in brackets are equations of C. F. F.
 * Karney, Algorithms for geodesics, J. Geodesy 87, 43-55 (2013), doi 10.1007/s00190-012-0578-z. */
#include "geometry/ellipsoid.h"
#include "geometry/ellipsoid_arc.h"
#include "geometry/great_circle.h"

#include <float.h>

/* From point 1 along alpha1: on the auxiliary sphere by (20), there by plain trigonometry, which
 * knows the way from a pole too, and back by (8). */
geodist_point gd_wgs84_destination(geodist_point from, double bearing, double metres,
                                   double *final_bearing)
{
    double unwanted = NAN, length, c1[6], c1_inverse[6];
    double *final = final_bearing ? final_bearing : &unwanted;
    *final = NAN;
    if (!gd_is_point(from) || !isfinite(bearing) || !isfinite(metres))
        return (geodist_point){NAN, NAN};
    *final = gd_compass(reduced(bearing));
    if (metres == 0)
        return (geodist_point){from.lat, reduced(from.lon)};
    angle beta1 = reduced_latitude(from.lat, &length);
    angle alpha1 = angle_of(reduced(bearing));
    arc a = {.sin_alpha0 = alpha1.sin * beta1.cos};
    double along1 = alpha1.cos * beta1.cos;
    angle sigma1 = beta1.sin == 0 && along1 == 0 ? (angle){0, 1} : unit(beta1.sin, along1);
    double eps = expansion_parameter(second_e_squared * (1 - squared(a.sin_alpha0)));
    series_c1(eps, c1);
    series_c1_inverse(eps, c1_inverse);
    double first = metres / (polar_radius * (1 + series_a1_less_1(eps))) +
                   sine_series(c1, sigma1.sin, sigma1.cos);
    angle tau;
    sin_cos(first, &tau.sin, &tau.cos);
    angle tau2 = sum(sigma1, tau);
    double last = sine_series(c1_inverse, tau2.sin, tau2.cos);
    angle sigma12 = sum(tau, small_angle(last));
    a.sigma = first + last;
    a.sin_sigma = sigma12.sin;
    a.cos_sigma = sigma12.cos;
    a.cos_sum = sum(sum(sigma1, sigma1), sigma12).cos;
    expansion x = expand(&a);

    double ahead = beta1.cos * sigma12.cos - beta1.sin * alpha1.cos * sigma12.sin;
    double aside = alpha1.sin * sigma12.sin;
    double up = beta1.sin * sigma12.cos + along1 * sigma12.sin;
    double lon12 = gd_degrees(aside, ahead) - longitude_lag(&a, &x) / degree;
    double lat2 = gd_degrees(up, (1 - flattening) * sqrt(squared(ahead) + squared(aside)));
    double north = along1 * sigma12.cos - beta1.sin * sigma12.sin;
    if (north == 0) /* going on from the pole itself: as the longitude found for it has it */
        north = copysign(DBL_MIN, up);
    *final = gd_bearing(a.sin_alpha0, north);
    return (geodist_point){lat2, reduced(reduced(from.lon) + lon12)};
}
