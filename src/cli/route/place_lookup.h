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

/* As geodist_find(), but a name without a comma is looked up in the country first. There it is
 * found unless the text alone is no name (a missing value, a coordinate, a postal code ...), or is
 * an area and the place of that name in the country has fewer than 100,000 people: a text that
 * means an area is no small town. */
geodist_status gd_find_place(const place_lookup *by, geodist_text text, geodist_place *place,
                             geodist_error *error);

/* As geodist_rivals(), of the text as gd_find_place() reads it. */
size_t gd_find_rivals(const place_lookup *by, geodist_text text, geodist_place *places,
                      size_t capacity);

#endif
