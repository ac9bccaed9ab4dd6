#include "messages/area_error.h"

#include "messages/disambiguate.h"
#include "messages/short_text.h"
#include "output/put_label.h"
#include "text/slice.h"

enum { AREAS_SHOWN = 3, CITIES_SHOWN = 2, TOWNS_SHOWN = 2 };

/* The areas that a text means, and cities in them. */
typedef struct {
    size_t count, city_count;
    geodist_place areas[AREAS_SHOWN];
    geodist_place cities[GEODIST_SUGGESTIONS_MAX];
} area_list;

static void find_areas(area_list *found, geodist_text text)
{
    found->count = geodist_areas(text, found->areas, AREAS_SHOWN);
    found->city_count = geodist_suggest(text, found->cities, GEODIST_SUGGESTIONS_MAX);
    if (found->count > AREAS_SHOWN)
        found->count = AREAS_SHOWN;
}

/* ---- What the text means ----------------------------------------------------------- */

/* Whether the text, its qualifiers aside, is the name apart from ASCII case. */
static bool is_typed_name(geodist_text text, geodist_text name)
{
    geodist_text qualifiers, typed = trim(cut(trim(text), ',', &qualifiers));
    if (typed.length != name.length)
        return false;
    for (size_t i = 0; i < name.length; i++)
        if (lower(typed.bytes[i]) != lower(name.bytes[i]))
            return false;
    return true;
}

/* "'georgia' is a country or a region of the United States"; with their names the areas that have
 * another name than the text: "'TX' is Texas (a region of the United States)". */
static void put_areas(writer *out, geodist_text text, const area_list *of)
{
    gd_put_quoted(out, text);
    for (size_t i = 0; i < of->count; i++) {
        gd_put(out, i == 0 ? " is " : i + 1 < of->count ? ", " : " or ");
        if (is_typed_name(text, of->areas[i].name))
            gd_put_area_kind(out, &of->areas[i]);
        else
            gd_put_label(out, &of->areas[i]);
    }
}

/* ---- Cities in the areas ----------------------------------------------------------- */

/* Whether a city is in a country or region; of other areas the table does not say what they hold.
 */
static bool is_in(const geodist_place *area, const geodist_place *city)
{
    return area->kind == GEODIST_OTHER_AREA ||
           (same_text(area->country_code, city->country_code) &&
            (area->kind == GEODIST_COUNTRY || same_text(area->name, city->region)));
}

static bool means(const place_lookup *by, geodist_text text, const geodist_place *city)
{
    geodist_place found;
    return gd_find_place(by, text, &found, NULL) == GEODIST_OK && found.row == city->row;
}

/* The name alone or with its country if that means the city, else its label. */
static void put_shortest(writer *out, const place_lookup *by, const geodist_place *city)
{
    short_text made = {.length = 0};
    bool name_is_enough = gd_append(&made, city->name) && means(by, gd_text_of(&made), city);
    if (name_is_enough || (gd_append(&made, geodist_string(", ")) &&
                           gd_append(&made, city->country) && means(by, gd_text_of(&made), city)))
        gd_put_text(out, gd_text_of(&made));
    else
        gd_put_label(out, city);
}

static void put_office(writer *out, const geodist_place *area, const geodist_place *city)
{
    if (area->kind == GEODIST_COUNTRY && city->is_capital)
        gd_put(out, " (its capital)");
    else if (area->kind == GEODIST_REGION && city->is_seat)
        gd_put(out, " (its seat)");
}

/* Whether one is a sea, a mountain or the like, in which there are no cities. */
static bool has_other_area(const area_list *of)
{
    for (size_t i = 0; i < of->count; i++)
        if (of->areas[i].kind == GEODIST_OTHER_AREA)
            return true;
    return false;
}

/* Of one area the capital or seat and the largest city; of several areas one city of each. */
static void put_cities(writer *out, const place_lookup *by, const area_list *of)
{
    bool single = of->count == 1;
    size_t shown = 0;
    gd_put(out, "; write a city");
    if (!has_other_area(of))
        gd_put(out, single ? " in it" : " in one of them");
    for (size_t i = 0; i < of->count; i++) {
        size_t left = single ? CITIES_SHOWN : 1;
        for (size_t j = 0; j < of->city_count && left; j++)
            if (is_in(&of->areas[i], &of->cities[j])) {
                gd_put(out, shown++ ? " or " : ", such as ");
                put_shortest(out, by, &of->cities[j]);
                if (single)
                    put_office(out, &of->areas[i], &of->cities[j]);
                left--;
            }
    }
}

/* ---- Towns of the same name -------------------------------------------------------- */

/* Whether the text is a code such as TX rather than a name: towns called In or Ca are not meant. */
static bool is_code(geodist_text text, const area_list *of)
{
    enum { CODE_LENGTH_MAX = 3 };
    for (size_t i = 0; i < of->count; i++)
        if (is_typed_name(text, of->areas[i].name))
            return false;
    return trim(text).length <= CODE_LENGTH_MAX;
}

static bool is_shown(const area_list *of, const geodist_place *town)
{
    for (size_t i = 0; i < of->city_count; i++)
        if (of->cities[i].row == town->row)
            return true;
    return false;
}

/* Towns that the text with a qualifier means, of a country unless its code is empty. Returns how
 * many were written. */
static size_t put_towns(writer *out, geodist_text text, const area_list *of, const char *country)
{
    enum { CANDIDATES = 32 };
    char room[2 * GD_ESCAPED_BYTES_MAX];
    geodist_place towns[CANDIDATES];
    size_t count = geodist_rivals(text, towns, CANDIDATES), shown = 0;
    for (size_t i = 0; i < count && i < CANDIDATES && shown < TOWNS_SHOWN; i++) {
        writer town = gd_memory_writer(room, sizeof room);
        bool is_elsewhere =
            country[0] && !same_text(towns[i].country_code, geodist_string(country));
        if (is_elsewhere || towns[i].kind != GEODIST_CITY || is_shown(of, &towns[i]) ||
            !gd_put_qualified(&town, text, &towns[i], REGION_FIRST))
            continue;
        gd_put(out, shown++ ? " or " : "; for a town of that name write ");
        gd_put_text(out, gd_written_text(&town));
    }
    return shown;
}

void gd_put_area_error(writer *out, const place_lookup *by, geodist_text text)
{
    area_list of;
    find_areas(&of, text);
    put_areas(out, text, &of);
    put_cities(out, by, &of);
    if (is_code(text, &of) || (by->country_code[0] && put_towns(out, text, &of, by->country_code)))
        return;
    put_towns(out, text, &of, "");
}
