/* Why a journey's places do not give an answer. */
#ifndef CLI_TROUBLE_H
#define CLI_TROUBLE_H

#include "journey.h"

/* One sentence for each different place that was not found, with what may help. */
void cli_put_troubles(sink *out, const journey *planned);

#endif
