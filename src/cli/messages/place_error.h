/* Why a text is no place, in one clause: the same in arguments, streams and tables. */
#ifndef CLI_PLACE_ERROR_H
#define CLI_PLACE_ERROR_H

#include "output/writer.h"
#include "route/place_lookup.h"

/* Explains an error of gd_find_place(), without a full stop or newline. For an unknown name it
 * suggests others if `with_help`: to find them takes a thousand times as long as an answer. */
void gd_put_place_error(writer *out, const place_lookup *by, geodist_text text,
                        const geodist_error *error, bool with_help);

/* If the text is not UTF-8 or has a control character, says where, in one clause, and returns true.
 */
bool gd_put_text_fault(writer *out, geodist_text text);

#endif
