/* geo: URIs (RFC 5870). */
#ifndef GD_GEO_URI_H
#define GD_GEO_URI_H

#include <geodist.h>

bool gd_is_geo_uri(geodist_text text);

/* Checks a text that begins with geo: and leaves its "latitude,longitude" in *pair, two numbers
 * that may be negative and out of range. An altitude and parameters may follow; the only reference
 * system is wgs84. False if something is wrong, with the bytes at fault in *fault: all
 * of the URI where a part is missing. */
bool gd_open_geo_uri(geodist_text uri, geodist_text *pair, geodist_text *fault);

#endif
