/* What has been said already, so that it is said once and not without end. */
#ifndef CLI_MESSAGE_LIMIT_H
#define CLI_MESSAGE_LIMIT_H

#include "route/route.h"

enum { CLI_TOLD_MOST = 20 };

typedef struct {
    const stop *stops[CLI_TOLD_MOST];
    size_t count;
    size_t untold; /* stops beyond the most */
} told;

/* Whether to speak about the stop: not if one of the same text was spoken about before,
 * nor when enough has been said. */
bool cli_tell(told *already, const stop *about);

/* Puts how many stops were passed over, if any were. */
void cli_put_untold(sink *out, const told *already);

#endif
