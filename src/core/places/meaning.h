/* What a text means: the first step of every look-up of a place. */
#ifndef GD_MEANING_H
#define GD_MEANING_H

#include "places/choice.h"
#include "places/place_query.h"

/* A coordinate, or the choice of the candidates of a query. */
typedef struct {
    bool is_coordinate;
    geodist_point point;
    gd_query query;
    gd_choice choice;
} gd_meaning;

/* Whether a text begins like a coordinate, so that it is rather not looked up before it is read. */
static inline bool gd_begins_with_number(geodist_text text)
{
    return text.length && (unsigned char)text.bytes[0] <= '9';
}

/* Reads a text as geodist_find() does, but an area is no error. `found`, unless NULL, is
 * the name of the text, which need not be looked up again. */
geodist_status gd_read_meaning(geodist_text text, const gd_found_name *found, gd_meaning *read,
                               geodist_error *error);

/* The status of geodist_find() for a meaning that was read. */
static inline geodist_status gd_status_of_meaning(const gd_meaning *read)
{
    return !read->is_coordinate && is_area(read->choice.candidate) ? GEODIST_AREA : GEODIST_OK;
}

#endif
