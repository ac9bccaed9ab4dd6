/* Text -> query: the candidates of a name, and the qualifiers that a place must match. */
#ifndef GD_PLACE_QUERY_H
#define GD_PLACE_QUERY_H

#include "places/name_index.h"
#include "places/place.h"

enum { GD_MAX_QUALIFIERS = 8 };

typedef struct {
    geodist_text name; /* as it is in the text */
    gd_candidates candidates;
    gd_candidates divisions[GD_MAX_QUALIFIERS]; /* of each qualifier: the regions and countries it
                                                 * can mean */
    unsigned qualifiers;
    bool exact; /* of the divisions of a qualifier only those count of which it is the name, not an
                 * alias (Altai, not Altai Krai); and a repeated qualifier means both region and
                 * country (México, Mexico) */
} gd_query;

/* Parses "name", "name, qualifier, ..." or "name qualifier ...". GEODIST_OK: at least one candidate
 * matches all qualifiers. Otherwise *error, unless it is NULL, names the bytes at fault, and the
 * query has what could be parsed: for GEODIST_UNKNOWN_NAME the qualifiers, and for unknown or
 * mismatching qualifiers the candidates of the name. */
geodist_status gd_parse_query(geodist_text text, gd_query *query, geodist_error *error);

/* Adds the qualifiers of a list with commas. False if one of them is unknown; the others are
 * added. */
bool gd_add_qualifiers(gd_query *query, geodist_text list);

/* Whether a place is in a region or country of every qualifier. */
bool gd_query_matches(const gd_query *query, uint32_t row);

/* The number by which geodist_name_is_in() finds the candidates of a name again; 0 if there are
 * none. */
uint32_t gd_name_id(gd_candidates candidates);

#endif
