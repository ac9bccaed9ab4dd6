#include "options/option_table.h"

#include "options/bearing_words.h"
#include "options/delimiter.h"
#include "options/refuse.h"
#include "output/format_number.h"

#include <getopt.h>
#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

/* ---- Values ------------------------------------------------------------------------ */

static bool parse_integer(const option_row *row, const char *value, int *integer, writer *errors)
{
    size_t digits = strspn(value, "0123456789");
    long parsed = strtol(value, NULL, 10); /* LONG_MAX if there are too many digits */
    if (digits == 0 || value[digits] || parsed < row->min || parsed > row->max) {
        gd_refuse_value(errors, row, value, " is not a number from ");
        gd_put_integer(errors, (uint64_t)row->min);
        gd_put(errors, " to ");
        gd_put_integer(errors, (uint64_t)row->max);
        gd_put(errors, "\n");
        return false;
    }
    *integer = (int)parsed;
    return true;
}

static bool refuse_choice(const option_row *row, const char *value, word_list *words,
                          writer *errors)
{
    gd_put(errors, "geodist: ");
    gd_put_unknown_word(errors, row->name, value, words, row->choice);
    return false;
}

static bool parse_choice(const option_row *row, const char *value, int *chosen, writer *errors)
{
    size_t found = gd_find_word(geodist_string(value), row->choice);
    if (found == SIZE_MAX)
        return refuse_choice(row, value, row->choice, errors);
    *chosen = (int)found;
    return true;
}

static bool parse_unit(const option_row *row, const char *value, int *chosen, writer *errors)
{
    const unit *found = gd_find_unit(geodist_string(value));
    if (!found)
        return refuse_choice(row, value, gd_unit_word, errors);
    *chosen = (int)(found - gd_units);
    return true;
}

/* The bound keeps every distance far from overflow; the radius of the sun is 700,000 km. */
static bool parse_radius(const option_row *row, const char *value, double *km, writer *errors)
{
    return (gd_parse_decimal_string(value, km) && *km > 0 && *km <= 1e9) ||
           gd_refuse_value(errors, row, value,
                           " is not a decimal number of km above 0, at most 1000000000\n");
}

static bool parse_bearing(const option_row *row, const char *value, double *degrees, writer *errors)
{
    if (gd_parse_bearing(value, degrees))
        return true;
    gd_refuse_value(errors, row, value,
                    " is neither a number of degrees nor a direction such as NW");
    const char *meant = gd_suggest_word(geodist_string(value), gd_bearing_word);
    gd_put_did_you_mean(errors, "", meant);
    gd_put(errors, "\n");
    return false;
}

static bool parse_delimiter(const option_row *row, const char *value, char *delimiter,
                            writer *errors)
{
    return gd_parse_delimiter(value, delimiter) ||
           gd_refuse_value(errors, row, value, " is none of , ; tab and |\n");
}

static bool parse_command(const option_row *row, const char *value, options *parsed, writer *errors)
{
    command asked = (command)row->min;
    bool answers = asked < COMMAND_SELF_TEST;
    if (answers && parsed->command != COMMAND_USAGE) {
        if (parsed->command < COMMAND_SELF_TEST)
            return gd_refuse_pair(errors, row->name, gd_command_name(parsed->command));
        return true; /* --self-test, --help and --version go first */
    }
    parsed->command = asked;
    parsed->subject = value;
    return true;
}

static bool set_value(const option_row *row, const char *value, options *parsed, writer *errors)
{
    void *field = (char *)parsed + row->field;
    switch (row->kind) {
    case OPTION_FLAG:
        *(bool *)field = true;
        return true;
    case OPTION_INTEGER:
        return parse_integer(row, value, field, errors);
    case OPTION_CHOICE:
        return parse_choice(row, value, field, errors);
    case OPTION_UNIT:
        return parse_unit(row, value, field, errors);
    case OPTION_STRING:
        *(const char **)field = value;
        return true;
    case OPTION_RADIUS:
        parsed->radius_given = true;
        return parse_radius(row, value, field, errors);
    case OPTION_BEARING:
        return parse_bearing(row, value, field, errors);
    case OPTION_DELIMITER:
        return parse_delimiter(row, value, field, errors);
    case OPTION_COMMAND:
        break;
    }
    return parse_command(row, value, parsed, errors);
}

/* ---- getopt ------------------------------------------------------------------------ */

/* What getopt calls a row: its letter, or a number above all letters. */
static int code_of(const option_row *row)
{
    return row->letter ? row->letter : 256 + (int)(row - gd_option_rows);
}

/* The row with the code, or NULL. */
static const option_row *row_of(int code)
{
    for (const option_row *row = gd_option_rows; row->name; row++)
        if (code_of(row) == code)
            return row;
    return NULL;
}

/* The table in the terms of getopt. The letters begin with '+' (stop at an operand, whatever the
 * environment says) and ':' (tell a missing value from an unknown option). */
static void translate_table(char letters[2 * OPTIONS_MAX + 3], struct option names[OPTIONS_MAX + 1])
{
    size_t end = 0, count = 0;
    letters[end++] = '+';
    letters[end++] = ':';
    for (const option_row *row = gd_option_rows; row->name; row++) {
        if (row->letter) {
            letters[end++] = row->letter;
            if (row->value)
                letters[end++] = ':';
        }
        names[count++] = (struct option){.name = row->name,
                                         .has_arg = row->value ? required_argument : no_argument,
                                         .val = code_of(row)};
    }
    letters[end] = '\0';
    names[count] = (struct option){0};
}

/* An argument that begins with '-' and a digit or a point is a coordinate, and -> a separator. */
static bool is_operand(const char *argument)
{
    return argument[0] != '-' || argument[1] == '\0' || argument[1] == '.' || argument[1] == '>' ||
           (argument[1] >= '0' && argument[1] <= '9');
}

/* The value of an option that is one place, and the operand that may be the second number of it. */
typedef struct {
    const char **value; /* in the options; NULL if no such option was given */
    size_t operand; /* if it is an operand: the argument right after the value */
} place_value;

/* Where a row keeps its value if that is one place, or NULL. */
static const char **place_of(const option_row *row, options *parsed)
{
    bool is_command = row->kind == OPTION_COMMAND &&
                      (row->min == COMMAND_NEAR || row->min == COMMAND_DESTINATION);
    bool is_to = row->kind == OPTION_STRING && row->field == offsetof(options, to);
    return is_command ? &parsed->subject : is_to ? &parsed->to : NULL;
}

/* Sets the fields from argv, and the rows that were given in *given. */
static bool parse_arguments(int argc, char **argv, options *parsed, uint64_t *given,
                            place_value *place, writer *errors)
{
    char letters[2 * OPTIONS_MAX + 3];
    struct option names[OPTIONS_MAX + 1];
    translate_table(letters, names);
    opterr = 0;
    optind = 1;
    while (optind < argc) {
        char *argument = argv[optind];
        int answer = -1;
        if (gd_is_foreign_option(argument, errors))
            return false;
        if (!is_operand(argument))
            answer = getopt_long(argc, argv, letters, names, NULL);
        if (answer == '?' || answer == ':')
            return gd_refuse_option(answer, argument, optopt, row_of(optopt), errors);
        if (answer != -1) {
            const option_row *row = row_of(answer);
            *given |= UINT64_C(1) << (row - gd_option_rows);
            if (!set_value(row, optarg, parsed, errors))
                return false;
            if (place_of(row, parsed))
                *place =
                    (place_value){place_of(row, parsed), optind < argc && is_operand(argv[optind])
                                                             ? parsed->operand_count
                                                             : SIZE_MAX};
            continue;
        }
        /* Either an operand, or getopt has read "--" and only operands follow. */
        int last = is_operand(argument) ? optind + 1 : argc;
        while (optind < last)
            parsed->operands[parsed->operand_count++] = argv[optind++];
    }
    return true;
}

/* ---- Points of two arguments ---------------------------------------------------------- */

/* Whether it is a decimal number as coordinates have it, perhaps with an exponent or, if that is
 * asked for, with a decimal comma. It may be out of range. */
static bool is_bare_number(const char *text, bool decimal_comma)
{
    static const char digits[] = "0123456789";
    text += *text == '-' || *text == '+';
    size_t whole = strspn(text, digits);
    text += whole;
    text += *text == '.' || (decimal_comma && *text == ',' && whole);
    size_t decimals = strspn(text, digits);
    text += decimals;
    if (whole + decimals && (*text | 0x20) == 'e') {
        text += 1 + (text[1] == '-' || text[1] == '+');
        decimals = strspn(text, digits);
        text += decimals;
        return decimals && *text == '\0';
    }
    return whole + decimals && *text == '\0';
}

/* Bare numbers as the value and as the operand after it are one point. */
static void join_numbers(options *parsed, place_value place)
{
    if (!place.value || place.operand >= parsed->operand_count)
        return;
    char **second = parsed->operands + place.operand;
    size_t length = strlen(*place.value), size = strlen(*second) + 1;
    if (!is_bare_number(*place.value, parsed->decimal_comma) ||
        !is_bare_number(*second, parsed->decimal_comma) || length + 1 + size > GD_POINT_SIZE)
        return;
    memcpy(parsed->point, *place.value, length);
    parsed->point[length] = ' ';
    memcpy(parsed->point + length + 1, *second, size);
    *place.value = parsed->point;
    parsed->operand_count--;
    for (size_t i = place.operand; i < parsed->operand_count; i++)
        parsed->operands[i] = parsed->operands[i + 1];
}

/* ---- The command ------------------------------------------------------------------- */

/* The command that reads from standard input what this one takes as arguments; COMMAND_USAGE if
 * there is none. */
static command find_lines(const options *parsed)
{
    if (parsed->command == COMMAND_USAGE)
        return parsed->columns ? COMMAND_TABLE : COMMAND_STREAM;
    command lines = gd_lines_of(parsed->command);
    return lines != parsed->command ? lines : COMMAND_USAGE;
}

static bool is_dash(const char *argument)
{
    return strcmp(argument, "-") == 0;
}

/* Places as arguments, or lines of standard input: --near and --search take lines for the value
 * '-', the other commands without operands or for the only operand '-'. */
static void choose_command(options *parsed)
{
    bool dash = parsed->operand_count == 1 && is_dash(parsed->operands[0]);
    bool takes_value = parsed->command == COMMAND_NEAR || parsed->command == COMMAND_SEARCH;
    command lines = find_lines(parsed);
    if (takes_value) {
        if (is_dash(parsed->subject))
            parsed->command = lines;
    } else if (lines == COMMAND_USAGE) {
        return;
    } else if (dash || (parsed->operand_count == 0 && !isatty(STDIN_FILENO))) {
        parsed->operand_count = 0;
        parsed->command = lines;
    } else if (parsed->operand_count == 0) {
        parsed->command = COMMAND_USAGE;
    } else if (parsed->command == COMMAND_USAGE) {
        parsed->command = COMMAND_ROUTE;
    }
}

bool gd_parse_options(int argc, char **argv, options *parsed, writer *errors)
{
    uint64_t given = 0;
    place_value place = {.value = NULL};
    *parsed = (options){.command = COMMAND_USAGE,
                        .operands = argv + 1,
                        .precision = -1,
                        .radius = GEODIST_MEAN_RADIUS / 1000,
                        .waypoints = -1,
                        .bearing = NAN,
                        .metres = INFINITY};
    if (!parse_arguments(argc, argv, parsed, &given, &place, errors))
        return false;
    join_numbers(parsed, place);
    choose_command(parsed);
    return parsed->command > COMMAND_SELF_TEST || gd_check_options(parsed, given, errors);
}

geodist_earth gd_earth(const options *of)
{
    geodist_earth earth = of->model == GEODIST_MODEL_WGS84 ? geodist_wgs84 : geodist_sphere;
    if (of->radius_given)
        earth.radius = of->radius * 1000;
    return earth;
}
