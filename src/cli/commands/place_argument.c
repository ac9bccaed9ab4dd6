#include "commands/place_argument.h"

#include "input/decimal_comma.h"
#include "messages/ambiguity.h"
#include "messages/diagnostics.h"
#include "output/escape.h"

exit_status gd_open_lookup(const options *asked, place_lookup *by, writer *errors)
{
    if (gd_set_lookup_country(by, asked->country))
        return EXIT_ANSWERED;
    gd_put(errors, "geodist: --country ");
    gd_put_quoted(errors, geodist_string(asked->country));
    gd_put(errors, " is not the code of a country with places, such as FR\n");
    return EXIT_WRONG_USAGE;
}

static exit_status find_place(const options *asked, const place_lookup *by, stop *found,
                              writer *errors)
{
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

exit_status gd_find_place_argument(const options *asked, const place_lookup *by, const char *text,
                                   stop *found, writer *errors)
{
    enum { COORDINATE_MAX = 256 }; /* longer texts are none */
    char room[COORDINATE_MAX], *scratch = room;
    geodist_text typed = geodist_string(text), read = typed;
    if (asked->decimal_comma && typed.length <= sizeof room)
        read = gd_convert_decimal_commas(typed, &scratch);
    *found = (stop){.text = read};
    exit_status status = find_place(asked, by, found, errors);
    found->text = typed;
    return status;
}

exit_status gd_find_target(const options *asked, const place_lookup *by, stop *found,
                           writer *errors)
{
    exit_status status = gd_find_place_argument(asked, by, asked->to, found, errors);
    gd_flush(errors);
    return status;
}
