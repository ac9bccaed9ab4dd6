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

/* For gd_count_names(). */
void gd_count_found_names(name_summary *of, const batch *in, const batch_route *at,
                          uint64_t number);

/* Counts the names of a route after gd_find_batch(): all that are ambiguous if it was answered, the
 * one at fault if it was not. Its number is from 1 on. */
static inline void gd_count_names(name_summary *of, const batch *in, const batch_route *at,
                                  uint64_t number)
{
    if (at->known < at->count || at->status != ROUTE_OK)
        gd_count_found_names(of, in, at, number);
}

/* At most one line for each kind, with the most frequent names. The unit is "line" or "record". If
 * just one line failed because of a name its error is enough, unless errors were suppressed. */
void gd_put_name_summary(writer *errors, const name_summary *of, const message_limit *failures,
                         const char *unit);

#endif
