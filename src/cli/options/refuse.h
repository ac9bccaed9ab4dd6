/* Messages about wrong usage, and the check of options against each other. */
#ifndef CLI_REFUSE_H
#define CLI_REFUSE_H

#include "options/option_table.h"

/* "geodist: WHAT 'VALUE' REASON". Returns false. */
bool gd_refuse(writer *errors, const char *what, const char *value, const char *reason);

/* The same, where WHAT is the option: "--count". */
bool gd_refuse_value(writer *errors, const option_row *row, const char *value, const char *reason);

/* "geodist: --NAME and OTHER cannot be combined\n". Returns false. */
bool gd_refuse_pair(writer *errors, const char *name, const char *other);

/* Whether --NAME is no option here but a word for something that another option sets: --miles,
 * --json, --csv. Such a word of two letters or more is never an abbreviation of an option, and one
 * of three or more after one hyphen (-json) no letter with a value. Explains on `errors` what to
 * write. */
bool gd_is_foreign_option(const char *argument, writer *errors);

/* Says why getopt refused the argument: `answer` is what getopt returned, `code` what it left in
 * optopt (a letter, the code of a long option, or 0), and `row` the row with that code, or NULL.
 * Returns false. */
bool gd_refuse_option(int answer, const char *argument, int code, const option_row *row,
                      writer *errors);

/* Whether the options that were given (a set of rows) apply to the command and to each other.
 * Converts lengths to metres. Explains on `errors` what is wrong. */
bool gd_check_options(options *parsed, uint64_t given, writer *errors);

#endif
