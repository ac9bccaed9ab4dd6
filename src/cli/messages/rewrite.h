/* Texts that are no place, rewritten so that they are one. */
#ifndef CLI_REWRITE_H
#define CLI_REWRITE_H

#include "messages/short_text.h"

/* Each returns whether the rewritten text is a place and can be printed as it is. */

/* Without `length` bytes from `offset` on: "Berlin 10115" without its postal code. */
bool gd_rewrite_without(geodist_text text, size_t offset, size_t length, short_text *made);

/* With the parts between commas in reverse order: "USA, New York". */
bool gd_rewrite_reversed(geodist_text text, short_text *made);

/* With the two numbers of a coordinate exchanged. */
bool gd_rewrite_swapped(geodist_text text, short_text *made);

#endif
