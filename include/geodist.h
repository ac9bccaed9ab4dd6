/* geodist: how far is it from here to there?
 *
 * Great-circle distances between named places and coordinates. The world's cities are
 * built into the library: nothing is opened, read, allocated or remembered at run time.
 *
 *     geodist_place here, there;
 *     if (geodist_find(geodist_literal("nairobi"), &here, NULL) == GEODIST_OK &&
 *         geodist_find(geodist_literal("El Paso, TX"), &there, NULL) == GEODIST_OK)
 *         printf("%.1f km\n", geodist_distance(here.point, there.point) / 1000);
 *
 * Angles are degrees: latitude north, longitude east, bearings clockwise from north.
 * Lengths are metres. Text is UTF-8 with its length; it need not end in NUL, may contain
 * any byte, may be NULL if it is empty, and is not kept after the call. Text handed out lives as
 * long as the program. Every function is pure: any number of threads may call any of them at any
 * time.
 */
#ifndef GEODIST_H
#define GEODIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(GEODIST_SHARED) && defined(_WIN32)
#  ifdef GEODIST_BUILDING
#    define GEODIST_API __declspec(dllexport)
#  else
#    define GEODIST_API __declspec(dllimport)
#  endif
#elif defined(__GNUC__)
#  define GEODIST_API __attribute__((visibility("default")))
#else
#  define GEODIST_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define GEODIST_VERSION "0.1.0"

/* ---- Text ------------------------------------------------------------------------- */

typedef struct {
    const char *bytes;
    size_t length;
} geodist_text;

/* The text of a NUL-terminated string; NULL gives empty text. */
static inline geodist_text geodist_literal(const char *string)
{
    geodist_text text = {string, string ? strlen(string) : 0};
    return text;
}

/* ---- Points and distances --------------------------------------------------------- */

typedef struct {
    double lat; /* degrees north, -90 to 90 */
    double lon; /* degrees east, -180 to 180 (any finite value is reduced) */
} geodist_point;

/* The mean radius R1 = (2a + b) / 3 of the WGS84 ellipsoid, in metres (IUGG). */
#define GEODIST_MEAN_RADIUS 6371008.8

/* The great-circle distance in metres on a sphere of mean radius: 0 to about 20,015,115.
 * Symmetric to the last bit, and exactly 0 for two spellings of one point (180 and -180,
 * a pole with any longitude). Gives NaN if any of the four numbers is NaN or infinite, or
 * a latitude is outside -90 to 90. */
GEODIST_API double geodist_distance(geodist_point from, geodist_point to);

/* The same on a sphere of another radius, in the unit of the radius. */
GEODIST_API double geodist_distance_on(double radius, geodist_point from, geodist_point to);

/* Points as two arrays: the i-th is (lat[i], lon[i]), in degrees as above. */
typedef struct {
    const double *lat;
    const double *lon;
} geodist_points;

/* Sets distances[i] to what geodist_distance_on gives for the i-th points, to the last bit,
 * for i below count, several at a time as far as the processor can. Longitudes within -180
 * to 180 are quickest. The distances must not overlap the points. */
GEODIST_API void geodist_distance_many(double radius, geodist_points from, geodist_points to,
                                       size_t count, double *distances);

/* ---- Ways on the sphere ----------------------------------------------------------- */

/* Clockwise from north, 0 <= bearing < 360 degrees. At a pole north is the way along the
 * meridian whose longitude the point has: from {90, 10}, the bearing 180 follows longitude 10. */
typedef struct {
    double initial; /* leaving the first point */
    double final;   /* arriving at the second, and going on */
} geodist_bearings;

/* The bearings of the shortest way from one point to another. Between two spellings of one
 * point both are 0. Between opposite points, where every way is as short, it is the one that
 * leaves due north; between the poles, the one along the longitude of the second. NaN for
 * what geodist_distance() gives NaN for. */
GEODIST_API geodist_bearings geodist_bearings_between(geodist_point from, geodist_point to);

/* The point after a fraction of that way, or beyond its ends for fractions outside 0 to 1;
 * the ends themselves for 0 and 1. Longitudes are within -180 to 180; that of a pole means
 * nothing. Between two spellings of one point it is the first. Both numbers are NaN if anything given is NaN, infinite or
 * out of range. */
GEODIST_API geodist_point geodist_waypoint(geodist_point from, geodist_point to, double fraction);

/* Half of the way: geodist_waypoint with the fraction 1/2. */
GEODIST_API geodist_point geodist_midpoint(geodist_point from, geodist_point to);

/* The point some metres away on a sphere of mean radius in the direction of a bearing (any
 * number of degrees), and the bearing on arrival unless final_bearing is NULL. Negative
 * metres go backwards, and the bearing on arrival still looks forwards. 0 metres give the
 * point itself. All are NaN if anything given is NaN, infinite or out of range. */
GEODIST_API geodist_point geodist_destination(geodist_point from, double bearing, double metres,
                                              double *final_bearing);

/* ---- Ways on the ellipsoid of WGS84 ----------------------------------------------- */

/* The length in metres of the shortest line: 0 to about 20,003,932, right to 15 nm for every
 * pair. By C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87, 43-55 (2013). Symmetric
 * to the last bit, exactly 0 for two spellings of one point, NaN as on the sphere. */
GEODIST_API double geodist_wgs84_distance(geodist_point from, geodist_point to);

/* The bearings of that line, as on the sphere. Where two lines are equally short, as between
 * points nearly opposite, it is one of them: for opposite latitudes the one that leaves
 * further north, for opposite points one over the north pole. */
GEODIST_API geodist_bearings geodist_wgs84_bearings(geodist_point from, geodist_point to);

/* As geodist_destination, along a geodesic of the ellipsoid. */
GEODIST_API geodist_point geodist_wgs84_destination(geodist_point from, double bearing,
                                                    double metres, double *final_bearing);

/* ---- Errors ----------------------------------------------------------------------- */

typedef enum {
    GEODIST_OK = 0,
    GEODIST_EMPTY,              /* no letter, no digit: nothing to look up */
    GEODIST_UNKNOWN_NAME,       /* no place has this name */
    GEODIST_UNKNOWN_QUALIFIER,  /* no region or country has this name or code */
    GEODIST_NOT_THERE,          /* the name exists, but not where the qualifier says */
    GEODIST_BAD_COORDINATE,     /* begins like a coordinate, but does not go on like one */
    GEODIST_LATITUDE_RANGE,     /* outside -90 to 90 */
    GEODIST_LONGITUDE_RANGE,    /* outside -180 to 360 */
    GEODIST_MINUTES_RANGE,      /* minutes or seconds of 60 or more */
    GEODIST_SIGN_AND_LETTER,    /* a sign together with a hemisphere letter */
    GEODIST_HEMISPHERES         /* both letters are of one axis, or only one is given */
} geodist_status;

/* Where in the text the trouble is: the bytes from offset on, length of them. */
typedef struct {
    geodist_status status;
    size_t offset;
    size_t length;
} geodist_error;

/* One lower-case English phrase without a full stop, never NULL. */
GEODIST_API const char *geodist_describe(geodist_status status);

/* ---- Places ----------------------------------------------------------------------- */

#define GEODIST_NOT_A_CITY UINT32_MAX

typedef struct {
    geodist_point point;
    geodist_text name;         /* empty if the place was given as a coordinate */
    geodist_text region;       /* first-level division, such as a state; may be empty */
    geodist_text country;      /* English short name */
    geodist_text country_code; /* ISO 3166-1 alpha-2 */
    uint32_t population;       /* 0 if unknown */
    uint32_t city;             /* row in the table, or GEODIST_NOT_A_CITY */
    uint32_t rivals;           /* how many geodist_rivals() would give */
    bool region_repeats;       /* the region only repeats the name: labels leave it out */
} geodist_place;

/* The place a text means: a coordinate (latitude first; decimal, degrees-minutes-seconds,
 * hemisphere letters, geo: URI) or a city's name, which may be followed by regions and
 * countries after commas or as trailing words. Of several cities of one name it is the
 * best known; its rivals are counted, never hidden. On failure *place is left as it was
 * and *error, unless NULL, names the bytes at fault. */
GEODIST_API geodist_status geodist_find(geodist_text text, geodist_place *place,
                                        geodist_error *error);

/* The point that a text writes out in one of these forms of a coordinate. Decimal degrees are
 * the nearest doubles; degrees, minutes and seconds are the nearest double to their exact sum
 * if the last number is a double, and within one unit in the last place otherwise. Ranges are
 * checked on the digits themselves. Longitudes above 180 have 360 taken off; zero is +0. On
 * failure *point is untouched and *error, unless NULL, names the bytes at fault: all of the
 * text but its outer white space where an angle or what divides the two is missing. */
GEODIST_API geodist_status geodist_parse_coordinate(geodist_text text, geodist_point *point,
                                                    geodist_error *error);

/* The points of a text that is nothing but bare decimal numbers, LAT LON LAT LON and so on
 * within -90 to 90 and -180 to 180, with blanks or commas between them. Fills at most
 * capacity elements of both arrays and returns how many points there are; 0 if the text is anything
 * else. */
GEODIST_API size_t geodist_read_points(geodist_text text, double *lat, double *lon,
                                       size_t capacity);

/* The places that text could also have meant: 50 km or more from the one found and at
 * least a fifth as well known, best known first. Fills at most capacity places and
 * returns how many there are. */
GEODIST_API size_t geodist_rivals(geodist_text text, geodist_place *places, size_t capacity);

/* What a text that was not found may have meant, likeliest first: for a known name in
 * the wrong region or country the places that bear it; for an unknown name those
 * within two edits of it. Fills at most capacity places and returns how many it filled. */
GEODIST_API size_t geodist_suggest(geodist_text text, geodist_place *places, size_t capacity);

/* For completing what is being typed. First the places that bear the name, then those with a
 * name that begins so, then those with a name within two edits, and of each the best known
 * first. Qualifiers must hold; the last may be the beginning of a region's or country's name.
 * Fills at most capacity places, GEODIST_SEARCH_MOST in any case, and returns how many it
 * filled. */
#define GEODIST_SEARCH_MOST 100
GEODIST_API size_t geodist_search(geodist_text text, geodist_place *places, size_t capacity);

/* Which cities are meant by near. */
typedef struct {
    size_t count;        /* no more than so many, SIZE_MAX for all of them, */
    double metres;       /* no further away than that, INFINITY for any distance, */
    uint32_t population; /* and no smaller than that */
} geodist_vicinity;

typedef struct {
    geodist_place place; /* its rivals are not counted */
    double metres;       /* on the sphere of mean radius */
    double bearing;      /* of the way there, as geodist_bearings_between gives it */
} geodist_neighbour;

/* The cities around a point, nearest first; one that is there itself is the first. Fills at
 * most capacity neighbours and returns how many are meant; none if the point is none. */
GEODIST_API size_t geodist_nearest(geodist_point point, geodist_vicinity wanted,
                                   geodist_neighbour *nearest, size_t capacity);

/* ---- The table -------------------------------------------------------------------- */

typedef struct {
    uint32_t cities;
    uint32_t keys;           /* different folded names */
    uint32_t ambiguous_keys; /* of those, names of more than one city */
    uint32_t regions;
    uint32_t countries;
    uint32_t bytes;          /* size of the built-in image */
    geodist_text edition;    /* date of the newest source, as YYYY-MM-DD */
    geodist_text credit;     /* whom to name when the data is shown or passed on */
} geodist_table;

GEODIST_API geodist_table geodist_table_facts(void);

/* The city in a row of the table, 0 <= row < cities; false and *place untouched beyond. */
GEODIST_API bool geodist_city(uint32_t row, geodist_place *place);

/* True if the table in memory still has the checksum it was built with, and the
 * built-in golden distances come out to the last digit shown in src/core/table/self_test.c. */
GEODIST_API bool geodist_self_test(void);

#ifdef __cplusplus
}
#endif
#endif
