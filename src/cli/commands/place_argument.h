/* Places that options name, and how texts are read. */
#ifndef CLI_PLACE_ARGUMENT_H
#define CLI_PLACE_ARGUMENT_H

#include "exit_status.h"
#include "options/options.h"
#include "route/route.h"

/* How the options say that texts of places are read. Explains on `errors` what is wrong. */
exit_status gd_open_lookup(const options *asked, place_lookup *by, writer *errors);

/* Finds the place that an option names, such as that of --near. Writes notes to `errors`, or
 * explains there why there is none. */
exit_status gd_find_place_argument(const options *asked, const place_lookup *by, const char *text,
                                   stop *found, writer *errors);

/* The same for --to of lines and tables: a note is written at once, before the first answer, whether
 * the input is there or has to be waited for. */
exit_status gd_find_target(const options *asked, const place_lookup *by, stop *found,
                           writer *errors);

#endif
