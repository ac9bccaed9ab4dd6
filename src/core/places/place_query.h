/* Text -> query. */
#ifndef GD_PLACE_QUERY_H
#define GD_PLACE_QUERY_H

#include "places/query.h"
#include "text/slice.h"

/* Parses "name", "name, qualifier, ..." or "name qualifier ...". GEODIST_OK: at least one candidate
 * matches all qualifiers. Otherwise *error, unless it is NULL, names the bytes at fault, and the
 * query has what could be parsed: for GEODIST_UNKNOWN_NAME the qualifiers, and for unknown or
 * mismatching qualifiers the candidates of the name. */
geodist_status gd_parse_query(geodist_text text, gd_query *query, geodist_error *error);

/* The name in such a text: what is before the first comma, after which *list begins. */
static inline geodist_text gd_name_of(geodist_text text, geodist_text *list)
{
    return trim(cut(text, ',', list));
}

/* The same as gd_parse_query() for a text whose name was looked up: `found` is
 * gd_look_up(gd_name_of(text)). */
geodist_status gd_parse_found(geodist_text text, gd_candidates found, gd_query *query,
                              geodist_error *error);

#endif
