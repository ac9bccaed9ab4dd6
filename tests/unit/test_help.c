#include "options/option_table.h"

#include "texts.h"
#include "written.h"

#include "text/utf8.h"

#include <stdio.h>

static const char *help(void)
{
    gd_put_help(begin());
    return written();
}

static size_t columns_of(const char *line, size_t length)
{
    size_t columns = 0;
    geodist_text rest = {line, length};
    for (; rest.length; columns++) {
        size_t bytes = utf8_length(rest);
        rest.bytes += bytes;
        rest.length -= bytes;
    }
    return columns;
}

static void fits_on_79_columns(void **state)
{
    (void)state;
    for (const char *line = help(), *end; *line; line = end + 1) {
        end = strchr(line, '\n');
        assert_non_null(end);
        if (columns_of(line, (size_t)(end - line)) > 79)
            fail_msg("too long: %.*s", (int)(end - line), line);
        assert_null(memchr(line, '\t', (size_t)(end - line)));
        assert_true(end == line || end[-1] != ' ');
    }
}

static void has_a_line_for_every_option(void **state)
{
    (void)state;
    const char *text = help();
    for (const option_row *row = gd_option_rows; row->name; row++) {
        char wanted[64];
        if (row->letter)
            snprintf(wanted, sizeof wanted, "\n  -%c, --%s %s", row->letter, row->name,
                     row->value ? row->value : "");
        else
            snprintf(wanted, sizeof wanted, "\n      --%s %s", row->name,
                     row->value ? row->value : "");
        const char *line = strstr(text, wanted);
        if (!line)
            fail_msg("no line for --%s", row->name);
        else
            assert_non_null(strstr(line, row->help));
    }
}

static void names_every_choice_of_an_option(void **state)
{
    (void)state;
    for (const option_row *row = gd_option_rows; row->name; row++)
        for (size_t i = 0; row->choice && row->choice(i); i++)
            if (!strstr(row->help, row->choice(i)))
                fail_msg("--%s: '%s' is not in its help", row->name, row->choice(i));
}

static void says_what_distances_and_exit_statuses_are(void **state)
{
    (void)state;
    const char *text = help();
    assert_non_null(strstr(text, "not roads"));
    assert_non_null(strstr(text, "Exit status: 0"));
    assert_non_null(strstr(text, "\n  geodist nairobi elpaso\n"));
}

static void begins_with_the_usage(void **state)
{
    (void)state;
    char usage[2000];
    gd_put_usage(begin());
    size_t length = written_out.length;
    assert_true(length > 0 && length < sizeof usage);
    memcpy(usage, written(), length);
    assert_memory_equal(help(), usage, length);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fits_on_79_columns),
        cmocka_unit_test(has_a_line_for_every_option),
        cmocka_unit_test(names_every_choice_of_an_option),
        cmocka_unit_test(says_what_distances_and_exit_statuses_are),
        cmocka_unit_test(begins_with_the_usage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
