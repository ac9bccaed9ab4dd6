#define _DEFAULT_SOURCE

#include "options/option_table.h"

#include "check.h"
#include "written.h"

#include <fcntl.h>
#include <getopt.h>
#include <string.h>
#include <unistd.h>

static options parsed;

/* Standard input must not be a terminal. */
static int prepare(void **state)
{
    (void)state;
    int null = open("/dev/null", O_RDONLY);
    return null < 0 || dup2(null, STDIN_FILENO) < 0;
}

static bool parse_list(const char *const *arguments)
{
    static char *argv[32];
    char *none[] = {(char *)"geodist", NULL};
    int argc = 0;
    optind = 0; /* glibc: forget a place inside an argument that was refused */
    getopt(1, none, "");
    argv[argc++] = (char *)"geodist";
    for (; *arguments; arguments++)
        argv[argc++] = (char *)*arguments;
    argv[argc] = NULL;
    return gd_parse_options(argc, argv, &parsed, begin());
}

#define PARSE(...) parse_list((const char *const[]){__VA_ARGS__, NULL})

static void assert_operands(size_t count, const char *first, const char *last)
{
    assert_int_equal(parsed.operand_count, count);
    assert_string_equal(parsed.operands[0], first);
    assert_string_equal(parsed.operands[count - 1], last);
}

/* ---- Operands -------------------------------------------------------------------------------- */

static void has_defaults(void **state)
{
    (void)state;
    assert_true(PARSE("nairobi", "elpaso"));
    assert_operands(2, "nairobi", "elpaso");
    assert_int_equal(parsed.command, COMMAND_ROUTE);
    assert_string_equal(gd_unit(&parsed)->name, "km");
    assert_int_equal(parsed.format, FORMAT_TEXT);
    assert_int_equal(parsed.precision, -1);
    assert_int_equal(parsed.waypoints, -1);
    assert_same(gd_earth(&parsed).radius, GEODIST_MEAN_RADIUS);
    assert_int_equal(gd_earth(&parsed).model, GEODIST_MODEL_SPHERE);
    assert_false(parsed.quiet || parsed.strict || parsed.detailed || parsed.radius_given);
    assert_false(gd_is_for_programs(&parsed));
}

static void takes_options_between_and_behind_operands(void **state)
{
    (void)state;
    assert_true(PARSE("a", "-qx", "b", "-u", "mi", "c", "--precision=3", "d"));
    assert_operands(4, "a", "d");
    assert_true(parsed.quiet && parsed.strict);
    assert_string_equal(gd_unit(&parsed)->name, "mi");
    assert_int_equal(parsed.precision, 3);
}

static void takes_options_in_any_order(void **state)
{
    (void)state;
    static const char *const parts[] = {"a", "-q", "--unit=nmi", "b", "-p2", "-x"};
    enum { PARTS = sizeof parts / sizeof *parts };
    for (int order = 0; order < 720; order++) {
        const char *left[PARTS], *arguments[PARTS + 1] = {NULL};
        memcpy(left, parts, sizeof left);
        for (int i = PARTS, rest = order; i > 0; rest /= i--) {
            arguments[PARTS - i] = left[rest % i];
            memmove(left + rest % i, left + rest % i + 1, (size_t)(i - 1 - rest % i) * sizeof *left);
        }
        assert_true(parse_list(arguments));
        assert_int_equal(parsed.operand_count, 2);
        assert_true(parsed.quiet && parsed.strict && parsed.precision == 2);
        assert_string_equal(gd_unit(&parsed)->name, "nmi");
    }
}

static void lets_the_last_of_several_values_win(void **state)
{
    (void)state;
    assert_true(PARSE("-u", "mi", "-p1", "-u", "ft", "-p2", "a", "b"));
    assert_string_equal(gd_unit(&parsed)->name, "ft");
    assert_int_equal(parsed.precision, 2);
}

static void tells_a_negative_coordinate_from_an_option(void **state)
{
    (void)state;
    assert_true(PARSE("-1.28,36.8", "-q", "-.5,7", "-0"));
    assert_operands(3, "-1.28,36.8", "-0");
    assert_true(parsed.quiet);
    assert_true(PARSE("-q", "-1.28,36.8", "nairobi"));
    assert_operands(2, "-1.28,36.8", "nairobi");
    assert_true(PARSE("--from", "-1.28,36.8", "--bearing", "-41.9", "--distance", "1"));
    assert_string_equal(parsed.subject, "-1.28,36.8");
    assert_same(parsed.bearing, -41.9);
}

static void joins_two_numbers_where_one_place_is_expected(void **state)
{
    (void)state;
    assert_true(PARSE("--near", "48.85", "2.35", "--count", "1"));
    assert_string_equal(parsed.subject, "48.85 2.35");
    assert_int_equal(parsed.operand_count, 0);
    assert_true(PARSE("--from=-1.28", "+36.8", "--bearing", "90", "--distance", "10"));
    assert_string_equal(parsed.subject, "-1.28 +36.8");
    assert_true(PARSE("a", "--to", "95", "-.5e-1", "b", "c"));
    assert_string_equal(parsed.to, "95 -.5e-1");
    assert_operands(3, "a", "c");
    assert_string_equal(parsed.operands[1], "b");
    assert_true(PARSE("--to", "1", "2", "3", "4"));
    assert_string_equal(parsed.to, "1 2");
    assert_operands(2, "3", "4");
    assert_true(PARSE("--near", "48,85", "2,35", "--decimal-comma"));
    assert_string_equal(parsed.subject, "48,85 2,35");
}

static void joins_nothing_else(void **state)
{
    (void)state;
    assert_true(PARSE("--to", "1", "paris", "2"));
    assert_string_equal(parsed.to, "1");
    assert_operands(2, "paris", "2");
    assert_true(PARSE("--to", "1", "--quiet", "2"));
    assert_string_equal(parsed.to, "1");
    assert_true(PARSE("--to", "1", "--", "2"));
    assert_string_equal(parsed.to, "1");
    assert_true(PARSE("--to", "48,85", "2,35"));
    assert_string_equal(parsed.to, "48,85");
    assert_true(PARSE("--to", "1N", "2"));
    assert_string_equal(parsed.to, "1N");
    assert_true(PARSE("--to", "-", "2"));
    assert_string_equal(parsed.to, "-");
    assert_true(PARSE("--to", "1e", "2"));
    assert_string_equal(parsed.to, "1e");
    assert_false(PARSE("--search", "1", "2"));
    assert_false(PARSE("--near", "1", "2", "3"));
}

static void leaves_long_numbers_as_they_are(void **state)
{
    (void)state;
    char digits[GD_POINT_SIZE] = "";
    memset(digits, '1', GD_POINT_SIZE - 3);
    assert_true(PARSE("--to", digits, "2"));
    assert_int_equal(strlen(parsed.to), GD_POINT_SIZE - 1);
    memset(digits, '1', GD_POINT_SIZE - 2);
    assert_true(PARSE("--to", digits, "2"));
    assert_ptr_equal(parsed.to, digits);
    assert_operands(1, "2", "2");
}

static void ends_options_at_two_hyphens(void **state)
{
    (void)state;
    assert_true(PARSE("a", "--", "-q", "--", "--help"));
    assert_operands(4, "a", "--help");
    assert_false(parsed.quiet);
    assert_int_equal(parsed.command, COMMAND_ROUTE);
}

static void accepts_an_argv_without_a_name(void **state)
{
    (void)state;
    char *argv[] = {NULL, NULL};
    assert_true(gd_parse_options(0, argv, &parsed, begin()));
    assert_int_equal(parsed.operand_count, 0);
    assert_int_equal(parsed.command, COMMAND_STREAM);
}

/* ---- Commands -------------------------------------------------------------------------------- */

static void chooses_the_command(void **state)
{
    (void)state;
    static const struct {
        const char *arguments[8];
        command command;
    } cases[] = {
        {{"a"}, COMMAND_ROUTE},
        {{"a", "b"}, COMMAND_ROUTE},
        {{NULL}, COMMAND_STREAM},
        {{"-"}, COMMAND_STREAM},
        {{"-", "-q"}, COMMAND_STREAM},
        {{"--columns", "from,to"}, COMMAND_TABLE},
        {{"--columns", "from,to", "-"}, COMMAND_TABLE},
        {{"--locate", "a"}, COMMAND_LOCATE},
        {{"--locate"}, COMMAND_LOCATE_LINES},
        {{"--locate", "-"}, COMMAND_LOCATE_LINES},
        {{"--matrix", "a", "b"}, COMMAND_MATRIX},
        {{"--matrix"}, COMMAND_MATRIX_LINES},
        {{"-", "--matrix"}, COMMAND_MATRIX_LINES},
        {{"--near", "-"}, COMMAND_NEAR_LINES},
        {{"--search", "-"}, COMMAND_SEARCH_LINES},
        {{"--to", "a"}, COMMAND_STREAM},
        {{"--to", "a", "b"}, COMMAND_ROUTE},
        {{"--from", "a", "--bearing", "N", "--distance", "1"}, COMMAND_DESTINATION},
        {{"--near", "a"}, COMMAND_NEAR},
        {{"--search", "a"}, COMMAND_SEARCH},
        {{"--list"}, COMMAND_LIST},
        {{"--self-test"}, COMMAND_SELF_TEST},
        {{"-h"}, COMMAND_HELP},
        {{"-V"}, COMMAND_VERSION},
        {{"--help", "a"}, COMMAND_HELP},
        {{"--near", "a", "--help"}, COMMAND_HELP},
        {{"--help", "--near", "a"}, COMMAND_HELP},
        {{"--version", "--list"}, COMMAND_VERSION},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (!parse_list(cases[i].arguments))
            fail_msg("case %zu: %s", i, written());
        assert_int_equal(parsed.command, cases[i].command);
    }
}

static void refuses_two_commands(void **state)
{
    (void)state;
    assert_false(PARSE("--near", "a", "--search", "b"));
    assert_string_equal(written(), "geodist: --search and --near cannot be combined\n");
    assert_false(PARSE("--list", "--near", "a"));
    assert_false(PARSE("--from", "a", "--from", "b"));
    assert_false(PARSE("--near", "a", "b"));
    assert_false(PARSE("--list", "a"));
    assert_string_equal(written(), "geodist: --list takes no place, but 'a' is given\n");
}

/* ---- Values ------------------------------------------------------------------------------------ */

/* Which options there are and which commands they apply to, apart from those that name a command:
 * Places, Stream, Table, lOcate, Matrix, Near, seaRch (small letters: of lines), Destination
 * (--from) and List; and what else they need there. */
static const struct {
    const char *name, *value, *commands, *more;
} applications[] = {
    {"unit", "mi", "PSTMmDNn", NULL},
    {"precision", "3", "PSTMmDNn", NULL},
    {"model", "wgs84", "PSTMmDNn", NULL},
    {"radius", "6371", "PSTMmDNn", NULL},
    {"format", "json", "PSOoMmDNnRrL", NULL},
    {"fields", "label", "PSOoNnRrL", "--format=csv"},
    {"header", NULL, "PSOoMmDNnRrL", "--format=tsv"},
    {"collect", NULL, "PSOoNnRrL", "--format=geojson"},
    {"quiet", NULL, "PSTOoMmDNnRrL", NULL},
    {"long", NULL, "PSD", "--format=json"},
    {"waypoints", "2", "PS", "--format=json"},
    {"strict", NULL, "PSTOoMmDNn", NULL},
    {"to", "a", "PST", NULL},
    {"country", "FR", "PSTOoMmDNn", NULL},
    {"decimal-comma", NULL, "PSTOoMmDNn", NULL},
    {"input", "csv", "S", NULL},
    {"columns", "from,to", "ST", NULL},
    {"add", "label", "T", NULL},
    {"delimiter", "tab", "T", NULL},
    {"no-header", NULL, "T", NULL},
    {"fail-fast", NULL, "STomnr", NULL},
    {"progress", NULL, "STomnr", NULL},
    {"threads", "2", "STomnr", NULL},
    {"bearing", "NE", "D", NULL},
    {"distance", "10mi", "D", NULL},
    {"count", "3", "NnRr", NULL},
    {"within", "10km", "Nn", NULL},
    {"min-population", "5", "NnL", NULL},
    {"kind", "airport", "Nn", NULL},
};

enum { APPLICATIONS = sizeof applications / sizeof *applications };

static void has_these_options(void **state)
{
    (void)state;
    size_t others = 0;
    for (const option_row *row = gd_option_rows; row->name; row++) {
        bool known = row->kind == OPTION_COMMAND;
        for (size_t i = 0; i < APPLICATIONS; i++)
            known = known || strcmp(row->name, applications[i].name) == 0;
        if (!known)
            fail_msg("--%s is not tested", row->name);
        others += row->kind != OPTION_COMMAND;
    }
    assert_int_equal(others, APPLICATIONS);
}

static const struct {
    char letter;
    const char *arguments[7];
} commands[] = {
    {'P', {"a", "b"}},
    {'S', {"-"}},
    {'T', {"--columns=from,to"}},
    {'O', {"--locate", "a"}},
    {'o', {"--locate", "-"}},
    {'M', {"--matrix", "a"}},
    {'m', {"--matrix"}},
    {'N', {"--near=a"}},
    {'n', {"--near=-"}},
    {'R', {"--search=a"}},
    {'r', {"--search=-"}},
    {'D', {"--from=a", "--bearing=1", "--distance=1"}},
    {'L', {"--list"}},
};

static bool parse_with_command(size_t index, const char *name, const char *value, const char *more)
{
    const char *arguments[16] = {NULL};
    char option[64] = "--";
    size_t count = 0;
    strcat(option, name);
    if (value)
        strcat(strcat(option, "="), value);
    while (commands[index].arguments[count]) {
        arguments[count] = commands[index].arguments[count];
        count++;
    }
    arguments[count++] = option;
    if (more)
        arguments[count++] = more;
    return parse_list(arguments);
}

static void refuses_each_option_for_each_command_it_does_not_apply_to(void **state)
{
    (void)state;
    for (size_t i = 0; i < APPLICATIONS; i++)
        for (size_t j = 0; j < sizeof commands / sizeof *commands; j++) {
            const char *name = applications[i].name, *of = applications[i].commands;
            bool applies = strchr(of, commands[j].letter);
            char complaint[80] = "geodist: --";
            strcat(complaint, name);
            if (strcmp(of, "T") == 0)
                strcat(complaint, " needs --columns\n");
            else if (strcmp(name, "columns") != 0)
                strcat(complaint, " does not apply to ");
            bool taken = parse_with_command(j, name, applications[i].value,
                                            applies ? applications[i].more : NULL);
            if (taken != applies)
                fail_msg("--%s with %c: %s", name, commands[j].letter, written());
            if (!applies && strncmp(written(), complaint, strlen(complaint)) != 0)
                fail_msg("%s does not begin with %s", written(), complaint);
        }
}

static void says_which_commands_an_option_is_for_if_they_are_few(void **state)
{
    (void)state;
    assert_false(PARSE("a", "b", "--within=1"));
    assert_string_equal(written(), "geodist: --within does not apply to places given as arguments, "
                                   "only to --near\n");
    assert_false(PARSE("--list", "--count=1"));
    assert_string_equal(written(),
                        "geodist: --count does not apply to --list, only to --near and --search\n");
    assert_false(PARSE("--list", "--long"));
    assert_string_equal(written(), "geodist: --long does not apply to --list, only to places given as "
                                   "arguments, lines of standard input and --from\n");
    assert_false(PARSE("--list", "--precision=1"));
    assert_string_equal(written(), "geodist: --precision does not apply to --list\n");
    assert_false(PARSE("--locate", "--input=csv"));
    assert_string_equal(written(), "geodist: --input does not apply to --locate, only to lines of "
                                   "standard input\n");
}

static void says_that_an_option_is_for_lines_only(void **state)
{
    (void)state;
    static const char *const of_arguments[][3] = {
        {"a", "b"}, {"--locate", "a"}, {"--matrix", "a"}, {"--near=a"}};
    for (size_t i = 0; i < sizeof of_arguments / sizeof *of_arguments; i++) {
        const char *arguments[] = {"--fail-fast", of_arguments[i][0], of_arguments[i][1], NULL};
        assert_false(parse_list(arguments));
        assert_string_equal(written(), "geodist: --fail-fast does not apply to places given as "
                                       "arguments, only to lines of standard input and a table "
                                       "(--columns)\n");
    }
}

static void says_what_a_table_is_read_from(void **state)
{
    (void)state;
    assert_false(PARSE("--columns=a,b", "-l", "paris", "london"));
    assert_string_equal(written(), "geodist: --columns reads a table from standard input, but "
                                   "'paris' is given as a place\n");
    assert_false(PARSE("--columns=a", "--matrix"));
    assert_string_equal(written(), "geodist: --columns and --matrix cannot be combined\n");
    assert_false(PARSE("--near=-", "--columns=a"));
    assert_string_equal(written(), "geodist: --columns and --near cannot be combined\n");
    assert_false(PARSE("--no-header", "a", "b"));
    assert_string_equal(written(), "geodist: --no-header needs --columns\n");
    assert_false(PARSE("--near=-", "paris"));
    assert_string_equal(written(), "geodist: --near - reads lines of standard input, but 'paris' is "
                                   "given as well\n");
}

static void refuses_two_commands_of_the_table(void **state)
{
    (void)state;
    for (const option_row *row = gd_option_rows; row->name; row++)
        for (size_t j = 3; row->kind == OPTION_COMMAND && j < sizeof commands / sizeof *commands; j++) {
            bool goes_first = row->min >= COMMAND_SELF_TEST;
            bool taken = parse_with_command(j, row->name, row->value ? "b" : NULL, NULL);
            if (row->min == COMMAND_SELF_TEST)
                continue; /* it takes none of the options that the other command needs */
            if (taken != goes_first)
                fail_msg("--%s with %s: %s", row->name, commands[j].arguments[0], written());
        }
}

/* Whether the name, cut to a length, still is the name of one option only. */
static bool is_unique(const char *name, size_t length)
{
    size_t matches = 0;
    for (const option_row *row = gd_option_rows; row->name; row++) {
        if (strncmp(row->name, name, length) == 0)
            matches++;
        if (strlen(row->name) == length && strncmp(row->name, name, length) == 0)
            return true;
    }
    /* A word for a value is no abbreviation of --min-population. */
    bool is_word = length == 2 && strncmp(name, "mi", 2) == 0;
    return matches == 1 && !is_word;
}

static void takes_every_abbreviation_of_one_option_only(void **state)
{
    (void)state;
    for (size_t i = 0; i < APPLICATIONS; i++) {
        const char *name = applications[i].name;
        size_t at = 0;
        while (commands[at].letter != applications[i].commands[0])
            at++;
        for (size_t length = 1; length <= strlen(name); length++) {
            char cut[32] = "";
            strncat(cut, name, length);
            if (length < strlen(name) &&
                gd_find_word(geodist_string(cut), gd_option_name) != SIZE_MAX)
                continue; /* --count is no short --country */
            bool taken = parse_with_command(at, cut, applications[i].value, applications[i].more);
            if (taken != is_unique(name, length))
                fail_msg("--%s for --%s: %s", cut, name, written());
        }
    }
}

static void says_which_value_is_missing(void **state)
{
    (void)state;
    for (const option_row *row = gd_option_rows; row->name; row++) {
        char option[64] = "--", expected[128];
        strcat(option, row->name);
        strcat(strcat(strcat(strcpy(expected, "geodist: option '"), option), "' needs a value: "),
               row->value ? row->value : "");
        strcat(expected, "\n");
        if (row->value) {
            assert_false(PARSE("a", option));
            assert_string_equal(written(), expected);
        } else {
            strcat(option, "=yes");
            assert_false(PARSE("a", option));
            assert_non_null(strstr(written(), "takes no value\n"));
        }
    }
}

static void takes_letters_and_names_alike(void **state)
{
    (void)state;
    for (const option_row *row = gd_option_rows; row->name; row++) {
        if (!row->letter)
            continue;
        options by_letter;
        const char letter[] = {'-', row->letter, '\0'};
        char name[64] = "--";
        const char *value = row->choice ? row->choice(1) : row->value ? "3" : NULL;
        bool is_of_lines =
            row->field == offsetof(options, input) || row->field == offsetof(options, columns) ||
            row->field == offsetof(options, threads);
        const char *more = is_of_lines ? "-" : "b";
        assert_true(PARSE(more, letter, value));
        by_letter = parsed;
        assert_true(PARSE(more, strcat(name, row->name), value));
        assert_int_equal(by_letter.command, parsed.command);
        if (row->kind == OPTION_FLAG)
            assert_true(*(bool *)((char *)&by_letter + row->field) &&
                        *(bool *)((char *)&parsed + row->field));
        else if (row->kind != OPTION_COMMAND)
            assert_int_equal(*(int *)(void *)((char *)&by_letter + row->field),
                             *(int *)(void *)((char *)&parsed + row->field));
    }
}

static void sets_every_choice(void **state)
{
    (void)state;
    for (const option_row *row = gd_option_rows; row->name; row++)
        for (size_t i = 0; row->choice && row->choice(i); i++) {
            char option[64] = "--";
            strcat(option, row->name);
            const char *more = row->field == offsetof(options, input)  ? "-"
                               : row->field == offsetof(options, kind) ? "--near=b"
                                                                       : "b";
            assert_true(PARSE(more, option, row->choice(i)));
            assert_int_equal(*(int *)(void *)((char *)&parsed + row->field), i);
        }
}

static void keeps_integers_in_their_ranges(void **state)
{
    (void)state;
    static const struct {
        const char *arguments[4];
        bool taken;
    } cases[] = {
        {{"a", "-p0"}, true},
        {{"a", "-p15"}, true},
        {{"a", "-p16"}, false},
        {{"a", "-p", "-1"}, false},
        {{"a", "-p", ""}, false},
        {{"a", "-p", "1.5"}, false},
        {{"a", "-p", " 1"}, false},
        {{"a", "-p", "1 "}, false},
        {{"a", "-p", "0x1"}, false},
        {{"a", "-p", "+1"}, false},
        {{"a", "-p", "99999999999999999999999"}, false},
        {{"a", "-p", "4294967297"}, false},
        {{"a", "-p", "000000000000000000000000000001"}, true},
        {{"a", "--waypoints=0"}, true},
        {{"a", "--waypoints=10000"}, true},
        {{"a", "--waypoints=10001"}, false},
        {{"--near=a", "--count=0"}, false},
        {{"--near=a", "--count=1"}, true},
        {{"--near=a", "--count=1000000"}, true},
        {{"--near=a", "--count=1000001"}, false},
        {{"--near=a", "--min-population=0"}, true},
        {{"--near=a", "--min-population=1000000000"}, true},
        {{"--near=a", "--min-population=1000000001"}, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (parse_list(cases[i].arguments) != cases[i].taken)
            fail_msg("case %zu: %s", i, written());
}

static void parses_the_radius_to_the_last_bit(void **state)
{
    (void)state;
    assert_true(PARSE("a", "--radius", "6371.0088"));
    assert_same(gd_earth(&parsed).radius, GEODIST_MEAN_RADIUS);
    assert_true(PARSE("a", "--radius", ".5"));
    assert_same(gd_earth(&parsed).radius, 500);
    assert_true(PARSE("a", "--radius", "6378."));
    assert_same(gd_earth(&parsed).radius, 6378000);
    assert_true(PARSE("a", "--radius", "1000000000"));
}

static void refuses_what_is_no_radius(void **state)
{
    (void)state;
    static const char *const bad[] = {"0",  "0.0", "-1",  "+1", "",   ".",     "1e3", "0x10", "inf",
                                      "nan", "1,5", "1 ", " 1", "1.2.3", "km", "1000000001"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(PARSE("a", "--radius", bad[i]));
        assert_non_null(strstr(written(), bad[i]));
    }
}

static void converts_lengths_in_the_unit_asked_for(void **state)
{
    (void)state;
    assert_true(PARSE("--near=a", "--within=10", "--unit=mi"));
    assert_same(parsed.metres, 16093.44);
    assert_true(PARSE("--unit=mi", "--near=a", "--within=10"));
    assert_same(parsed.metres, 16093.44);
    assert_true(PARSE("--near=a", "--within=10 nmi", "--unit=mi"));
    assert_same(parsed.metres, 18520);
    assert_true(PARSE("--near=a"));
    assert_same(parsed.metres, INFINITY);
    assert_false(PARSE("--near=a", "--within=ten"));
    assert_string_equal(written(),
                        "geodist: --within 'ten' is not a length such as 100, 62.5mi or 54nmi\n");
}

static void refuses_options_that_contradict_each_other(void **state)
{
    (void)state;
    static const char *const cases[][7] = {
        {"--from=a", "--bearing=1"},
        {"--from=a", "--distance=1"},
        {"a", "b", "-l", "-q"},
        {"a", "b", "-l", "-f", "csv"},
        {"a", "b", "-l", "-f", "tsv"},
        {"a", "b", "--waypoints=1", "-f", "csv"},
        {"-", "-l"},
        {"-", "--waypoints=1"},
        {"-", "--waypoints=1", "-q", "-f", "json"},
        {"a", "b", "--radius=1", "-m", "wgs84"},
        {"a", "b", "--header"},
        {"a", "b", "--header", "-f", "json"},
        {"a", "b", "--fields=label"},
        {"a", "b", "--fields=label", "-f", "geojson"},
        {"a", "b", "--collect"},
        {"a", "b", "--collect", "-f", "json"},
        {"--list", "--header", "-f", "json"},
        {"a", "b", "-q", "--header", "-f", "csv"},
        {"a", "b", "-q", "--fields=label", "-f", "csv"},
        {"-", "-q", "--collect", "-f", "geojson"},
        {"--from=a", "--bearing=1", "--distance=1", "-q", "--header", "-ftsv"},
        {"--matrix", "a", "-f", "geojson"},
        {"--matrix", "-", "-f", "geojson"},
        {"--to=a", "-", "-i", "csv"},
        {"--locate", "a", "-f", "csv", "--fields=label,distance"},
        {"--search=a", "-f", "csv", "--fields=bearing"},
        {"--list", "--fields=distance"},
        {"--country=FRA", "a", "b"},
        {"--country=", "a", "b"},
        {"--country=F1", "a", "b"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (parse_list(cases[i]))
            fail_msg("case %zu", i);
    assert_true(PARSE("a", "b", "--waypoints=1", "-q"));
    assert_true(PARSE("a", "b", "--radius=1", "-m", "sphere"));
    assert_true(PARSE("-", "-l", "-f", "geojson"));
    assert_true(PARSE("--list", "--header", "--fields=name"));
    assert_true(PARSE("--near=a", "-q", "-f", "csv", "--header", "--fields=label,distance"));
    assert_true(PARSE("--to=a", "-", "-i", "auto"));
    assert_true(PARSE("--country=fr", "a", "b"));
}

static void says_what_is_wrong(void **state)
{
    (void)state;
    static const struct {
        const char *argument, *complaint;
    } cases[] = {
        {"-ufurlong", "geodist: unknown unit 'furlong'; one of km, mi, nmi, m, ft, yd\n"},
        {"--unit=", "geodist: unknown unit ''; one of km, mi, nmi, m, ft, yd\n"},
        {"-ukilometrs", "geodist: unknown unit 'kilometrs'; did you mean 'kilometers'?\n"},
        {"-fJOSN", "geodist: unknown format 'JOSN'; did you mean 'json'?\n"},
        {"-mwgs", "geodist: unknown model 'wgs'; did you mean 'wgs84'?\n"},
        {"-u", "geodist: option '-u' needs a value: UNIT\n"},
        {"-qu", "geodist: option '-u' needs a value: UNIT\n"},
        {"-z", "geodist: unknown option '-z'\n"},
        {"-qz", "geodist: unknown option '-z'\n"},
        {"-Z", "geodist: unknown option '-Z'\n"},
        {"-v", "geodist: unknown option '-v'; did you mean '-V'?\n"},
        {"-xU", "geodist: unknown option '-U'; did you mean '-u'?\n"},
        {"-near", "geodist: unknown option '-near'; did you mean '--near'?\n"},
        {"-json", "geodist: unknown option '-json'; write -f json\n"},
        {"-csv", "geodist: unknown option '-csv'; write -f csv\n"},
        {"-mi", "geodist: unknown model 'i'; one of sphere, wgs84\n"},
        {"-j0", "geodist: --threads '0' is not a number from 1 to 256\n"},
        {"-jtwo", "geodist: --threads 'two' is not a number from 1 to 256\n"},
        {"--jobs=2", "geodist: unknown option '--jobs'; write --threads\n"},
        {"-\x1B", "geodist: unknown option '-\\x1B'\n"},
        {"--zzz", "geodist: unknown option '--zzz'\n"},
        {"--zzz=1", "geodist: unknown option '--zzz'\n"},
        {"--zz\x1B=1", "geodist: unknown option '--zz\\x1B'\n"},
        {"--formt", "geodist: unknown option '--formt'; did you mean '--format'?\n"},
        {"--formt=json", "geodist: unknown option '--formt'; did you mean '--format'?\n"},
        {"--units", "geodist: unknown option '--units'; did you mean '--unit'?\n"},
        {"--UNIT=km", "geodist: unknown option '--UNIT'; did you mean '--unit'?\n"},
        {"--pre", "geodist: option '--precision' needs a value: N\n"},
        {"--quiet=yes", "geodist: option '--quiet=yes' takes no value\n"},
        {"--s", "geodist: option '--s' may be --strict, --search or --self-test\n"},
        {"--m", "geodist: option '--m' may be --model, --matrix or --min-population\n"},
        {"--=", "geodist: unknown option '--='\n"},
        {"-fxml", "geodist: unknown format 'xml'; one of text, tsv, csv, json, geojson\n"},
        {"-u\xFF\n", "geodist: unknown unit '\\xFF\\x0A'; one of km, mi, nmi, m, ft, yd\n"},
        {"--waypoints=many", "geodist: --waypoints 'many' is not a number from 0 to 10000\n"},
        {"--bearing=nroth", "geodist: --bearing 'nroth' is neither a number of degrees nor a "
                            "direction such as NW; did you mean 'north'?\n"},
        {"--bearing=up", "geodist: --bearing 'up' is neither a number of degrees nor a direction "
                         "such as NW\n"},
        {"-p16", "geodist: --precision '16' is not a number from 0 to 15\n"},
        {"-\xC3\xA9", "geodist: unknown option '-\xC3\xA9'\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_false(PARSE("a", cases[i].argument));
        assert_string_equal(written(), cases[i].complaint);
    }
}

/* ---- Words ------------------------------------------------------------------------------------- */

static void takes_choices_in_any_case(void **state)
{
    (void)state;
    assert_true(PARSE("a", "b", "-m", "WGS84", "-f", "Json", "-u", "Miles"));
    assert_int_equal(parsed.model, GEODIST_MODEL_WGS84);
    assert_int_equal(parsed.format, FORMAT_JSON);
    assert_string_equal(gd_unit(&parsed)->name, "mi");
    assert_true(PARSE("-", "-i", "TSV", "-f", "GeoJSON"));
    assert_int_equal(parsed.format, FORMAT_GEOJSON);
    assert_int_equal(parsed.input, 1);
    assert_true(PARSE("--from=a", "--bearing=NORTHwest", "--distance=60 Miles"));
    assert_same(parsed.bearing, 315);
    assert_same(parsed.metres, 96560.64);
}

static void takes_no_abbreviation_of_a_choice(void **state)
{
    (void)state;
    assert_false(PARSE("a", "b", "-f", "geo"));
    assert_string_equal(written(), "geodist: unknown format 'geo'; did you mean 'geojson'?\n");
    assert_false(PARSE("a", "b", "-u", "kilo"));
    assert_false(PARSE("-", "-i", "t"));
}

static void says_which_unit_of_a_length_is_unknown(void **state)
{
    (void)state;
    assert_false(PARSE("--near=a", "--within=60 milse"));
    assert_string_equal(written(), "geodist: --within '60 milse': unknown unit 'milse'; "
                                   "did you mean 'miles'?\n");
    assert_false(PARSE("--from=a", "--bearing=1", "--distance=1e3furlongs"));
    assert_string_equal(written(), "geodist: --distance '1e3furlongs': unknown unit 'furlongs'; "
                                   "one of km, mi, nmi, m, ft, yd\n");
    assert_false(PARSE("--near=a", "--within=1,5"));
    assert_non_null(strstr(written(), "is not a length"));
    assert_false(PARSE("--near=a", "--within=1e7km"));
    assert_non_null(strstr(written(), "is not a length"));
}

/* Words for values, and options of other programs. */
static void says_what_to_write_instead_of_an_option(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"--miles", "-u mi"},   {"--Kilometres", "-u km"}, {"--km=1", "-u km"}, {"--NM", "-u nmi"},
        {"--mi", "-u mi"},      {"--json", "-f json"},     {"--csv", "-f csv"}, {"--tsv", "-f tsv"},
        {"--wgs84", "-m wgs84"}, {"--words", "-i words"},  {"--verbose", "--long"},
        {"--decimals=3", "--precision"},
        {"--sep=;", "--delimiter"}, {"--reverse", "--near -"}, {"--distances", "--matrix"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char expected[100] = "geodist: unknown option '";
        strncat(expected, cases[i][0], strcspn(cases[i][0], "="));
        strcat(strcat(strcat(expected, "'; write "), cases[i][1]), "\n");
        assert_false(PARSE("a", "b", cases[i][0]));
        assert_string_equal(written(), expected);
    }
    assert_true(PARSE("a", "b", "--", "--json"));
    assert_true(PARSE("--near", "--json"));
}

static void has_hints_that_are_no_options_and_lead_to_options(void **state)
{
    (void)state;
    for (const option_hint *hint = gd_option_hints; hint->name; hint++) {
        bool leads = false;
        for (const option_row *row = gd_option_rows; row->name; row++) {
            if (strncmp(row->name, hint->name, strlen(hint->name)) == 0)
                fail_msg("--%s is short for --%s", hint->name, row->name);
            size_t length = strcspn(hint->instead, " ") - 2; /* --near - */
            leads = leads ||
                    (hint->instead[1] == '-' && strlen(row->name) == length &&
                     memcmp(hint->instead + 2, row->name, length) == 0) ||
                    (hint->instead[1] == row->letter && hint->instead[2] == ' ' && row->choice &&
                     gd_find_word(geodist_string(hint->instead + 3), row->choice) != SIZE_MAX);
        }
        if (!leads)
            fail_msg("--%s leads to no option: %s", hint->name, hint->instead);
    }
}

/* Otherwise the option could not be reached. */
static void has_no_option_named_like_a_value(void **state)
{
    (void)state;
    for (const option_row *row = gd_option_rows; row->name; row++) {
        assert_null(gd_find_unit(geodist_string(row->name)));
        for (const option_row *other = gd_option_rows; other->name; other++)
            if (other->choice &&
                gd_find_word(geodist_string(row->name), other->choice) != SIZE_MAX)
                fail_msg("--%s is a word for --%s", row->name, other->name);
    }
}

static const char *some_word(size_t index)
{
    static const char *const words[] = {"km",    "east",     "west",  "kilometers", "kilometres",
                                        "tsv",   "csv",      "strict", "search",    NULL};
    return words[index];
}

static const char *suggestion(const char *word)
{
    const char *found = gd_suggest_word(geodist_string(word), some_word);
    return found ? found : "";
}

static void suggests_the_word_that_differs_least(void **state)
{
    (void)state;
    assert_string_equal(suggestion("KILOMETERS"), "kilometers");
    assert_string_equal(suggestion("kilometrs"), "kilometers"); /* as near to both: the first */
    assert_string_equal(suggestion("kilometrse"), "kilometres");
    assert_string_equal(suggestion("klmeters"), "kilometers");
    assert_string_equal(suggestion("wast"), "west"); /* the same first letter */
    assert_string_equal(suggestion("esat"), "east");
    assert_string_equal(suggestion("serach"), "search");
    assert_string_equal(suggestion("str"), "strict");
    assert_string_equal(suggestion("kmh"), "km");
}

static void suggests_nothing_far_from_all_words(void **state)
{
    (void)state;
    static const char *const words[] = {"", "k", "kn", "st", "abc", "eat up", "miles", "stricter than",
                                        "\xFF\xFE\xFD", "kilometers kilometers kilometers"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_string_equal(suggestion(words[i]), "");
    static char longest[5000];
    memset(longest, 'k', sizeof longest - 1);
    assert_string_equal(suggestion(longest), "");
}

/* All words with one fault: a letter is left out, doubled, changed or swapped with the next. */
static void suggests_every_option_with_one_fault(void **state)
{
    (void)state;
    for (const option_row *row = gd_option_rows; row->name; row++)
        for (size_t at = 0, length = strlen(row->name); length > 2 && at + 1 < length; at++)
            for (int fault = 0; fault < 4; fault++) {
                char word[40] = "";
                strcpy(word, row->name);
                char next = word[at + 1];
                if (fault == 0)
                    memmove(word + at, word + at + 1, length - at);
                else if (fault == 1)
                    memmove(word + at + 1, word + at, length - at + 1);
                else if (fault == 2)
                    word[at] = '#';
                else
                    word[at + 1] = word[at], word[at] = next;
                assert_string_equal(gd_suggest_word(geodist_string(word), gd_option_name), row->name);
            }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_defaults),
        cmocka_unit_test(takes_options_between_and_behind_operands),
        cmocka_unit_test(takes_options_in_any_order),
        cmocka_unit_test(lets_the_last_of_several_values_win),
        cmocka_unit_test(tells_a_negative_coordinate_from_an_option),
        cmocka_unit_test(joins_two_numbers_where_one_place_is_expected),
        cmocka_unit_test(joins_nothing_else),
        cmocka_unit_test(leaves_long_numbers_as_they_are),
        cmocka_unit_test(ends_options_at_two_hyphens),
        cmocka_unit_test(accepts_an_argv_without_a_name),
        cmocka_unit_test(chooses_the_command),
        cmocka_unit_test(refuses_two_commands),
        cmocka_unit_test(has_these_options),
        cmocka_unit_test(refuses_each_option_for_each_command_it_does_not_apply_to),
        cmocka_unit_test(says_which_commands_an_option_is_for_if_they_are_few),
        cmocka_unit_test(says_that_an_option_is_for_lines_only),
        cmocka_unit_test(says_what_a_table_is_read_from),
        cmocka_unit_test(refuses_two_commands_of_the_table),
        cmocka_unit_test(takes_every_abbreviation_of_one_option_only),
        cmocka_unit_test(says_which_value_is_missing),
        cmocka_unit_test(takes_letters_and_names_alike),
        cmocka_unit_test(sets_every_choice),
        cmocka_unit_test(keeps_integers_in_their_ranges),
        cmocka_unit_test(parses_the_radius_to_the_last_bit),
        cmocka_unit_test(refuses_what_is_no_radius),
        cmocka_unit_test(converts_lengths_in_the_unit_asked_for),
        cmocka_unit_test(refuses_options_that_contradict_each_other),
        cmocka_unit_test(says_what_is_wrong),
        cmocka_unit_test(takes_choices_in_any_case),
        cmocka_unit_test(takes_no_abbreviation_of_a_choice),
        cmocka_unit_test(says_which_unit_of_a_length_is_unknown),
        cmocka_unit_test(says_what_to_write_instead_of_an_option),
        cmocka_unit_test(has_hints_that_are_no_options_and_lead_to_options),
        cmocka_unit_test(has_no_option_named_like_a_value),
        cmocka_unit_test(suggests_the_word_that_differs_least),
        cmocka_unit_test(suggests_nothing_far_from_all_words),
        cmocka_unit_test(suggests_every_option_with_one_fault),
    };
    return cmocka_run_group_tests(tests, prepare, NULL);
}
