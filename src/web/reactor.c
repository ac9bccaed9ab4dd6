/* geodist_core.wasm: the library as a WebAssembly module for JavaScript. It imports nothing.
 *
 *     const { instance } = await WebAssembly.instantiate(bytes);
 *     instance.exports._initialize();
 *
 * Numbers are passed as arguments. The caller writes text to memory at text(), as UTF-8 bytes, and
 * passes its length. Results are in memory at fixed addresses until the next call that returns the
 * same kind of result. All numbers in memory are little-endian. A text in memory is two u32: the
 * address of its bytes and their number; a NUL follows the bytes. A string is the address of bytes
 * that end in NUL; a code in a place is the bytes themselves.
 *
 *     memory
 *     text() -> address             of the buffer for text that is passed in
 *     text_capacity() -> bytes      its size; of longer text only the length is passed; it counts
 *                                   as a name that no place has
 *     places() -> address           of an array of places, 96 bytes each:
 *         0 f64 latitude   16 name          56 u32 kind        80 IATA code, 4 bytes
 *         8 f64 longitude  24 region        60 u32 population  84 ICAO code, 5 bytes
 *        48 f64 score      32 country       64 u32 row         89 u8 whether it is a capital
 *                          40 country code  68 u32 GeoNames id 90 u8 whether it is a seat
 *                                           72 u32 rivals      91 u8 whether it is a district
 *                                           76 u32 name id     92 u8 whether the region repeats
 *                                                              93 u8 whether it has a namesake
 *                                                              94 u8 whether it is a qualifier
 *     places_capacity() -> places   the size of that array
 *     neighbours() -> address       of an array of neighbours, 112 bytes each:
 *         0 a place        96 f64 metres    104 f64 bearing
 *     neighbours_capacity() -> neighbours
 *     error() -> address            of the error of find(): u32 status, offset, length
 *
 *     find(length) -> status        0, and the place is the first of the places; otherwise the
 *                                   error says which bytes are at fault
 *     rivals(length) -> count       these functions return how many results are in the array, which
 *     areas(length) -> count        holds the best of them
 *     suggest(length) -> count
 *     search(length) -> count
 *     nearest(model, radius, lat, lon, count, metres, population, kinds) -> count
 *                                   as neighbours: at most so many, at most so far away, each of at
 *                                   least that population; kinds is 1 for cities, 2 for airports or
 *                                   their sum
 *     place_at(row) -> found        1, and the place is the first of the places; or 0
 *     label(address) -> string      the label of the place at that address
 *     describe(status) -> string
 *
 * A model and a radius are a geodist_earth: 0 is the sphere of that radius in metres, 1 is the
 * ellipsoid WGS84, which does not use the radius.
 *
 *     distance(model, radius, lat, lon, lat, lon) -> metres
 *     bearings(model, radius, lat, lon, lat, lon) -> address   of f64 initial, final
 *     path(model, radius, lat, lon, lat, lon) -> metres        the path that path_point() follows
 *     path_point(fraction) -> address                          of f64 latitude, longitude
 *     destination(model, radius, lat, lon, bearing, metres) -> address
 *                                   of f64 latitude, longitude, bearing on arrival
 *
 *     table_info() -> address       u32 places, airports, keys, ambiguous keys, regions, countries,
 *                                   other areas, bytes; then the texts edition and credit
 *     version() -> string
 *     self_test() -> passed         1 or 0
 *
 * <geodist.h> says what the functions compute, and what they return in edge cases. */
#include <geodist.h>

#include <assert.h>

/* Declares a function too, as -Wmissing-prototypes asks for: nothing calls it from C. */
#define EXPORT(type, name, parameters)                                                             \
    __attribute__((export_name(#name))) type web_##name parameters;                                \
    type web_##name parameters

enum { TEXT_CAPACITY = 4096, PLACES_CAPACITY = 32, NEIGHBOURS_CAPACITY = 100 };

static char text[TEXT_CAPACITY];
static geodist_place places[PLACES_CAPACITY];
static geodist_neighbour neighbours[NEIGHBOURS_CAPACITY];
static geodist_error error;
static char label[GEODIST_LABEL_SIZE];
static geodist_bearings bearings;
static geodist_path path;
static geodist_point path_point;
static struct {
    geodist_point point;
    double final_bearing;
} destination;
static geodist_table table;

/* The layout that the comment above states and geodist.mjs relies on. */
#define ASSERT_OFFSET(type, member, offset)                                                        \
    static_assert(offsetof(type, member) == (offset), #type "." #member)
ASSERT_OFFSET(geodist_place, point.lat, 0);
ASSERT_OFFSET(geodist_place, point.lon, 8);
ASSERT_OFFSET(geodist_place, name, 16);
ASSERT_OFFSET(geodist_place, region, 24);
ASSERT_OFFSET(geodist_place, country, 32);
ASSERT_OFFSET(geodist_place, country_code, 40);
ASSERT_OFFSET(geodist_place, score, 48);
ASSERT_OFFSET(geodist_place, kind, 56);
ASSERT_OFFSET(geodist_place, population, 60);
ASSERT_OFFSET(geodist_place, row, 64);
ASSERT_OFFSET(geodist_place, geonames_id, 68);
ASSERT_OFFSET(geodist_place, rivals, 72);
ASSERT_OFFSET(geodist_place, name_id, 76);
ASSERT_OFFSET(geodist_place, iata, 80);
ASSERT_OFFSET(geodist_place, icao, 84);
ASSERT_OFFSET(geodist_place, is_capital, 89);
ASSERT_OFFSET(geodist_place, is_seat, 90);
ASSERT_OFFSET(geodist_place, is_district, 91);
ASSERT_OFFSET(geodist_place, region_repeats, 92);
ASSERT_OFFSET(geodist_place, has_namesake, 93);
ASSERT_OFFSET(geodist_place, is_qualifier, 94);
static_assert(sizeof(geodist_place) == 96, "size of geodist_place");
static_assert(sizeof(geodist_kind) == 4, "size of geodist_kind");
ASSERT_OFFSET(geodist_neighbour, place, 0);
ASSERT_OFFSET(geodist_neighbour, metres, 96);
ASSERT_OFFSET(geodist_neighbour, bearing, 104);
static_assert(sizeof(geodist_neighbour) == 112, "size of geodist_neighbour");
ASSERT_OFFSET(geodist_text, length, 4);
ASSERT_OFFSET(geodist_error, offset, 4);
ASSERT_OFFSET(geodist_error, length, 8);
ASSERT_OFFSET(geodist_table, places, 0);
ASSERT_OFFSET(geodist_table, airports, 4);
ASSERT_OFFSET(geodist_table, keys, 8);
ASSERT_OFFSET(geodist_table, ambiguous_keys, 12);
ASSERT_OFFSET(geodist_table, regions, 16);
ASSERT_OFFSET(geodist_table, countries, 20);
ASSERT_OFFSET(geodist_table, other_areas, 24);
ASSERT_OFFSET(geodist_table, bytes, 28);
ASSERT_OFFSET(geodist_table, edition, 32);
ASSERT_OFFSET(geodist_table, credit, 40);
ASSERT_OFFSET(geodist_point, lon, 8);
ASSERT_OFFSET(geodist_bearings, final, 8);
static_assert(sizeof(geodist_point) == 16, "the bearing on arrival follows the point");

/* ---- Buffers ---------------------------------------------------------------------------- */

EXPORT(char *, text, (void))
{
    return text;
}

EXPORT(size_t, text_capacity, (void))
{
    return TEXT_CAPACITY;
}

EXPORT(const geodist_place *, places, (void))
{
    return places;
}

EXPORT(size_t, places_capacity, (void))
{
    return PLACES_CAPACITY;
}

EXPORT(const geodist_neighbour *, neighbours, (void))
{
    return neighbours;
}

EXPORT(size_t, neighbours_capacity, (void))
{
    return NEIGHBOURS_CAPACITY;
}

EXPORT(const geodist_error *, error, (void))
{
    return &error;
}

/* ---- Places ---------------------------------------------------------------------------- */

/* How many results are in an array, where the library returns how many there are. */
static size_t filled(size_t count, size_t capacity)
{
    return count < capacity ? count : capacity;
}

typedef size_t query_function(geodist_text text, geodist_place *places, size_t capacity);

static size_t fill_places(query_function *query, size_t length)
{
    if (length > TEXT_CAPACITY)
        return 0;
    return filled(query((geodist_text){text, length}, places, PLACES_CAPACITY), PLACES_CAPACITY);
}

EXPORT(geodist_status, find, (size_t length))
{
    error = (geodist_error){.status = GEODIST_UNKNOWN_NAME, .length = length};
    if (length > TEXT_CAPACITY)
        return error.status;
    return geodist_find((geodist_text){text, length}, places, &error);
}

EXPORT(size_t, rivals, (size_t length))
{
    return fill_places(geodist_rivals, length);
}

EXPORT(size_t, areas, (size_t length))
{
    return fill_places(geodist_areas, length);
}

EXPORT(size_t, suggest, (size_t length))
{
    return fill_places(geodist_suggest, length);
}

EXPORT(size_t, search, (size_t length))
{
    return fill_places(geodist_search, length);
}

EXPORT(size_t, nearest, (geodist_model model, double radius, double lat, double lon, size_t count,
                         double metres, uint32_t population, unsigned kinds))
{
    geodist_nearest_query query = {count, metres, population, kinds};
    size_t found = geodist_nearest((geodist_earth){model, radius}, (geodist_point){lat, lon}, query,
                                   neighbours, NEIGHBOURS_CAPACITY);
    return filled(found, NEIGHBOURS_CAPACITY);
}

EXPORT(bool, place_at, (uint32_t row))
{
    return geodist_place_at(row, places);
}

EXPORT(const char *, label, (const geodist_place *place))
{
    geodist_label(place, label, sizeof label);
    return label;
}

EXPORT(const char *, describe, (geodist_status status))
{
    return geodist_describe(status);
}

/* ---- Geometry -------------------------------------------------------------------------- */

EXPORT(double, distance, (geodist_model model, double radius, double from_lat, double from_lon,
                          double to_lat, double to_lon))
{
    return geodist_distance((geodist_earth){model, radius}, (geodist_point){from_lat, from_lon},
                            (geodist_point){to_lat, to_lon});
}

EXPORT(const geodist_bearings *, bearings, (geodist_model model, double radius, double from_lat,
                                            double from_lon, double to_lat, double to_lon))
{
    bearings = geodist_bearings_between((geodist_earth){model, radius},
                                        (geodist_point){from_lat, from_lon},
                                        (geodist_point){to_lat, to_lon});
    return &bearings;
}

EXPORT(double, path, (geodist_model model, double radius, double from_lat, double from_lon,
                      double to_lat, double to_lon))
{
    path = geodist_path_between((geodist_earth){model, radius}, (geodist_point){from_lat, from_lon},
                                (geodist_point){to_lat, to_lon});
    return path.metres;
}

EXPORT(const geodist_point *, path_point, (double fraction))
{
    path_point = geodist_path_point(&path, fraction);
    return &path_point;
}

EXPORT(const geodist_point *, destination, (geodist_model model, double radius, double lat,
                                            double lon, double bearing, double metres))
{
    destination.point =
        geodist_destination((geodist_earth){model, radius}, (geodist_point){lat, lon}, bearing,
                            metres, &destination.final_bearing);
    return &destination.point;
}

/* ---- The table ------------------------------------------------------------------------- */

EXPORT(const geodist_table *, table_info, (void))
{
    table = geodist_table_info();
    return &table;
}

EXPORT(const char *, version, (void))
{
    return geodist_version();
}

EXPORT(bool, self_test, (void))
{
    return geodist_self_test();
}
