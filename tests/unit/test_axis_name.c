#include "table/axis_name.h"

#include "pairs.h"
#include "texts.h"

static axis axis_of(const char *name)
{
    size_t length = strlen(name);
    char *copy = exact_copy(name, length);
    axis found = gd_axis_of((geodist_text){copy, length});
    free(copy);
    return found;
}

static void assert_all(const char *const *names, axis wanted)
{
    for (; *names; names++)
        if (axis_of(*names) != wanted)
            fail_msg("'%s' is %d, not %d", *names, (int)axis_of(*names), (int)wanted);
}

static void knows_latitudes(void **state)
{
    static const char *const names[] = {
        "lat", "LAT", "Lat", "lat1", "lat_1", "lat 2", "latitude", "Latitude", "LATITUDE",
        "from_lat", "fromLat", "fromlat", "startLatitude", "start-latitude", "pickup_latitude",
        "lat_deg", "GPS Latitude", "decimalLatitude", "y", "Y", "y1", "from_y", "point.y",
        "Breite", "breitengrad", "Latitud", "latitudine", "orig lat", "lat_city", NULL,
    };
    (void)state;
    assert_all(names, AXIS_LATITUDE);
}

static void knows_longitudes(void **state)
{
    static const char *const names[] = {
        "lon", "LON", "lng", "Lng", "long", "Long", "lon1", "lng_2", "longitude", "Longitude",
        "from_lon", "fromLng", "dest_long", "dropoff_longitude", "decimalLongitude", "x", "X", "x2",
        "to_x", "Laenge", "L\xC3\xA4nge", "laengengrad", "l\xC3\xA4ngengrad", "Longitud",
        "longitudine", "destlon", NULL,
    };
    (void)state;
    assert_all(names, AXIS_LONGITUDE);
}

/* A short word counts only if nothing else says what the column is. */
static void knows_no_other_name(void **state)
{
    static const char *const names[] = {
        "", " ", "1", "_", "city", "from", "to", "name", "lat_lon", "latlng", "LatLong", "x_y",
        "platform", "flat", "plate", "latency", "lateral", "lone", "along", "longer", "belong",
        "long_name", "name_long", "city_x", "city_y", "x_coordinate_system", "year", "yes", "box",
        "taxi", "London", "Longyearbyen", "Latvia", "breites", "laengen", "latitude_longitude", NULL,
    };
    (void)state;
    assert_all(names, AXIS_NONE);
}

static void reads_any_bytes(void **state)
{
    static const char letters[] = "laton_gLTxyX1 \xC3\xA4\xFF";
    uint64_t seed = 5;
    (void)state;
    for (int round = 0; round < 20000; round++) {
        char name[12];
        size_t length = (size_t)(random_bits(&seed) % sizeof name);
        for (size_t i = 0; i < length; i++)
            name[i] = letters[random_bits(&seed) % sizeof letters];
        char *copy = exact_copy(name, length);
        axis found = gd_axis_of((geodist_text){copy, length});
        assert_true(found == AXIS_NONE || found == AXIS_LATITUDE || found == AXIS_LONGITUDE);
        free(copy);
    }
    assert_int_equal(gd_axis_of((geodist_text){NULL, 0}), AXIS_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_latitudes),
        cmocka_unit_test(knows_longitudes),
        cmocka_unit_test(knows_no_other_name),
        cmocka_unit_test(reads_any_bytes),
    };
    return cmocka_run_group_tests_name("axis_name", tests, NULL, NULL);
}
