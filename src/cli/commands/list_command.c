/* --list: all places of the table. */
#include "commands/commands.h"
#include "formats/row_writer.h"

exit_status gd_run_list(const options *asked, writer *out, writer *errors)
{
    options with_format = *asked;
    if (asked->format == FORMAT_TEXT)
        with_format.format = FORMAT_TSV;
    row_writer rows = {.out = out, .asked = &with_format, .kind = ROW_PLACE};
    geodist_place place;
    (void)errors;
    for (uint32_t row = 0; geodist_place_at(row, &place) && !out->failure; row++) {
        if (place.population < (uint32_t)asked->min_population)
            continue;
        gd_begin_row(&rows, 1);
        gd_format(&with_format)->put_city(out, &with_format, &place, NULL, 0);
        gd_end_row(&rows);
    }
    gd_end_rows(&rows);
    return EXIT_ANSWERED;
}
