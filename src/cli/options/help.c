/* --help and the usage, from the table of options. */
#include "options/option_table.h"

#include <stdio.h>

void gd_put_usage(writer *out)
{
    gd_put(out, "Usage: geodist [OPTION]... PLACE PLACE...\n"
                "       geodist [OPTION]... < FILE\n"
                "       geodist --columns COLS [OPTION]... < TABLE\n"
                "       geodist --locate PLACE... | --matrix PLACE...\n"
                "       geodist --near PLACE | --search TEXT | --list\n"
                "       geodist --from PLACE --bearing DEG --distance DIST\n");
}

static void put_option(writer *out, const option_row *row)
{
    const char letter[] = {'-', row->letter, ',', '\0'};
    char names[32];
    snprintf(names, sizeof names, "  %-3s --%s %s", row->letter ? letter : "", row->name,
             row->value ? row->value : "");
    gd_put_padded(out, names, 24);
    gd_put(out, row->help);
    gd_put(out, "\n");
}

void gd_put_help(writer *out)
{
    gd_put_usage(out);
    gd_put(out, "Great-circle distances between places, leg by leg: straight lines over the\n"
                "earth's surface, not roads. FILE has one journey on each line. A PLACE is a\n"
                "city in any language (\"El Paso\", \"paris, tx\"), an airport (LHR), or a\n"
                "coordinate, latitude first (31.76,-106.49).\n");
    for (const option_row *row = gd_option_rows; row->name; row++)
        put_option(out, row);
    gd_put(out, "Exit status: 0 all answered; 1 a place was not found, not a city, ambiguous\n"
                "under --strict or out of range; 2 wrong usage; 3 reading or writing failed.\n"
                "Examples:\n"
                "  geodist nairobi elpaso\n"
                "  geodist new york to los angeles to tokyo\n"
                "  geodist -q -u mi -1.28333,36.81667 \"paris, texas\"\n");
}
