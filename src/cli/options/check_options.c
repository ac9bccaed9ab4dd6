/* Which options apply to which command and to each other. */
#include "options/option_table.h"
#include "options/refuse.h"
#include "output/escape.h"
#include "text/ascii.h"

#include <math.h>

void gd_put_quoted_value(writer *errors, const char *value)
{
    gd_put(errors, " '");
    gd_put_escaped(errors, geodist_string(value));
    gd_put(errors, "'");
}

bool gd_refuse(writer *errors, const char *what, const char *value, const char *reason)
{
    gd_put(errors, "geodist: ");
    gd_put(errors, what);
    gd_put_quoted_value(errors, value);
    gd_put(errors, reason);
    return false;
}

bool gd_refuse_value(writer *errors, const option_row *row, const char *value, const char *reason)
{
    gd_put(errors, "geodist: --");
    gd_put(errors, row->name);
    gd_put_quoted_value(errors, value);
    gd_put(errors, reason);
    return false;
}

bool gd_refuse_pair(writer *errors, const char *name, const char *other)
{
    gd_put(errors, "geodist: --");
    gd_put(errors, name);
    gd_put(errors, " and ");
    gd_put(errors, other);
    gd_put(errors, " cannot be combined\n");
    return false;
}

/* ---- Options and the command ------------------------------------------------------- */

/* The commands of a row by their names: --locate is two commands, of arguments and of lines. */
static size_t find_commands(const option_row *row, const char *names[COMMAND_USAGE])
{
    size_t count = 0;
    for (command used = COMMAND_ROUTE; used < COMMAND_USAGE; used++) {
        const char *name = gd_command_name(used);
        if (row->commands >> used & 1 && (count == 0 || strcmp(names[count - 1], name) != 0))
            names[count++] = name;
    }
    return count;
}

static bool refuse_for_command(const option_row *row, command used, writer *errors)
{
    const char *names[COMMAND_USAGE];
    size_t count = find_commands(row, names);
    gd_put(errors, "geodist: --");
    gd_put(errors, row->name);
    gd_put(errors, " does not apply to ");
    gd_put(errors, gd_command_name(used));
    for (size_t i = 0; i < count && count <= 3; i++) {
        gd_put(errors, i == 0 ? ", only to " : i + 1 < count ? ", " : " and ");
        gd_put(errors, names[i]);
    }
    gd_put(errors, "\n");
    return false;
}

static bool options_apply(const options *parsed, uint64_t given, writer *errors)
{
    for (const option_row *row = gd_option_rows; row->name; row++)
        if (given >> (row - gd_option_rows) & 1 && !(row->commands >> parsed->command & 1))
            return refuse_for_command(row, parsed->command, errors);
    return true;
}

/* ---- Options and each other -------------------------------------------------------- */

/* What is wrong, or NULL. */
static const char *find_conflict(const options *parsed)
{
    bool is_table = gd_is_for_programs(parsed) && !gd_is_nested(parsed);
    bool extras = parsed->detailed || parsed->waypoints >= 0;
    if (parsed->command == COMMAND_DESTINATION && (isnan(parsed->bearing) || !parsed->distance))
        return "--from needs --bearing and --distance";
    if (parsed->header && !is_table)
        return "--header needs --format tsv or --format csv";
    if (parsed->field_list && !is_table)
        return "--fields needs --format tsv or --format csv";
    if (parsed->collect && parsed->format != FORMAT_GEOJSON)
        return "--collect needs --format geojson";
    if ((parsed->command == COMMAND_MATRIX || parsed->command == COMMAND_MATRIX_LINES) &&
        parsed->format == FORMAT_GEOJSON)
        return "--matrix has no --format geojson";
    if (parsed->command == COMMAND_STREAM && extras && (parsed->quiet || !gd_is_nested(parsed)))
        return "--long and --waypoints need --format json or geojson for lines of standard input, "
               "and no --quiet";
    if (parsed->detailed && (parsed->quiet || is_table))
        return "--long cannot be combined with --quiet, --format tsv or --format csv";
    if (parsed->waypoints >= 0 && !parsed->quiet && is_table)
        return "--waypoints cannot be combined with --format tsv or --format csv";
    if (parsed->radius_given && parsed->model == GEODIST_MODEL_WGS84)
        return "--radius is that of a sphere, so it cannot be combined with --model wgs84";
    return NULL;
}

/* A place of several words is one argument. */
static bool refuse_operand(const options *parsed, writer *errors)
{
    if (parsed->subject)
        return gd_refuse(errors, "one place is expected, but", parsed->operands[0],
                         " is given as well; quote a name of several words\n");
    gd_put(errors, "geodist: ");
    gd_put(errors, gd_command_name(parsed->command));
    gd_put(errors, " takes no place, but");
    gd_put_quoted_value(errors, parsed->operands[0]);
    gd_put(errors, " is given\n");
    return false;
}

static const char *unit_name(size_t index)
{
    return gd_units[index].name;
}

static bool refuse_length(const char *what, const char *length, writer *errors)
{
    const char *word = gd_unit_of_length(length);
    if (!word || !is_ascii_letter(*word) || gd_find_unit(geodist_string(word)))
        return gd_refuse(errors, what, length, " is not a length such as 100, 62.5mi or 54nmi\n");
    gd_refuse(errors, what, length, ": ");
    gd_put_unknown_word(errors, "unit", word, gd_unit_word, unit_name);
    return false;
}

static bool parse_length(options *parsed, const char *what, const char *length, writer *errors)
{
    return !length || gd_parse_length(length, gd_unit(parsed), &parsed->metres) ||
           refuse_length(what, length, errors);
}

static bool takes_operands(command used)
{
    return used == COMMAND_ROUTE || used == COMMAND_LOCATE || used == COMMAND_MATRIX ||
           used == COMMAND_USAGE;
}

static bool is_country_code(const char *code)
{
    return is_ascii_letter(code[0]) && is_ascii_letter(code[1]) && code[2] == '\0';
}

bool gd_check_options(options *parsed, uint64_t given, writer *errors)
{
    if (!options_apply(parsed, given, errors))
        return false;
    const char *conflict = find_conflict(parsed);
    if (conflict) {
        gd_put(errors, "geodist: ");
        gd_put(errors, conflict);
        gd_put(errors, "\n");
        return false;
    }
    if (!takes_operands(parsed->command) && parsed->operand_count)
        return refuse_operand(parsed, errors);
    if (parsed->country && !is_country_code(parsed->country))
        return gd_refuse(errors, "--country", parsed->country,
                         " is not a code of two letters such as FR\n");
    const unit *in = gd_unit(parsed);
    if (parsed->add_list &&
        !gd_parse_field_list(&parsed->add, "--add", parsed->add_list, in, errors))
        return false;
    if (parsed->field_list &&
        !gd_parse_field_list(&parsed->fields, "--fields", parsed->field_list, in, errors))
        return false;
    return parse_length(parsed, "--distance", parsed->distance, errors) &&
           parse_length(parsed, "--within", parsed->within, errors);
}
