/* What the built-in table is. */
#include "table/table.h"

static const char credit[] =
    "City data derived from GeoNames (https://www.geonames.org/), CC BY 4.0 "
    "(https://creativecommons.org/licenses/by/4.0/); merged, folded, re-ranked and corrected.";

geodist_table geodist_table_facts(void)
{
    return (geodist_table){
        .cities = image_field(GD_FIELD_PLACES),
        .keys = lexicon_field(GD_FIELD_PLACE_LEXICON, GD_LEXICON_KEYS),
        .ambiguous_keys = lexicon_field(GD_FIELD_PLACE_LEXICON, GD_LEXICON_AMBIGUOUS),
        .regions = image_field(GD_FIELD_DIVISIONS) - image_field(GD_FIELD_COUNTRIES),
        .countries = image_field(GD_FIELD_COUNTRIES),
        .bytes = image_field(GD_FIELD_BYTES),
        .edition = image_name(image_field(GD_FIELD_EDITION)),
        .credit = {credit, sizeof credit - 1},
    };
}
