/* geodist: great-circle and geodesic distances between named places and coordinates.
 *
 * The table of places is built into the library. Nothing is opened, read, allocated or kept at run
 * time: every function depends on its arguments only, and any number of threads may call any of
 * them at any time.
 *
 *     geodist_place from, to;
 *     if (geodist_find(geodist_string("nairobi"), &from, NULL) == GEODIST_OK &&
 *         geodist_find(geodist_string("El Paso, TX"), &to, NULL) == GEODIST_OK)
 *         printf("%.1f km\n", geodist_distance(geodist_sphere, from.point, to.point) / 1000);
 *
 * Angles are in degrees: latitude north, longitude east, bearings clockwise from north. Lengths are
 * in metres. Geometry is total: it returns NaN where an argument is NaN, infinite or out of range.
 *
 * Text is UTF-8 with its length. Text passed in need not end in NUL, may be NULL if it is empty,
 * and is not kept after the call. Text handed out is also NUL-terminated and lives as long as the
 * program.
 *
 * A function that fills an array returns how many results there are, which may be more than the
 * capacity; it writes only the first `capacity` of them. An array of capacity 0 may be NULL. */
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

/* ---- Version ---------------------------------------------------------------------------- */

/* The version of this header. Until 1.0 a new minor version may change the interface. */
#define GEODIST_VERSION "0.2.0"
#define GEODIST_VERSION_MAJOR 0
#define GEODIST_VERSION_MINOR 2
#define GEODIST_VERSION_PATCH 0

/* The version of the library that is linked, such as "0.2.0". Never NULL. */
GEODIST_API const char *geodist_version(void);

/* ---- Text ------------------------------------------------------------------------------- */

typedef struct {
    const char *bytes;
    size_t length;
} geodist_text;

/* The text of a NUL-terminated string; NULL gives empty text. */
static inline geodist_text geodist_string(const char *string)
{
    geodist_text text = {string, string ? strlen(string) : 0};
    return text;
}

/* ---- Points and the earth ---------------------------------------------------------------- */

typedef struct {
    double lat; /* degrees north, -90 to 90 */
    double lon; /* degrees east; any finite value, reduced to -180 to 180 */
} geodist_point;

typedef enum {
    GEODIST_MODEL_SPHERE,
    GEODIST_MODEL_WGS84 /* the ellipsoid of the World Geodetic System 1984 */
} geodist_model;

typedef struct {
    geodist_model model;
    double radius; /* of the sphere, in metres: positive, finite; the ellipsoid does not use it */
} geodist_earth;

/* The mean radius R1 = (2a + b) / 3 of the WGS84 ellipsoid, in metres (IUGG, Moritz 1980). */
#define GEODIST_MEAN_RADIUS 6371008.8

/* The sphere of mean radius, and the ellipsoid. */
static const geodist_earth geodist_sphere = {GEODIST_MODEL_SPHERE, GEODIST_MEAN_RADIUS};
static const geodist_earth geodist_wgs84 = {GEODIST_MODEL_WGS84, GEODIST_MEAN_RADIUS};

/* ---- Distances -------------------------------------------------------------------------- */

/* The length in metres of the shortest line between two points: 0 to about 20,015,115 on the
 * sphere of mean radius (haversine formula, R. W. Sinnott 1984; within 8 nm), 0 to about
 * 20,003,932 on the ellipsoid (C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87, 43-55,
 * 2013; within 15 nm). On the sphere the error is also within 1e-15 of the distance. Distances
 * below 1e-300 m lose digits, and points less than 1e-308 m apart may count as one. Symmetric to
 * the last bit, and exactly 0 for two spellings of one point (180 and -180, a pole with any
 * longitude). NaN if a number is NaN or infinite, a latitude is outside -90 to 90, or the radius
 * of the sphere is not positive and finite. */
GEODIST_API double geodist_distance(geodist_earth earth, geodist_point from, geodist_point to);

/* Points as two arrays: point i is (lat[i], lon[i]), in degrees as above. */
typedef struct {
    const double *lat;
    const double *lon;
} geodist_points;

/* Sets metres[i] to geodist_distance(earth, from i, to i), to the last bit, for i < count, with the
 * widest vectors of the processor. Longitudes within -180 to 180 are fastest. On the ellipsoid,
 * nearly antipodal points and lines along a meridian or the equator take as long as one by one. The
 * results must not overlap the points. */
GEODIST_API void geodist_distance_many(geodist_earth earth, geodist_points from, geodist_points to,
                                       size_t count, double *metres);

/* Sets metres[i * to_count + j] to geodist_distance(earth, from i, to j), to the last bit, for
 * i < from_count and j < to_count: a row for each of the first points. With from_count 1 it is the
 * distances of one point from many. If both are the same arrays and counts, every pair is measured
 * only once. The results must not overlap the points. */
GEODIST_API void geodist_distance_matrix(geodist_earth earth, geodist_points from,
                                         size_t from_count, geodist_points to, size_t to_count,
                                         double *metres);

/* ---- Bearings, waypoints, destinations --------------------------------------------------- */

/* Clockwise from north, 0 <= bearing < 360. At a pole, north is the direction along the meridian of
 * the longitude that the point has: from {90, 10} the bearing 180 follows longitude 10. */
typedef struct {
    double initial; /* leaving the first point */
    double final;   /* arriving at the second point and continuing */
} geodist_bearings;

/* The bearings of the shortest line between two points. Both are 0 for two spellings of one point.
 * Where several lines are equally short, it is the line that leaves furthest north: due north
 * between antipodes. Between the poles it follows the longitude of the second point. NaN as for
 * geodist_distance(). Within 15 nm at the second point; see there for very short distances. */
GEODIST_API geodist_bearings geodist_bearings_between(geodist_earth earth, geodist_point from,
                                                      geodist_point to);

/* The point after that fraction of the line of geodist_bearings_between(), or on its continuation
 * for fractions outside 0 to 1; the ends themselves for 0 and 1. The longitude is within -180 to
 * 180; that of a pole has no meaning. For two spellings of one point it is the first point. Both
 * numbers are NaN if an argument is NaN, infinite or out of range, or the length of the
 * continuation overflows. For several points of one line use a geodist_path. */
GEODIST_API geodist_point geodist_waypoint(geodist_earth earth, geodist_point from,
                                           geodist_point to, double fraction);

/* The point that lies `metres` away in the direction of a bearing (any finite number of degrees).
 * Sets *final_bearing, unless it is NULL, to the bearing on arrival. Negative metres go backwards;
 * the bearing on arrival still looks forwards. 0 metres give the point itself. NaN as for
 * geodist_waypoint(). */
GEODIST_API geodist_point geodist_destination(geodist_earth earth, geodist_point from,
                                              double bearing, double metres,
                                              double *final_bearing);

/* The shortest line between two points, solved once. Its members are not to be changed. */
typedef struct {
    geodist_earth earth;
    geodist_point from, to;
    double metres;             /* as geodist_distance() returns it */
    geodist_bearings bearings; /* as geodist_bearings_between() returns them */
    double state[24];          /* private: what geodist_path_point() needs */
} geodist_path;

GEODIST_API geodist_path geodist_path_between(geodist_earth earth, geodist_point from,
                                              geodist_point to);

/* As geodist_waypoint() for the earth and the points of the path, to the last bit. */
GEODIST_API geodist_point geodist_path_point(const geodist_path *path, double fraction);

/* ---- Errors ------------------------------------------------------------------------------ */

typedef enum {
    GEODIST_OK = 0,
    GEODIST_EMPTY,              /* no letter and no digit, or a word for a missing value (NA) */
    GEODIST_NOT_UTF8,           /* a byte that is not part of a UTF-8 character; or U+FFFD, which
                                 * stands for such bytes after a conversion */
    GEODIST_CONTROL_CHARACTER,  /* a control character that is not white space at an end */
    GEODIST_UNKNOWN_NAME,       /* no place has this name */
    GEODIST_UNKNOWN_QUALIFIER,  /* no region or country has this name or code; or more than 8 */
    GEODIST_QUALIFIER_MISMATCH, /* no place of this name is in that region or country */
    GEODIST_AREA,               /* a country, a region or another area, not a city */
    GEODIST_STREET_ADDRESS,     /* forms of places that geodist does not know: */
    GEODIST_POSTAL_CODE,        /* SW1A 1AA, "Berlin 10115" */
    GEODIST_PLUS_CODE,          /* 9C3XGV4C+XV */
    GEODIST_GRID_REFERENCE,     /* UTM or MGRS: 33U 391545 5820000 */
    GEODIST_GEOHASH,            /* u33dc0 */
    GEODIST_MAP_LINK,           /* https://... */
    GEODIST_WKT,                /* POINT (13.4 52.5) */
    GEODIST_BAD_COORDINATE,     /* begins like a coordinate, but is none */
    GEODIST_LATITUDE_RANGE,     /* outside -90 to 90 */
    GEODIST_LONGITUDE_RANGE,    /* outside -180 to 360 */
    GEODIST_MINUTES_RANGE,      /* minutes or seconds of 60 or more */
    GEODIST_SIGN_AND_LETTER,    /* a sign together with a hemisphere letter */
    GEODIST_HEMISPHERES         /* both letters belong to one axis, or only one is given */
} geodist_status;

/* Where in the text the fault is: `length` bytes from `offset` on. */
typedef struct {
    geodist_status status;
    size_t offset;
    size_t length;
} geodist_error;

/* A lower-case English phrase without a full stop, never NULL. */
GEODIST_API const char *geodist_describe(geodist_status status);

/* ---- Places ------------------------------------------------------------------------------ */

/* The row of a place that is not in the table: a coordinate or an area. */
#define GEODIST_NO_ROW UINT32_MAX

typedef enum {
    GEODIST_COORDINATE,
    GEODIST_CITY, /* or town, village, district of a city */
    GEODIST_AIRPORT,
    GEODIST_COUNTRY, /* this and the kinds below have no point: both numbers are NaN */
    GEODIST_REGION,  /* a first-level division of a country */
    GEODIST_OTHER_AREA
} geodist_kind;

typedef struct {
    geodist_point point;
    geodist_text name;         /* empty if the place was given as a coordinate */
    geodist_text region;       /* first-level division, such as a state; may be empty. Of an area
                                * that is neither country nor region: what it is ("a continent") */
    geodist_text country;      /* English short name; may be empty */
    geodist_text country_code; /* ISO 3166-1 alpha-2; may be empty */
    double score;              /* how well known it is by the name that was found, or by its main
                                * name in suggestions and searches: about the population, less for
                                * rarer names; 0 in other results */
    geodist_kind kind;
    uint32_t population;       /* 0 if unknown */
    uint32_t row;              /* row in the table, or GEODIST_NO_ROW */
    uint32_t geonames_id;      /* 0 if there is none */
    uint32_t rivals;           /* how many places geodist_rivals() gives for the text */
    uint32_t name_id;          /* of the name, for geodist_name_is_in(); 0 if the text was a
                                * coordinate or had qualifiers, and in results of other functions */
    char iata[4];              /* codes of an airport; empty if there is none */
    char icao[5];
    bool is_capital;           /* of its country */
    bool is_seat;              /* of the government of its region */
    bool is_district;          /* of a city */
    bool region_repeats;       /* the region only repeats the name: labels leave it out */
    bool has_namesake;         /* name, region and country lead to a better known place: labels have
                                * the GeoNames id, "Mīrābād (GeoNames 3366), ..." */
    bool is_qualifier;         /* the text that was found also names a region or country */
} geodist_place;

/* Finds the place that a text means: a coordinate (see geodist_parse_coordinate) or a name, which
 * may be followed by regions and countries, after commas or as trailing words. In names case,
 * accents, punctuation and invisible formatting characters do not matter, except that no name has a
 * question mark next to a letter or digit: conversions put it in the place of a letter. A text of
 * two to four letters may be a code, for which capitals matter. Of several places of one name it is the best
 * known; geodist_rivals() gives the others. A name that means a country, a region or another area
 * is an error: geodist_areas() names it. On failure *place is left as it was and *error, unless
 * NULL, names the bytes at fault. */
GEODIST_API geodist_status geodist_find(geodist_text text, geodist_place *place,
                                        geodist_error *error);

/* What a text found by geodist_find() could also mean: places 50 km or more from the place found
 * and with at least a fifth of its score, and areas of which the same is true but in which it does
 * not lie, best known first. With fewer conditions: the other reading of a code (FRA, an airport
 * and a country) and of a qualifier (IN, a state and a country). For a text that names an area: the
 * places that have this name. */
GEODIST_API size_t geodist_rivals(geodist_text text, geodist_place *places, size_t capacity);

/* The areas that a text means for which geodist_find() returns GEODIST_AREA, best known first. 0 for
 * any other text. */
GEODIST_API size_t geodist_areas(geodist_text text, geodist_place *areas, size_t capacity);

/* What a text that was not found may mean, most likely first: for a known name in the wrong region
 * or country the places of that name, for an unknown name the places with a name within two edits,
 * and for each area its capital or seat and its largest city. At most GEODIST_SUGGESTIONS_MAX. */
#define GEODIST_SUGGESTIONS_MAX 16
GEODIST_API size_t geodist_suggest(geodist_text text, geodist_place *places, size_t capacity);

/* Completes a name that is being typed. First come the places of exactly that name, then those with
 * a name that begins with it, then, only if these leave room in the array, those with a name within
 * two edits; within each group the best known first. Qualifiers after a comma must match; the last
 * may be the beginning of a name of a region or country. Every place comes once. */
GEODIST_API size_t geodist_search(geodist_text text, geodist_place *places, size_t capacity);

/* Whether the text has no letter and no digit, or consists of words that tables use where a value is
 * missing, in any case (NA, N/A, null, none, unknown, inf and the like), and of errors of
 * spreadsheets, which begin with # (#REF!). Punctuation around and between them does not matter:
 * "(none)", "N/A N/A". Such a text alone is no place (GEODIST_EMPTY); with a qualifier a word is a
 * name ("none, italy"). Bytes that are not UTF-8 may mean something, and so are not missing. */
GEODIST_API bool geodist_is_missing(geodist_text text);

/* A number for the text as a qualifier: a name or code of a region or country, which may follow the
 * name of a place. White space at the ends is ignored. 0 if it is none. */
GEODIST_API uint32_t geodist_qualifier(geodist_text text);

/* Whether a place of the name is in a region or country of the qualifier, so that "NAME, QUALIFIER"
 * is found (in capitals, if the name is a code). The numbers are those of geodist_place.name_id and
 * geodist_qualifier() in this library; false if one is 0. Far faster than to find the text. */
GEODIST_API bool geodist_name_is_in(uint32_t name_id, uint32_t qualifier);

/* Writes the label of a place, such as "El Paso, Texas, United States", for an airport with its code
 * in parentheses after the name, or, for a coordinate, "31.75872,-106.48693" in digits that read
 * back as the same point; if both numbers are whole, "48.0,2.0", since "48,2" may be one number with
 * a decimal comma. Always ends in NUL unless the
 * capacity is 0, and cuts what does not fit, but never inside a character. Returns the length of
 * the whole label without the NUL; labels of the table are shorter than GEODIST_LABEL_SIZE bytes. */
#define GEODIST_LABEL_SIZE 1024
GEODIST_API size_t geodist_label(const geodist_place *place, char *buffer, size_t capacity);

/* ---- Nearest places ---------------------------------------------------------------------- */

typedef struct {
    size_t max_count;        /* how many places at most; SIZE_MAX for no limit */
    double max_metres;       /* how far away at most; INFINITY for no limit */
    uint32_t min_population; /* of each place; that of an airport is 0 */
    unsigned kinds;          /* GEODIST_CITIES, GEODIST_AIRPORTS or their sum; 0 means cities */
} geodist_nearest_query;

enum { GEODIST_CITIES = 1, GEODIST_AIRPORTS = 2 };

typedef struct {
    geodist_place place; /* its rivals are not counted */
    double metres;       /* as geodist_distance() on the earth that was asked for */
    double bearing;      /* the initial bearing to the place */
} geodist_neighbour;

/* The places of the table around a point, nearest first by their distances on the given earth;
 * equally near places in the order of their rows. A place at the point itself comes first. Returns
 * how many there are, at most max_count. There are none if the point or the radius of the sphere
 * is not valid, or max_metres is NaN or negative. */
GEODIST_API size_t geodist_nearest(geodist_earth earth, geodist_point point,
                                   geodist_nearest_query query, geodist_neighbour *neighbours,
                                   size_t capacity);

/* Finds the nearest place to each of many points: rows[i] and metres[i] are those of the first result
 * of geodist_nearest(earth, point i, query, ...), to the last bit, or GEODIST_NO_ROW and NaN if there
 * is none. The query's max_count is taken as 1. geodist_place_at() gives the place in a row. Far
 * faster than one point at a time. The results must not overlap the points. */
GEODIST_API void geodist_nearest_many(geodist_earth earth, geodist_points points, size_t count,
                                      geodist_nearest_query query, uint32_t *rows, double *metres);

/* ---- Coordinates ------------------------------------------------------------------------- */

/* Parses a coordinate, latitude first: decimal degrees (an exponent is allowed); degrees, minutes
 * and seconds; either with hemisphere letters before or after the numbers, or in parentheses; or a
 * geo: URI (RFC 5870). White space at the ends is ignored. White space is also that
 * of Unicode, and invisible formatting characters around and between the numbers are ignored.
 *
 *     31.75872,-106.48693   5e-05 1.5E+1   (51.5, -0.12)   31.76N,106.49W   31:45:31 -106:29:13
 *     31 45 31 N, 106 29 13 W   30d,5d   geo:-1.28,36.82
 *
 * Decimal degrees give the nearest doubles; degrees, minutes and seconds the double nearest to
 * their exact sum if the last number is a double, and within one unit in the last place otherwise.
 * Ranges are checked on the digits. Longitudes above 180 have 360 subtracted; zero is +0. On
 * failure *point is left as it was and *error, unless NULL, names the bytes at fault: the whole
 * text without its outer white space where an angle or a separator is missing. */
GEODIST_API geodist_status geodist_parse_coordinate(geodist_text text, geodist_point *point,
                                                    geodist_error *error);

/* Parses a text of nothing but decimal numbers, LAT LON LAT LON and so on within -90 to 90 and -180
 * to 180, with white space, one comma or both between two numbers and perhaps white space at the
 * ends. The numbers may have a sign and an exponent. Returns the number of points, 0 if the text is
 * anything else; the arrays may then have been written to. */
GEODIST_API size_t geodist_parse_points(geodist_text text, double *lat, double *lon,
                                        size_t capacity);

/* Writes a number of degrees with the fewest decimals that read back as the same double. There are
 * at most 20, to which magnitudes below 0.0001 may be rounded. Never an exponent, never "-0".
 * Always ends in NUL unless the capacity is 0, and cuts what does not fit. Returns the length of
 * the whole text without the NUL, less than GEODIST_DEGREES_SIZE for magnitudes up to 360; 0, and
 * empty text, for NaN and infinities. */
#define GEODIST_DEGREES_SIZE 32
GEODIST_API size_t geodist_format_degrees(double degrees, char *buffer, size_t capacity);

/* ---- The table --------------------------------------------------------------------------- */

typedef struct {
    uint32_t places;         /* cities and airports */
    uint32_t airports;
    uint32_t keys;           /* different folded names */
    uint32_t ambiguous_keys; /* of those, names of more than one place */
    uint32_t regions;
    uint32_t countries;
    uint32_t other_areas;
    uint32_t bytes;          /* size of the built-in table */
    geodist_text edition;    /* date of the newest source, as YYYY-MM-DD */
    geodist_text credit;     /* whom to name when the data is shown or passed on */
} geodist_table;

GEODIST_API geodist_table geodist_table_info(void);

/* The place in a row of the table, 0 <= row < places; false, and *place left as it was, beyond. */
GEODIST_API bool geodist_place_at(uint32_t row, geodist_place *place);

/* True if the table in memory still has the checksum it was built with and known distances come out
 * as they should. */
GEODIST_API bool geodist_self_test(void);

#ifdef __cplusplus
}
#endif
#endif
