#include "messages/disambiguate.h"

#include "output/escape.h"
#include "output/put_label.h"
#include "text/slice.h"

typedef struct {
    size_t length;
    char bytes[GD_ESCAPED_BYTES_MAX];
} candidate_text;

/* Adds the text; false, and nothing added, if there is no room. */
static bool add(candidate_text *made, geodist_text text)
{
    if (text.length > sizeof made->bytes - made->length)
        return false;
    memcpy(made->bytes + made->length, text.bytes, text.length);
    made->length += text.length;
    return true;
}

static bool is_upper(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

/* Writes an ASCII qualifier without capitals if the text has none either. */
static void follow_case(geodist_text text, char *qualifier, size_t length)
{
    for (size_t i = 0; i < text.length; i++)
        if (is_upper(text.bytes[i]))
            return;
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)qualifier[i] >= 0x80)
            return;
    for (size_t i = 0; i < length; i++)
        if (is_upper(qualifier[i]))
            qualifier[i] = (char)(qualifier[i] | 0x20);
}

static bool add_qualifier(candidate_text *made, geodist_text text, geodist_text qualifier)
{
    if (qualifier.length == 0 || !add(made, geodist_string(", ")) || !add(made, qualifier))
        return false;
    follow_case(text, made->bytes + made->length - qualifier.length, qualifier.length);
    return true;
}

/* Whether the text means the place and nothing else, and can be printed and copied unchanged. */
static bool selects(const candidate_text *made, const geodist_place *place)
{
    geodist_text text = {made->bytes, made->length};
    geodist_place found;
    return gd_is_printable(text) && geodist_find(text, &found, NULL) == GEODIST_OK &&
           found.row == place->row && found.rivals == 0;
}

/* Whether a shell takes the text as it is between one kind of quotes. */
static bool can_be_quoted(const candidate_text *made)
{
    if (!memchr(made->bytes, '\'', made->length))
        return true;
    for (size_t i = 0; i < made->length; i++)
        if (memchr("\"$`\\!", made->bytes[i], 5))
            return false;
    return true;
}

static bool compose(candidate_text *made, geodist_text text, const geodist_place *place)
{
    const geodist_text none = {NULL, 0};
    const geodist_text tries[][2] = {
        {place->country, none},
        {place->region, none},
        {place->region, place->country},
    };
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        made->length = 0;
        if (add(made, text) && add_qualifier(made, text, tries[i][0]) &&
            (tries[i][1].length == 0 || add_qualifier(made, text, tries[i][1])) &&
            can_be_quoted(made) && selects(made, place))
            return true;
    }
    return false;
}

void gd_put_unambiguous(writer *out, geodist_text text, const geodist_place *place)
{
    candidate_text made;
    bool composed = compose(&made, text, place);
    /* A shell keeps an apostrophe inside the other quotes: "bouake, côte d'ivoire". */
    const char *quote = composed && memchr(made.bytes, '\'', made.length) ? "\"" : "'";
    gd_put(out, quote);
    if (composed)
        gd_put_text(out, (geodist_text){made.bytes, made.length});
    else
        gd_put_coordinate(out, place->point);
    gd_put(out, quote);
}
