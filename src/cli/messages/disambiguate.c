#include "messages/disambiguate.h"

#include "messages/short_text.h"
#include "output/put_label.h"
#include "text/slice.h"

/* Writes an ASCII qualifier without capitals if the text has none either. */
static void follow_case(geodist_text text, char *qualifier, size_t length)
{
    for (size_t i = 0; i < text.length; i++)
        if (is_ascii_capital(text.bytes[i]))
            return;
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)qualifier[i] >= 0x80)
            return;
    for (size_t i = 0; i < length; i++)
        if (is_ascii_capital(qualifier[i]))
            qualifier[i] = (char)(qualifier[i] | 0x20);
}

static bool add_qualifier(short_text *made, geodist_text text, geodist_text qualifier)
{
    if (qualifier.length == 0 || !gd_append(made, geodist_string(", ")) ||
        !gd_append(made, qualifier))
        return false;
    follow_case(text, made->bytes + made->length - qualifier.length, qualifier.length);
    return true;
}

/* Whether the text means the place and nothing else, and can be printed and copied unchanged. */
static bool selects(const short_text *made, const geodist_place *place)
{
    geodist_place found;
    return gd_is_printable(gd_text_of(made)) &&
           geodist_find(gd_text_of(made), &found, NULL) == GEODIST_OK && found.row == place->row &&
           found.rivals == 0;
}

/* Whether a shell takes the text as it is between one kind of quotes. */
static bool can_be_quoted(const short_text *made)
{
    if (!memchr(made->bytes, '\'', made->length))
        return true;
    for (size_t i = 0; i < made->length; i++)
        if (memchr("\"$`\\!", made->bytes[i], 5))
            return false;
    return true;
}

static bool compose(short_text *made, geodist_text text, const geodist_place *place,
                    qualifier_order order)
{
    const geodist_text none = {NULL, 0};
    const geodist_text tries[][2] = {
        {order == REGION_FIRST ? place->region : place->country, none},
        {order == REGION_FIRST ? place->country : place->region, none},
        {place->region, place->country},
    };
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        made->length = 0;
        if (gd_append(made, text) && add_qualifier(made, text, tries[i][0]) &&
            (tries[i][1].length == 0 || add_qualifier(made, text, tries[i][1])) &&
            can_be_quoted(made) && selects(made, place))
            return true;
    }
    return false;
}

/* A shell keeps an apostrophe inside the other quotes: "bouake, côte d'ivoire". */
static void put_quoted(writer *out, const short_text *made)
{
    const char *quote = memchr(made->bytes, '\'', made->length) ? "\"" : "'";
    gd_put(out, quote);
    gd_put_text(out, gd_text_of(made));
    gd_put(out, quote);
}

bool gd_put_qualified(writer *out, geodist_text text, const geodist_place *place,
                      qualifier_order order)
{
    short_text made;
    bool composed = compose(&made, text, place, order);
    if (composed)
        put_quoted(out, &made);
    return composed;
}

void gd_put_unambiguous(writer *out, geodist_text text, const geodist_place *place)
{
    if (gd_put_qualified(out, text, place, COUNTRY_FIRST) ||
        gd_put_qualified(out, place->name, place, COUNTRY_FIRST))
        return;
    gd_put(out, "'");
    gd_put_coordinate(out, place->point);
    gd_put(out, "'");
}
