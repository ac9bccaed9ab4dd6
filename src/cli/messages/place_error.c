#include "messages/place_error.h"

#include "messages/area_error.h"
#include "messages/rewrite.h"
#include "output/format_number.h"
#include "output/put_label.h"
#include "route/phrase_words.h"
#include "text/slice.h"

static geodist_text bytes_at_fault(geodist_text text, const geodist_error *error)
{
    return slice(text, error->offset, error->length);
}

static void put_rewritten(writer *out, const short_text *made)
{
    gd_put(out, "; write ");
    gd_put_quoted(out, gd_text_of(made));
}

/* ---- Names ------------------------------------------------------------------------- */

static bool is_in_country(const place_lookup *by, const geodist_place *place)
{
    return same_text(place->country_code, geodist_string(by->country_code));
}

/* The most likely places; with --country those in that country first. */
static void put_suggestions(writer *out, const place_lookup *by, geodist_text text,
                            const char *before, const char *after)
{
    enum { SUGGESTIONS = 3 };
    geodist_place suggested[GEODIST_SUGGESTIONS_MAX];
    size_t count = geodist_suggest(text, suggested, GEODIST_SUGGESTIONS_MAX), shown = 0;
    for (int in_country = 1; in_country >= 0; in_country--)
        for (size_t i = 0; i < count && i < GEODIST_SUGGESTIONS_MAX && shown < SUGGESTIONS; i++)
            if (is_in_country(by, &suggested[i]) == in_country) {
                gd_put(out, shown++ == 0 ? before : " or ");
                gd_put_label(out, &suggested[i]);
            }
    if (shown)
        gd_put(out, after);
}

/* What is not found, and what to write instead. */
static void put_unknown(writer *out, const place_lookup *by, geodist_text text,
                        const geodist_error *error, bool with_help)
{
    short_text reversed;
    bool is_qualifier = error->status == GEODIST_UNKNOWN_QUALIFIER;
    bool is_mismatch = error->status == GEODIST_QUALIFIER_MISMATCH;
    gd_put(out, is_qualifier ? "no region or country called " : "no place called ");
    gd_put_quoted(out, is_mismatch ? text : bytes_at_fault(text, error));
    if (is_qualifier) {
        gd_put(out, " in ");
        gd_put_quoted(out, text);
    }
    if (gd_rewrite_reversed(text, &reversed))
        put_rewritten(out, &reversed);
    else if (is_qualifier || is_mismatch)
        put_suggestions(out, by, text, "; there is ", "");
    else if (with_help && !gd_is_stray_word(trim(text)))
        put_suggestions(out, by, text, "; did you mean ", "?");
}

static void put_area(writer *out, const place_lookup *by, geodist_text text)
{
    qualified_name made;
    gd_put_area_error(out, by, gd_lookup_text(by, text, &made));
}

/* No letter and no digit, or a word for a missing value. */
static void put_missing(writer *out, geodist_text text)
{
    gd_put(out, "no place given");
    if (trim(text).length) {
        gd_put(out, ", only ");
        gd_put_quoted(out, text);
    }
}

/* ---- Forms ------------------------------------------------------------------------- */

static void put_unsupported(writer *out, geodist_text text, geodist_status status)
{
    gd_put_quoted(out, text);
    gd_put(out, " looks like ");
    gd_put(out, geodist_describe(status));
    gd_put(out, ", which is not supported; write a city or LAT,LON");
}

/* A postal code alone, or next to a place. */
static void put_postal_code(writer *out, geodist_text text, const geodist_error *error)
{
    short_text rest;
    if (!gd_rewrite_without(text, error->offset, error->length, &rest)) {
        put_unsupported(out, text, error->status);
        return;
    }
    gd_put_quoted(out, text);
    gd_put(out, " has a postal code, which is not supported");
    put_rewritten(out, &rest);
}

/* ---- Coordinates and bytes --------------------------------------------------------- */

static void put_out_of_range(writer *out, geodist_text text, const geodist_error *error)
{
    short_text swapped;
    bool is_latitude = error->status == GEODIST_LATITUDE_RANGE;
    gd_put(out, is_latitude ? "latitude " : "longitude ");
    gd_put_escaped(out, bytes_at_fault(text, error));
    gd_put(out, is_latitude ? " is outside -90 to 90 in " : " is outside -180 to 360 in ");
    gd_put_quoted(out, text);
    if (gd_rewrite_swapped(text, &swapped))
        gd_put(out, "; the order is LAT,LON; swapped?");
}

/* A text in Latin-1 has its letters at 0xC0 and above, each between ASCII characters or at the end.
 */
static bool may_be_latin1(geodist_text text)
{
    for (size_t i = 0; i < text.length; i++)
        if ((unsigned char)text.bytes[i] >= 0x80 && (unsigned char)text.bytes[i] < 0xA0)
            return false;
    return true;
}

/* Which byte of the text is at fault, from 1 on. */
static void put_bad_byte(writer *out, geodist_text text, const geodist_error *error)
{
    bool is_control = error->status == GEODIST_CONTROL_CHARACTER;
    bool is_replacement = same_text(bytes_at_fault(text, error), geodist_string("\xEF\xBF\xBD"));
    gd_put_quoted(out, text);
    gd_put(out, ": byte ");
    gd_put_integer(out, error->offset + 1);
    gd_put(out, ", ");
    gd_put_quoted(out, bytes_at_fault(text, error));
    gd_put(out, is_control       ? ", is a control character"
                : is_replacement ? ", stands for a character that an earlier conversion damaged"
                                 : ", is not UTF-8");
    if (!is_control && !is_replacement && may_be_latin1(text))
        gd_put(out, "; convert it, such as with iconv -f latin1 -t utf-8");
}

/* What geodist_describe() says, about the text and the bytes at fault. */
static void put_description(writer *out, geodist_text text, const geodist_error *error)
{
    gd_put_quoted(out, text);
    gd_put(out, ": ");
    gd_put(out, geodist_describe(error->status));
    if (error->length > 0 && error->length < text.length) {
        gd_put(out, " (at ");
        gd_put_quoted(out, bytes_at_fault(text, error));
        gd_put(out, ")");
    }
}

static bool has_decimal_commas(geodist_text text)
{
    size_t count = 0;
    for (size_t at = 1; at + 1 < text.length; at++)
        count +=
            text.bytes[at] == ',' && is_digit(text.bytes[at - 1]) && is_digit(text.bytes[at + 1]);
    return count >= 2;
}

static void put_bad_coordinate(writer *out, geodist_text text, const geodist_error *error)
{
    put_description(out, text, error);
    if (has_decimal_commas(text))
        gd_put(out, "; for decimal commas use --decimal-comma");
}

void gd_put_place_error(writer *out, const place_lookup *by, geodist_text text,
                        const geodist_error *error, bool with_help)
{
    switch (error->status) {
    case GEODIST_EMPTY:
        put_missing(out, text);
        break;
    case GEODIST_UNKNOWN_NAME:
    case GEODIST_UNKNOWN_QUALIFIER:
    case GEODIST_QUALIFIER_MISMATCH:
        put_unknown(out, by, text, error, with_help);
        break;
    case GEODIST_AREA:
        put_area(out, by, text);
        break;
    case GEODIST_POSTAL_CODE:
        put_postal_code(out, text, error);
        break;
    case GEODIST_STREET_ADDRESS:
    case GEODIST_PLUS_CODE:
    case GEODIST_GRID_REFERENCE:
    case GEODIST_GEOHASH:
    case GEODIST_MAP_LINK:
    case GEODIST_WKT:
        put_unsupported(out, text, error->status);
        break;
    case GEODIST_LATITUDE_RANGE:
    case GEODIST_LONGITUDE_RANGE:
        put_out_of_range(out, text, error);
        break;
    case GEODIST_NOT_UTF8:
    case GEODIST_CONTROL_CHARACTER:
        put_bad_byte(out, text, error);
        break;
    case GEODIST_BAD_COORDINATE:
        put_bad_coordinate(out, text, error);
        break;
    default:
        put_description(out, text, error);
    }
}

bool gd_put_text_fault(writer *out, geodist_text text)
{
    geodist_place place;
    geodist_error error;
    geodist_status status = geodist_find(text, &place, &error);
    bool found = status == GEODIST_NOT_UTF8 || status == GEODIST_CONTROL_CHARACTER;
    if (found)
        gd_put_place_error(out, NULL, text, &error, false);
    return found;
}
