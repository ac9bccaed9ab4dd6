/* From a text to a place, under the options that say how texts are read. */
#ifndef CLI_PLACE_LOOKUP_H
#define CLI_PLACE_LOOKUP_H

#include <geodist.h>

typedef struct {
    char country_code[3];      /* of --country, in capitals; empty without */
    geodist_text country_name; /* its English name */
} place_lookup;

/* Finds the country of a code of two letters in any case; UK is GB. NULL and "" are no country.
 * False if no place of the table is in a country of that code. */
bool gd_set_lookup_country(place_lookup *by, const char *code);

/* As geodist_find(), but a name without a comma is looked up in the country first. The place of
 * that name in the country is found unless
 * - the text alone is no name (a missing value, a coordinate, a postal code ...);
 * - the text alone means an area, and the place has fewer than 100,000 people or is little known by
 *   the name, with a score under 15,000: "Lebanon" is no town in the United States;
 * - the text alone means a place but also names a country or region, and the place has a score
 * under 15,000: "Quebec" is not New Britain in Connecticut, nor "Mexico" a town in Missouri. But
 * its name may begin with the text if it has 15,000 people: Santiago de Compostela in Spain. In
 * these cases the text means what it means alone. But if that is a place in another country, and
 * the name means an area in the country, the result is GEODIST_AREA: with AU "Victoria" is no city
 * in Canada. */
geodist_status gd_find_place(const place_lookup *by, geodist_text text, geodist_place *place,
                             geodist_error *error);

/* A name with the country as its qualifier; longer texts are no names. */
typedef struct {
    size_t length;
    char bytes[512];
} qualified_name;

/* The text for which geodist_find() finds what gd_find_place() finds: the text itself, or *made, in
 * which the country is added ("Victoria, Australia"). */
geodist_text gd_lookup_text(const place_lookup *by, geodist_text text, qualified_name *made);

/* As geodist_rivals(), of the text as gd_find_place() reads it. */
size_t gd_find_rivals(const place_lookup *by, geodist_text text, geodist_place *places,
                      size_t capacity);

#endif
