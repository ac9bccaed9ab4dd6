/* Directions, for bearings and positions on either model of the Earth. */
#ifndef GD_GREAT_CIRCLE_H
#define GD_GREAT_CIRCLE_H

#include <geodist.h>

/* The angle of which the two numbers are sine and cosine times some positive number, in degrees:
 * -180 to 180; multiples of 90 exactly; 0 if both are 0. */
double gd_degrees(double sine, double cosine);

/* -360 <= degrees < 720 as a bearing, 0 <= bearing < 360. */
double gd_compass(double degrees);

bool gd_is_point(geodist_point point);

/* The direction with these parts east and north as a bearing, 0 <= bearing < 360. */
double gd_bearing(double east, double north);

geodist_bearings gd_sphere_bearings(geodist_point from, geodist_point to);
geodist_point gd_sphere_waypoint(geodist_point from, geodist_point to, double fraction);
geodist_point gd_sphere_destination(double radius, geodist_point from, double bearing,
                                    double metres, double *final_bearing);

#endif
