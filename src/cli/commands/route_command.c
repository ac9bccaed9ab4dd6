/* Journeys of places given as arguments: one through all of them or, with --to, one from each. */
#include "commands/commands.h"
#include "commands/place_argument.h"
#include "commands/place_operands.h"
#include "messages/ambiguity.h"
#include "messages/diagnostics.h"
#include "messages/phrase_message.h"
#include "output/format_number.h"
#include "route/phrase_fault.h"

/* ---- Answers ----------------------------------------------------------------------- */

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

static void put_quiet_answer(writer *out, const options *asked, const route *answer)
{
    if (asked->waypoints >= 0) {
        put_quiet_waypoints(out, asked, answer);
    } else {
        gd_put_unit_length(out, asked, answer->total);
        gd_put(out, "\n");
    }
}

/* Text takes a line for each leg, the other formats a row for the whole. */
static void put_answer(row_writer *rows, route *answer)
{
    const options *asked = rows->asked;
    answer->total = gd_measure_route(answer, gd_earth(asked), gd_unit(asked)->metres);
    if (asked->quiet) {
        put_quiet_answer(rows->out, asked, answer);
    } else if (asked->format == FORMAT_TEXT) {
        gd_put_text_legs(rows->out, asked, answer);
    } else {
        gd_begin_row(rows, answer->count);
        gd_format(asked)->put_route(rows->out, asked, answer);
        gd_end_row(rows);
    }
}

/* ---- One journey ------------------------------------------------------------------- */

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
static split_status split_operands(place_operands *given, phrase *made)
{
    split_result split;
    char *scratch = given->scratch;
    split_status status =
        given->count == 1
            ? gd_split_line(given->text, SPLIT_AUTO, given->fields, &scratch, &split)
            : gd_split_arguments(given->text, given->fields, given->count, &scratch, &split);
    *made = (phrase){.texts = given->fields,
                     .count = split.count,
                     .at_blanks = split.at_blanks,
                     .whole = split.whole};
    if (status == SPLIT_MISSING_PLACE && gd_is_one_place(given->text)) { /* Eloka To */
        *made = (phrase){.texts = &given->text, .count = 1};
        return SPLIT_OK;
    }
    return status;
}

/* Finds the stops of the route. */
static exit_status plan_route(place_operands *given, const place_lookup *by, phrase *of,
                              route *planned, writer *errors)
{
    phrase_fault fault;
    if (of->count < 2 || (of->whole.length && gd_is_one_place(of->whole)))
        return refuse_one_place(of, errors);
    if (!gd_find_phrase(given, by, of, planned, errors))
        return EXIT_BROKEN;
    if (gd_find_phrase_fault(of, &fault))
        return refuse_phrase(of, &fault, errors);
    if (!of->all_found) {
        gd_put_route_errors(errors, planned);
        return EXIT_UNANSWERED;
    }
    return EXIT_ANSWERED;
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

static exit_status run_one(row_writer *rows, place_operands *given, const place_lookup *by,
                           writer *errors)
{
    const options *asked = rows->asked;
    phrase of;
    route planned;
    split_status split = split_operands(given, &of);
    if (split != SPLIT_OK)
        return refuse(errors, gd_describe_split(split));
    exit_status status = plan_route(given, by, &of, &planned, errors);
    if (status != EXIT_ANSWERED)
        return status;
    if (asked->strict && gd_is_ambiguous(&planned)) {
        gd_put_ambiguity_errors(errors, &planned);
        return EXIT_UNANSWERED;
    }
    put_answer(rows, &planned);
    if (!asked->quiet && !gd_is_for_programs(asked))
        put_notes(errors, &of, &planned);
    return EXIT_ANSWERED;
}

/* ---- A journey from each place, with --to ------------------------------------------ */

static exit_status run_each(row_writer *rows, place_operands *given, const place_lookup *by,
                            writer *errors)
{
    const options *asked = rows->asked;
    stop ends[2];
    route from, single = {.stops = ends, .count = 2, .by = *by};
    exit_status status = gd_find_place_argument(asked, by, asked->to, &ends[1], errors);
    if (status == EXIT_ANSWERED)
        status = gd_find_operands(given, by, &from, errors);
    if (status != EXIT_ANSWERED)
        return status;
    for (size_t i = 0; i < from.count && !rows->out->failure; i++) {
        ends[0] = from.stops[i];
        if (gd_is_answered(asked, &ends[0]))
            put_answer(rows, &single);
        else
            gd_put_unanswered(rows, &from, &ends[0]);
    }
    return gd_report_stops(asked, &from, errors);
}

exit_status gd_run_route(const options *asked, writer *out, writer *errors)
{
    row_writer rows = {.out = out, .asked = asked, .kind = ROW_JOURNEY};
    place_operands given;
    place_lookup by;
    exit_status status = gd_open_lookup(asked, &by, errors);
    if (status != EXIT_ANSWERED)
        return status;
    status = EXIT_BROKEN;
    if (gd_join_operands(asked, &given, errors))
        status =
            asked->to ? run_each(&rows, &given, &by, errors) : run_one(&rows, &given, &by, errors);
    if (rows.count)
        gd_end_rows(&rows);
    gd_free_operands(&given);
    return status;
}
