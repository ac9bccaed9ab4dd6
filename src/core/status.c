/* Descriptions of the statuses, and the version. */
#include <geodist.h>

/* Arrays rather than pointers, so that nothing has to be relocated when the program starts. */
static const char phrases[][64] = {
    [GEODIST_OK] = "found",
    [GEODIST_EMPTY] = "no place given",
    [GEODIST_NOT_UTF8] = "a byte that is not UTF-8",
    [GEODIST_CONTROL_CHARACTER] = "a control character",
    [GEODIST_UNKNOWN_NAME] = "no place has this name",
    [GEODIST_UNKNOWN_QUALIFIER] = "no region or country has this name or code",
    [GEODIST_QUALIFIER_MISMATCH] = "the place of this name is not in this region or country",
    [GEODIST_AREA] = "an area, not a city",
    [GEODIST_STREET_ADDRESS] = "a street address",
    [GEODIST_POSTAL_CODE] = "a postal code",
    [GEODIST_PLUS_CODE] = "a plus code",
    [GEODIST_GRID_REFERENCE] = "a UTM or MGRS grid reference",
    [GEODIST_GEOHASH] = "a geohash",
    [GEODIST_MAP_LINK] = "a link to a map",
    [GEODIST_WKT] = "well-known text (WKT)",
    [GEODIST_BAD_COORDINATE] = "begins like a coordinate, but is none",
    [GEODIST_LATITUDE_RANGE] = "latitude is outside -90 to 90",
    [GEODIST_LONGITUDE_RANGE] = "longitude is outside -180 to 360",
    [GEODIST_MINUTES_RANGE] = "minutes or seconds of 60 or more",
    [GEODIST_SIGN_AND_LETTER] = "a sign together with a hemisphere letter",
    [GEODIST_HEMISPHERES] = "one letter for the latitude and one for the longitude, or none",
};

const char *geodist_describe(geodist_status status)
{
    size_t row = (size_t)status;
    return row < sizeof phrases / sizeof *phrases ? phrases[row] : "not a status of geodist";
}

const char *geodist_version(void)
{
    return GEODIST_VERSION;
}
