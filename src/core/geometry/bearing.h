/* Arctangents and bearings in degrees, on either model of the earth. */
#ifndef GD_BEARING_H
#define GD_BEARING_H

/* The angle whose sine and cosine are the two numbers times some positive number: within
 * [-180, 180] degrees; multiples of 90 exactly; 0 if both numbers are 0. */
double gd_arctangent_degrees(double sine, double cosine);

/* An angle of at least -360 and less than 720 degrees as a bearing, 0 <= bearing < 360. */
double gd_normalised_bearing(double degrees);

/* The bearing of the direction with these components, 0 <= bearing < 360. */
double gd_bearing(double east, double north);

#endif
