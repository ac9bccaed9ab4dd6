/* Names that could have meant another place. */
#ifndef CLI_AMBIGUITY_H
#define CLI_AMBIGUITY_H

#include "route/route.h"

bool cli_is_ambiguous(const journey *found);

/* For --strict: each ambiguous place with all that it could mean, and how to write them. */
void cli_put_candidates(sink *out, const journey *found);

/* Otherwise: a note on each, and one if words that stand apart are better known together. */
void cli_put_notes(sink *out, const journey *found);

#endif
