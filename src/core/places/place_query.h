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

/* The name in such a text, what follows the first comma, and gd_look_up(name). */
typedef struct {
    geodist_text name, list;
    gd_candidates candidates;
} gd_found_name;

/* The parts of a text, with a name that is yet to be looked up. */
static inline gd_found_name gd_split_name(geodist_text text)
{
    const char *comma = text.length ? memchr(text.bytes, ',', text.length) : NULL;
    size_t length = comma ? (size_t)(comma - text.bytes) : text.length;
    return (gd_found_name){.name = trim(slice(text, 0, length)),
                           .list = slice(text, length + 1, text.length)};
}

/* The same as gd_parse_query() for a text whose name was looked up. */
geodist_status gd_parse_found(geodist_text text, const gd_found_name *found, gd_query *query,
                              geodist_error *error);

#endif
