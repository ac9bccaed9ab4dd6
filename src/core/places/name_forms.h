/* Forms of names that are no keys of the table. Each function returns whether the name has the form
 * and a candidate; the query then has that candidate alone. */
#ifndef GD_NAME_FORMS_H
#define GD_NAME_FORMS_H

#include "places/query.h"

/* "London Heathrow Airport (LHR)" and "Mīrābād (GeoNames 3366)", as labels have them. */
bool gd_parse_name_and_code(gd_query *query, geodist_text name);

/* "JFK airport": the airport that the code means, which is in capitals unless any case counts. */
bool gd_parse_airport_code(gd_query *query, geodist_text name, bool any_case);

/* "Gatwick Airport": the first airport of that name. */
bool gd_parse_airport_name(gd_query *query, geodist_text name);

/* "Stockholm Airport": the airport of a large city or of an area, if it has one that is larger than
 * the others; no small airport of that name elsewhere. True without candidates if it has several. */
bool gd_parse_airport_of_city(gd_query *query);

/* "Kings Cross, London": a place near the city of that name, which is far larger. The list may go on
 * with the region and country of the city. The query must have the name and its candidates. */
bool gd_parse_part_of_city(gd_query *query, geodist_text list);

#endif
