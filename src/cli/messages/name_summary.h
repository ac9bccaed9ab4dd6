/* The summary at the end of a stream or table: which names were unknown or ambiguous, how often,
 * and in how many lines or records. */
#ifndef CLI_NAME_SUMMARY_H
#define CLI_NAME_SUMMARY_H

#include "messages/message_limit.h"
#include "messages/name_counts.h"
#include "route/batch.h"

/* Names of one kind, and the lines or records that use them. */
typedef struct {
    uint64_t routes;
    uint64_t first; /* the number of the first line or record */
    name_counts names;
} name_usage;

/* All zeros is the empty state. */
typedef struct {
    name_usage unknown;    /* texts of places that were not found */
    name_usage ambiguous;  /* texts of places that have rivals */
    bool ambiguity_failed; /* under --strict, where an ambiguous name is an error */
} name_summary;

/* A name of a route that the summary counts. */
typedef enum { NAME_UNKNOWN, NAME_AMBIGUOUS, NAME_AMBIGUOUS_FAILED } name_fault;

typedef struct {
    name_fault fault;
    bool is_first;   /* of its route */
    uint64_t number; /* of the line or record, from 1 on */
    geodist_text name;
} name_use;

/* The names of a route that are counted after gd_find_batch(): all that are ambiguous if it was
 * answered, the one at fault if it was not. Returns the next one; false after the last. */
typedef struct {
    const batch *in;
    const batch_route *at;
    uint64_t number;
    size_t next; /* index of a place of the route */
    bool begun;
} name_uses;

bool gd_next_name_use(name_uses *of, name_use *use);

void gd_count_name_use(name_summary *of, const name_use *use);

/* Whether a route may have such names: fast for those of points. */
static inline bool gd_may_use_names(const batch_route *at)
{
    return at->known < at->count || at->status != ROUTE_OK;
}

/* Counts the names of a route. */
void gd_count_names(name_summary *of, const batch *in, const batch_route *at, uint64_t number);

/* At most one line for each kind, with the most frequent names. The unit is "line" or "record". If
 * just one line failed because of a name its error is enough, unless errors were suppressed. */
void gd_put_name_summary(writer *errors, const name_summary *of, const message_limit *failures,
                         const char *unit);

#endif
