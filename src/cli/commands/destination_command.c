/* --from, --bearing and --distance: the point that is reached. */
#include "commands/commands.h"
#include "commands/place_argument.h"
#include "formats/row_writer.h"

exit_status gd_run_destination(const options *asked, writer *out, writer *errors)
{
    stop from;
    place_lookup by;
    exit_status status = gd_open_lookup(asked, &by, errors);
    if (status == EXIT_ANSWERED)
        status = gd_find_place_argument(asked, &by, asked->subject, &from, errors);
    if (status != EXIT_ANSWERED)
        return status;
    geodist_earth earth = gd_earth(asked);
    destination reached = {.from = from.place, .metres = asked->metres};
    geodist_destination(earth, from.place.point, asked->bearing, 0, &reached.bearings.initial);
    reached.point = geodist_destination(earth, from.place.point, asked->bearing, asked->metres,
                                        &reached.bearings.final);
    if (asked->quiet) {
        gd_put_point(out, asked, reached.point);
        gd_put(out, "\n");
        return EXIT_ANSWERED;
    }
    row_writer rows = {.out = out, .asked = asked, .kind = ROW_DESTINATION};
    gd_begin_row(&rows, 1);
    gd_format(asked)->put_destination(out, asked, &reached);
    gd_end_row(&rows);
    return EXIT_ANSWERED;
}
