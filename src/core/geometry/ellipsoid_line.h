/* The geodesic that leaves a point of the ellipsoid in a direction, and the points along it. */
#ifndef GD_ELLIPSOID_LINE_H
#define GD_ELLIPSOID_LINE_H

#include <geodist.h>

/* What the points of one line share. Greek names are those of Karney (2013); the index 1 means at
 * the first point. */
typedef struct {
    double sin_beta1, cos_beta1;
    double sin_alpha1, cos_alpha1;
    double sin_alpha0, cos_alpha1_cos_beta1;
    double sin_sigma1, cos_sigma1;
    double metres_per_radian; /* b A1 */
    double c1_sum;            /* sum C1[l] sin 2 l sigma1 */
    double c1_inverse[6];
    double lag_scale; /* f sin alpha0 A3 */
    double c3[5];
} gd_geodesic_line;

/* The line from a valid point in the direction with these components times some positive number. */
gd_geodesic_line gd_geodesic_line_from(geodist_point from, double east, double north);

/* The point after so many metres of the line that was made for the point `from`. Sets
 * *final_bearing, unless it is NULL, to the bearing there. */
geodist_point gd_geodesic_line_point(const gd_geodesic_line *line, geodist_point from,
                                     double metres, double *final_bearing);

/* geodist_destination() on the ellipsoid, for valid arguments. */
geodist_point gd_wgs84_destination(geodist_point from, double bearing, double metres,
                                   double *final_bearing);

#endif
