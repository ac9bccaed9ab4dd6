/* --list: all places of the table. */
#include "commands/commands.h"
#include "formats/format.h"

exit_status gd_run_list(const options *asked, writer *out, writer *errors)
{
    const format *as = asked->format == FORMAT_TEXT ? &gd_delimited_format : gd_format(asked);
    geodist_place place;
    (void)errors;
    for (uint32_t row = 0; geodist_place_at(row, &place) && !out->failure; row++) {
        if (place.population < (uint32_t)asked->min_population)
            continue;
        as->put_city(out, asked, &place, NULL);
        gd_put(out, "\n");
    }
    return EXIT_ANSWERED;
}
