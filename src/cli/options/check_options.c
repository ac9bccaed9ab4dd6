/* Which options apply to which command and to each other. */
#include "options/option_table.h"
#include "options/refuse.h"
#include "options/split_mode.h"
#include "output/escape.h"
#include "text/ascii.h"

#include <math.h>

static void put_quoted_value(writer *errors, const char *value)
{
    gd_put(errors, " ");
    gd_put_quoted(errors, geodist_string(value));
}

bool gd_refuse(writer *errors, const char *what, const char *value, const char *reason)
{
    gd_put(errors, "geodist: ");
    gd_put(errors, what);
    put_quoted_value(errors, value);
    gd_put(errors, reason);
    return false;
}

bool gd_refuse_value(writer *errors, const option_row *row, const char *value, const char *reason)
{
    gd_put(errors, "geodist: --");
    gd_put(errors, row->name);
    put_quoted_value(errors, value);
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

/* The command of the same option that takes arguments, or the command itself. */
static command arguments_of(command used)
{
    command found = COMMAND_ROUTE;
    while (found < used && gd_lines_of(found) != used)
        found++;
    return found;
}

static bool applies(const option_row *row, command used)
{
    return row->commands >> used & 1;
}

/* What a command is called in a message about an option that applies to it. An option of lines only
 * applies to all lines. */
static const char *name_command(const option_row *row, command used)
{
    return applies(row, arguments_of(used)) ? gd_command_name(arguments_of(used))
                                            : gd_command_name(COMMAND_STREAM);
}

/* The commands that a row applies to, by their names. */
static size_t find_commands(const option_row *row, const char *names[COMMAND_USAGE])
{
    size_t count = 0;
    for (command used = COMMAND_ROUTE; used < COMMAND_USAGE; used++) {
        size_t same = 0;
        while (same < count && strcmp(names[same], name_command(row, used)) != 0)
            same++;
        if (applies(row, used) && same == count)
            names[count++] = name_command(row, used);
    }
    return count;
}

static bool refuse_for_command(const option_row *row, command used, writer *errors)
{
    const char *names[COMMAND_USAGE] = {NULL};
    size_t count = find_commands(row, names);
    bool is_of_lines = gd_lines_of(used) != used && applies(row, gd_lines_of(used));
    gd_put(errors, "geodist: --");
    gd_put(errors, row->name);
    gd_put(errors, " does not apply to ");
    gd_put(errors, gd_command_name(is_of_lines ? COMMAND_ROUTE : used));
    for (size_t i = 0; i < count && count <= 3; i++) {
        gd_put(errors, i == 0 ? ", only to " : i + 1 < count ? ", " : " and ");
        gd_put(errors, names[i]);
    }
    gd_put(errors, "\n");
    return false;
}

/* --columns with places or with another command. */
static bool refuse_columns(const options *parsed, writer *errors)
{
    if (parsed->command != COMMAND_ROUTE)
        return gd_refuse_pair(errors, "columns", gd_command_name(arguments_of(parsed->command)));
    return gd_refuse(errors, "--columns reads a table from standard input, but",
                     parsed->operands[0], " is given as a place\n");
}

static bool refuse_row(const option_row *row, const options *parsed, writer *errors)
{
    if (row->commands != 1u << COMMAND_TABLE)
        return refuse_for_command(row, parsed->command, errors);
    gd_put(errors, "geodist: --");
    gd_put(errors, row->name);
    gd_put(errors, " needs --columns\n");
    return false;
}

/* --columns goes first: what is wrong with it explains the others. */
static bool options_apply(const options *parsed, uint64_t given, writer *errors)
{
    if (parsed->columns && parsed->command != COMMAND_TABLE)
        return refuse_columns(parsed, errors);
    for (const option_row *row = gd_option_rows; row->name; row++)
        if (given >> (row - gd_option_rows) & 1 && !applies(row, parsed->command))
            return refuse_row(row, parsed, errors);
    return true;
}

/* ---- Options and each other -------------------------------------------------------- */

static bool is_journey(command used)
{
    return used == COMMAND_ROUTE || used == COMMAND_STREAM;
}

/* Whether answers are tsv or csv. --list has no text for people. */
static bool has_cells(const options *parsed)
{
    return !gd_is_nested(parsed) && (gd_is_for_programs(parsed) || parsed->command == COMMAND_LIST);
}

/* What is wrong with options that shape rows, or NULL. */
static const char *find_row_conflict(const options *parsed)
{
    bool numbers_only =
        parsed->quiet && (is_journey(parsed->command) || parsed->command == COMMAND_DESTINATION);
    if (parsed->header && !has_cells(parsed))
        return "--header needs --format tsv or --format csv";
    if (parsed->field_list && !has_cells(parsed))
        return "--fields needs --format tsv or --format csv";
    if (parsed->collect && parsed->format != FORMAT_GEOJSON)
        return "--collect needs --format geojson";
    if (numbers_only && (parsed->header || parsed->field_list || parsed->collect))
        return "--quiet writes only numbers, so it cannot be combined with --fields, --header and "
               "--collect";
    if (arguments_of(parsed->command) == COMMAND_MATRIX && parsed->format == FORMAT_GEOJSON)
        return "--matrix has no --format geojson";
    return NULL;
}

/* What is wrong with --long and --waypoints, or NULL. */
static const char *find_extras_conflict(const options *parsed)
{
    bool extras = parsed->detailed || parsed->waypoints >= 0;
    if (parsed->command == COMMAND_STREAM && extras && (parsed->quiet || !gd_is_nested(parsed)))
        return "--long and --waypoints need --format json or geojson for lines of standard input, "
               "and no --quiet";
    if (parsed->detailed && (parsed->quiet || has_cells(parsed)))
        return "--long cannot be combined with --quiet, --format tsv or --format csv";
    if (parsed->waypoints >= 0 && !parsed->quiet && has_cells(parsed))
        return "--waypoints cannot be combined with --format tsv or --format csv";
    return NULL;
}

/* What is wrong, or NULL. */
static const char *find_conflict(const options *parsed)
{
    const char *found = find_row_conflict(parsed);
    if (parsed->command == COMMAND_DESTINATION && (isnan(parsed->bearing) || !parsed->distance))
        return "--from needs --bearing and --distance";
    if (parsed->to && parsed->input != SPLIT_AUTO)
        return "--input splits lines into places, but with --to each line is one place";
    if (parsed->radius_given && parsed->model == GEODIST_MODEL_WGS84)
        return "--radius is that of a sphere, so it cannot be combined with --model wgs84";
    return found ? found : find_extras_conflict(parsed);
}

/* Cells that no row of the command can have. */
static bool refuse_field(const options *parsed, writer *errors)
{
    command used = arguments_of(parsed->command);
    bool is_measured = is_journey(used) || used == COMMAND_NEAR;
    for (size_t i = 0; i < parsed->fields.count && !is_measured; i++) {
        field_name field = parsed->fields.fields[i].field;
        if (field != FIELD_DISTANCE && field != FIELD_BEARING)
            continue;
        gd_put(errors, "geodist: --fields: ");
        gd_put(errors, gd_command_name(used));
        gd_put(errors, " has no ");
        gd_put(errors, gd_field_name(field));
        gd_put(errors, "\n");
        return true;
    }
    return false;
}

/* A place of several words is one argument. */
static bool refuse_operand(const options *parsed, writer *errors)
{
    if (arguments_of(parsed->command) != parsed->command) { /* --near - */
        gd_put(errors, "geodist: ");
        gd_put(errors, gd_command_name(parsed->command));
        gd_put(errors, " reads lines of standard input, but");
        put_quoted_value(errors, parsed->operands[0]);
        gd_put(errors, " is given as well\n");
        return false;
    }
    if (parsed->subject)
        return gd_refuse(errors, "one place is expected, but", parsed->operands[0],
                         " is given as well; quote a name of several words\n");
    gd_put(errors, "geodist: ");
    gd_put(errors, gd_command_name(parsed->command));
    gd_put(errors, " takes no place, but");
    put_quoted_value(errors, parsed->operands[0]);
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
        (!gd_parse_field_list(&parsed->fields, "--fields", parsed->field_list, in, errors) ||
         refuse_field(parsed, errors)))
        return false;
    return parse_length(parsed, "--distance", parsed->distance, errors) &&
           parse_length(parsed, "--within", parsed->within, errors);
}
