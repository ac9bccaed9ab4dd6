#include "places/place.h"

#include "table/table.h"

#include <math.h>

static void set_airport_codes(geodist_place *of, uint32_t row)
{
    uint32_t facts = place_facts(row);
    memcpy(of->iata, place_id(row), 3);
    for (int i = 0; i < 4; i++) {
        unsigned letter = facts >> GD_ICAO_LETTER_BITS * i & ((1 << GD_ICAO_LETTER_BITS) - 1);
        of->icao[i] = (char)(letter ? 'A' + letter - 1 : 0);
    }
}

static void set_city_facts(geodist_place *of, uint32_t row)
{
    uint32_t facts = place_facts(row);
    of->population = facts & GD_POPULATION_MASK;
    of->geonames_id = load_u24(place_id(row));
    of->region_repeats = (facts & GD_REGION_REPEATS) != 0;
    of->has_namesake = (facts & GD_NAMESAKE) != 0;
    of->is_capital = (facts & GD_CAPITAL) != 0;
    of->is_seat = (facts & GD_SEAT) != 0;
    of->is_district = (facts & GD_DISTRICT) != 0;
}

static geodist_place area(uint32_t number)
{
    geodist_text empty = table_name(0);
    geodist_place of = {.point = {NAN, NAN},
                        .name = area_name(number),
                        .region = empty,
                        .country = empty,
                        .country_code = empty,
                        .row = GEODIST_NO_ROW};
    if (!is_division(number)) {
        of.kind = GEODIST_OTHER_AREA;
        of.region = area_description(number);
        return of;
    }
    uint32_t country = division_country(number);
    of.kind = number == country ? GEODIST_COUNTRY : GEODIST_REGION;
    of.country = area_name(country);
    of.country_code = division_country_code(country);
    of.population = area_population(number);
    return of;
}

geodist_place gd_place(uint32_t row)
{
    if (!is_place(row))
        return area(area_of_row(row));
    uint32_t division = place_division(row), country = division_country(division);
    geodist_place of = {
        .point = place_point(row),
        .name = place_name(row),
        .region = division == country ? table_name(0) : area_name(division),
        .country = area_name(country),
        .country_code = division_country_code(country),
        .row = row,
    };
    of.kind = is_city(row) ? GEODIST_CITY : GEODIST_AIRPORT;
    if (is_city(row))
        set_city_facts(&of, row);
    else
        set_airport_codes(&of, row);
    return of;
}

bool geodist_place_at(uint32_t row, geodist_place *place)
{
    if (!is_place(row))
        return false;
    *place = gd_place(row);
    return true;
}
