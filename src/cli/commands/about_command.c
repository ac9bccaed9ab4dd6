/* --self-test and --version. */
#include "commands/commands.h"

#include "output/format_number.h"

exit_status gd_run_self_test(const options *asked, writer *out, writer *errors)
{
    (void)asked;
    if (!geodist_self_test()) {
        gd_put(errors, "geodist: self-test failed\n");
        return EXIT_BROKEN;
    }
    gd_put(out, "geodist: self-test passed\n");
    return EXIT_ANSWERED;
}

exit_status gd_run_version(const options *asked, writer *out, writer *errors)
{
    geodist_table table = geodist_table_info();
    (void)asked, (void)errors;
    gd_put(out, "geodist ");
    gd_put(out, geodist_version());
    gd_put(out, ", MIT licence\n");
    gd_put_integer(out, table.places);
    gd_put(out, " places, ");
    gd_put_integer(out, table.airports);
    gd_put(out, " of them airports, edition ");
    gd_put_text(out, table.edition);
    gd_put(out, "\n");
    gd_put_text(out, table.credit);
    gd_put(out, "\nReport a wrong place with the text, the answer and what you expected.\n");
    return EXIT_ANSWERED;
}
