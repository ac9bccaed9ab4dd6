#include "options/option_table.h"

#include "options/split_mode.h"

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
#define BOTH(command) (IN(command) | IN(command##_LINES)) /* arguments and lines */
#define LINES (IN(STREAM) | IN(LOCATE_LINES) | IN(NEAR_LINES) | IN(SEARCH_LINES) | IN(MATRIX_LINES))
#define STREAMS (LINES | IN(TABLE))
#define JOURNEYS (IN(ROUTE) | IN(STREAM) | IN(TABLE))
#define MEASURED (JOURNEYS | BOTH(MATRIX) | IN(DESTINATION) | BOTH(NEAR))
#define FOUND (MEASURED | BOTH(LOCATE)) /* commands with places that are looked up */
#define ROWS (IN(ROUTE) | IN(STREAM) | BOTH(LOCATE) | BOTH(NEAR) | BOTH(SEARCH) | IN(LIST))
#define FORMATTED (ROWS | BOTH(MATRIX) | IN(DESTINATION))
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
    {0, "fields", "LIST", OPTION_STRING, FIELD(field_list), 0, 0, NULL, ROWS,
     "  with tsv and csv these cells, as in --add"},
    {0, "header", NULL, OPTION_FLAG, FIELD(header), 0, 0, NULL, FORMATTED,
     "  with tsv and csv a row of column names first"},
    {0, "collect", NULL, OPTION_FLAG, FIELD(collect), 0, 0, NULL, ROWS,
     "  with geojson one FeatureCollection"},
    {'q', "quiet", NULL, OPTION_FLAG, FIELD(quiet), 0, 0, NULL, FORMATTED | IN(TABLE),
     "only the number (of a journey the total), no notes"},
    {'l', "long", NULL, OPTION_FLAG, FIELD(detailed), 0, 0, NULL,
     IN(ROUTE) | IN(STREAM) | IN(DESTINATION), "both models, bearings, midpoint, populations"},
    {0, "waypoints", "N", OPTION_INTEGER, FIELD(waypoints), 0, 10000, NULL, IN(ROUTE) | IN(STREAM),
     "N points on each leg, evenly spaced"},
    {'x', "strict", NULL, OPTION_FLAG, FIELD(strict), 0, 0, NULL, FOUND,
     "an ambiguous name is an error, not a note"},
    {0, "to", "PLACE", OPTION_STRING, FIELD(to), 0, 0, NULL, JOURNEYS,
     "each argument, line or record is one place; to PLACE"},
    {0, "country", "CC", OPTION_STRING, FIELD(country), 0, 0, NULL, FOUND,
     "look names up in this country first (FR)"},
    {0, "decimal-comma", NULL, OPTION_FLAG, FIELD(decimal_comma), 0, 0, NULL, FOUND,
     "a comma between two digits is a decimal point"},
    {'i', "input", "FORM", OPTION_CHOICE, FIELD(input), 0, 0, input_name, IN(STREAM),
     "split lines as tsv, csv, words or auto (default)"},
    {'c', "columns", "COLS", OPTION_STRING, FIELD(columns), 0, 0, NULL, IN(TABLE),
     "read a table, the places in these columns (from,to)"},
    {0, "add", "LIST", OPTION_STRING, FIELD(add_list), 0, 0, NULL, IN(TABLE),
     "  append distance,bearing,label,lat,lon,...,error"},
    {0, "delimiter", "CHAR", OPTION_DELIMITER, FIELD(delimiter), 0, 0, NULL, IN(TABLE),
     "  , ; tab or | (default: the one of the header)"},
    {0, "no-header", NULL, OPTION_FLAG, FIELD(no_header), 0, 0, NULL, IN(TABLE),
     "  the first record is data; COLS are positions"},
    {0, "fail-fast", NULL, OPTION_FLAG, FIELD(fail_fast), 0, 0, NULL, STREAMS,
     "stop at the first line without an answer"},
    {0, "progress", NULL, OPTION_FLAG, FIELD(progress), 0, 0, NULL, STREAMS,
     "show lines and rate on standard error"},
    {'j', "threads", "N", OPTION_INTEGER, FIELD(threads), 1, 256, NULL, STREAMS,
     "work on long inputs with N threads (default: all)"},
    {0, "locate", NULL, OPTION_COMMAND, 0, COMMAND_LOCATE, 0, NULL, ANY,
     "label and coordinates of each place"},
    {0, "matrix", NULL, OPTION_COMMAND, 0, COMMAND_MATRIX, 0, NULL, ANY,
     "all distances between the places"},
    {0, "from", "PLACE", OPTION_COMMAND, 0, COMMAND_DESTINATION, 0, NULL, ANY,
     "the point reached from PLACE"},
    {0, "bearing", "DEG", OPTION_BEARING, FIELD(bearing), 0, 0, NULL, IN(DESTINATION),
     "  in this direction (90, E, east)"},
    {0, "distance", "DIST", OPTION_STRING, FIELD(distance), 0, 0, NULL, IN(DESTINATION),
     "  after this distance (100, 60mi)"},
    {0, "near", "PLACE", OPTION_COMMAND, 0, COMMAND_NEAR, 0, NULL, ANY,
     "the cities or airports nearest to PLACE"},
    {0, "count", "N", OPTION_INTEGER, FIELD(count), 1, 1000000, NULL, BOTH(NEAR) | BOTH(SEARCH),
     "  at most N of them (default: 10; --search: 20)"},
    {0, "within", "DIST", OPTION_STRING, FIELD(within), 0, 0, NULL, BOTH(NEAR),
     "  or all of them within this distance"},
    {0, "min-population", "N", OPTION_INTEGER, FIELD(min_population), 0, 1000000000, NULL,
     BOTH(NEAR) | IN(LIST), "  with N people or more (also for --list)"},
    {0, "kind", "KIND", OPTION_CHOICE, FIELD(kind), 0, 0, kind_word, BOTH(NEAR),
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
    {"append", "--add"},
    {"cols", "--columns"},
    {"decimals", "--precision"},
    {"digits", "--precision"},
    {"distance-matrix", "--matrix"},
    {"distances", "--matrix"},
    {"ellipsoid", "-m wgs84"},
    {"geocode", "--locate"},
    {"geodesic", "-m wgs84"},
    {"haversine", "-m sphere"},
    {"jobs", "--threads"},
    {"limit", "--count"},
    {"lookup", "--locate"},
    {"nearest", "--near"},
    {"pairwise", "--matrix"},
    {"parallel", "--threads"},
    {"population", "--min-population"},
    {"reverse", "--near -"},
    {"reverse-geocode", "--near -"},
    {"sep", "--delimiter"},
    {"separator", "--delimiter"},
    {"silent", "--quiet"},
    {"table", "--columns"},
    {"verbose", "--long"},
    {NULL, NULL},
};

const char *gd_command_name(command of)
{
    static const char *const names[] = {
        [COMMAND_ROUTE] = "places given as arguments",
        [COMMAND_STREAM] = "lines of standard input",
        [COMMAND_TABLE] = "a table (--columns)",
        [COMMAND_LOCATE] = "--locate",
        [COMMAND_LOCATE_LINES] = "--locate",
        [COMMAND_MATRIX] = "--matrix",
        [COMMAND_MATRIX_LINES] = "--matrix",
        [COMMAND_DESTINATION] = "--from",
        [COMMAND_NEAR] = "--near",
        [COMMAND_NEAR_LINES] = "--near -",
        [COMMAND_SEARCH] = "--search",
        [COMMAND_SEARCH_LINES] = "--search -",
        [COMMAND_LIST] = "--list",
        [COMMAND_SELF_TEST] = "--self-test",
        [COMMAND_HELP] = "--help",
        [COMMAND_VERSION] = "--version",
        [COMMAND_USAGE] = "no places",
    };
    return names[of];
}

command gd_lines_of(command of)
{
    switch (of) {
    case COMMAND_LOCATE:
        return COMMAND_LOCATE_LINES;
    case COMMAND_MATRIX:
        return COMMAND_MATRIX_LINES;
    case COMMAND_NEAR:
        return COMMAND_NEAR_LINES;
    case COMMAND_SEARCH:
        return COMMAND_SEARCH_LINES;
    default:
        return of;
    }
}
