#include "commands/place_argument.h"

#include "messages/ambiguity.h"
#include "messages/diagnostics.h"

exit_status gd_find_place_argument(const options *asked, stop *found, writer *errors)
{
    *found = (stop){.text = geodist_string(asked->subject)};
    route single = {.stops = found, .count = 1};
    if (!gd_find_stops(&single)) {
        gd_put_route_errors(errors, &single);
        return EXIT_UNANSWERED;
    }
    if (asked->strict && gd_is_ambiguous(&single)) {
        gd_put_ambiguity_errors(errors, &single);
        return EXIT_UNANSWERED;
    }
    if (!asked->quiet && !gd_is_for_programs(asked))
        gd_put_notes(errors, &single);
    return EXIT_ANSWERED;
}
