/* Messages about wrong usage, and the check of options against each other. */
#ifndef CLI_REFUSE_H
#define CLI_REFUSE_H

#include "options/option_table.h"

/* " 'VALUE'", escaped. */
void gd_put_quoted_value(writer *errors, const char *value);

/* "geodist: WHAT 'VALUE' REASON". Returns false. */
bool gd_refuse(writer *errors, const char *what, const char *value, const char *reason);

/* The same, where WHAT is the option: "--count". */
bool gd_refuse_value(writer *errors, const option_row *row, const char *value, const char *reason);

/* "geodist: --NAME and OTHER cannot be combined\n". Returns false. */
bool gd_refuse_pair(writer *errors, const char *name, const char *other);

/* Whether the options that were given (a set of rows) apply to the command and to each other.
 * Converts lengths to metres. Explains on `errors` what is wrong. */
bool gd_check_options(options *parsed, uint32_t given, writer *errors);

#endif
