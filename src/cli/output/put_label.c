#include "output/put_label.h"

#include "output/csv_writer.h"
#include "output/format_number.h"
#include "text/slice.h"

/* A buffer of its own for the label is used only if the writer has no room: to clear it, as the
 * compiler is told to do, takes longer than to write most labels. */
static void put_copied_label(writer *out, const geodist_place *place,
                             void (*put)(writer *out, geodist_text text))
{
    char label[GEODIST_LABEL_SIZE];
    put(out, (geodist_text){label, geodist_label(place, label, sizeof label)});
}

static void put_text(writer *out, geodist_text text)
{
    gd_put_text(out, text);
}

/* ---- Areas ------------------------------------------------------------------------- */

static bool starts_with(geodist_text text, const char *prefix)
{
    size_t length = strlen(prefix);
    return text.length >= length && memcmp(text.bytes, prefix, length) == 0;
}

static bool ends_with(geodist_text text, const char *suffix)
{
    size_t length = strlen(suffix);
    return text.length >= length && starts_with(slice(text, text.length - length, length), suffix);
}

/* Whether the name of a country has an article in a sentence: "of the United States". */
static bool takes_article(geodist_text country)
{
    static const char *const prefixes[] = {"United ",     "U.S. ",      "British ", "Central ",
                                           "Democratic ", "Dominican ", "Republic "};
    static const char *const suffixes[] = {"Islands", "Netherlands", "Bahamas",    "Comoros",
                                           "Gambia",  "Maldives",    "Philippines"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (starts_with(country, prefixes[i]))
            return true;
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (ends_with(country, suffixes[i]))
            return true;
    return false;
}

const char *gd_kind_name(geodist_kind kind)
{
    return kind == GEODIST_CITY ? "city" : kind == GEODIST_AIRPORT ? "airport" : "coordinate";
}

void gd_put_area_kind(writer *out, const geodist_place *area)
{
    if (area->kind == GEODIST_COUNTRY) {
        gd_put(out, "a country");
    } else if (area->kind == GEODIST_OTHER_AREA) {
        gd_put_text(out, area->region);
    } else {
        gd_put(out, "a region");
        if (area->country.length)
            gd_put(out, takes_article(area->country) ? " of the " : " of ");
        gd_put_text(out, area->country);
    }
}

static void put_area(writer *out, const geodist_place *area)
{
    gd_put_text(out, area->name);
    gd_put(out, " (");
    gd_put_area_kind(out, area);
    gd_put(out, ")");
}

/* ---- Labels ------------------------------------------------------------------------ */

void gd_put_label(writer *out, const geodist_place *place)
{
    if (gd_is_area(place)) {
        put_area(out, place);
        return;
    }
    char *room = gd_reserve(out, GEODIST_LABEL_SIZE);
    if (room)
        gd_commit(out, geodist_label(place, room, GEODIST_LABEL_SIZE));
    else
        put_copied_label(out, place, put_text);
}

void gd_put_csv_label(writer *out, const geodist_place *place)
{
    char *room = gd_reserve(out, GEODIST_LABEL_SIZE + 2);
    size_t length = room ? geodist_label(place, room + 1, GEODIST_LABEL_SIZE) : 0;
    if (room && !memchr(room + 1, '"', length)) {
        room[0] = room[length + 1] = '"';
        gd_commit(out, length + 2);
    } else {
        put_copied_label(out, place, gd_put_csv_field);
    }
}

void gd_put_label_beside(writer *out, const geodist_place *place, const geodist_place *other)
{
    geodist_place shortened = *place;
    if (!gd_is_area(place) && place->region.length && !place->region_repeats &&
        same_text(place->country, other->country))
        shortened.country.length = 0;
    gd_put_label(out, &shortened);
}

void gd_put_coordinate(writer *out, geodist_point point)
{
    gd_put_label(out, &(geodist_place){.point = point, .kind = GEODIST_COORDINATE});
}
