#ifndef CLI_DECIMAL_COMMA_H
#define CLI_DECIMAL_COMMA_H

#include <geodist.h>

/* The text with a point for each comma between two digits, as --decimal-comma asks for. If there is
 * such a comma the copy is written to *scratch, which moves on by the length of the text. */
geodist_text gd_convert_decimal_commas(geodist_text text, char **scratch);

#endif
