/* Which columns are latitudes and longitudes, by their names. */
#ifndef CLI_AXIS_NAME_H
#define CLI_AXIS_NAME_H

#include <geodist.h>

typedef enum { AXIS_NONE, AXIS_LATITUDE, AXIS_LONGITUDE } axis;

/* A latitude is a column such as lat, lat1, from_lat, startLatitude, y or Breitengrad; a longitude
 * one such as lon, lng, long, pickup_longitude, to_x or Laenge. A name that is both (lat_lon) is
 * none.
 */
axis gd_axis_of(geodist_text name);

#endif
