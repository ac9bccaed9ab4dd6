/* How many lines or records of a stream use an ambiguous name, and where the first of them is. */
#ifndef CLI_AMBIGUITY_SUMMARY_H
#define CLI_AMBIGUITY_SUMMARY_H

#include "output/writer.h"
#include "route/batch.h"

typedef struct {
    uint64_t count;
    uint64_t first; /* the number of the first line or record */
    size_t name_length;
    char name[256]; /* its ambiguous name; longer ones are cut, as messages do anyway */
} ambiguity_summary;

/* Counts an answered route if one of its places has rivals. Its number is from 1 on. */
void gd_count_ambiguity(ambiguity_summary *of, const batch *in, const batch_route *at,
                        uint64_t number);

/* One line, unless nothing was counted. The unit is "line" or "record". */
void gd_put_ambiguity_summary(writer *errors, const ambiguity_summary *of, const char *unit);

#endif
