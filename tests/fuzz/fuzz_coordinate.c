/* Coordinates of any text: parsed, written and parsed again, one by one and as a list. */
#include "fuzz.h"
#include <math.h>

/* Writes a number and checks what the header says of its digits. strtod() is the outside word. */
static size_t write_degrees(double degrees, char *buffer)
{
    size_t length = geodist_format_degrees(degrees, buffer, GEODIST_DEGREES_SIZE);
    REQUIRE(length > 0 && length < GEODIST_DEGREES_SIZE);
    REQUIRE(strlen(buffer) == length);
    REQUIRE(strspn(buffer, "-0123456789.") == length);
    REQUIRE(strcmp(buffer, "-0") != 0);
    if (fabs(degrees) >= 0.001 || degrees == 0)
        REQUIRE(strtod(buffer, NULL) == degrees);
    else
        REQUIRE(fabs(strtod(buffer, NULL) - degrees) <= 1e-20);
    return length;
}

/* Numbers below 0.001 are written with 20 decimals, which need not be all. */
static void check_same_number(double a, double b)
{
    if (fabs(a) >= 0.001 || a == 0)
        REQUIRE(fuzz_bits(a) == fuzz_bits(b));
    else
        REQUIRE(fabs(a - b) <= 1e-20);
}

static void check_round_trip(geodist_point point)
{
    char text[2 * GEODIST_DEGREES_SIZE];
    size_t length = write_degrees(point.lat, text);
    text[length++] = ',';
    length += write_degrees(point.lon, text + length);
    geodist_point again;
    REQUIRE(geodist_parse_coordinate((geodist_text){text, length}, &again, NULL) == GEODIST_OK);
    check_same_number(point.lat, again.lat);
    check_same_number(point.lon, again.lon);
}

static void check_coordinate(geodist_text text)
{
    static const geodist_point untouched = {-7.5, 1234.5};
    geodist_point point = untouched, again = untouched;
    geodist_error error = {GEODIST_OK, 0, 0};
    geodist_status status = geodist_parse_coordinate(text, &point, &error);
    REQUIRE(geodist_parse_coordinate(text, &again, NULL) == status);
    REQUIRE(fuzz_same_point(point, again));
    if (status == GEODIST_OK) {
        REQUIRE(fuzz_is_valid_point(point));
        check_round_trip(point);
        return;
    }
    REQUIRE(error.status == status);
    REQUIRE(error.offset <= text.length);
    REQUIRE(error.length <= text.length - error.offset);
    REQUIRE(fuzz_same_point(point, untouched));
}

static bool is_space(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* The next run of bytes that are neither white space nor commas; empty at the end. */
static geodist_text next_number(geodist_text *rest)
{
    size_t start = 0, end;
    while (start < rest->length && (is_space(rest->bytes[start]) || rest->bytes[start] == ','))
        start++;
    end = start;
    while (end < rest->length && !is_space(rest->bytes[end]) && rest->bytes[end] != ',')
        end++;
    geodist_text number = {rest->bytes ? rest->bytes + start : NULL, end - start};
    rest->bytes = rest->bytes ? rest->bytes + end : NULL;
    rest->length -= end;
    return number;
}

/* Point i of the list must be what geodist_parse_coordinate() makes of its two numbers. */
static void check_listed_points(geodist_text text, const double *lat, const double *lon,
                                size_t count)
{
    char *pair = malloc(text.length + 2);
    if (!pair)
        return;
    for (size_t i = 0; i < count; i++) {
        geodist_text first = next_number(&text), second = next_number(&text);
        geodist_point point;
        REQUIRE(first.length > 0 && second.length > 0);
        memcpy(pair, first.bytes, first.length);
        pair[first.length] = ',';
        memcpy(pair + first.length + 1, second.bytes, second.length);
        geodist_text joined = {pair, first.length + 1 + second.length};
        REQUIRE(geodist_parse_coordinate(joined, &point, NULL) == GEODIST_OK);
        REQUIRE(fuzz_same_point(point, (geodist_point){lat[i], lon[i]}));
    }
    REQUIRE(next_number(&text).length == 0);
    free(pair);
}

/* Whether the text is a list by the narrowest reading: decimal numbers within their ranges, an even
 * number of them, one space or one comma between two. Returns the number of points, or 0. */
static size_t count_plain_points(geodist_text text)
{
    size_t numbers = 0, at = 0;
    for (;;) {
        char copy[32];
        size_t start = at, digits = 0, points = 0;
        if (at < text.length && text.bytes[at] == '-')
            at++;
        for (; at < text.length && ((text.bytes[at] >= '0' && text.bytes[at] <= '9') ||
                                    (digits > 0 && points == 0 && text.bytes[at] == '.'));
             at++)
            if (text.bytes[at] == '.')
                points++;
            else
                digits++;
        if (digits == 0 || text.bytes[at - 1] == '.' || at - start >= sizeof copy)
            return 0;
        memcpy(copy, text.bytes + start, at - start);
        copy[at - start] = 0;
        /* At a limit it is the digits that count, which strtod() may have rounded. */
        if (fabs(strtod(copy, NULL)) >= (numbers % 2 ? 180 : 90))
            return 0;
        numbers++;
        if (at == text.length)
            return numbers % 2 ? 0 : numbers / 2;
        if (text.bytes[at] != ' ' && text.bytes[at] != ',')
            return 0;
        at++;
    }
}

static void check_list(geodist_text text)
{
    size_t count = geodist_parse_points(text, NULL, NULL, 0);
    size_t plain = count_plain_points(text);
    REQUIRE(count <= text.length);
    REQUIRE(plain == 0 || plain == count);
    if (count == 0)
        return;
    /* Arrays of exactly the capacity, so that a sanitizer sees a write beyond. */
    for (size_t capacity = count == 1 ? 1 : count - 1; capacity <= count; capacity++) {
        double *lat = calloc(capacity, sizeof *lat), *lon = calloc(capacity, sizeof *lon);
        if (lat && lon) {
            REQUIRE(geodist_parse_points(text, lat, lon, capacity) == count);
            if (capacity == count)
                check_listed_points(text, lat, lon, count);
        }
        free(lat);
        free(lon);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    geodist_text text = {(const char *)data, size};
    check_coordinate(text);
    check_list(text);
    return 0;
}
