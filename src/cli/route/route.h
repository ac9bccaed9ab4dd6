/* The places a command line names, in order. */
#ifndef CLI_ROUTE_H
#define CLI_ROUTE_H

#include "options/options.h"
#include "exit_status.h"

typedef struct {
    geodist_text text;   /* as it was typed */
    geodist_error error; /* its status is GEODIST_OK if the place was found */
    geodist_place place;
} stop;

typedef struct {
    stop *stops;
    size_t count;
    double total; /* of all legs, in the unit that was asked for, once it has been measured */
    bool phrased; /* the word "to" told the places apart; otherwise each operand is one */
    char *words;  /* the operands with a space between each two; the texts lie in it */
} journey;

/* Cuts the operands, at least one, into places: at the word "to" if it is there, else into
 * one place each. A single operand that is no place itself is cut at the "to" inside it.
 * What is no journey is explained on errors. Call cli_end_journey in any case. */
outcome cli_plan_journey(const options *chosen, journey *planned, sink *errors);

/* Finds the places. Returns whether all are found. */
bool cli_find_stops(journey *planned);

void cli_end_journey(journey *ended);

#endif
