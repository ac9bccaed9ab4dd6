/* The places of --matrix from standard input. */
#ifndef CLI_MATRIX_LINES_H
#define CLI_MATRIX_LINES_H

#include "exit_status.h"
#include "options/options.h"
#include "route/matrix.h"
#include "route/place_lookup.h"

/* Adds the place of each line, quotes around it removed; empty lines and comments are none.
 * Explains on `errors` each that is not found; with --fail-fast the first ends it. */
exit_status gd_read_matrix(const options *asked, const place_lookup *by, matrix *to, writer *out,
                           writer *errors);

#endif
