#include "options/options.h"

#include "options/compass.h"
#include "output/escape.h"
#include "output/format_number.h"
#include "output/report.h"

#include <getopt.h>
#include <math.h>
#include <stdlib.h>

/* ---- What each option does ----------------------------------------------------------- */

bool cli_refuse(sink *errors, const char *what, const char *value, const char *wanted)
{
    cli_put(errors, "geodist: ");
    cli_put(errors, what);
    cli_put(errors, " '");
    cli_put_shown(errors, geodist_string(value));
    cli_put(errors, "'");
    cli_put(errors, wanted);
    return false;
}

typedef const char *name_of(size_t row); /* NULL behind the last row */

/* The row of that name, or -1 after saying which names there are. */
static int choose(name_of *name, const char *unknown, const char *value, sink *errors)
{
    for (size_t row = 0; name(row); row++)
        if (strcmp(name(row), value) == 0)
            return (int)row;
    cli_refuse(errors, unknown, value, "; one of ");
    for (size_t row = 0; name(row); row++) {
        cli_put(errors, name(row));
        cli_put(errors, name(row + 1) ? ", " : "\n");
    }
    return -1;
}

static const char *unit_name(size_t row)
{
    return cli_units[row].name;
}

static bool set_unit(options *chosen, const char *value, sink *errors)
{
    int row = choose(unit_name, "unknown unit", value, errors);
    if (row >= 0)
        chosen->unit = &cli_units[row];
    return row >= 0;
}

static const char *format_name(size_t row)
{
    return cli_formats[row].name;
}

static bool set_format(options *chosen, const char *value, sink *errors)
{
    int row = choose(format_name, "unknown format", value, errors);
    if (row >= 0)
        chosen->format = &cli_formats[row];
    return row >= 0;
}

static const char *model_name(size_t row)
{
    return cli_models[row].name;
}

static bool set_model(options *chosen, const char *value, sink *errors)
{
    int row = choose(model_name, "unknown model", value, errors);
    if (row >= 0)
        chosen->on.model = &cli_models[row];
    return row >= 0;
}

/* Digits alone, up to a most that has far fewer than a long. */
static bool read_count(const char *value, long least, long most, long *count)
{
    size_t digits = strspn(value, "0123456789");
    *count = strtol(value, NULL, 10);
    return digits > 0 && !value[digits] && *count >= least && *count <= most;
}

static bool set_precision(options *chosen, const char *value, sink *errors)
{
    long precision;
    if (!read_count(value, 0, 15, &precision))
        return cli_refuse(errors, "precision", value, " is not a number from 0 to 15\n");
    chosen->precision = (int)precision;
    return true;
}

/* The bound keeps every distance far from overflow; the Sun's radius is 700,000 km. */
static bool set_radius(options *chosen, const char *value, sink *errors)
{
    double km;
    if (!cli_read_decimal(value, &km) || km <= 0 || km > 1e9)
        return cli_refuse(errors, "radius", value,
                          " is not a decimal number of km above 0, at most 1000000000\n");
    chosen->on.radius = km * 1000;
    chosen->on.radius_is_chosen = true;
    return true;
}

static const char *input_name(size_t row)
{
    static const char *const names[] = {
        [CUT_AUTO] = "auto", [CUT_TSV] = "tsv", [CUT_CSV] = "csv", [CUT_WORDS] = "words"};
    return row < sizeof names / sizeof *names ? names[row] : NULL;
}

static bool set_input(options *chosen, const char *value, sink *errors)
{
    int row = choose(input_name, "unknown input", value, errors);
    if (row >= 0)
        chosen->input = (cut_mode)row;
    return row >= 0;
}

static bool set_csv_header(options *chosen, const char *value, sink *errors)
{
    (void)errors;
    chosen->csv_header = value;
    return true;
}

static bool set_fail_fast(options *chosen, const char *value, sink *errors)
{
    (void)value, (void)errors;
    chosen->fail_fast = true;
    return true;
}

static bool set_progress(options *chosen, const char *value, sink *errors)
{
    (void)value, (void)errors;
    chosen->progress = true;
    return true;
}

static bool set_detailed(options *chosen, const char *value, sink *errors)
{
    (void)value, (void)errors;
    chosen->detailed = true;
    return true;
}

static bool set_waypoints(options *chosen, const char *value, sink *errors)
{
    long count;
    if (!read_count(value, 0, 10000, &count))
        return cli_refuse(errors, "waypoints", value, " is not a number from 0 to 10000\n");
    chosen->waypoints = (int)count;
    return true;
}

static bool set_bearing(options *chosen, const char *value, sink *errors)
{
    return cli_read_bearing(value, &chosen->bearing) ||
           cli_refuse(errors, "bearing", value,
                      " is neither a number of degrees nor one such as NW\n");
}

/* In a unit that a later option may set. */
static bool set_distance(options *chosen, const char *value, sink *errors)
{
    (void)errors;
    chosen->distance = value;
    return true;
}

static bool set_within(options *chosen, const char *value, sink *errors)
{
    (void)errors;
    chosen->within = value;
    return true;
}

static bool set_count(options *chosen, const char *value, sink *errors)
{
    long count;
    if (!read_count(value, 1, 1000000, &count))
        return cli_refuse(errors, "count", value, " is not a number from 1 to 1000000\n");
    chosen->count = (size_t)count;
    return true;
}

static bool set_population(options *chosen, const char *value, sink *errors)
{
    long count;
    if (!read_count(value, 0, 1000000000, &count))
        return cli_refuse(errors, "population", value, " is not a number from 0 to 1000000000\n");
    chosen->population = (uint32_t)count;
    return true;
}

static bool set_quiet(options *chosen, const char *value, sink *errors)
{
    (void)value, (void)errors;
    chosen->quiet = true;
    return true;
}

static bool set_strict(options *chosen, const char *value, sink *errors)
{
    (void)value, (void)errors;
    chosen->strict = true;
    return true;
}

static bool ask(options *chosen, task asked, const char *subject, sink *errors)
{
    if (chosen->task != MEASURE && chosen->task < SELF_TEST) {
        cli_put(errors,
                "geodist: --from, --near, --search and --list do not go together, nor twice\n");
        return false;
    }
    chosen->task = asked;
    chosen->subject = subject;
    return true;
}

static bool ask_direct(options *chosen, const char *value, sink *errors)
{
    return ask(chosen, DIRECT, value, errors);
}

static bool ask_near(options *chosen, const char *value, sink *errors)
{
    return ask(chosen, NEAR, value, errors);
}

static bool ask_search(options *chosen, const char *value, sink *errors)
{
    return ask(chosen, SEARCH, value, errors);
}

static bool ask_list(options *chosen, const char *value, sink *errors)
{
    (void)value;
    return ask(chosen, LIST, NULL, errors);
}

static bool ask_self_test(options *chosen, const char *value, sink *errors)
{
    (void)value, (void)errors;
    chosen->task = SELF_TEST;
    return true;
}

static bool ask_help(options *chosen, const char *value, sink *errors)
{
    (void)value, (void)errors;
    chosen->task = SHOW_HELP;
    return true;
}

static bool ask_version(options *chosen, const char *value, sink *errors)
{
    (void)value, (void)errors;
    chosen->task = SHOW_VERSION;
    return true;
}

/* ---- The table ----------------------------------------------------------------------- */

const option_row cli_option_rows[] = {
    {'u', "unit", "UNIT", set_unit, "km (default), mi, nmi, m or ft"},
    {'p', "precision", "N", set_precision, "decimals, 0 to 15 (default: 1; for m and ft 0)"},
    {'m', "model", "MODEL", set_model, "sphere (default) or the ellipsoid wgs84"},
    {0, "radius", "KM", set_radius, "radius of the sphere (default: 6371.0088)"},
    {'f', "format", "FORMAT", set_format, "text (default), tsv, csv, json or geojson"},
    {'q', "quiet", NULL, set_quiet, "print only the number, of a journey its total"},
    {'l', "long", NULL, set_detailed, "both models, bearings, midpoint, populations"},
    {0, "waypoints", "N", set_waypoints, "N points on each leg, evenly spaced"},
    {'x', "strict", NULL, set_strict, "an ambiguous name is an error, not a note"},
    {'i', "input", "CUT", set_input, "cut lines as tsv, csv, words or auto (default)"},
    {0, "csv-header", "COLS", set_csv_header, "columns (from,to) of a CSV file to add to"},
    {0, "fail-fast", NULL, set_fail_fast, "stop at the first line without an answer"},
    {0, "progress", NULL, set_progress, "show lines and rate on standard error"},
    {0, "from", "PLACE", ask_direct, "where one comes to from PLACE,"},
    {0, "bearing", "DEG", set_bearing, "  setting out in this direction (90, E, east)"},
    {0, "distance", "DIST", set_distance, "  and going so far (100, 60mi)"},
    {0, "near", "PLACE", ask_near, "the cities nearest to PLACE,"},
    {0, "count", "N", set_count, "  at most N of them (default: 10; --search: 20)"},
    {0, "within", "DIST", set_within, "  or all that are within so far"},
    {0, "min-population", "N", set_population, "  with N people or more (also for --list)"},
    {0, "search", "TEXT", ask_search, "names that are, begin like or resemble TEXT"},
    {0, "list", NULL, ask_list, "all cities, as TSV unless another format is asked"},
    {0, "self-test", NULL, ask_self_test, "check the built-in table and known distances"},
    {'h', "help", NULL, ask_help, "print this page"},
    {'V', "version", NULL, ask_version, "print version, date and source of the city table"},
    {0, NULL, NULL, NULL, NULL},
};

enum { OPTIONS = sizeof cli_option_rows / sizeof *cli_option_rows - 1 };

/* What getopt calls a row: its letter, or else a number above all letters. */
static int code_of(const option_row *row)
{
    return row->letter ? row->letter : 256 + (int)(row - cli_option_rows);
}

static const option_row *row_of(int code)
{
    const option_row *row = cli_option_rows;
    while (code_of(row) != code)
        row++;
    return row;
}

/* ---- Reading ------------------------------------------------------------------------- */

/* The table in getopt's terms: letters begins with '+' (stop at an operand, whatever the
 * environment says) and ':' (tell a missing value from an unknown option). */
static void translate_table(char letters[2 * OPTIONS + 3], struct option names[OPTIONS + 1])
{
    size_t end = 0;
    letters[end++] = '+';
    letters[end++] = ':';
    for (size_t i = 0; i < OPTIONS; i++) {
        const option_row *row = &cli_option_rows[i];
        if (row->letter) {
            letters[end++] = row->letter;
            if (row->value)
                letters[end++] = ':';
        }
        names[i] = (struct option){.name = row->name,
                                   .has_arg = row->value ? required_argument : no_argument,
                                   .val = code_of(row)};
    }
    letters[end] = '\0';
    names[OPTIONS] = (struct option){0};
}

/* An argument that begins with '-' and a digit or a point is a coordinate. */
static bool is_operand(const char *argument)
{
    return argument[0] != '-' || argument[1] == '\0' || argument[1] == '.' ||
           (argument[1] >= '0' && argument[1] <= '9');
}

static size_t count_rows_beginning(const char *name)
{
    size_t count = 0, length = strcspn(name, "=");
    for (const option_row *row = cli_option_rows; row->name; row++)
        count += strncmp(name, row->name, length) == 0;
    return count;
}

/* Says why getopt stumbled over the argument. It leaves the option's code in optopt, or 0
 * if a long one is unknown or could be any of several. */
static bool refuse_option(int answer, const char *argument, sink *errors)
{
    bool is_long = argument[1] == '-', is_ascii = optopt > ' ' && optopt < 0x7F;
    const char letter[] = {'-', (char)optopt, '\0'};
    const char *name = is_long || !is_ascii ? argument : letter;
    if (answer == ':') {
        cli_refuse(errors, "option", name, " needs a value: ");
        cli_put(errors, row_of(optopt)->value);
        cli_put(errors, "\n");
        return false;
    }
    if (is_long && optopt)
        return cli_refuse(errors, "option", name, " takes no value\n");
    if (is_long && count_rows_beginning(argument + 2) > 1)
        return cli_refuse(errors, "option", name, " may be any of several\n");
    return cli_refuse(errors, "unknown option", name, "\n");
}

bool cli_read_options(int argc, char **argv, options *chosen, sink *errors)
{
    char letters[2 * OPTIONS + 3];
    struct option names[OPTIONS + 1];
    translate_table(letters, names);
    *chosen = (options){.unit = cli_units,
                        .format = cli_formats,
                        .precision = -1,
                        .on = {cli_models, GEODIST_MEAN_RADIUS, false},
                        .waypoints = -1,
                        .bearing = NAN,
                        .metres = INFINITY,
                        .operands = argv + 1};
    opterr = 0;
    optind = 1;
    while (optind < argc) {
        char *argument = argv[optind];
        int answer = -1;
        if (!is_operand(argument))
            answer = getopt_long(argc, argv, letters, names, NULL);
        if (answer == '?' || answer == ':')
            return refuse_option(answer, argument, errors);
        if (answer != -1) {
            if (!row_of(answer)->set(chosen, optarg, errors))
                return false;
            continue;
        }
        /* Either an operand, or getopt has stepped over "--" and only operands follow. */
        int last = is_operand(argument) ? optind + 1 : argc;
        while (optind < last)
            chosen->operands[chosen->operand_count++] = argv[optind++];
    }
    return cli_check_options(chosen, errors);
}
