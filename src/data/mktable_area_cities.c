#include "mktable_area_cities.h"

#include "text/slice.h"

/* ---- Countries and regions ------------------------------------------------------------ */

static bool is_better(const gd_world *in, uint32_t row, uint32_t than)
{
    return than == GD_NO_ROW || gd_population(&in->places[row]) > gd_population(&in->places[than]);
}

/* The first city is the capital or seat; the second is the largest that is not the first. */
static void take_largest(gd_world *in, uint32_t area, uint32_t row)
{
    uint32_t *city = in->areas[area].city;
    if (row != city[0] && is_better(in, row, city[1]))
        city[1] = row;
}

static void take_seat(gd_world *in, uint32_t area, uint32_t row, uint32_t flag)
{
    uint32_t *city = in->areas[area].city;
    if (in->places[row].facts & flag && is_better(in, row, city[0]))
        city[0] = row;
}

static void find_division_cities(gd_world *in)
{
    for (uint32_t row = 0; row < in->city_count; row++) {
        uint32_t division = in->places[row].division, country = in->areas[division].parent;
        take_seat(in, country, row, GD_CAPITAL);
        if (division != country)
            take_seat(in, division, row, GD_SEAT);
    }
    for (uint32_t row = 0; row < in->city_count; row++) {
        uint32_t division = in->places[row].division, country = in->areas[division].parent;
        if (in->places[row].facts & GD_DISTRICT)
            continue;
        take_largest(in, country, row);
        if (division != country)
            take_largest(in, division, row);
    }
}

/* ---- Other areas ---------------------------------------------------------------------- */

/* Whether a city lies in a country or region of that name. */
static bool is_in(const gd_world *in, uint32_t row, geodist_text area)
{
    size_t count, at = gd_find_name(&in->names, area, &count);
    for (size_t i = at; i < at + count; i++) {
        uint32_t number = in->names.candidates[i].row - in->place_count;
        if (in->names.candidates[i].row >= in->place_count && number < in->division_count &&
            (number == in->places[row].division || number == gd_country_of(in, row)))
            return true;
    }
    return false;
}

/* The city of a text: a name, perhaps with a country or region after a comma. */
static uint32_t find_city(const gd_world *in, geodist_text text)
{
    geodist_text area, name = cut(text, ',', &area);
    size_t count, at = gd_find_name(&in->names, name, &count);
    for (size_t i = at; i < at + count; i++) {
        const gd_candidate *of = &in->names.candidates[i];
        if (gd_is_city(in, of->row) && !gd_is_code(of) &&
            (!area.length || is_in(in, of->row, area)))
            return of->row;
    }
    return GD_NO_ROW;
}

static void find_other_cities(gd_world *in)
{
    for (uint32_t i = in->division_count; i < in->area_count; i++) {
        gd_area *of = &in->areas[i];
        geodist_text list = of->cities;
        for (int j = 0; j < GD_AREA_CITIES && list.length; j++)
            of->city[j] = find_city(in, cut(list, '|', &list));
    }
}

void gd_find_area_cities(gd_world *in)
{
    find_division_cities(in);
    find_other_cities(in);
}
