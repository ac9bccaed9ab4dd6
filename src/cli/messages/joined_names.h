/* Several operands that are one place when read together: new york. */
#ifndef CLI_JOINED_NAMES_H
#define CLI_JOINED_NAMES_H

#include "route/route.h"

typedef struct {
    size_t first, count; /* stops */
    geodist_text text;
    geodist_place place;
} run;

/* The longest run that has stops[at] in it, of at most five stops. */
bool cli_find_run(const journey *planned, size_t at, run *found);

/* The first run that means a place with more people than one of its words on its own has. */
bool cli_find_larger_run(const journey *planned, run *found);

/* "'el paso' is one place, El Paso, Texas, United States: quote it, or ..." */
void cli_put_run(sink *out, const run *found);

#endif
