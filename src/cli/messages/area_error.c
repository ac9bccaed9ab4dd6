#include "messages/area_error.h"

#include "messages/disambiguate.h"
#include "output/escape.h"
#include "output/put_label.h"
#include "text/slice.h"

enum { AREAS_SHOWN = 3, CITIES_SHOWN = 2, TOWNS_SHOWN = 2 };

/* The areas of a text. */
typedef struct {
    size_t count;
    geodist_place areas[AREAS_SHOWN];
} area_list;

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

/* "'georgia' is a country, or a region of the United States"; the names of areas that have another
 * name than the text: "'TX' is Texas, a region of the United States". */
static void put_areas(writer *out, geodist_text text, const area_list *of)
{
    gd_put_quoted(out, text);
    for (size_t i = 0; i < of->count; i++) {
        gd_put(out, i == 0 ? " is " : ", or ");
        if (!is_typed_name(text, of->areas[i].name)) {
            gd_put_text(out, of->areas[i].name);
            gd_put(out, ", ");
        }
        gd_put_area_kind(out, &of->areas[i]);
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

/* The name alone if that means the city, else its label. */
static void put_shortest(writer *out, const geodist_place *city)
{
    geodist_place found;
    if (geodist_find(city->name, &found, NULL) == GEODIST_OK && found.row == city->row)
        gd_put_text(out, city->name);
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

/* Of one area the capital or seat and the largest city; of several areas one city of each. */
static void put_cities(writer *out, geodist_text text, const area_list *of)
{
    geodist_place cities[GEODIST_SUGGESTIONS_MAX];
    size_t count = geodist_suggest(text, cities, GEODIST_SUGGESTIONS_MAX), shown = 0;
    size_t of_each = of->count == 1 ? CITIES_SHOWN : 1;
    gd_put(out, of->count == 1 ? "; write a city in it" : "; write a city in one of them");
    for (size_t i = 0; i < of->count; i++) {
        size_t left = of_each;
        for (size_t j = 0; j < count && left; j++)
            if (is_in(&of->areas[i], &cities[j])) {
                gd_put(out, shown++ ? " or " : ", such as ");
                put_shortest(out, &cities[j]);
                if (of->count == 1)
                    put_office(out, &of->areas[i], &cities[j]);
                left--;
            }
    }
}

/* ---- Towns of the same name -------------------------------------------------------- */

static void put_towns(writer *out, geodist_text text)
{
    enum { CANDIDATES = 8 };
    char room[2 * GD_ESCAPED_BYTES_MAX];
    geodist_place rivals[CANDIDATES];
    size_t count = geodist_rivals(text, rivals, CANDIDATES), shown = 0;
    for (size_t i = 0; i < count && i < CANDIDATES && shown < TOWNS_SHOWN; i++) {
        writer town = gd_memory_writer(room, sizeof room);
        if (rivals[i].kind != GEODIST_CITY ||
            !gd_put_qualified(&town, text, &rivals[i], REGION_FIRST))
            continue;
        gd_put(out, shown++ ? " or " : "; for a town of that name write ");
        gd_put_text(out, gd_written_text(&town));
    }
}

void gd_put_area_error(writer *out, geodist_text text)
{
    area_list of;
    of.count = geodist_areas(text, of.areas, AREAS_SHOWN);
    if (of.count > AREAS_SHOWN)
        of.count = AREAS_SHOWN;
    put_areas(out, text, &of);
    put_cities(out, text, &of);
    put_towns(out, text);
}
