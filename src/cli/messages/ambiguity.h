/* Notes and errors about names that could also mean another place. */
#ifndef CLI_AMBIGUITY_H
#define CLI_AMBIGUITY_H

#include "output/writer.h"
#include "route/route.h"

bool gd_is_ambiguous(const route *found);

/* For --strict: each ambiguous place with all that it could mean, and what to write for each. */
void gd_put_ambiguity_errors(writer *errors, const route *found);

/* Otherwise: a note for each ambiguous place. */
void gd_put_notes(writer *errors, const route *found);

/* For a line of a stream, on one line: "'springfield' is ambiguous", and what to write. */
void gd_put_ambiguity(writer *out, const place_lookup *by, const stop *at);

#endif
