/* The one place that --from and --near are about. */
#ifndef CLI_SUBJECT_H
#define CLI_SUBJECT_H

#include "route/route.h"

/* Finds the place; what stands in the way is explained on errors. */
outcome cli_find_subject(const options *chosen, stop *found, sink *errors);

#endif
