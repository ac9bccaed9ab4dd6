/* Text -> query: the candidates of a name, and the qualifiers that a place must match. */
#ifndef GD_PLACE_QUERY_H
#define GD_PLACE_QUERY_H

#include "places/letter_case.h"
#include "places/qualifier.h"

enum { GD_MAX_QUALIFIERS = 8 };

typedef struct {
    geodist_text name;        /* as it is in the text */
    gd_candidates candidates; /* of the name; without codes where the name can be none */
    gd_letter_case letter_case; /* of a name that may be a code */
    unsigned letter_count;      /* of that name */
    gd_qualifier qualifiers[GD_MAX_QUALIFIERS];
    unsigned qualifier_count;
    gd_readings readings; /* of the qualifiers: those in which a candidate matches. In other than all
                           * readings a repeated qualifier means both region and country (México,
                           * Mexico) */
    bool has_only_row;    /* for "NAME (CODE)", "CODE airport" and "DISTRICT, CITY": */
    uint32_t only_row;    /* the only row that matches */
} gd_query;

/* Parses "name", "name, qualifier, ..." or "name qualifier ...". GEODIST_OK: at least one candidate
 * matches all qualifiers. Otherwise *error, unless it is NULL, names the bytes at fault, and the
 * query has what could be parsed: for GEODIST_UNKNOWN_NAME the qualifiers, and for unknown or
 * mismatching qualifiers the candidates of the name. */
geodist_status gd_parse_query(geodist_text text, gd_query *query, geodist_error *error);

/* Adds the qualifiers of a list with commas. False if one of them is unknown; the others are
 * added. */
bool gd_add_qualifiers(gd_query *query, geodist_text list);

/* Whether the place or area of a row is in a region or country of every qualifier. */
bool gd_query_matches(const gd_query *query, uint32_t row);

/* The same, if the code of a state or province may also mean other areas. */
bool gd_query_allows(const gd_query *query, uint32_t row);

/* The number by which geodist_name_is_in() finds the candidates of a name again; 0 if there are
 * none. */
uint32_t gd_name_id(gd_candidates candidates);

#endif
