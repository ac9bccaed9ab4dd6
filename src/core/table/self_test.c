/* Whether the built-in table and the arithmetic still give the results they were built to give. */
#include "table/checksum.h"
#include "table/table.h"

static bool table_is_sound(void)
{
    size_t bytes = (size_t)(gd_table_end - gd_table);
    size_t checked = 4 * (GD_FIELD_CHECKSUM + 1);
    return bytes > checked && table_field(GD_FIELD_MAGIC) == GD_MAGIC &&
           table_field(GD_FIELD_BYTES) == bytes &&
           table_field(GD_FIELD_CHECKSUM) == gd_checksum(gd_table + checked, bytes - checked);
}

/* ---- Distances --------------------------------------------------------------------- */

enum { PAIRS = 8 };

static const geodist_point from[PAIRS] = {
    {-1.28333, 36.81667},
    {0, 0},
    {90, 0},
    {0, 179.5},
    {48.85341, 2.3488},
    {51.50853, -0.12574},
    {-33.86785, 151.20732},
    {89.99999, 0},
};

static const geodist_point to[PAIRS] = {
    {31.75872, -106.48693},
    {0, 180},
    {-90, 0},
    {0, -179.5},
    {48.85342, 2.3488},
    {-51.50853, 179.87425},
    {40.71427, -74.00597},
    {89.99999, 180},
};

/* Computed with 50 digits by the haversine formula for R = 6371008.8 m, as
 * tests/data/sphere_vectors.py does for many more pairs. */
static const double on_sphere[PAIRS] = {
    14888798.4590216, 20015114.4420359, 20015114.4420359, 111195.080234,
    1.11195080269,    20015113.7499598, 15988914.2695373, 2.22390160538,
};

/* Computed by geographiclib 2.1 for Python: Geodesic.WGS84.Inverse(). */
static const double on_ellipsoid[PAIRS] = {
    14900391.889968665, 20003931.458625447, 20003931.458625447, 111319.490793274,
    1.112068970,        20003931.458616212, 15988144.241153913, 2.233879592,
};

static bool is_near(double actual, double expected, double tolerance)
{
    double error = actual - expected;
    return error < tolerance && error > -tolerance; /* false for NaN */
}

static bool distances_are_sound(geodist_earth earth, const double expected[PAIRS])
{
    double lat1[PAIRS], lon1[PAIRS], lat2[PAIRS], lon2[PAIRS], metres[PAIRS];
    for (size_t i = 0; i < PAIRS; i++) {
        lat1[i] = from[i].lat;
        lon1[i] = from[i].lon;
        lat2[i] = to[i].lat;
        lon2[i] = to[i].lon;
    }
    geodist_distance_many(earth, (geodist_points){lat1, lon1}, (geodist_points){lat2, lon2}, PAIRS,
                          metres);
    for (size_t i = 0; i < PAIRS; i++)
        if (!is_near(metres[i], expected[i], 1e-6) ||
            metres[i] != geodist_distance(earth, from[i], to[i]))
            return false;
    return true;
}

/* ---- A path ------------------------------------------------------------------------ */

typedef struct {
    geodist_bearings bearings;
    geodist_point quarter, three_quarters;
} path_values;

/* Of the first pair, computed by geographiclib 2.1 for Python: Inverse() and InverseLine() of
 * Geodesic(6371008.8, 0) and of Geodesic.WGS84. */
static const path_values path_on_sphere = {{315.159742960913, 236.005806472672},
                                           {21.858897476159, 12.041691411131},
                                           {44.527454473155, -66.586797279842}};

static const path_values path_on_ellipsoid = {{315.273508939186, 235.758263355988},
                                              {22.039830787372, 12.085691605997},
                                              {44.701146109418, -66.671736510815}};

static bool path_is_sound(geodist_earth earth, const path_values *expected)
{
    geodist_path path = geodist_path_between(earth, from[0], to[0]);
    geodist_point quarter = geodist_path_point(&path, 0.25);
    geodist_point three_quarters = geodist_path_point(&path, 0.75);
    const double degrees = 1e-10; /* 0.01 mm */
    return path.metres == geodist_distance(earth, from[0], to[0]) &&
           is_near(path.bearings.initial, expected->bearings.initial, degrees) &&
           is_near(path.bearings.final, expected->bearings.final, degrees) &&
           is_near(quarter.lat, expected->quarter.lat, degrees) &&
           is_near(quarter.lon, expected->quarter.lon, degrees) &&
           is_near(three_quarters.lat, expected->three_quarters.lat, degrees) &&
           is_near(three_quarters.lon, expected->three_quarters.lon, degrees);
}

/* ---- Names ------------------------------------------------------------------------- */

/* The first pair, and names that are nearly those. */
static bool names_are_sound(void)
{
    enum { NAMES = 4 };
    const geodist_text names[NAMES] = {geodist_string("Nairobi"), geodist_string("el paso"),
                                       geodist_string("nairobixq"), geodist_string("el pasi")};
    double lat[NAMES], lon[NAMES];
    unsigned char statuses[NAMES];
    const double degrees = 1e-9;
    size_t found = geodist_find_many(names, NAMES,
                                     (geodist_found){.lat = lat, .lon = lon, .statuses = statuses});
    return found == 2 && statuses[2] == GEODIST_UNKNOWN_NAME &&
           statuses[3] == GEODIST_UNKNOWN_NAME && is_near(lat[0], from[0].lat, degrees) &&
           is_near(lon[0], from[0].lon, degrees) && is_near(lat[1], to[0].lat, degrees) &&
           is_near(lon[1], to[0].lon, degrees);
}

bool geodist_self_test(void)
{
    return table_is_sound() && names_are_sound() &&
           distances_are_sound(geodist_sphere, on_sphere) &&
           distances_are_sound(geodist_wgs84, on_ellipsoid) &&
           path_is_sound(geodist_sphere, &path_on_sphere) &&
           path_is_sound(geodist_wgs84, &path_on_ellipsoid);
}
