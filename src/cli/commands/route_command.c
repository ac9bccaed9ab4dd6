/* A journey of places given as arguments. */
#include "commands/commands.h"
#include "formats/format.h"
#include "input/split.h"
#include "messages/ambiguity.h"
#include "messages/diagnostics.h"
#include "output/escape.h"
#include "output/format_number.h"

#include <stdlib.h>

/* The arguments as one text with a blank between each two, and the places in it. */
typedef struct {
    char *joined;
    geodist_text text;
    geodist_text *fields;
    char *scratch; /* of gd_split_line() */
    stop *stops;
} parsed_arguments;

static void free_arguments(parsed_arguments *parsed)
{
    free(parsed->joined);
    free(parsed->fields);
    free(parsed->scratch);
    free(parsed->stops);
}

/* Joins the arguments; the fields become the arguments. False if memory is lacking. */
static bool join_arguments(const options *asked, parsed_arguments *parsed)
{
    size_t length = 0;
    for (size_t i = 0; i < asked->operand_count; i++)
        length += strlen(asked->operands[i]) + 1;
    *parsed = (parsed_arguments){.joined = malloc(length + 1),
                                 .fields = calloc(length + 1, sizeof *parsed->fields),
                                 .scratch = malloc(length + 1)};
    if (!parsed->joined || !parsed->fields || !parsed->scratch)
        return false;
    char *end = parsed->joined;
    for (size_t i = 0; i < asked->operand_count; i++) {
        geodist_text operand = geodist_string(asked->operands[i]);
        memcpy(end, operand.bytes, operand.length);
        parsed->fields[i] = (geodist_text){end, operand.length};
        end[operand.length] = ' ';
        end += operand.length + 1;
    }
    parsed->text = (geodist_text){parsed->joined, length - 1};
    return true;
}

static exit_status refuse(writer *errors, const char *reason)
{
    gd_put(errors, "geodist: ");
    gd_put(errors, reason);
    gd_put(errors, "\n");
    return EXIT_WRONG_USAGE;
}

static exit_status refuse_one_place(geodist_text text, bool several_words, writer *errors)
{
    gd_put(errors, "geodist: ");
    if (gd_put_text_fault(errors, text)) {
        gd_put(errors, "\n");
        return EXIT_UNANSWERED;
    }
    gd_put(errors, "only one place is given, '");
    gd_put_escaped(errors, text);
    gd_put(errors, "'; a distance needs two");
    gd_put(errors, several_words ? " (quote each place, or put 'to' between places)\n" : "\n");
    return EXIT_WRONG_USAGE;
}

static bool is_place(geodist_text text)
{
    geodist_place place;
    return geodist_find(text, &place, NULL) == GEODIST_OK;
}

/* Splits the arguments into the stops of a route. */
static exit_status plan_route(const options *asked, parsed_arguments *parsed, route *planned,
                              writer *errors)
{
    split_result split;
    char *scratch = parsed->scratch;
    split_status status =
        asked->operand_count == 1
            ? gd_split_line(parsed->text, SPLIT_AUTO, parsed->fields, &scratch, &split)
            : gd_split_arguments(parsed->text, parsed->fields, asked->operand_count, &scratch,
                                 &split);
    if (status == SPLIT_MISSING_PLACE && is_place(parsed->text)) /* Eloka To */
        return refuse_one_place(parsed->text, false, errors);
    if (status != SPLIT_OK)
        return refuse(errors, gd_describe_split(status));
    if (split.count < 2 || (split.may_be_one_place && is_place(parsed->text)))
        return refuse_one_place(split.count == 1 ? parsed->fields[0] : parsed->text,
                                split.count > 1, errors);
    parsed->stops = calloc(split.count, sizeof *parsed->stops);
    if (!parsed->stops) {
        gd_put_out_of_memory(errors);
        return EXIT_BROKEN;
    }
    for (size_t i = 0; i < split.count; i++)
        parsed->stops[i].text = parsed->fields[i];
    *planned =
        (route){.stops = parsed->stops, .count = split.count, .split_at_blanks = split.at_blanks};
    return EXIT_ANSWERED;
}

/* With --quiet --waypoints: the coordinates of the waypoints. */
static void put_quiet_waypoints(writer *out, const options *asked, const route *answer)
{
    for (size_t i = 1; i < answer->count && !out->failure; i++) {
        geodist_path path = gd_leg_path(asked, answer, i);
        for (int j = 1; j <= asked->waypoints && !out->failure; j++) {
            gd_put_point(out, asked, geodist_path_point(&path, gd_waypoint_fraction(asked, j)));
            gd_put(out, "\n");
        }
    }
}

static void put_answer(writer *out, const options *asked, const route *answer)
{
    if (!asked->quiet) {
        gd_format(asked)->put_route(out, asked, answer);
    } else if (asked->waypoints >= 0) {
        put_quiet_waypoints(out, asked, answer);
    } else {
        gd_put_unit_length(out, asked, answer->total);
        gd_put(out, "\n");
    }
}

static exit_status answer_route(const options *asked, route *planned, writer *out, writer *errors)
{
    if (!gd_find_stops(planned)) {
        gd_put_route_errors(errors, planned);
        return EXIT_UNANSWERED;
    }
    if (asked->strict && gd_is_ambiguous(planned)) {
        gd_put_ambiguity_errors(errors, planned);
        return EXIT_UNANSWERED;
    }
    planned->total = gd_measure_route(planned, gd_earth(asked), gd_unit(asked)->metres);
    put_answer(out, asked, planned);
    if (!asked->quiet && !gd_is_for_programs(asked))
        gd_put_notes(errors, planned);
    return EXIT_ANSWERED;
}

exit_status gd_run_route(const options *asked, writer *out, writer *errors)
{
    parsed_arguments parsed;
    route planned;
    exit_status status = EXIT_BROKEN;
    if (!join_arguments(asked, &parsed))
        gd_put_out_of_memory(errors);
    else
        status = plan_route(asked, &parsed, &planned, errors);
    if (status == EXIT_ANSWERED)
        status = answer_route(asked, &planned, out, errors);
    free_arguments(&parsed);
    return status;
}
