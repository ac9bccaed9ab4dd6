/* Facts about the built-in table. */
#include "table/table.h"

/* CC BY 4.0 asks for credit, a link to the licence and a note of changes. */
static const char credit[] =
    "City data derived from GeoNames (https://www.geonames.org/), CC BY 4.0 "
    "(https://creativecommons.org/licenses/by/4.0/); merged, folded, re-ranked and corrected.";

geodist_table geodist_table_info(void)
{
    return (geodist_table){
        .places = table_field(GD_FIELD_PLACES),
        .airports = table_field(GD_FIELD_PLACES) - table_field(GD_FIELD_CITIES),
        .keys = table_field(GD_FIELD_KEYS),
        .ambiguous_keys = table_field(GD_FIELD_AMBIGUOUS),
        .regions = table_field(GD_FIELD_DIVISIONS) - table_field(GD_FIELD_COUNTRIES),
        .countries = table_field(GD_FIELD_COUNTRIES),
        .other_areas = table_field(GD_FIELD_AREAS) - table_field(GD_FIELD_DIVISIONS),
        .bytes = table_field(GD_FIELD_BYTES),
        .edition = table_name(table_field(GD_FIELD_EDITION)),
        .credit = {credit, sizeof credit - 1},
    };
}
