#include "commands/place_argument.h"

#include "messages/ambiguity.h"
#include "messages/diagnostics.h"
#include "output/escape.h"

exit_status gd_open_lookup(const options *asked, place_lookup *by, writer *errors)
{
    if (gd_set_lookup_country(by, asked->country))
        return EXIT_ANSWERED;
    gd_put(errors, "geodist: --country ");
    gd_put_quoted(errors, geodist_string(asked->country));
    gd_put(errors, " is no code of a country with cities, such as FR\n");
    return EXIT_WRONG_USAGE;
}

exit_status gd_find_place_argument(const options *asked, const place_lookup *by, const char *text,
                                   stop *found, writer *errors)
{
    *found = (stop){.text = geodist_string(text)};
    route single = {.stops = found, .count = 1, .by = *by};
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
