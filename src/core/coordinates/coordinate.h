/* Text to point: decimal degrees, degrees-minutes-seconds, geo: URIs.
 *
 *     text   = "geo:" ... as in RFC 5870 | angle separator angle
 *     angle  = [letter] [sign] number [mark] [number [mark] [number [mark]]] [letter]
 *     number = digits with at most one point: 5  .5  5.  5.5
 *     sign   = +  -  U+2212
 *     letter = N S E W in either case
 *     mark   = degrees: U+00B0 U+00BA U+02DA d; minutes: ' U+2032 U+2019 m;
 *              seconds: " U+2033 U+201D s, or the mark of minutes twice; or : between numbers
 *
 * Latitude comes first, unless both angles have letters and the letters say otherwise. Either both
 * have letters or none has, and a letter allows no sign. The separator is white space, a comma
 * or both; behind or before a letter none is needed. Only the last number of an angle may have
 * decimals. An angle without a letter may leave out no mark but its last, so bare numbers
 * come in pairs only. d, m and s are lower case and follow their number directly; s behind a
 * number is a mark if the number before had a d or m, otherwise it is south. */
#ifndef GD_COORDINATE_H
#define GD_COORDINATE_H

#include <geodist.h>

typedef enum {
    gd_coord_no,    /* a name: begins with no number, or with a whole number and a word (and
                     * has no number behind its first comma) */
    gd_coord_maybe, /* begins like a coordinate: one if there is no such name */
    gd_coord_surely /* a geo: URI, a signed number, or two numbers and nothing alien */
} gd_coord_likeness;

/* What the text is meant as, so that a failure can be reported as what it is. For "maybe" look for
 * a name first: 12.5,abc and 0x10,5 are bad coordinates, S2 could be a place; 100 Mile House,
 * 6th of October City and N1 Town are "no". Whatever geodist_parse_coordinate accepts is "surely". */
gd_coord_likeness gd_looks_like_coord(geodist_text text);

#endif
