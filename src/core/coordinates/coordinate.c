/* Reads a pair of angles, or says why there is none.
 *
 * A pair of bare numbers, which is what long streams consist of, is read without tokens. A name is
 * told by its first bytes. Any other text is cut into tokens once; they are parsed, and if that
 * fails, the same tokens tell whether the text may be a name. */
#include "coordinates/coordinate.h"

#include "coordinates/coordinate_list.h"
#include "coordinates/dms.h"
#include "coordinates/geo_uri.h"
#include "text/blank.h"

/* ---- Tokens to a point ------------------------------------------------------------- */

/* The places of the hemisphere letters among the tokens. */
typedef struct {
    size_t at[2];
    size_t count;
} letters;

static bool is_latitude(char letter)
{
    return letter == 'N' || letter == 'S';
}

/* Finds the letters: there must be none, or one of each axis. */
static geodist_status find_letters(gd_span tokens, letters *found, geodist_text *fault)
{
    found->count = 0;
    for (size_t i = 0; i < tokens.count; i++)
        if (tokens.token[i].kind == GD_TOKEN_LETTER) {
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

/* Whether an angle begins at this token, and not a further number of the angle before. */
static bool begins_angle(gd_span tokens, size_t at)
{
    if (tokens.token[at].kind == GD_TOKEN_SIGN)
        return true;
    if (tokens.token[at].touches || !is_kind(tokens, at + 1, GD_TOKEN_MARK))
        return false;
    return tokens.token[at + 1].value == 'd' || tokens.token[at + 1].value == ':';
}

/* Where the second angle begins if there is neither a comma nor a letter: at the first number that
 * cannot belong to the first angle, or at the second of two bare numbers. */
static size_t second_angle(gd_span tokens)
{
    size_t at = 1, pair = is_kind(tokens, 0, GD_TOKEN_SIGN) ? 3 : 2;
    while (at < tokens.count && !begins_angle(tokens, at))
        at++;
    if (at >= tokens.count && tokens.count == pair && is_kind(tokens, pair - 1, GD_TOKEN_NUMBER))
        return pair - 1;
    return at;
}

/* Divides the tokens at the comma. Without a comma: before the second letter if the letters stand
 * before their numbers, after the first letter if they stand after them. */
static geodist_status split(gd_span tokens, const letters *found, gd_span *first, gd_span *second,
                            geodist_text *fault)
{
    size_t end = 0, start;
    while (end < tokens.count && tokens.token[end].kind != GD_TOKEN_COMMA)
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

static geodist_status measure(const gd_angle *lat, const gd_angle *lon, geodist_point *point,
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

/* On failure *fault is what is wrong, or empty if something is missing. */
static geodist_status parse_pair(const gd_tokens *scanned, geodist_point *point,
                                 geodist_text *fault)
{
    letters found;
    gd_span first, second;
    gd_angle a, b;
    gd_span tokens = {scanned->token, scanned->count};
    if (scanned->stray.length)
        return failed(fault, GEODIST_BAD_COORDINATE, scanned->stray);

    geodist_status status = find_letters(tokens, &found, fault);
    if (status == GEODIST_OK)
        status = split(tokens, &found, &first, &second, fault);
    if (status == GEODIST_OK)
        status = gd_parse_angle(first, &a, fault);
    if (status == GEODIST_OK)
        status = gd_parse_angle(second, &b, fault);
    if (status != GEODIST_OK)
        return status;
    bool swapped = a.letter && !is_latitude(a.letter);
    return swapped ? measure(&b, &a, point, fault) : measure(&a, &b, point, fault);
}

/* ---- A coordinate or a name -------------------------------------------------------- */

/* Whether the text begins with a number, perhaps with a letter and a sign before it. */
static bool may_begin_with_number(geodist_text text)
{
    size_t at = 0;
    if (text.length && is_hemisphere(text.bytes[0]))
        at = text.length - skip_blanks(slice(text, 1, text.length)).length;
    if (at == text.length)
        return false;
    char byte = text.bytes[at];
    return is_numeric(byte) || byte == '-' || byte == '+' || byte == '\xE2'; /* as in U+2212 */
}

/* A test of the first bytes that every coordinate passes and nearly every name fails. */
static bool may_be_coordinate(geodist_text text)
{
    if (text.length && text.bytes[0] == '(')
        text = skip_blanks(slice(text, 1, text.length));
    return may_begin_with_number(text) || gd_is_geo_uri(text);
}

static bool number_after_comma(geodist_text text)
{
    geodist_text rest;
    cut(text, ',', &rest);
    return may_begin_with_number(skip_blanks(rest));
}

/* 100 Mile House, 6th, 100-mile-house. */
static bool word_after(geodist_text text, geodist_text number)
{
    const char *end = text.bytes + text.length;
    const char *at = number.bytes + number.length;
    for (size_t length = 1; at < end && length; at += length) {
        bool is_white;
        length = *at == '-' ? 1 : blank_length((geodist_text){at, (size_t)(end - at)}, &is_white);
    }
    return at < end && (is_ascii_letter(*at) || (unsigned char)*at >= 0x80);
}

static size_t count_numbers(const gd_tokens *tokens)
{
    size_t numbers = 0;
    for (size_t i = 0; i < tokens->count; i++)
        numbers += tokens->token[i].kind == GD_TOKEN_NUMBER;
    return numbers;
}

/* What a text is that is not a correct coordinate. */
static gd_coordinate classify(geodist_text text, const gd_tokens *scanned)
{
    gd_span tokens = {scanned->token, scanned->count};
    size_t first = is_kind(tokens, 0, GD_TOKEN_LETTER);
    if (is_kind(tokens, first, GD_TOKEN_SIGN)) {
        if (first == 0)
            return GD_COORDINATE_FAULTY;
        first++;
    }
    if (!is_kind(tokens, first, GD_TOKEN_NUMBER))
        return GD_COORDINATE_NONE;

    if (scanned->stray.length == 0 && count_numbers(scanned) > 1)
        return GD_COORDINATE_FAULTY;
    geodist_text number = tokens.token[first].text;
    bool whole = memchr(number.bytes, '.', number.length) == NULL;
    if (whole && first + 1 == tokens.count && word_after(text, number) && !number_after_comma(text))
        return GD_COORDINATE_NONE;
    return GD_COORDINATE_MAYBE;
}

static geodist_text without_parentheses(geodist_text text)
{
    if (text.length < 2 || text.bytes[0] != '(' || text.bytes[text.length - 1] != ')')
        return text;
    return trim_blanks(slice(text, 1, text.length - 2));
}

/* Reads a text by its tokens. Unlike gd_read_coordinate() always sets *error if it fails. */
static gd_coordinate read_tokens(geodist_text text, geodist_point *point, geodist_error *error)
{
    gd_tokens tokens;
    geodist_text whole = trim_blanks(text), pair = whole, fault = whole;
    geodist_status status = GEODIST_BAD_COORDINATE;
    gd_coordinate result = GD_COORDINATE_FAULTY;
    bool is_geo = gd_is_geo_uri(whole);
    if (!is_geo)
        pair = without_parentheses(whole);
    if (!is_geo || gd_open_geo_uri(whole, &pair, &fault)) {
        gd_scan_coordinate(pair, &tokens);
        status = parse_pair(&tokens, point, &fault);
        if (status == GEODIST_OK)
            return GD_COORDINATE_READ;
        if (!is_geo)
            result = classify(pair, &tokens);
    }
    if (fault.length == 0)
        fault = whole;
    *error = (geodist_error){status, (size_t)(fault.bytes - text.bytes), fault.length};
    return result;
}

/* ---- The two ways in --------------------------------------------------------------- */

/* A text that is nothing but two bare numbers. Names are left to the other tests by their first
 * byte: signs, digits and points are not above '9', letters are. */
static bool read_bare_pair(geodist_text text, geodist_point *point)
{
    size_t at = 0;
    geodist_point read;
    if (text.length == 0 || (unsigned char)text.bytes[0] > '9' ||
        !gd_read_bare_point(text, &at, &read) || at < text.length)
        return false;
    *point = read;
    return true;
}

gd_coordinate gd_read_coordinate(geodist_text text, geodist_point *point, geodist_error *error)
{
    if (read_bare_pair(text, point))
        return GD_COORDINATE_READ;
    if (!may_be_coordinate(skip_blanks(text)))
        return GD_COORDINATE_NONE;
    return read_tokens(text, point, error);
}

geodist_status geodist_parse_coordinate(geodist_text text, geodist_point *point,
                                        geodist_error *error)
{
    if (read_bare_pair(text, point))
        return GEODIST_OK;
    geodist_text whole = trim_blanks(text);
    geodist_error found = {GEODIST_EMPTY, (size_t)(whole.bytes - text.bytes), 0};
    if (whole.length && read_tokens(text, point, &found) == GD_COORDINATE_READ)
        return GEODIST_OK;
    if (error)
        *error = found;
    return found.status;
}
