/* Lines on the sphere: bearings, points of a great circle, destinations. */
#ifndef GD_GREAT_CIRCLE_H
#define GD_GREAT_CIRCLE_H

#include <geodist.h>

typedef struct {
    double x, y, z; /* z points to the north pole */
} gd_vector;

/* The shortest arc between two points, as gd_great_circle_point() needs it. The vectors are the
 * directions of half the sum and half the difference of the two ends as unit vectors. They are at
 * right angles, and x points to the meridian halfway between the meridians of the ends. */
typedef struct {
    gd_vector sum, difference;
    double sum_length, difference_length; /* of the two vectors above */
    double angle;                         /* half the length of the arc, in radians */
    double lon;                           /* the meridian of x, in degrees */
} gd_great_circle;

/* The arc between two valid points. Sets *bearings, unless it is NULL, to what
 * geodist_bearings_between() returns. */
gd_great_circle gd_great_circle_between(geodist_point from, geodist_point to,
                                        geodist_bearings *bearings);

/* The point after that finite fraction of the arc; of two ends that are the same, that point. */
geodist_point gd_great_circle_point(const gd_great_circle *circle, double fraction);

/* geodist_destination() on the sphere, for valid arguments; the arc is in radians and not 0. */
geodist_point gd_sphere_destination(geodist_point from, double bearing, double arc,
                                    double *final_bearing);

#endif
