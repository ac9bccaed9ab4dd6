/* The airports of a city or an area, for texts such as "Stockholm Airport". */
#ifndef GD_CITY_AIRPORTS_H
#define GD_CITY_AIRPORTS_H

#include "places/query.h"

enum { GD_CITY_AIRPORTS_MAX = 8 };

typedef struct {
    bool is_known; /* the text is the name of a large city or an area, and the word airport */
    size_t count;  /* of the largest airports near it, and of the largest that have its name; if there
                    * is no room for all, the first codes are kept */
    uint32_t rows[GD_CITY_AIRPORTS_MAX];
    bool first_has_name; /* of the city or area */
} gd_city_airports;

/* The airports that a name with the word airport may mean. The qualifiers are those of a query. */
gd_city_airports gd_find_city_airports(geodist_text name, const gd_query *qualifiers);

#endif
