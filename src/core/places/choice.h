/* Which candidate of a query a text means. */
#ifndef GD_CHOICE_H
#define GD_CHOICE_H

#include "places/query.h"

/* No candidate: the generator gives no place or area its row. */
enum { GD_NO_CANDIDATE = (1 << 24) - 1 };

typedef struct {
    uint32_t candidate; /* as candidate_at() gives it */
    uint32_t other;     /* the name, if a code was chosen, or the code, if it is as well known; else
                         * GD_NO_CANDIDATE */
} gd_choice;

/* The best candidate of a query in which at least one matches. GD_NO_CANDIDATE if it is only the code
 * of an airport, and in mixed case no code. */
gd_choice gd_choose(const gd_query *query);

/* Of a query in which an area was chosen: whether another candidate is an area of which it is as
 * much a name or a code. */
bool gd_is_also_meant(const gd_query *query, gd_choice chosen, uint32_t candidate);

/* Whether the key is a name of full weight. */
static inline bool gd_is_full_name(uint32_t candidate)
{
    return candidate_class(candidate) <= GD_CLASS_KNOWN;
}

/* Whether a candidate is a country, a region or another area. */
static inline bool is_area(uint32_t candidate)
{
    return !is_place(candidate_row(candidate));
}

#endif
