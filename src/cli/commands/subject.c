#include "commands/subject.h"

#include "output/report.h"
#include "messages/ambiguity.h"
#include "messages/diagnostics.h"

outcome cli_find_subject(const options *chosen, stop *found, sink *errors)
{
    *found = (stop){.text = geodist_string(chosen->subject)};
    journey single = {.stops = found, .count = 1, .phrased = true};
    if (!cli_find_stops(&single)) {
        cli_put_troubles(errors, &single);
        return UNANSWERED;
    }
    if (chosen->strict && cli_is_ambiguous(&single)) {
        cli_put_candidates(errors, &single);
        return UNANSWERED;
    }
    if (!chosen->quiet && !chosen->format->fine)
        cli_put_notes(errors, &single);
    return ANSWERED;
}
