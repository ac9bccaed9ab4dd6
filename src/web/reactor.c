/* geodist_core.wasm: the library as a module for JavaScript, which imports nothing.
 *
 *     const { instance } = await WebAssembly.instantiate(bytes);
 *
 * Numbers pass as arguments. Text goes in as UTF-8 bytes, written to memory at text(), and
 * what comes out lies in memory at fixed addresses until the next call that writes there.
 * All numbers in memory are little-endian; an address and a length are a u32 each.
 *
 *     memory
 *     text() -> address             where text goes in
 *     text_capacity() -> bytes      how much fits; of longer text only the length is given,
 *                                   and it is a name that no place has
 *     places() -> address           where places come out, 64 bytes each:
 *         0 f64 latitude   16 name          48 u32 population
 *         8 f64 longitude  24 region        52 u32 row in the table, or 0xffffffff
 *                          32 country       56 u32 rivals
 *                          40 country code  60 u8 whether the region only repeats the name
 *     places_capacity() -> places   the most that come out of one call
 *     neighbours() -> address       where neighbours come out, 80 bytes each:
 *         0 a place        64 f64 metres    72 f64 bearing
 *     neighbours_capacity() -> neighbours
 *     error() -> address            why find() failed: u32 status, offset, length
 *
 *     find(length) -> status        0, and the place that the text means is the first of the
 *                                   places; or what is wrong, the bytes at fault in the error
 *     rivals(length) -> count       the places it could also mean
 *     suggest(length) -> count      the places it may have meant, if it was not found
 *     search(length) -> count       the places that complete the text, for one who is typing
 *     nearest(lat, lon, count, metres, population) -> count
 *                                   the cities around a point, no more than count, no further
 *                                   away and no smaller, as neighbours
 *     city(row) -> found            1, and it is the first of the places; or 0 beyond the table
 *     describe(status) -> address   of the wording, which ends in NUL
 *
 *     distance(lat, lon, lat, lon) -> metres
 *     distance_on(radius, lat, lon, lat, lon) -> in the unit of the radius
 *     wgs84_distance(lat, lon, lat, lon) -> metres
 *
 *     bearings(lat, lon, lat, lon) -> address                  of f64 initial, final
 *     wgs84_bearings(lat, lon, lat, lon) -> address
 *     waypoint(lat, lon, lat, lon, fraction) -> address        of f64 latitude, longitude
 *     destination(lat, lon, bearing, metres) -> address        of f64 latitude, longitude,
 *     wgs84_destination(lat, lon, bearing, metres) -> address  bearing on arrival
 *
 *     facts() -> address            of the table: u32 cities, keys, ambiguous keys, regions,
 *                                   countries, bytes; then the edition and the credit
 *     version() -> address          of the version, which ends in NUL
 *     self_test() -> passed         1 or 0
 *
 * What they mean at the edges is said in <geodist.h>. Call _initialize() first. */
#include <geodist.h>

#include <assert.h>

/* Declares what it exports, for it is called from nowhere in C. */
#define EXPORT(type, name, parameters)                                                             \
    __attribute__((export_name(#name))) type web_##name parameters;                                \
    type web_##name parameters

enum { TEXT_BYTES = 4096, PLACES_MOST = 32, NEIGHBOURS_MOST = 100 };

static char text[TEXT_BYTES];
static geodist_place places[PLACES_MOST];
static geodist_neighbour neighbours[NEIGHBOURS_MOST];
static geodist_error error;
static geodist_table facts;
static geodist_bearings bearings;
static struct {
    geodist_point point;
    double bearing;
} reached;

/* JavaScript relies on it. */
#define LIES_AT(type, member, at) static_assert(offsetof(type, member) == (at), #member)
LIES_AT(geodist_place, point.lat, 0);
LIES_AT(geodist_place, point.lon, 8);
LIES_AT(geodist_place, name, 16);
LIES_AT(geodist_place, region, 24);
LIES_AT(geodist_place, country, 32);
LIES_AT(geodist_place, country_code, 40);
LIES_AT(geodist_place, population, 48);
LIES_AT(geodist_place, city, 52);
LIES_AT(geodist_place, rivals, 56);
LIES_AT(geodist_place, region_repeats, 60);
static_assert(sizeof(geodist_place) == 64, "places lie one behind the other");
LIES_AT(geodist_neighbour, place, 0);
LIES_AT(geodist_neighbour, metres, 64);
LIES_AT(geodist_neighbour, bearing, 72);
static_assert(sizeof(geodist_neighbour) == 80, "neighbours lie one behind the other");
LIES_AT(geodist_text, length, 4);
LIES_AT(geodist_error, offset, 4);
LIES_AT(geodist_error, length, 8);
LIES_AT(geodist_table, edition, 24);
LIES_AT(geodist_table, credit, 32);
LIES_AT(geodist_bearings, final, 8);
static_assert(sizeof(geodist_point) == 16, "a bearing lies behind its point");

/* ---- Where things are ------------------------------------------------------------------ */

EXPORT(char *, text, (void))
{
    return text;
}

EXPORT(size_t, text_capacity, (void))
{
    return sizeof text;
}

EXPORT(const geodist_place *, places, (void))
{
    return places;
}

EXPORT(size_t, places_capacity, (void))
{
    return PLACES_MOST;
}

EXPORT(const geodist_neighbour *, neighbours, (void))
{
    return neighbours;
}

EXPORT(size_t, neighbours_capacity, (void))
{
    return NEIGHBOURS_MOST;
}

EXPORT(const geodist_error *, error, (void))
{
    return &error;
}

/* ---- Places ---------------------------------------------------------------------------- */

/* As a function that fills an array returns how many there are. */
static size_t filled(size_t count, size_t capacity)
{
    return count < capacity ? count : capacity;
}

EXPORT(geodist_status, find, (size_t length))
{
    if (length > sizeof text)
        error = (geodist_error){.status = GEODIST_UNKNOWN_NAME, .length = length};
    else
        error.status = geodist_find((geodist_text){text, length}, places, &error);
    return error.status;
}

EXPORT(size_t, rivals, (size_t length))
{
    if (length > sizeof text)
        return 0;
    return filled(geodist_rivals((geodist_text){text, length}, places, PLACES_MOST), PLACES_MOST);
}

EXPORT(size_t, suggest, (size_t length))
{
    if (length > sizeof text)
        return 0;
    return geodist_suggest((geodist_text){text, length}, places, PLACES_MOST);
}

EXPORT(size_t, search, (size_t length))
{
    if (length > sizeof text)
        return 0;
    return geodist_search((geodist_text){text, length}, places, PLACES_MOST);
}

EXPORT(size_t, nearest, (double lat, double lon, size_t count, double metres,
                         uint32_t population))
{
    geodist_nearest_query wanted = {.count = count, .metres = metres, .population = population};
    return filled(geodist_nearest((geodist_point){lat, lon}, wanted, neighbours, NEIGHBOURS_MOST),
                  NEIGHBOURS_MOST);
}

EXPORT(bool, city, (uint32_t row))
{
    return geodist_place_at(row, places);
}

EXPORT(const char *, describe, (geodist_status status))
{
    return geodist_describe(status);
}

/* ---- Geometry -------------------------------------------------------------------------- */

EXPORT(double, distance, (double from_lat, double from_lon, double to_lat, double to_lon))
{
    return geodist_distance((geodist_point){from_lat, from_lon}, (geodist_point){to_lat, to_lon});
}

EXPORT(double, distance_on, (double radius, double from_lat, double from_lon, double to_lat,
                             double to_lon))
{
    return geodist_distance_on(radius, (geodist_point){from_lat, from_lon},
                               (geodist_point){to_lat, to_lon});
}

EXPORT(double, wgs84_distance, (double from_lat, double from_lon, double to_lat, double to_lon))
{
    return geodist_wgs84_distance((geodist_point){from_lat, from_lon},
                                  (geodist_point){to_lat, to_lon});
}

EXPORT(const geodist_bearings *, bearings, (double from_lat, double from_lon, double to_lat,
                                            double to_lon))
{
    bearings = geodist_bearings_between((geodist_point){from_lat, from_lon},
                                        (geodist_point){to_lat, to_lon});
    return &bearings;
}

EXPORT(const geodist_bearings *, wgs84_bearings, (double from_lat, double from_lon, double to_lat,
                                                  double to_lon))
{
    bearings = geodist_wgs84_bearings((geodist_point){from_lat, from_lon},
                                      (geodist_point){to_lat, to_lon});
    return &bearings;
}

EXPORT(const geodist_point *, waypoint, (double from_lat, double from_lon, double to_lat,
                                         double to_lon, double fraction))
{
    reached.point = geodist_waypoint((geodist_point){from_lat, from_lon},
                                     (geodist_point){to_lat, to_lon}, fraction);
    return &reached.point;
}

EXPORT(const geodist_point *, destination, (double lat, double lon, double bearing, double metres))
{
    reached.point = geodist_destination((geodist_point){lat, lon}, bearing, metres,
                                        &reached.bearing);
    return &reached.point;
}

EXPORT(const geodist_point *, wgs84_destination, (double lat, double lon, double bearing,
                                                  double metres))
{
    reached.point = geodist_wgs84_destination((geodist_point){lat, lon}, bearing, metres,
                                              &reached.bearing);
    return &reached.point;
}

/* ---- The table ------------------------------------------------------------------------- */

EXPORT(const geodist_table *, facts, (void))
{
    facts = geodist_table_info();
    return &facts;
}

EXPORT(const char *, version, (void))
{
    return GEODIST_VERSION;
}

EXPORT(bool, self_test, (void))
{
    return geodist_self_test();
}
