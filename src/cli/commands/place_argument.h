/* The one place that a command is about. */
#ifndef CLI_PLACE_ARGUMENT_H
#define CLI_PLACE_ARGUMENT_H

#include "exit_status.h"
#include "options/options.h"
#include "route/route.h"

/* Finds the place of --from or --near. Explains on `errors` why there is none. */
exit_status gd_find_place_argument(const options *asked, stop *found, writer *errors);

#endif
