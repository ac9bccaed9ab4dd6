#ifndef CLI_DECIMAL_COMMA_H
#define CLI_DECIMAL_COMMA_H

#include <geodist.h>

/* The text with points for its decimal commas, as --decimal-comma asks for. A number has one
 * decimal mark, so among numbers with commas only, "48,85" or "48,85,2,35", every other comma is
 * one: the result is "48.85,2.35". Commas next to a number with a point, as in "51.5,0.12", and
 * those of an odd count of numbers, "1,2,3", which may be read in two ways, stay. If there is a
 * decimal comma the copy is written to *scratch, which moves on by the length of the text. */
geodist_text gd_convert_decimal_commas(geodist_text text, char **scratch);

#endif
