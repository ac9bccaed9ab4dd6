/* Places given as arguments. */
#ifndef CLI_PLACE_OPERANDS_H
#define CLI_PLACE_OPERANDS_H

#include "exit_status.h"
#include "formats/row_writer.h"
#include "input/split.h"
#include "messages/diagnostics.h"
#include "options/options.h"
#include "route/phrase.h"
#include "route/route.h"

/* The arguments as one text with a blank between each two, and what it is split into. */
typedef struct {
    geodist_text text;
    geodist_text *fields; /* at first the arguments; room for one more than the text has bytes */
    size_t count;         /* of arguments */
    stop *stops;
    char *bytes, *scratch;
} place_operands;

/* Joins the arguments, with points for decimal commas if they are asked for. False, and explained
 * on `errors`, if memory is lacking. To be freed in any case. */
bool gd_join_operands(const options *asked, place_operands *made, writer *errors);

void gd_free_operands(place_operands *of);

/* Looks the texts of a phrase up: *found gets a stop for each, found or not, and of->all_found is
 * set. False, and explained on `errors`, if memory is lacking. */
bool gd_find_phrase(place_operands *operands, const place_lookup *by, phrase *of, route *found,
                    writer *errors);

/* Looks arguments up of which each is one place: that of --to and --matrix. The words of one name,
 * the numbers of one coordinate and "to" count as in a journey. Explains on `errors` a fault of the
 * whole, and then has no stops; stops that are not found are left to the caller. */
exit_status gd_find_operands(place_operands *operands, const place_lookup *by, route *found,
                             writer *errors);

/* Explains every stop that has no answer, and leaves notes about the others unless the options say
 * otherwise. EXIT_UNANSWERED if there is one. */
exit_status gd_report_stops(const options *asked, const route *found, writer *errors);

/* Why a stop is not answered, in one clause, which is written to `room`. */
geodist_text gd_explain_stop(const place_lookup *by, const stop *at, char room[GD_REASON_SIZE]);

/* Whether a stop was found, and under --strict is not ambiguous. */
bool gd_is_answered(const options *asked, const stop *at);

/* The answer for a stop that is not answered, so that answers match their places: what a line of a
 * stream would get. Text has an empty line, but nothing for the only stop of the arguments. */
void gd_put_unanswered(row_writer *rows, const route *given, const stop *failed);

#endif
