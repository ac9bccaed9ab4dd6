/* What the command line asks for. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "input/split.h"
#include "options/earth.h"
#include "output/writer.h"
#include "options/unit.h"

struct format;

typedef enum {
    MEASURE, /* journeys, of places in arguments or lines */
    DIRECT,  /* from a place in a direction */
    NEAR,
    SEARCH,
    LIST,
    SELF_TEST,
    SHOW_HELP,
    SHOW_VERSION
} task;

typedef struct {
    task task;
    const unit *unit;
    const struct format *format;
    int precision; /* decimals, or -1 for as many as suit the unit and the format */
    earth on;
    bool quiet;
    bool detailed;
    int waypoints;       /* on each leg, or -1 */
    const char *subject; /* of --from, --near or --search */
    double bearing;      /* of --bearing, or NaN */
    const char *distance, *within; /* as they were typed, or NULL */
    double metres;                 /* which is so much; infinite without --within */
    size_t count;        /* of --count, or 0 */
    uint32_t population; /* of --min-population */
    bool strict;
    cut_mode input;
    const char *csv_header; /* the columns it names, or NULL */
    bool fail_fast;
    bool progress;
    char **operands; /* in argv */
    size_t operand_count;
} options;

/* Takes the value over. If it will not do, says why on errors and returns false. */
typedef bool setter(options *chosen, const char *value, sink *errors);

typedef struct {
    char letter; /* 0 if it has only a long name */
    const char *name;
    const char *value; /* what its value is called; NULL if it takes none */
    setter *set;
    const char *help;
} option_row;

/* The one table: the parser, the help and whatever else lists options read it. Ended by a
 * row without a name. */
extern const option_row cli_option_rows[];

/* Reads the arguments; argv is reordered so that operands lie side by side. On wrong
 * usage says what is wrong on errors and returns false. To be called once: getopt keeps
 * its place in variables of its own. */
bool cli_read_options(int argc, char **argv, options *chosen, sink *errors);

/* options_check.c: whether what was asked for goes together; what lengths there are become metres.
 * If not, says why on errors. */
bool cli_check_options(options *chosen, sink *errors);

/* For a bad value: "geodist: WHAT 'VALUE' WANTED". Returns false. */
bool cli_refuse(sink *errors, const char *what, const char *value, const char *wanted);

/* For somebody who gave nothing to do. */
void cli_put_usage(sink *out);

void cli_put_help(sink *out);

#endif
