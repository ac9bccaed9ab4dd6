/* Text -> the places that bear a name and are where its qualifiers say. */
#ifndef GD_PLACE_QUERY_H
#define GD_PLACE_QUERY_H

#include "places/name_index.h"

enum { GD_MAX_QUALIFIERS = 8 };

/* A name as typed, who bears it, and the regions and countries of which each place must
 * be in one of every set. */
typedef struct {
    geodist_text name;
    gd_candidates candidates;
    gd_candidates divisions[GD_MAX_QUALIFIERS];
    unsigned qualifiers;
    bool exact; /* of each set only those count whose very name it is: Altai, not Altai Krai;
                 * and what is said twice means both: a place in México, Mexico */
} gd_query;

/* Reads "name", "name, qualifier, ..." or "name qualifier ...". GEODIST_OK: at least one
 * candidate is where all qualifiers say. Otherwise *error, which must not be NULL, names the
 * bytes at fault, and the query holds what could be read: the candidates of the name wherever
 * they are, or none and the qualifiers. */
geodist_status gd_parse_query(geodist_text text, gd_query *query, geodist_error *error);

/* Adds the qualifiers of a list with commas to a query and returns true, or false if one of them
 * names no division. */
bool gd_add_qualifiers(gd_query *query, geodist_text list);

/* Whether a place is where all the qualifiers say. */
bool gd_query_matches(const gd_query *query, uint32_t row);

/* What a row of the table says. */
geodist_place gd_place(uint32_t row);

#endif
