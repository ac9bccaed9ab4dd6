/* Arctangents and bearings in degrees. */
#include "geometry/bearing.h"

#include "geometry/trigonometry.h"

/* The smaller of the two components is divided by the larger, so that multiples of 90 are exact. */
double gd_arctangent_degrees(double sine, double cosine)
{
    if (fabs(sine) > fabs(cosine))
        return copysign(90 - arctangent(cosine, fabs(sine)) * (180 / pi), sine);
    double rest = arctangent(sine, fabs(cosine)) * (180 / pi);
    return cosine < 0 ? copysign(180, sine) - rest : rest;
}

double gd_normalised_bearing(double degrees)
{
    if (degrees < 0)
        degrees += 360;
    return degrees < 360 ? degrees + 0.0 : degrees - 360; /* -1e-20 is rounded to 360; no -0 */
}

double gd_bearing(double east, double north)
{
    return gd_normalised_bearing(gd_arctangent_degrees(east, north));
}
