/* Text -> query. */
#ifndef GD_PLACE_QUERY_H
#define GD_PLACE_QUERY_H

#include "places/query.h"

/* Parses "name", "name, qualifier, ..." or "name qualifier ...". GEODIST_OK: at least one candidate
 * matches all qualifiers. Otherwise *error, unless it is NULL, names the bytes at fault, and the
 * query has what could be parsed: for GEODIST_UNKNOWN_NAME the qualifiers, and for unknown or
 * mismatching qualifiers the candidates of the name. */
geodist_status gd_parse_query(geodist_text text, gd_query *query, geodist_error *error);

#endif
