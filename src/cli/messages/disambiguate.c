#include "messages/disambiguate.h"

#include "output/escape.h"
#include "output/label.h"

typedef struct {
    size_t length;
    char bytes[CLI_SHOWN_BYTES];
} spelling;

/* Adds the text; false, and nothing added, if there is no room. */
static bool add(spelling *made, geodist_text text)
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

/* Somebody who types without capitals is answered without, as far as that is ASCII. */
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

static bool add_qualifier(spelling *made, geodist_text text, geodist_text qualifier)
{
    if (qualifier.length == 0 || !add(made, geodist_string(", ")) || !add(made, qualifier))
        return false;
    follow_case(text, made->bytes + made->length - qualifier.length, qualifier.length);
    return true;
}

/* Whether it means the place and nothing else, and survives being shown and copied. */
static bool selects(const spelling *made, const geodist_place *place)
{
    geodist_text text = {made->bytes, made->length};
    geodist_place found;
    return cli_is_plain(text) && geodist_find(text, &found, NULL) == GEODIST_OK &&
           found.city == place->city && found.rivals == 0;
}

static bool spell(spelling *made, geodist_text text, const geodist_place *place)
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
            selects(made, place))
            return true;
    }
    return false;
}

void cli_put_qualified(sink *out, geodist_text text, const geodist_place *place)
{
    spelling made;
    bool spelt = spell(&made, text, place);
    /* Inside the other quotes an apostrophe survives the shell: "bouake, côte d'ivoire". */
    const char *quote = spelt && memchr(made.bytes, '\'', made.length) ? "\"" : "'";
    cli_put(out, quote);
    if (spelt)
        cli_put_text(out, (geodist_text){made.bytes, made.length});
    else
        cli_put_coordinate(out, place->point);
    cli_put(out, quote);
}
