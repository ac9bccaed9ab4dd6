/* Forms of names that are no keys of the table. Each function returns whether the name has the form
 * and a candidate; the query then has that candidate alone. */
#ifndef GD_NAME_FORMS_H
#define GD_NAME_FORMS_H

#include "places/query.h"

/* "London Heathrow Airport (LHR)" and "Rajpur (GeoNames 1258847)", as labels have them. */
bool gd_parse_name_and_code(gd_query *query, geodist_text name);

/* "JFK airport", "Gatwick Airport": the first airport of that code or name. */
bool gd_parse_airport_word(gd_query *query, geodist_text name);

/* "Kings Cross, London": a place near the city of that name, which is far larger. The list may go on
 * with the region and country of the city. The query must have the name and its candidates. */
bool gd_parse_part_of_city(gd_query *query, geodist_text list);

#endif
