/* A journey of places given as arguments. */
#include "commands/commands.h"
#include "commands/place_argument.h"
#include "formats/format.h"
#include "input/split.h"
#include "messages/ambiguity.h"
#include "messages/diagnostics.h"
#include "messages/phrase_message.h"
#include "output/format_number.h"

#include <stdlib.h>

/* The arguments as one text with a blank between each two, and the places in it. */
typedef struct {
    char *joined;
    geodist_text text;
    geodist_text *fields;
    char *scratch; /* of gd_split_line() */
    stop *stops;
    place_lookup by;
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

static exit_status refuse_one_place(const phrase *of, writer *errors)
{
    gd_put(errors, "geodist: ");
    bool is_text = gd_put_one_place(errors, of, false);
    gd_put(errors, "\n");
    return is_text ? EXIT_WRONG_USAGE : EXIT_UNANSWERED;
}

static exit_status refuse_phrase(const phrase *of, const phrase_fault *fault, writer *errors)
{
    if (fault->kind == PHRASE_JOINED_NAME && fault->count == of->count) {
        phrase one = *of;
        one.whole = fault->text;
        return refuse_one_place(&one, errors);
    }
    gd_put(errors, "geodist: ");
    gd_put_phrase_fault(errors, of, fault);
    gd_put(errors, "\n");
    return EXIT_UNANSWERED;
}

/* Splits the arguments into a phrase, whose whole text is set if it must not be one place. */
static split_status split_arguments(const options *asked, parsed_arguments *parsed, phrase *made)
{
    split_result split;
    char *scratch = parsed->scratch;
    split_status status =
        asked->operand_count == 1
            ? gd_split_line(parsed->text, SPLIT_AUTO, parsed->fields, &scratch, &split)
            : gd_split_arguments(parsed->text, parsed->fields, asked->operand_count, &scratch,
                                 &split);
    *made = (phrase){.texts = parsed->fields,
                     .count = split.count,
                     .at_blanks = split.at_blanks,
                     .whole = split.whole};
    if (status == SPLIT_MISSING_PLACE && gd_is_one_place(parsed->text)) { /* Eloka To */
        *made = (phrase){.texts = &parsed->text, .count = 1};
        return SPLIT_OK;
    }
    return status;
}

/* Splits the arguments into the stops of a route, and finds them. */
static exit_status plan_route(parsed_arguments *parsed, phrase *of, route *planned, writer *errors)
{
    phrase_fault fault;
    if (of->count < 2 || (of->whole.length && gd_is_one_place(of->whole)))
        return refuse_one_place(of, errors);
    parsed->stops = calloc(of->count, sizeof *parsed->stops);
    if (!parsed->stops) {
        gd_put_out_of_memory(errors);
        return EXIT_BROKEN;
    }
    for (size_t i = 0; i < of->count; i++)
        parsed->stops[i].text = of->texts[i];
    *planned = (route){.stops = parsed->stops, .count = of->count, .by = parsed->by};
    of->all_found = gd_find_stops(planned);
    if (gd_find_phrase_fault(of, &fault))
        return refuse_phrase(of, &fault, errors);
    if (!of->all_found) {
        gd_put_route_errors(errors, planned);
        return EXIT_UNANSWERED;
    }
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

static void put_notes(writer *errors, const phrase *of, const route *answer)
{
    phrase_fault lesser;
    gd_put_notes(errors, answer);
    if (gd_find_lesser_reading(of, &lesser)) {
        gd_put(errors, "geodist: note: ");
        gd_put_lesser_reading(errors, &lesser);
        gd_put(errors, "\n");
    }
}

static exit_status answer_route(const options *asked, const phrase *of, route *planned, writer *out,
                                writer *errors)
{
    if (asked->strict && gd_is_ambiguous(planned)) {
        gd_put_ambiguity_errors(errors, planned);
        return EXIT_UNANSWERED;
    }
    planned->total = gd_measure_route(planned, gd_earth(asked), gd_unit(asked)->metres);
    put_answer(out, asked, planned);
    if (!asked->quiet && !gd_is_for_programs(asked))
        put_notes(errors, of, planned);
    return EXIT_ANSWERED;
}

static exit_status run_parsed(const options *asked, parsed_arguments *parsed, writer *out,
                              writer *errors)
{
    phrase of;
    route planned;
    exit_status status = gd_open_lookup(asked, &parsed->by, errors);
    if (status != EXIT_ANSWERED)
        return status;
    split_status split = split_arguments(asked, parsed, &of);
    if (split != SPLIT_OK)
        return refuse(errors, gd_describe_split(split));
    status = plan_route(parsed, &of, &planned, errors);
    return status == EXIT_ANSWERED ? answer_route(asked, &of, &planned, out, errors) : status;
}

exit_status gd_run_route(const options *asked, writer *out, writer *errors)
{
    parsed_arguments parsed;
    exit_status status = EXIT_BROKEN;
    if (join_arguments(asked, &parsed))
        status = run_parsed(asked, &parsed, out, errors);
    else
        gd_put_out_of_memory(errors);
    free_arguments(&parsed);
    return status;
}
