/* The reader of coordinates: text to point.
 *
 *     text      = "geo:" ... as in RFC 5870 | pair | "(" pair ")"
 *     pair      = angle separator angle
 *     angle     = [letter] [sign] number [mark] [number [mark] [number [mark]]] [letter]
 *     number    = digits with at most one point [exponent]: 5  .5  5.  5.5  5e-05  1.5E+1
 *     exponent  = e or E, + or - or nothing, digits; all without white space
 *     sign      = +  -  U+2212
 *     letter    = N S E W in either case
 *     mark      = degrees: U+00B0 U+00BA U+02DA d D; minutes: ' U+2032 U+2019 m M;
 *                 seconds: " U+2033 U+201D s S, or the mark of minutes twice; or : between numbers
 *     separator = white space, a comma, or both
 *
 * White space is that of ASCII and Unicode (text/blank.h). Invisible formatting characters between
 * the parts of an angle and around it are ignored.
 *
 * The latitude comes first, unless both angles have letters and the letters say otherwise. Either
 * both angles have letters or neither has one, and an angle with a letter has no sign. Next to a
 * letter the separator may be left out. Only the last number of an angle may have decimals, and
 * only the only one an exponent. In an angle without a letter only the last number may lack its
 * mark; therefore three or more bare numbers are no coordinate.
 *
 * d, m and s follow their number directly. An s directly after a number marks seconds if the number
 * before has the mark d or m, and an S if it has D or M; any other s or S is south: 31.5S, 31d30S,
 * 31d45m31S, but 31d45m31s and 31D45M31S.
 *
 * An e directly after a number begins an exponent if digits follow, with or without a sign: 5e5 and
 * 5E-3. Any other e or E is east: 31.5e 5n, 5E,6N, and 1 E3S, which is 3 S 1 E. An exponent with a
 * point (106.49E31.76N) is refused. */
#ifndef GD_COORDINATE_H
#define GD_COORDINATE_H

#include <geodist.h>

typedef enum {
    GD_COORDINATE_NONE,   /* a name: it does not begin like a coordinate, or it begins with a whole
                           * number and a word (100 Mile House, 6th of October City, N1 Town) and
                           * has no number after its first comma */
    GD_COORDINATE_MAYBE,  /* begins like a coordinate and is none. If there is a place of this
                           * name, it is the place: S2; 12.5,abc; 0x10,5 */
    GD_COORDINATE_FAULTY, /* a geo: URI, a text that begins with a signed number, or one of two or
                           * more numbers without foreign characters, with an error in it */
    GD_COORDINATE_READ
} gd_coordinate;

/* Reads a text, which may have white space at its ends. Sets *point only for GD_COORDINATE_READ.
 * Sets *error for GD_COORDINATE_MAYBE and GD_COORDINATE_FAULTY, as geodist_parse_coordinate()
 * does; for GD_COORDINATE_NONE it may or may not be set. Neither pointer may be NULL. */
gd_coordinate gd_read_coordinate(geodist_text text, geodist_point *point, geodist_error *error);

#endif
