/* Why a text gives no answer, in one clause each. */
#ifndef CLI_DIAGNOSTICS_H
#define CLI_DIAGNOSTICS_H

#include "input/split.h"
#include "output/writer.h"
#include "route/batch.h"
#include "route/route.h"

/* Explains every stop that was not found, each on a line of its own, with suggestions. */
void gd_put_route_errors(writer *errors, const route *of);

/* Explains why a route of a batch has no answer, without a full stop or newline. Help that takes
 * long to find is given only if `with_help`, as by gd_put_place_error(). */
void gd_put_failure(writer *out, const batch *of, const batch_route *at, bool with_help);

/* Room for a reason; a longer one is cut. */
enum { GD_REASON_SIZE = 4096 };

/* What is wrong with a split, in one clause; "" for SPLIT_OK. */
const char *gd_describe_split(split_status status);

/* "geodist: cannot WHAT: REASON\n" for an errno. */
void gd_put_system_error(writer *errors, const char *what, int number);

void gd_put_out_of_memory(writer *errors);

#endif
