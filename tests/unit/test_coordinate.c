#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "coordinates/coordinate.h"
#include "check.h"
#include "pairs.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

typedef struct {
    gd_coordinate kind;
    geodist_status status;
    geodist_point point;
    geodist_error error;
} outcome;

static const double untouched = 12345;

static void check_point(geodist_point point)
{
    assert_true(point.lat >= -90 && point.lat <= 90);
    assert_true(point.lon >= -180 && point.lon <= 180);
    assert_false(point.lat == 0 && signbit(point.lat));
    assert_false(point.lon == 0 && signbit(point.lon));
}

static void check_error(geodist_error error, geodist_status status, size_t length)
{
    assert_int_equal(error.status, status);
    assert_true(error.offset <= length && error.length <= length - error.offset);
    assert_true(error.length > 0 || status == GEODIST_EMPTY);
}

/* Reads a copy of exactly its size, so that a sanitizer sees a byte read too far. Checks what holds
 * for every text: which results are set, and that the reader and the public parser agree. */
static outcome parse(const char *bytes, size_t length)
{
    char *copy = malloc(length ? length : 1);
    assert_non_null(copy);
    memcpy(copy, bytes, length);
    geodist_text text = {copy, length};
    outcome o = {.point = {untouched, untouched}, .error = {GEODIST_OK, 777, 777}};
    geodist_point read = o.point;
    geodist_error error = o.error;
    o.status = geodist_parse_coordinate(text, &o.point, &o.error);
    o.kind = gd_read_coordinate(text, &read, &error);
    free(copy);

    assert_int_equal(o.kind == GD_COORDINATE_READ, o.status == GEODIST_OK);
    assert_same(read.lat, o.point.lat);
    assert_same(read.lon, o.point.lon);
    if (o.status == GEODIST_OK) {
        assert_int_equal(o.error.offset, 777);
        check_point(o.point);
        return o;
    }
    assert_same(o.point.lat, untouched);
    assert_same(o.point.lon, untouched);
    check_error(o.error, o.status, length);
    if (o.kind != GD_COORDINATE_NONE) {
        assert_int_equal(error.status, o.error.status);
        assert_int_equal(error.offset, o.error.offset);
        assert_int_equal(error.length, o.error.length);
    }
    return o;
}

static const struct {
    const char *text;
    double lat, lon;
} points[] = {
    /* decimal degrees */
    {"31.75872,-106.48693", 31.75872, -106.48693},
    {"31.75872, -106.48693", 31.75872, -106.48693},
    {"31.75872 ,\t-106.48693", 31.75872, -106.48693},
    {"31.75872 -106.48693", 31.75872, -106.48693},
    {"  31.75872   -106.48693\r\n", 31.75872, -106.48693},
    {"+31.75872,+6", 31.75872, 6},
    {"\xE2\x88\x92" "1.5 \xE2\x88\x92" "2.5", -1.5, -2.5},
    {"5,6", 5, 6},
    {"5. .5", 5, 0.5},
    {"-.5,-5.", -0.5, -5},
    {"-0,-0", 0, 0},
    {"-0.0 -000", 0, 0},
    {"0005,00000000000000000000000000000006", 5, 6},
    {"31.758720000000000000000000000000000000,-106.48693000000000000000000000", 31.75872,
     -106.48693},
    {"90,180", 90, 180},
    {"-90,-180", -90, -180},
    {"90.000000000000000000000,180.00000000000000000000000", 90, 180},
    {"5,360", 5, 0},
    {"5,190", 5, -170},
    {"5,270.25", 5, -89.75},
    {"5,180.00000000000001", 5, 180},
    {"5,180.0000000000001", 5, 180.0000000000001 - 360},
    {"89.99999999999999999999999,5", 90, 5},
    {"51.507222222222225 -0.12749999999999998", 51.507222222222225, -0.12749999999999998},
    /* exponents */
    {"5e-05,1.5E+1", 5e-05, 15},
    {"-1e1 +.5e2", -10, 50},
    {"12,3e1", 12, 30},
    {"9e1,1800e-1", 90, 180},
    {"9000000000000000000000000000e-26,5", 90, 5},
    {"0e99999999999999999999999,-0E-99999999999999999999999", 0, 0},
    {"1e-99999999999999999999999,5", 0, 5},
    {"5e0N 6e0W", 5, -6},
    {"5e0\u00B0 6E0d", 5, 6},
    {"\xE2\x88\x92" "5e0,6", -5, 6},
    {"31.5e 5n", 5, 31.5},
    {"31.5E,5N", 5, 31.5},
    {"5N 31.5E", 5, 31.5},
    {"5E 6N", 6, 5},
    /* parentheses */
    {"(51.5, -0.12)", 51.5, -0.12},
    {" ( 51.5 -0.12 )\n", 51.5, -0.12},
    {"(31.76N,106.49W)", 31.76, -106.49},
    {"(5e-05,1e2)", 5e-05, 100},
    /* letters */
    {"31.76N,106.49W", 31.76, -106.49},
    {"N31.76 W106.49", 31.76, -106.49},
    {"31.76 N 106.49 W", 31.76, -106.49},
    {"31.76n 106.49w", 31.76, -106.49},
    {"N 31.76, W 106.49", 31.76, -106.49},
    {"106.49W 31.76N", 31.76, -106.49},
    {"W106.49,S31.76", -31.76, -106.49},
    {"N31.76W106.49", 31.76, -106.49},
    {"31.76N106.49W", 31.76, -106.49},
    {"N31,106W", 31, -106},
    {"31N W106", 31, -106},
    {"5N,200E", 5, -160},
    {"0S 0W", 0, 0},
    {"1e 2n", 2, 1},
    {"1 E3S", -3, 1},
    /* degrees, minutes, seconds */
    {"31\u00B045'31\"N 106\u00B029'13\"W", 114331.0 / 3600, -383353.0 / 3600},
    {"31\u00B0 45\u2032 31\u2033 N, 106\u00B0 29\u2032 13\u2033 W", 114331.0 / 3600,
     -383353.0 / 3600},
    {"31\u00BA45\u201931\u201DN 106\u02DA29'13''W", 114331.0 / 3600, -383353.0 / 3600},
    {"31\u00B045\u203231\u2032\u2032N 106\u00B029\u201913\u2019'W", 114331.0 / 3600,
     -383353.0 / 3600},
    {"31\u00B045.5'N,106\u00B029.2'W", 1905.5 / 60, -6389.2 / 60},
    {"31 45 31 N 106 29 13 W", 114331.0 / 3600, -383353.0 / 3600},
    {"N 31 45 31 W 106 29 13", 114331.0 / 3600, -383353.0 / 3600},
    {"N 31\u00B0 45.520 W 106\u00B0 29.220", 31.758666666666667, -106.487},
    {"-1\u00B017'00\",36\u00B049'00\"", -77.0 / 60, 2209.0 / 60},
    {"-1\u00B017'00\" -36\u00B049'00\"", -77.0 / 60, -2209.0 / 60},
    {"-1\u00B017'00\" 36\u00B049'00\"", -77.0 / 60, 2209.0 / 60},
    {"-1\u00B017 , 36\u00B049", -77.0 / 60, 2209.0 / 60},
    {"31d45m31sN 106d29m13sW", 114331.0 / 3600, -383353.0 / 3600},
    {"31d45m31s 106d29m13s", 114331.0 / 3600, 383353.0 / 3600},
    {"31d45m31ss 106d29m13sw", -114331.0 / 3600, -383353.0 / 3600},
    {"31d45m s 106dw", -1905.0 / 60, -106},
    {"31\u00B0" "45' 106\u00B0" "29' 13", 1905.0 / 60, 383353.0 / 3600},
    {"31.5s 106.5w", -31.5, -106.5},
    {"31.5S 106.5W", -31.5, -106.5},
    {"30d,5d", 30, 5},
    {"30D,5D", 30, 5},
    {"31D45M,5", 31.75, 5},
    {"31D45M31SN 106D29M13SW", 114331.0 / 3600, -383353.0 / 3600},
    {"31D45M31S 106D29M13S", 114331.0 / 3600, 383353.0 / 3600},
    {"31D45M31SS 106D29M13SW", -114331.0 / 3600, -383353.0 / 3600},
    {"31d45m31S 106d29m13W", -114331.0 / 3600, -383353.0 / 3600},
    {"31D45M31s 106D29M13w", -114331.0 / 3600, -383353.0 / 3600},
    {"31d30S 106dW", -31.5, -106},
    {"31D45MS 106DW", -31.75, -106},
    {"31:45:31N 106:29:13W", 114331.0 / 3600, -383353.0 / 3600},
    {"31:45:31 -106:29:13", 114331.0 / 3600, -383353.0 / 3600},
    {"31:45,106:29:13", 1905.0 / 60, 383353.0 / 3600},
    {"31:45 106:29", 1905.0 / 60, 6389.0 / 60},
    {"31\u00B0 106\u00B0", 31, 106},
    {"31\u00B0,45", 31, 45},
    {"31.5\u00B0 -106.5\u00B0", 31.5, -106.5},
    {"89 59 59.999999999999999999999 N 5 0 0 E", 90, 5},
    {"90\u00B0" "0'0.000\" 180\u00B0" "0'0\"", 90, 180},
    {"5\u00B0,359\u00B0" "30'", 5, -0.5},
    {"-0\u00B030'0\",-0\u00B0" "0'", -0.5, 0},
    /* white space and invisible characters of Unicode */
    {"48.85\u00A0" "2.35", 48.85, 2.35},
    {"\u00A0" "48.85,\u00A0" "2.35\u00A0", 48.85, 2.35},
    {"48.85\u202F-2.35", 48.85, -2.35},
    {"48.85,\u2009\u30002.35", 48.85, 2.35},
    {"\u200E48.85\u200E,\u200B-2.35\u200F", 48.85, -2.35},
    {"\uFEFF" "48.85 2.35", 48.85, 2.35},
    {"(\u00A0" "48.85,2.35\u00A0)", 48.85, 2.35},
    {"N\u00A0" "48.85 E\u00A0" "2.35", 48.85, 2.35},
    {"48.85N\u202F2.35E", 48.85, 2.35},
    {"48\u00B0\u00A0" "51\u2032\u00A0N\u20092\u00B0\u00A0" "21\u2032\u200A" "E", 48.85, 2.35},
    {"31d\u200B45m\u200B31s 106d29m13s", 114331.0 / 3600, 383353.0 / 3600},
    {"\u00A0geo:1,2\u00A0", 1, 2},
    /* geo: URIs */
    {"geo:-1.28333,36.81667", -1.28333, 36.81667},
    {"GEO:-1.28333,36.81667,1795", -1.28333, 36.81667},
    {" geo:1,2,-3.5;u=35 ", 1, 2},
    {"geo:1,2;crs=wgs84", 1, 2},
    {"Geo:1,2;CRS=WGS84;u=0.5;flag;name=a%20b-[x]", 1, 2},
    {"geo:.5,-5.", 0.5, -5},
    {"geo:90,-180", 90, -180},
};

static void reads_every_form(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(points); i++) {
        outcome o = parse(points[i].text, strlen(points[i].text));
        if (o.status != GEODIST_OK)
            print_error("%s: %s\n", points[i].text, geodist_describe(o.status));
        assert_int_equal(o.status, GEODIST_OK);
        assert_same(o.point.lat, points[i].lat);
        assert_same(o.point.lon, points[i].lon);
    }
}

static const struct {
    const char *text;
    geodist_status status;
    size_t offset;
    const char *fault;
} faults[] = {
    {"", GEODIST_EMPTY, 0, ""},
    {" \t", GEODIST_EMPTY, 2, ""},
    /* stray characters and words */
    {"12.5,abc", GEODIST_BAD_COORDINATE, 5, "abc"},
    {"  12.5,abc  ", GEODIST_BAD_COORDINATE, 7, "abc"},
    {"nairobi", GEODIST_BAD_COORDINATE, 0, "nairobi"},
    {"south bend, indiana", GEODIST_BAD_COORDINATE, 0, "south"},
    {"100 Mile House", GEODIST_BAD_COORDINATE, 4, "Mile"},
    {"106.49E31.76N", GEODIST_BAD_COORDINATE, 6, "E31.76"},
    {"106.49E31N", GEODIST_HEMISPHERES, 9, "N"},
    {"5E6N", GEODIST_HEMISPHERES, 3, "N"},
    {"1e5e5,5", GEODIST_BAD_COORDINATE, 3, "e5"},
    {"1e5.5,5", GEODIST_BAD_COORDINATE, 1, "e5.5"},
    {"1e +5,5", GEODIST_HEMISPHERES, 1, "e"},
    {"1e+,5", GEODIST_BAD_COORDINATE, 2, "+"},
    {"5ee5,5", GEODIST_BAD_COORDINATE, 1, "ee"},
    {"5,5e5x", GEODIST_BAD_COORDINATE, 5, "x"},
    {"31D45M31,5x", GEODIST_BAD_COORDINATE, 10, "x"},
    {"31D31S,5", GEODIST_BAD_COORDINATE, 5, "S"},
    {"31D45M31S 106D29M13W", GEODIST_HEMISPHERES, 19, "W"},
    {"31e0\u00B0" "5',5", GEODIST_BAD_COORDINATE, 0, "31e0"},
    {"31\u00B0" "5e0',5", GEODIST_BAD_COORDINATE, 4, "5e0"},
    {"(5,3", GEODIST_BAD_COORDINATE, 0, "("},
    {"5,3)", GEODIST_BAD_COORDINATE, 3, ")"},
    {"((5,3))", GEODIST_BAD_COORDINATE, 1, "("},
    {"(5)", GEODIST_BAD_COORDINATE, 0, "(5)"},
    {"()", GEODIST_BAD_COORDINATE, 0, "()"},
    {"( )", GEODIST_BAD_COORDINATE, 0, "( )"},
    {"(", GEODIST_BAD_COORDINATE, 0, "("},
    {"(geo:1,2)", GEODIST_BAD_COORDINATE, 1, "geo"},
    {"0x10,5", GEODIST_BAD_COORDINATE, 1, "x"},
    {"5,nan", GEODIST_BAD_COORDINATE, 2, "nan"},
    {"5,inf", GEODIST_BAD_COORDINATE, 2, "inf"},
    {"31.5N,foo", GEODIST_BAD_COORDINATE, 6, "foo"},
    {"31.5Nfoo,5", GEODIST_BAD_COORDINATE, 4, "Nfoo"},
    {"31.5,5Nx", GEODIST_BAD_COORDINATE, 6, "Nx"},
    {"31dx,5", GEODIST_BAD_COORDINATE, 2, "dx"},
    {"31 d,5", GEODIST_BAD_COORDINATE, 3, "d"},
    {"5;6", GEODIST_BAD_COORDINATE, 1, ";"},
    {"12.5,K\u00F6ln x", GEODIST_BAD_COORDINATE, 5, "K\u00F6ln"},
    {"12.5 \u6771\u4EAC", GEODIST_BAD_COORDINATE, 5, "\u6771\u4EAC"},
    {"12.5,\uFF11", GEODIST_BAD_COORDINATE, 5, "\uFF11"},
    {"12.5\u00AD" "5", GEODIST_BAD_COORDINATE, 4, "\u00AD"}, /* perhaps a minus sign */
    {"48,\u20112", GEODIST_BAD_COORDINATE, 3, "\u2011"},
    {"5\u200B" "6 7", GEODIST_BAD_COORDINATE, 4, "6"},
    {"-\u200E" "5,6", GEODIST_BAD_COORDINATE, 0, "-"},
    {"\u00A0" "5,x\u00A0", GEODIST_BAD_COORDINATE, 4, "x"},
    {"\u00A0\u200B", GEODIST_EMPTY, 5, ""},
    {"12.5,\xFF\xFE", GEODIST_BAD_COORDINATE, 5, "\xFF"},
    {"12.5,\xE6\x9D", GEODIST_BAD_COORDINATE, 5, "\xE6"},
    {"12.5,\xC0\xB0", GEODIST_BAD_COORDINATE, 5, "\xC0"},
    {"12.5,\xF0\x9F\x98\x80", GEODIST_BAD_COORDINATE, 5, "\xF0\x9F\x98\x80"},
    {"1.2.3,5", GEODIST_BAD_COORDINATE, 3, "."},
    {"1..2,5", GEODIST_BAD_COORDINATE, 2, "."},
    {".,5", GEODIST_BAD_COORDINATE, 0, "."},
    {"-.,5", GEODIST_BAD_COORDINATE, 1, "."},
    {"- 5,3", GEODIST_BAD_COORDINATE, 0, "-"},
    {"--5,3", GEODIST_BAD_COORDINATE, 0, "-"},
    {"5-3", GEODIST_BAD_COORDINATE, 1, "-"},
    {"5\u00B0-3\u00B0", GEODIST_BAD_COORDINATE, 3, "-"},
    {"-N5,3", GEODIST_BAD_COORDINATE, 0, "-"},
    /* structure */
    {"5", GEODIST_BAD_COORDINATE, 0, "5"},
    {" 5, ", GEODIST_BAD_COORDINATE, 1, "5,"},
    {",5", GEODIST_BAD_COORDINATE, 0, ",5"},
    {",", GEODIST_BAD_COORDINATE, 0, ","},
    {"'", GEODIST_BAD_COORDINATE, 0, "'"},
    {"5,,6", GEODIST_BAD_COORDINATE, 2, ","},
    {"1,2,3", GEODIST_BAD_COORDINATE, 3, ","},
    {"31,76 106,49", GEODIST_BAD_COORDINATE, 9, ","},
    {"1 2 3", GEODIST_BAD_COORDINATE, 0, "1 2 3"},
    {"31 45 106 29", GEODIST_BAD_COORDINATE, 0, "31 45 106 29"},
    {"31 45 31 106 29 13", GEODIST_BAD_COORDINATE, 0, "31 45 31 106 29 13"},
    {"31 45 31, 106 29 13", GEODIST_BAD_COORDINATE, 3, "45"},
    {"-31 45 -106 29", GEODIST_BAD_COORDINATE, 4, "45"},
    {"1 2 3 4 N 5 E", GEODIST_BAD_COORDINATE, 6, "4"},
    {"31\u00B0 45", GEODIST_BAD_COORDINATE, 0, "31\u00B0 45"},
    {"31\u00B0" "45'106\u00B0" "29'", GEODIST_BAD_COORDINATE, 0, "31\u00B0" "45'106\u00B0" "29'"},
    {"31',5", GEODIST_BAD_COORDINATE, 2, "'"},
    {"31\u00B0" "45\",5", GEODIST_BAD_COORDINATE, 6, "\""},
    {"31d31s,5", GEODIST_BAD_COORDINATE, 5, "s"},
    {"31:45'31,5", GEODIST_BAD_COORDINATE, 5, "'"},
    {"31\u00B0" "45:31,5", GEODIST_BAD_COORDINATE, 6, ":"},
    {"31 :45,5", GEODIST_BAD_COORDINATE, 3, ":"},
    {"31: 45,5", GEODIST_BAD_COORDINATE, 2, ":"},
    {"31:45:31:5,5", GEODIST_BAD_COORDINATE, 8, ":"},
    {"31:,5", GEODIST_BAD_COORDINATE, 2, ":"},
    {"31.5\u00B0" "45',5", GEODIST_BAD_COORDINATE, 0, "31.5"},
    {"31 45. 10 N, 5 E", GEODIST_BAD_COORDINATE, 3, "45."},
    {"N31 106W", GEODIST_BAD_COORDINATE, 0, "N31 106W"},
    {"1,2 N E", GEODIST_BAD_COORDINATE, 6, "E"},
    {"31N 5W,3", GEODIST_BAD_COORDINATE, 4, "5"},
    {"31N 5W 3E", GEODIST_BAD_COORDINATE, 8, "E"},
    {"1:2:3N1:2:3E,,,,,,,,,,,,,,,,,,,,,,,,,,", GEODIST_BAD_COORDINATE, 24, ","},
    /* letters and signs */
    {"5N,6", GEODIST_HEMISPHERES, 1, "N"},
    {"5,6W", GEODIST_HEMISPHERES, 3, "W"},
    {"5N", GEODIST_HEMISPHERES, 1, "N"},
    {"5N 6S", GEODIST_HEMISPHERES, 4, "S"},
    {"E5 W6", GEODIST_HEMISPHERES, 3, "W"},
    {"-5N 6E", GEODIST_SIGN_AND_LETTER, 0, "-5N"},
    {"5N, +6 E", GEODIST_SIGN_AND_LETTER, 4, "+6 E"},
    {"N-5,E6", GEODIST_SIGN_AND_LETTER, 0, "N-5"},
    {"\xE2\x88\x92" "5N 6E", GEODIST_SIGN_AND_LETTER, 0, "\xE2\x88\x92" "5N"},
    /* ranges */
    {"90.00000000000000000001,5", GEODIST_LATITUDE_RANGE, 0, "90.00000000000000000001"},
    {"-91,5", GEODIST_LATITUDE_RANGE, 0, "-91"},
    {"1e3,5", GEODIST_LATITUDE_RANGE, 0, "1e3"},
    {"5,1.5e+10", GEODIST_LONGITUDE_RANGE, 2, "1.5e+10"},
    {"9.000000000000000000000000000000001e1,5", GEODIST_LATITUDE_RANGE, 0,
     "9.000000000000000000000000000000001e1"},
    {"0.00000001e99999999999999999999,5", GEODIST_LATITUDE_RANGE, 0,
     "0.00000001e99999999999999999999"},
    {"(91, 5)", GEODIST_LATITUDE_RANGE, 1, "91"},
    {"5D,360D0.1", GEODIST_LONGITUDE_RANGE, 3, "360D0.1"},
    {"-106.48693,31.75872", GEODIST_LATITUDE_RANGE, 0, "-106.48693"},
    {"99999999999999999999999999,5", GEODIST_LATITUDE_RANGE, 0, "99999999999999999999999999"},
    {"91N 5E", GEODIST_LATITUDE_RANGE, 0, "91"},
    {"5E 91N", GEODIST_LATITUDE_RANGE, 3, "91"},
    {"90\u00B0" "0'0.00000000000000001\",5", GEODIST_LATITUDE_RANGE, 0,
     "90\u00B0" "0'0.00000000000000001\""},
    {"999999999999999999\u00B0" "1',5", GEODIST_LATITUDE_RANGE, 0, "999999999999999999\u00B0" "1'"},
    {"5,360.000000000000000000000001", GEODIST_LONGITUDE_RANGE, 2,
     "360.000000000000000000000001"},
    {"5, -180.1", GEODIST_LONGITUDE_RANGE, 3, "-180.1"},
    {"5,-180.00000000000000000000000001", GEODIST_LONGITUDE_RANGE, 2,
     "-180.00000000000000000000000001"},
    {"5N,200W", GEODIST_LONGITUDE_RANGE, 3, "200"},
    {"5\u00B0,-180\u00B0" "0'1\"", GEODIST_LONGITUDE_RANGE, 4, "-180\u00B0" "0'1\""},
    {"31\u00B0" "60',5", GEODIST_MINUTES_RANGE, 4, "60"},
    {"31\u00B0" "59'60.0\",5", GEODIST_MINUTES_RANGE, 7, "60.0"},
    {"5,31\u00B0" "99'", GEODIST_MINUTES_RANGE, 6, "99"},
    {"31 106 N 5 E", GEODIST_MINUTES_RANGE, 3, "106"},
    /* geo: URIs */
    {"geo:", GEODIST_BAD_COORDINATE, 0, "geo:"},
    {"geo:1", GEODIST_BAD_COORDINATE, 0, "geo:1"},
    {"geo:1,", GEODIST_BAD_COORDINATE, 0, "geo:1,"},
    {"geo:1,2,", GEODIST_BAD_COORDINATE, 0, "geo:1,2,"},
    {"geo:1,2,3,4", GEODIST_BAD_COORDINATE, 9, ","},
    {"geo:1,-", GEODIST_BAD_COORDINATE, 6, "-"},
    {"geo:1,2e0", GEODIST_BAD_COORDINATE, 7, "e"},
    {"geo:1,+2", GEODIST_BAD_COORDINATE, 6, "+"},
    {"geo:1, 2", GEODIST_BAD_COORDINATE, 6, " "},
    {"geo:1N,2E", GEODIST_BAD_COORDINATE, 5, "N"},
    {"geo:1,2.3.4", GEODIST_BAD_COORDINATE, 9, "."},
    {"geo:1\u00B0,2", GEODIST_BAD_COORDINATE, 5, "\u00B0"},
    {"geo:1,2?q=x", GEODIST_BAD_COORDINATE, 7, "?"},
    {" geo:1,2;crs=mars", GEODIST_BAD_COORDINATE, 13, "mars"},
    {"geo:1,2;crs", GEODIST_BAD_COORDINATE, 0, "geo:1,2;crs"},
    {"geo:1,2;u=", GEODIST_BAD_COORDINATE, 0, "geo:1,2;u="},
    {"geo:1,2;u=3m", GEODIST_BAD_COORDINATE, 11, "m"},
    {"geo:1,2;;u=3", GEODIST_BAD_COORDINATE, 0, "geo:1,2;;u=3"},
    {"geo:1,2;", GEODIST_BAD_COORDINATE, 0, "geo:1,2;"},
    {"geo:1,2;a_b=3", GEODIST_BAD_COORDINATE, 9, "_"},
    {"geo:1,2;a=b=c", GEODIST_BAD_COORDINATE, 11, "="},
    {"geo:1,2;a=", GEODIST_BAD_COORDINATE, 8, "a="},
    {"geo:91,2", GEODIST_LATITUDE_RANGE, 4, "91"},
    {"geo:1,-181;u=3", GEODIST_LONGITUDE_RANGE, 6, "-181"},
};

static void check_fault(const char *bytes, size_t length, geodist_status status, size_t offset,
                        const char *fault)
{
    outcome o = parse(bytes, length);
    if (o.status == status && o.error.offset == offset && o.error.length == strlen(fault) &&
        memcmp(bytes + offset, fault, o.error.length) == 0)
        return;
    print_error("%s: status %d at %zu, %zu bytes; not %d at %zu, \"%s\"\n", bytes, (int)o.status,
                o.error.offset, o.error.length, (int)status, offset, fault);
    fail();
}

static void names_the_bytes_at_fault(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(faults); i++)
        check_fault(faults[i].text, strlen(faults[i].text), faults[i].status, faults[i].offset,
                    faults[i].fault);
    geodist_point point;
    assert_int_equal(geodist_parse_coordinate(geodist_string("5;6"), &point, NULL), GEODIST_BAD_COORDINATE);
    assert_int_equal(geodist_parse_coordinate(geodist_string(NULL), &point, NULL), GEODIST_EMPTY);
}

static void takes_a_nul_byte_for_what_it_is(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t length, offset;
    } cases[] = {{"5\0,6", 4, 1}, {"5,6\0", 4, 3}, {"\0" "5,6", 4, 0}, {"geo:1,2\0", 8, 7},
                 {"geo:1,2;a=\0", 11, 10}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        outcome o = parse(cases[i].bytes, cases[i].length);
        assert_int_equal(o.status, GEODIST_BAD_COORDINATE);
        assert_int_equal(o.error.offset, cases[i].offset);
        assert_int_equal(o.error.length, 1);
    }
}

static void tells_coordinates_from_names(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        gd_coordinate kind;
    } cases[] = {
        {"", GD_COORDINATE_NONE},
        {"nairobi", GD_COORDINATE_NONE},
        {"south bend, indiana", GD_COORDINATE_NONE},
        {"s", GD_COORDINATE_NONE},
        {"-", GD_COORDINATE_NONE},
        {"- 5", GD_COORDINATE_NONE},
        {"georgetown", GD_COORDINATE_NONE},
        {"geo", GD_COORDINATE_NONE},
        {"100 Mile House", GD_COORDINATE_NONE},
        {"100-mile-house", GD_COORDINATE_NONE},
        {"100\u00A0Mile House", GD_COORDINATE_NONE},
        {"\u200E" "6th of October City", GD_COORDINATE_NONE},
        {"\u00A0nairobi", GD_COORDINATE_NONE},
        {"12,\u00A0Peru", GD_COORDINATE_MAYBE},
        {"6th of October City", GD_COORDINATE_NONE},
        {"10 de Abril", GD_COORDINATE_NONE},
        {"6 de Agosto, Peru", GD_COORDINATE_NONE},
        {"3\u6771", GD_COORDINATE_NONE},
        {"N1 Town", GD_COORDINATE_NONE},
        {"E-5 foo", GD_COORDINATE_NONE},
        {"S. 5", GD_COORDINATE_NONE},
        {"(100 Mile House)", GD_COORDINATE_NONE},
        {"(nairobi)", GD_COORDINATE_NONE},
        {"(5,3", GD_COORDINATE_NONE},
        {"5e5 Town", GD_COORDINATE_NONE},
        {"\u2019s-Hertogenbosch", GD_COORDINATE_NONE},
        {"S2", GD_COORDINATE_MAYBE},
        {"12", GD_COORDINATE_MAYBE},
        {"12, Peru", GD_COORDINATE_MAYBE},
        {"12.5,abc", GD_COORDINATE_MAYBE},
        {"5e5", GD_COORDINATE_MAYBE},
        {"5e5,abc", GD_COORDINATE_MAYBE},
        {"(5)", GD_COORDINATE_MAYBE},
        {"3D", GD_COORDINATE_MAYBE},
        {"0x10,5", GD_COORDINATE_MAYBE},
        {"0x10,-5", GD_COORDINATE_MAYBE},
        {"31.5N,foo", GD_COORDINATE_MAYBE},
        {"31\u00B0 foo", GD_COORDINATE_MAYBE},
        {"31.5 foo", GD_COORDINATE_MAYBE},
        {"31 45 foo", GD_COORDINATE_MAYBE},
        {"5;6", GD_COORDINATE_MAYBE},
        {"5-3", GD_COORDINATE_MAYBE},
        {"6-", GD_COORDINATE_MAYBE},
        {"1.2.3", GD_COORDINATE_MAYBE},
        {"-5", GD_COORDINATE_FAULTY},
        {"1e3,5", GD_COORDINATE_FAULTY},
        {"(91,5)", GD_COORDINATE_FAULTY},
        {"5,6", GD_COORDINATE_READ},
        {"5N 6E", GD_COORDINATE_READ},
        {"geo:5,6", GD_COORDINATE_READ},
        {"+.5 foo", GD_COORDINATE_FAULTY},
        {"\xE2\x88\x92" "5 foo", GD_COORDINATE_FAULTY},
        {"-.", GD_COORDINATE_FAULTY},
        {"geo:", GD_COORDINATE_FAULTY},
        {" GEO:foo", GD_COORDINATE_FAULTY},
        {"91,5", GD_COORDINATE_FAULTY},
        {"1 2 3", GD_COORDINATE_FAULTY},
        {"31.76N 5S", GD_COORDINATE_FAULTY},
        {"N-5,W6", GD_COORDINATE_FAULTY},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        gd_coordinate actual = parse(cases[i].text, strlen(cases[i].text)).kind;
        if (actual != cases[i].kind)
            print_error("%s: %d\n", cases[i].text, (int)actual);
        assert_int_equal(actual, cases[i].kind);
    }
}

static outcome parse_string(const char *string)
{
    return parse(string, strlen(string));
}

static void reads_back_every_point_it_is_given(void **state)
{
    (void)state;
    static const char *const formats[] = {"%.25f,%.25f", "%.30f %.40f", "%+.25f, %+.25f",
                                          "geo:%.25f,%.25f"};
    uint64_t seed = 1;
    char text[200];
    for (size_t i = 0; i < 200000; i++) {
        geodist_point p = random_point(&seed);
        snprintf(text, sizeof text, formats[i % COUNT(formats)], p.lat, p.lon);
        outcome o = parse_string(text);
        assert_int_equal(o.status, GEODIST_OK);
        assert_same(o.point.lat, p.lat);
        assert_same(o.point.lon, p.lon);
    }
}

static void reads_exponents_as_strtod_does(void **state)
{
    (void)state;
    uint64_t seed = 5;
    char text[200];
    for (int i = 0; i < 200000; i++) {
        geodist_point p = random_point(&seed);
        int decimals = (int)(random_bits(&seed) % 25);
        if (i % 2)
            p.lat *= pow(10, -random_between(&seed, 0, 320));
        int split = snprintf(text, sizeof text, "%.*e", decimals, p.lat);
        snprintf(text + split, sizeof text - (size_t)split, ",%.*E", decimals, p.lon);
        double lat = strtod(text, NULL), lon = strtod(text + split + 1, NULL);
        outcome o = parse(text, strlen(text));
        if (fabs(lat) > 90 || fabs(lon) > 180)
            continue; /* rounded to few digits */
        assert_int_equal(o.status, GEODIST_OK);
        assert_same(o.point.lat, lat + 0);
        assert_same(o.point.lon, lon + 0);
    }
}

static void reads_back_what_is_written(void **state)
{
    (void)state;
    uint64_t seed = 6;
    char text[2 * GEODIST_DEGREES_SIZE];
    for (int i = 0; i < 300000; i++) {
        geodist_point p = random_point(&seed);
        if (i % 3 == 0)
            p = (geodist_point){round(p.lat * 1e5) / 1e5 + 0, round(p.lon * 1e5) / 1e5 + 0};
        size_t length = geodist_format_degrees(p.lat, text, GEODIST_DEGREES_SIZE);
        text[length++] = i % 2 ? ',' : ' ';
        length += geodist_format_degrees(p.lon, text + length, GEODIST_DEGREES_SIZE);
        outcome o = parse(text, length);
        assert_int_equal(o.status, GEODIST_OK);
        assert_same(o.point.lat, p.lat);
        assert_same(o.point.lon, p.lon);
    }
}

/* A pair of bare numbers is read without tokens, one with letters by its tokens. */
static void reads_the_same_with_letters_as_with_signs(void **state)
{
    (void)state;
    uint64_t seed = 2;
    char signs[100], letters[100];
    for (int i = 0; i < 100000; i++) {
        geodist_point p = random_point(&seed);
        int decimals = (int)(random_bits(&seed) % 16);
        snprintf(signs, sizeof signs, "%.*f,%.*f", decimals, p.lat, decimals, p.lon);
        snprintf(letters, sizeof letters, "%.*f%c%.*f%c", decimals, fabs(p.lat),
                 p.lat < 0 ? 'S' : 'N', decimals, fabs(p.lon), p.lon < 0 ? 'W' : 'E');
        outcome a = parse_string(signs), b = parse_string(letters);
        assert_int_equal(a.status, GEODIST_OK);
        assert_int_equal(b.status, GEODIST_OK);
        assert_same(a.point.lat, b.point.lat);
        assert_same(a.point.lon, b.point.lon);
    }
}

/* Milliseconds of arc are whole numbers, and their quotient is rounded once. */
static void rounds_minutes_and_seconds_within_a_unit(void **state)
{
    (void)state;
    uint64_t seed = 3;
    char text[100];
    for (int i = 0; i < 200000; i++) {
        uint64_t ms = random_bits(&seed) % (i % 2 ? 90 * 3600000u : 60000u);
        if (i % 5 == 0)
            ms -= ms % 1000;
        unsigned deg = (unsigned)(ms / 3600000), min = (unsigned)(ms / 60000 % 60);
        snprintf(text, sizeof text, "%u\u00B0%u'%u.%03u\"N 5 E", deg, min,
                 (unsigned)(ms / 1000 % 60), (unsigned)(ms % 1000));
        outcome o = parse_string(text);
        double nearest = (double)ms / 3600000;
        assert_int_equal(o.status, GEODIST_OK);
        if (ms % 125 == 0) /* eighths of a second are doubles */
            assert_same(o.point.lat, nearest);
        assert_true(o.point.lat >= nextafter(nearest, -1) && o.point.lat <= nextafter(nearest, 91));
    }
}

static void survives_every_prefix_and_suffix(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(points); i++)
        for (size_t length = strlen(points[i].text), n = 0; n <= length; n++) {
            parse(points[i].text, n);
            parse(points[i].text + n, length - n);
        }
    for (size_t i = 0; i < COUNT(faults); i++)
        for (size_t length = strlen(faults[i].text), n = 0; n <= length; n++) {
            parse(faults[i].text, n);
            parse(faults[i].text + n, length - n);
        }
}

static void survive_changes(const char *text)
{
    char changed[200];
    size_t length = strlen(text);
    assert_true(length < sizeof changed);
    memcpy(changed, text, length);
    for (size_t at = 0; at < length; at++) {
        for (int byte = 0; byte < 256; byte++) {
            changed[at] = (char)byte;
            parse(changed, length);
        }
        changed[at] = text[at];
    }
}

static void survives_any_byte_in_any_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(points); i++)
        survive_changes(points[i].text);
    for (size_t i = 0; i < COUNT(faults); i++)
        survive_changes(faults[i].text);
}

static void survives_texts_made_of_its_own_words(void **state)
{
    (void)state;
    static const char *const words[] = {
        ",", ",", " ", " ", " -", "N ", "N", " s", "e", "W ", "d", "m", "s", "\u00B0", "'", "''", "\"", "\u2032", ":", "-",
        " +", " \xE2\x88\x92", ".", "geo:", ";", "x", "\u00E9",
        "S", "D", "M", "e-", "E", "(", ")", "e",
    };
    static const char *const numbers[] = {"1", "2.5", "59", "60", "90", ".5", "360"};
    uint64_t seed = 4;
    size_t accepted = 0;
    for (int i = 0; i < 1000000; i++) {
        char text[200] = "";
        size_t count = 3 + random_bits(&seed) % 7;
        for (size_t n = random_bits(&seed) % 2; n < count; n++)
            strcat(text, n % 2 ? numbers[random_bits(&seed) % COUNT(numbers)]
                               : words[random_bits(&seed) % COUNT(words)]);
        accepted += parse_string(text).status == GEODIST_OK;
    }
    assert_true(accepted > 20000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_form),
        cmocka_unit_test(names_the_bytes_at_fault),
        cmocka_unit_test(takes_a_nul_byte_for_what_it_is),
        cmocka_unit_test(tells_coordinates_from_names),
        cmocka_unit_test(reads_back_every_point_it_is_given),
        cmocka_unit_test(reads_exponents_as_strtod_does),
        cmocka_unit_test(reads_back_what_is_written),
        cmocka_unit_test(reads_the_same_with_letters_as_with_signs),
        cmocka_unit_test(rounds_minutes_and_seconds_within_a_unit),
        cmocka_unit_test(survives_every_prefix_and_suffix),
        cmocka_unit_test(survives_any_byte_in_any_place),
        cmocka_unit_test(survives_texts_made_of_its_own_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
