/* Two angles, and the point they mark. */
#include "coordinates/coordinate.h"

#include "coordinates/dms.h"
#include "coordinates/plain_pair.h"
#include "coordinates/geo_uri.h"
#include "text/slice.h"

typedef struct {
    size_t at[2];
    size_t count;
} letters;

static bool is_latitude(char letter)
{
    return letter == 'N' || letter == 'S';
}

/* Finds the letters, of which there must be none or one of each axis. */
static geodist_status find_letters(gd_span tokens, letters *found, geodist_text *fault)
{
    found->count = 0;
    for (size_t i = 0; i < tokens.count; i++)
        if (tokens.token[i].kind == gd_letter) {
            if (found->count == 2)
                return failed(fault, GEODIST_BAD_COORDINATE, tokens.token[i].text);
            found->at[found->count++] = i;
        }
    if (found->count == 0)
        return GEODIST_OK;
    const gd_token *first = &tokens.token[found->at[0]];
    const gd_token *last = &tokens.token[found->at[found->count - 1]];
    if (is_latitude(first->value) == is_latitude(last->value))
        return failed(fault, GEODIST_HEMISPHERES, last->text);
    return GEODIST_OK;
}

/* Whether an angle begins here and not a further number of the one before. */
static bool opens_angle(gd_span tokens, size_t at)
{
    if (tokens.token[at].kind == gd_sign)
        return true;
    if (tokens.token[at].touches || !is_kind(tokens, at + 1, gd_mark))
        return false;
    return tokens.token[at + 1].value == 'd' || tokens.token[at + 1].value == ':';
}

/* Where the second angle begins without a comma or letters: at the first number that cannot
 * belong to the first angle, or at the second of two bare numbers. */
static size_t second_angle(gd_span tokens)
{
    size_t at = 1, bare = tokens.token[0].kind == gd_sign ? 3 : 2;
    while (at < tokens.count && !opens_angle(tokens, at))
        at++;
    if (at >= tokens.count && tokens.count == bare && tokens.token[bare - 1].kind == gd_number)
        return bare - 1;
    return at;
}

/* Divides at the comma; else at the second letter if letters go before their numbers, behind the
 * first if they follow. */
static geodist_status split(gd_span tokens, const letters *found, gd_span *first, gd_span *second,
                            geodist_text *fault)
{
    size_t end = 0, start;
    while (end < tokens.count && tokens.token[end].kind != gd_comma)
        end++;
    if (end < tokens.count)
        start = end + 1;
    else if (found->count)
        start = end = found->at[0] == 0 ? found->at[1] : found->at[0] + 1;
    else
        start = end = second_angle(tokens);
    if (start >= tokens.count)
        return failed(fault, GEODIST_BAD_COORDINATE, (geodist_text){NULL, 0});
    *first = (gd_span){tokens.token, end};
    *second = (gd_span){tokens.token + start, tokens.count - start};
    return GEODIST_OK;
}

static geodist_status locate(const gd_angle *lat, const gd_angle *lon, geodist_point *point,
                             geodist_text *fault)
{
    gd_extent north, east;
    geodist_status status = gd_measure_angle(lat, &north, fault);
    if (status == GEODIST_OK)
        status = gd_measure_angle(lon, &east, fault);
    if (status != GEODIST_OK)
        return status;
    if (exceeds(north.first, 90))
        return failed(fault, GEODIST_LATITUDE_RANGE, lat->text);
    if (exceeds(east.first, lon->negative ? 180 : 360))
        return failed(fault, GEODIST_LONGITUDE_RANGE, lon->text);
    if (east.degrees > 180)
        east.degrees -= 360; /* exactly */
    point->lat = lat->negative ? 0 - north.degrees : north.degrees; /* 0 - 0 is not -0 */
    point->lon = lon->negative ? 0 - east.degrees : east.degrees;
    return GEODIST_OK;
}

static geodist_status read_pair(geodist_text text, geodist_point *point, geodist_text *fault)
{
    letters found;
    gd_span first, second;
    gd_angle a, b;
    gd_tokens scanned = gd_scan_coord(text);
    if (scanned.stray.length)
        return failed(fault, GEODIST_BAD_COORDINATE, scanned.stray);
    gd_span tokens = {scanned.token, scanned.count};

    geodist_status status = find_letters(tokens, &found, fault);
    if (status == GEODIST_OK)
        status = split(tokens, &found, &first, &second, fault);
    if (status == GEODIST_OK)
        status = gd_take_angle(first, &a, fault);
    if (status == GEODIST_OK)
        status = gd_take_angle(second, &b, fault);
    if (status != GEODIST_OK)
        return status;
    bool swapped = a.letter && !is_latitude(a.letter);
    return swapped ? locate(&b, &a, point, fault) : locate(&a, &b, point, fault);
}

geodist_status geodist_parse_coordinate(geodist_text text, geodist_point *point, geodist_error *error)
{
    geodist_text whole = trim(text), pair = whole, fault = whole;
    geodist_status status;
    if (whole.length == 0)
        status = GEODIST_EMPTY;
    else if (gd_read_plain_pair(whole, point))
        status = GEODIST_OK;
    else if (gd_is_geo_uri(whole) && !gd_open_geo_uri(whole, &pair, &fault))
        status = GEODIST_BAD_COORDINATE;
    else
        status = read_pair(pair, point, &fault);
    if (fault.length == 0)
        fault = whole;
    if (status != GEODIST_OK && error)
        *error = (geodist_error){status, (size_t)(fault.bytes - text.bytes), fault.length};
    return status;
}
