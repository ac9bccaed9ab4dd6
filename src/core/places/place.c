#include "places/place.h"

#include "table/table.h"

geodist_place gd_place(uint32_t row)
{
    uint32_t facts = place_facts(row), division = place_division(row);
    uint32_t country = division_country(division);
    return (geodist_place){
        .point = place_point(row),
        .name = place_name(row),
        .region = division == country ? table_name(0) : division_name(division),
        .country = division_name(country),
        .country_code = division_country_code(country),
        .population = facts & GD_POPULATION_MASK,
        .row = row,
        .geonames_id = place_geonames_id(row),
        .region_repeats = (facts & GD_REGION_REPEATS) != 0,
    };
}

bool geodist_place_at(uint32_t row, geodist_place *place)
{
    if (row >= table_field(GD_FIELD_PLACES))
        return false;
    *place = gd_place(row);
    return true;
}
