/* A journey's distances, in one of the formats. */
#ifndef CLI_REPORT_H
#define CLI_REPORT_H

#include "journey.h"
#include "options.h"
#include "trouble.h"

typedef void report(sink *out, const options *chosen, const journey *travelled);

/* What a line of a stream gets that has no answer, without its end. */
typedef void empty_report(sink *out, const options *chosen, const trouble *why);

typedef struct format {
    const char *name;
    bool fine;        /* read by programs: to the millimetre, and no notes */
    report *put;      /* the journey that arguments name; NULL if it is put as a line */
    report *put_line; /* the journey of a line, on one line without its end */
    empty_report *put_empty;
} format;

/* Ended by a row without a name; the first is the default. */
extern const format cli_formats[];

/* The sum of all legs in the unit that was asked for. */
double cli_total(const options *chosen, const journey *travelled);

/* The answer, with --quiet only the number. Every stop has been found, and the total is there. */
report cli_put_report;

/* For the formats: lengths in the unit, and written as they should be. */
double cli_leg(const options *chosen, const stop *from, const stop *to);
void cli_put_length(sink *out, const options *chosen, double length);
void cli_put_fine_length(sink *out, const options *chosen, double length); /* for programs */

/* What a line of a stream gets that has no answer, without its end. */
empty_report cli_put_empty_report;

/* The formats that have a file of their own. */
report cli_put_json_line;
empty_report cli_put_json_trouble;

#endif
