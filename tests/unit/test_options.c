#include "options/options.h"
#include "output/report.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static options read;
static sink errors;

/* Reads the arguments behind the program's name, up to a NULL. */
static bool reads(const char *first, ...)
{
    static char *argv[16];
    int argc = 0;
    argv[argc++] = (char *)"geodist";
    va_list rest;
    va_start(rest, first);
    for (const char *argument = first; argument; argument = va_arg(rest, const char *))
        argv[argc++] = (char *)argument;
    va_end(rest);
    argv[argc] = NULL;
    cli_open_sink(&errors, -1, sizeof errors.bytes - 1);
    return cli_read_options(argc, argv, &read, &errors);
}

static const char *text_of(sink *written)
{
    written->bytes[written->length] = '\0';
    return written->bytes;
}

static void assert_operands(size_t count, const char *first, const char *last)
{
    assert_int_equal(read.operand_count, count);
    assert_string_equal(read.operands[0], first);
    assert_string_equal(read.operands[count - 1], last);
}

static void has_defaults(void **state)
{
    (void)state;
    assert_true(reads("nairobi", "elpaso", NULL));
    assert_operands(2, "nairobi", "elpaso");
    assert_int_equal(read.task, MEASURE);
    assert_string_equal(read.unit->name, "km");
    assert_string_equal(read.format->name, "text");
    assert_int_equal(read.precision, -1);
    assert_true(read.on.radius == GEODIST_MEAN_RADIUS);
    assert_false(read.quiet || read.strict);
}

static void takes_options_between_and_behind_operands(void **state)
{
    (void)state;
    assert_true(reads("a", "-qx", "b", "-u", "mi", "c", "--precision=3", "d", NULL));
    assert_operands(4, "a", "d");
    assert_true(read.quiet && read.strict);
    assert_string_equal(read.unit->name, "mi");
    assert_int_equal(read.precision, 3);
}

static void takes_abbreviations(void **state)
{
    (void)state;
    assert_true(reads("--u=nmi", "--prec", "0", "--form", "json", "--rad=6371", "--q", "a", NULL));
    assert_string_equal(read.unit->name, "nmi");
    assert_int_equal(read.precision, 0);
    assert_string_equal(read.format->name, "json");
    assert_true(read.on.radius == 6371000);
    assert_true(read.quiet);
}

static void lets_the_last_of_several_win(void **state)
{
    (void)state;
    assert_true(reads("-u", "mi", "-p1", "-u", "ft", "-p2", "--version", "--help", NULL));
    assert_string_equal(read.unit->name, "ft");
    assert_int_equal(read.precision, 2);
    assert_int_equal(read.task, SHOW_HELP);
}

static void tells_a_negative_coordinate_from_an_option(void **state)
{
    (void)state;
    assert_true(reads("-1.28,36.8", "-q", "-.5,7", "-0", NULL));
    assert_operands(3, "-1.28,36.8", "-0");
    assert_true(read.quiet);
    assert_true(reads("-q", "-1.28,36.8", "nairobi", NULL));
    assert_operands(2, "-1.28,36.8", "nairobi");
}

static void ends_options_at_two_hyphens(void **state)
{
    (void)state;
    assert_true(reads("a", "--", "-q", "--", "--help", NULL));
    assert_operands(4, "a", "--help");
    assert_false(read.quiet);
    assert_int_equal(read.task, MEASURE);
}

static void takes_one_hyphen_as_an_operand(void **state)
{
    (void)state;
    assert_true(reads("-", "-q", NULL));
    assert_operands(1, "-", "-");
}

static void bears_having_no_arguments_not_even_a_name(void **state)
{
    (void)state;
    char *argv[] = {NULL};
    assert_true(cli_read_options(0, argv, &read, &errors));
    assert_int_equal(read.operand_count, 0);
}

static void reads_the_radius_to_the_last_bit(void **state)
{
    (void)state;
    assert_true(reads("--radius", "6371.0088", NULL));
    assert_true(read.on.radius == GEODIST_MEAN_RADIUS);
    assert_true(reads("--radius", ".5", NULL));
    assert_true(read.on.radius == 500);
    assert_true(reads("--radius", "6378.", NULL));
    assert_true(read.on.radius == 6378000);
}

static void refuses_what_is_no_decimal_number(void **state)
{
    (void)state;
    static const char *const bad[] = {"0",    "0.0", "-1",  "+1", "",   ".",     "1e3", "0x10",
                                      "inf",  "nan", "1,5", "1 ", " 1", "1.2.3", "km",
                                      "1000000001"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(reads("--radius", bad[i], NULL));
        assert_non_null(strstr(text_of(&errors), bad[i]));
        if (strcmp(bad[i], "0") != 0)
            assert_false(reads("-p", bad[i], NULL));
    }
    assert_false(reads("-p", "16", NULL));
    assert_false(reads("-p", "99999999999999999999999", NULL));
}

static void says_what_is_wrong(void **state)
{
    (void)state;
    static const struct {
        const char *argument, *complaint;
    } cases[] = {
        {"-ufurlong", "geodist: unknown unit 'furlong'; one of km, mi, nmi, m, ft\n"},
        {"-u", "geodist: option '-u' needs a value: UNIT\n"},
        {"-qu", "geodist: option '-u' needs a value: UNIT\n"},
        {"--unit", "geodist: option '--unit' needs a value: UNIT\n"},
        {"--radius", "geodist: option '--radius' needs a value: KM\n"},
        {"-z", "geodist: unknown option '-z'\n"},
        {"-qz", "geodist: unknown option '-z'\n"},
        {"-\x1B", "geodist: unknown option '-\\x1B'\n"},
        {"--zzz", "geodist: unknown option '--zzz'\n"},
        {"--zzz=1", "geodist: unknown option '--zzz=1'\n"},
        {"--quiet=yes", "geodist: option '--quiet=yes' takes no value\n"},
        {"--s", "geodist: option '--s' may be any of several\n"},
        {"--=", "geodist: option '--=' may be any of several\n"},
        {"-fxml", "geodist: unknown format 'xml'; one of text, tsv, csv, json, geojson\n"},
        {"-u\xFF\n", "geodist: unknown unit '\\xFF\\x0A'; one of km, mi, nmi, m, ft\n"},
        /* The last, as it leaves getopt in the middle of an argument. */
        {"-\xC3\xA9", "geodist: unknown option '-\xC3\xA9'\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_false(reads("a", cases[i].argument, NULL));
        assert_string_equal(text_of(&errors), cases[i].complaint);
    }
}

static void fits_its_help_on_80_columns(void **state)
{
    (void)state;
    static sink out;
    cli_open_sink(&out, -1, sizeof out.bytes - 1);
    cli_put_help(&out);
    int examples = 0;
    for (const char *line = text_of(&out), *end; *line; line = end + 1) {
        end = strchr(line, '\n');
        assert_non_null(end);
        assert_true(end - line <= 80);
        examples += strncmp(line, "  geodist ", 10) == 0;
    }
    assert_int_equal(examples, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_defaults),
        cmocka_unit_test(takes_options_between_and_behind_operands),
        cmocka_unit_test(takes_abbreviations),
        cmocka_unit_test(lets_the_last_of_several_win),
        cmocka_unit_test(tells_a_negative_coordinate_from_an_option),
        cmocka_unit_test(ends_options_at_two_hyphens),
        cmocka_unit_test(takes_one_hyphen_as_an_operand),
        cmocka_unit_test(bears_having_no_arguments_not_even_a_name),
        cmocka_unit_test(reads_the_radius_to_the_last_bit),
        cmocka_unit_test(refuses_what_is_no_decimal_number),
        cmocka_unit_test(says_what_is_wrong),
        cmocka_unit_test(fits_its_help_on_80_columns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
