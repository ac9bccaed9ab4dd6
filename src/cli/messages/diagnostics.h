/* Why places do not give an answer. */
#ifndef CLI_DIAGNOSTICS_H
#define CLI_DIAGNOSTICS_H

#include "route/route.h"

/* One sentence for each different place that was not found, with what may help. */
void cli_put_troubles(sink *out, const journey *planned);

typedef enum {
    TROUBLE_NONE,
    TROUBLE_PLACE,     /* a stop was not found: its error says why */
    TROUBLE_AMBIGUOUS, /* a stop may mean another place, under --strict */
    TROUBLE_SINGLE,    /* there is no more than this one stop, or none */
    TROUBLE_LONG_LINE,
    TROUBLE_UNBALANCED,
    TROUBLE_TRAILING,
    TROUBLE_COLUMNS
} trouble_kind;

/* What is wrong with a line of a stream. */
typedef struct {
    trouble_kind kind;
    const stop *at;
} trouble;

/* One clause without a full stop; with what may help, if that is wanted: looking for it
 * takes a thousand times as long as an answer. */
void cli_put_trouble(sink *out, const trouble *why, bool with_help);

#endif
