/* What the command line asks for. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "options/field_list.h"
#include "options/unit.h"
#include "output/writer.h"

typedef enum {
    COMMAND_ROUTE,        /* a journey of places given as arguments */
    COMMAND_STREAM,       /* a journey for each line of standard input */
    COMMAND_TABLE,        /* --columns: a journey or a place for each record of a table */
    COMMAND_LOCATE,       /* --locate with places as arguments */
    COMMAND_LOCATE_LINES, /* --locate for each line of standard input */
    COMMAND_MATRIX,       /* --matrix with places as arguments */
    COMMAND_MATRIX_LINES, /* --matrix of the lines of standard input */
    COMMAND_NEAR,
    COMMAND_NEAR_LINES, /* --near - */
    COMMAND_SEARCH,
    COMMAND_SEARCH_LINES, /* --search - */
    COMMAND_DESTINATION,  /* --from */
    COMMAND_LIST,
    COMMAND_SELF_TEST,
    COMMAND_HELP,
    COMMAND_VERSION,
    COMMAND_USAGE /* nothing to do: the short usage, on standard error */
} command;

typedef enum { FORMAT_TEXT, FORMAT_TSV, FORMAT_CSV, FORMAT_JSON, FORMAT_GEOJSON } format_name;

typedef enum { KIND_CITY, KIND_AIRPORT, KIND_ANY } kind_name;

/* Two bare numbers and a blank; longer ones stay two arguments. */
enum { GD_POINT_SIZE = 128 };

/* Integers stand for choices so that the table of options can set them. */
typedef struct {
    command command;
    const char *subject; /* the value of --from, --near or --search */
    char **operands;     /* in argv */
    size_t operand_count;
    char point[GD_POINT_SIZE]; /* the value of --from, --near or --to, if it was two arguments */

    int unit;      /* row of gd_units */
    int precision; /* decimals, or -1 for the default of the unit and the format */
    int model;     /* a geodist_model */
    double radius; /* of the sphere, in km */
    bool radius_given;
    int format; /* a format_name */
    int input;  /* a split_mode */
    bool quiet;
    bool detailed;
    bool strict;
    bool fail_fast;
    bool progress;
    int threads;   /* of --threads, or 0 */
    int waypoints; /* points on each leg, or -1 */
    int count;     /* of --count, or 0 */
    int min_population;
    int kind;               /* of --kind: a kind_name */
    double bearing;         /* of --bearing, or NaN */
    const char *distance;   /* of --distance as typed, or NULL */
    const char *within;     /* of --within as typed, or NULL */
    double metres;          /* the length of --distance or --within; INFINITY without */
    const char *columns;    /* of --columns, or NULL */
    const char *to;         /* the place of --to, or NULL */
    const char *country;    /* the code of --country, or NULL */
    const char *add_list;   /* of --add as typed, or NULL */
    const char *field_list; /* of --fields as typed, or NULL */
    field_list add, fields; /* parsed; empty if they were not given */
    char delimiter;         /* of --delimiter, or NUL: found in the header */
    bool no_header;
    bool header;
    bool collect;
    bool decimal_comma;
} options;

/* Parses the arguments. Operands are moved to the front of argv[1]. On wrong usage explains it on
 * `errors` and returns false. To be called once: getopt() has variables of its own. */
bool gd_parse_options(int argc, char **argv, options *parsed, writer *errors);

/* The earth that --model and --radius describe. */
geodist_earth gd_earth(const options *of);

/* The unit of --unit. */
static inline const unit *gd_unit(const options *of)
{
    return &gd_units[of->unit];
}

/* Whether the format is read by programs: lengths to about a millimetre, and no notes. */
static inline bool gd_is_for_programs(const options *of)
{
    return of->format != FORMAT_TEXT;
}

/* Whether the format can hold details and waypoints on one line. */
static inline bool gd_is_nested(const options *of)
{
    return of->format == FORMAT_JSON || of->format == FORMAT_GEOJSON;
}

#endif
