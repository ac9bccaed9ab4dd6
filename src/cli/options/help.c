/* What the program can do, from the table of options. */
#include "options/options.h"

#include <stdio.h>

void cli_put_usage(sink *out)
{
    cli_put(out, "Usage: geodist [OPTION]... PLACE PLACE...\n"
                 "       geodist [OPTION]... < FILE\n"
                 "       geodist --from PLACE --bearing DEG --distance DIST\n"
                 "       geodist --near PLACE | --search TEXT | --list\n");
}

static void put_option(sink *out, const option_row *row)
{
    const char letter[] = {'-', row->letter, ',', '\0'};
    char names[32];
    snprintf(names, sizeof names, "  %-3s --%s %s", row->letter ? letter : "", row->name,
             row->value ? row->value : "");
    cli_put_padded(out, names, 24);
    cli_put(out, row->help);
    cli_put(out, "\n");
}

void cli_put_help(sink *out)
{
    cli_put_usage(out);
    cli_put(out, "Great-circle distances between places, leg by leg. A FILE has a journey a "
                 "line.\nA PLACE is a city, in any language (\"El Paso\", \"paris, tx\"), an airport "
                 "code\n(LHR), or a coordinate, latitude first (31.76,-106.49).\n");
    for (const option_row *row = cli_option_rows; row->name; row++)
        put_option(out, row);
    cli_put(out, "Examples:\n"
                 "  geodist nairobi elpaso\n"
                 "  geodist new york to los angeles to tokyo\n"
                 "  geodist -q -u mi -1.28333,36.81667 \"paris, texas\"\n");
}
