#include "options/option_table.h"

#include "input/split.h"

#include <stddef.h>

static const char *unit_name(size_t index)
{
    return gd_units[index].name;
}

static const char *format_word(size_t index)
{
    static const char *const names[] = {"text", "tsv", "csv", "json", "geojson"};
    return index < sizeof names / sizeof *names ? names[index] : NULL;
}

static const char *model_name(size_t index)
{
    return index == GEODIST_MODEL_SPHERE ? "sphere" : index == GEODIST_MODEL_WGS84 ? "wgs84" : NULL;
}

static const char *input_name(size_t index)
{
    static const char *const names[] = {
        [SPLIT_AUTO] = "auto", [SPLIT_TSV] = "tsv", [SPLIT_CSV] = "csv", [SPLIT_WORDS] = "words"};
    return index < sizeof names / sizeof *names ? names[index] : NULL;
}

static const char *kind_word(size_t index)
{
    static const char *const names[] = {
        [KIND_CITY] = "city", [KIND_AIRPORT] = "airport", [KIND_ANY] = "any"};
    return index < sizeof names / sizeof *names ? names[index] : NULL;
}

#define IN(command) (1u << COMMAND_##command)
#define STREAMS (IN(STREAM) | IN(TABLE))
#define JOURNEYS (IN(ROUTE) | STREAMS)
#define MEASURED (JOURNEYS | IN(DESTINATION) | IN(NEAR))
#define FORMATTED (IN(ROUTE) | IN(STREAM) | IN(DESTINATION) | IN(NEAR) | IN(SEARCH) | IN(LIST))
#define ANY (~0u)
#define FIELD(name) offsetof(options, name)

const option_row gd_option_rows[] = {
    {'u', "unit", "UNIT", OPTION_UNIT, FIELD(unit), 0, 0, unit_name, MEASURED,
     "km (default), mi, nmi, m, ft, yd; or miles, feet, ..."},
    {'p', "precision", "N", OPTION_INTEGER, FIELD(precision), 0, 15, NULL, MEASURED,
     "decimals, 0 to 15 (default: 1; for m, ft and yd 0)"},
    {'m', "model", "MODEL", OPTION_CHOICE, FIELD(model), 0, 0, model_name, MEASURED,
     "sphere (default) or the ellipsoid wgs84"},
    {0, "radius", "KM", OPTION_RADIUS, FIELD(radius), 0, 0, NULL, MEASURED,
     "radius of the sphere (default: 6371.0088)"},
    {'f', "format", "FORMAT", OPTION_CHOICE, FIELD(format), 0, 0, format_word, FORMATTED,
     "text (default), tsv, csv, json or geojson"},
    {'q', "quiet", NULL, OPTION_FLAG, FIELD(quiet), 0, 0, NULL, FORMATTED | IN(TABLE),
     "only the number (of a journey the total), no notes"},
    {'l', "long", NULL, OPTION_FLAG, FIELD(detailed), 0, 0, NULL,
     IN(ROUTE) | IN(STREAM) | IN(DESTINATION), "both models, bearings, midpoint, populations"},
    {0, "waypoints", "N", OPTION_INTEGER, FIELD(waypoints), 0, 10000, NULL, IN(ROUTE) | IN(STREAM),
     "N points on each leg, evenly spaced"},
    {'x', "strict", NULL, OPTION_FLAG, FIELD(strict), 0, 0, NULL, MEASURED,
     "an ambiguous name is an error, not a note"},
    {'i', "input", "FORM", OPTION_CHOICE, FIELD(input), 0, 0, input_name, IN(STREAM),
     "split lines as tsv, csv, words or auto (default)"},
    {0, "csv-header", "COLS", OPTION_STRING, FIELD(csv_header), 0, 0, NULL, IN(TABLE),
     "read a CSV table with these columns (from,to)"},
    {0, "fail-fast", NULL, OPTION_FLAG, FIELD(fail_fast), 0, 0, NULL, STREAMS,
     "stop at the first line without an answer"},
    {0, "progress", NULL, OPTION_FLAG, FIELD(progress), 0, 0, NULL, STREAMS,
     "show lines and rate on standard error"},
    {0, "from", "PLACE", OPTION_COMMAND, 0, COMMAND_DESTINATION, 0, NULL, ANY,
     "the point reached from PLACE"},
    {0, "bearing", "DEG", OPTION_BEARING, FIELD(bearing), 0, 0, NULL, IN(DESTINATION),
     "  in this direction (90, E, east)"},
    {0, "distance", "DIST", OPTION_STRING, FIELD(distance), 0, 0, NULL, IN(DESTINATION),
     "  after this distance (100, 60mi)"},
    {0, "near", "PLACE", OPTION_COMMAND, 0, COMMAND_NEAR, 0, NULL, ANY,
     "the cities or airports nearest to PLACE"},
    {0, "count", "N", OPTION_INTEGER, FIELD(count), 1, 1000000, NULL, IN(NEAR) | IN(SEARCH),
     "  at most N of them (default: 10; --search: 20)"},
    {0, "within", "DIST", OPTION_STRING, FIELD(within), 0, 0, NULL, IN(NEAR),
     "  or all of them within this distance"},
    {0, "min-population", "N", OPTION_INTEGER, FIELD(min_population), 0, 1000000000, NULL,
     IN(NEAR) | IN(LIST), "  with N people or more (also for --list)"},
    {0, "kind", "KIND", OPTION_CHOICE, FIELD(kind), 0, 0, kind_word, IN(NEAR),
     "  city (default), airport or any"},
    {0, "search", "TEXT", OPTION_COMMAND, 0, COMMAND_SEARCH, 0, NULL, ANY,
     "names that equal, begin with or resemble TEXT"},
    {0, "list", NULL, OPTION_COMMAND, 0, COMMAND_LIST, 0, NULL, ANY,
     "all places, as TSV unless --format is given"},
    {0, "self-test", NULL, OPTION_COMMAND, 0, COMMAND_SELF_TEST, 0, NULL, ANY,
     "check the built-in table and known distances"},
    {'h', "help", NULL, OPTION_COMMAND, 0, COMMAND_HELP, 0, NULL, ANY, "print this page"},
    {'V', "version", NULL, OPTION_COMMAND, 0, COMMAND_VERSION, 0, NULL, ANY,
     "version, date and source of the table of places"},
    {0, NULL, NULL, OPTION_FLAG, 0, 0, 0, NULL, 0, NULL},
};

_Static_assert(sizeof gd_option_rows / sizeof *gd_option_rows - 1 <= OPTIONS_MAX,
               "the rows fit a set of bits");

const char *gd_option_name(size_t index)
{
    return gd_option_rows[index].name;
}

/* Words for units, and the names of formats and of other choices, need no row: --miles, --json. */
const option_hint gd_option_hints[] = {
    {"decimals", "--precision"},
    {"digits", "--precision"},
    {"ellipsoid", "-m wgs84"},
    {"geodesic", "-m wgs84"},
    {"haversine", "-m sphere"},
    {"limit", "--count"},
    {"population", "--min-population"},
    {"silent", "--quiet"},
    {"verbose", "--long"},
    {NULL, NULL},
};

const char *gd_command_name(command of)
{
    static const char *const names[] = {
        [COMMAND_ROUTE] = "places given as arguments",
        [COMMAND_STREAM] = "lines of standard input",
        [COMMAND_TABLE] = "a table on standard input",
        [COMMAND_DESTINATION] = "--from",
        [COMMAND_NEAR] = "--near",
        [COMMAND_SEARCH] = "--search",
        [COMMAND_LIST] = "--list",
        [COMMAND_SELF_TEST] = "--self-test",
        [COMMAND_HELP] = "--help",
        [COMMAND_VERSION] = "--version",
        [COMMAND_USAGE] = "no places",
    };
    return names[of];
}
