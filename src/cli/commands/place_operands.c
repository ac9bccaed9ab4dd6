#include "commands/place_operands.h"

#include "input/decimal_comma.h"
#include "messages/ambiguity.h"
#include "messages/diagnostics.h"
#include "messages/phrase_message.h"
#include "messages/place_error.h"
#include "route/phrase_fault.h"

#include <stdlib.h>

/* ---- One text ---------------------------------------------------------------------- */

/* Appends an argument and a blank at `end`. Returns what was appended, without the blank. */
static geodist_text append(char *end, geodist_text operand, bool decimal_comma)
{
    char *copied = end;
    geodist_text text = decimal_comma ? gd_convert_decimal_commas(operand, &copied) : operand;
    if (text.bytes != end)
        memcpy(end, text.bytes, text.length);
    end[text.length] = ' ';
    return (geodist_text){end, text.length};
}

bool gd_join_operands(const options *asked, place_operands *made, writer *errors)
{
    size_t length = 0;
    for (size_t i = 0; i < asked->operand_count; i++)
        length += strlen(asked->operands[i]) + 1;
    *made = (place_operands){.fields = calloc(length + 1, sizeof *made->fields),
                             .count = asked->operand_count,
                             .bytes = malloc(length + 1),
                             .scratch = malloc(length + 1)};
    if (!made->bytes || !made->fields || !made->scratch) {
        gd_put_out_of_memory(errors);
        return false;
    }
    char *end = made->bytes;
    for (size_t i = 0; i < made->count; i++) {
        made->fields[i] = append(end, geodist_string(asked->operands[i]), asked->decimal_comma);
        end += made->fields[i].length + 1;
    }
    made->text = (geodist_text){made->bytes, length - 1};
    return true;
}

void gd_free_operands(place_operands *of)
{
    free(of->bytes);
    free(of->fields);
    free(of->scratch);
    free(of->stops);
}

/* ---- Lookup ------------------------------------------------------------------------ */

bool gd_find_phrase(place_operands *operands, const place_lookup *by, phrase *of, route *found,
                    writer *errors)
{
    operands->stops = calloc(of->count + 1, sizeof *operands->stops);
    if (!operands->stops) {
        gd_put_out_of_memory(errors);
        return false;
    }
    for (size_t i = 0; i < of->count; i++)
        operands->stops[i].text = of->texts[i];
    *found = (route){.stops = operands->stops, .count = of->count, .by = *by};
    of->all_found = gd_find_stops(found);
    return true;
}

exit_status gd_find_operands(place_operands *operands, const place_lookup *by, route *found,
                             writer *errors)
{
    split_result split = {.count = operands->count};
    char *scratch = operands->scratch;
    phrase_fault fault;
    if (operands->count > 1) {
        split_status status =
            gd_split_arguments(operands->text, operands->fields, operands->count, &scratch, &split);
        if (status != SPLIT_OK) {
            gd_put(errors, "geodist: ");
            gd_put(errors, gd_describe_split(status));
            gd_put(errors, "\n");
            return EXIT_WRONG_USAGE;
        }
    }
    phrase of = {.texts = operands->fields, .count = split.count, .at_blanks = split.at_blanks};
    if (!gd_find_phrase(operands, by, &of, found, errors))
        return EXIT_BROKEN;
    if (of.count < 2 || !gd_find_phrase_fault(&of, &fault))
        return EXIT_ANSWERED;
    gd_put(errors, "geodist: ");
    gd_put_phrase_fault(errors, &of, &fault);
    gd_put(errors, "\n");
    return EXIT_UNANSWERED;
}

/* ---- Outcome ----------------------------------------------------------------------- */

bool gd_is_answered(const options *asked, const stop *at)
{
    return at->error.status == GEODIST_OK && !(asked->strict && at->place.rivals);
}

geodist_text gd_explain_stop(const place_lookup *by, const stop *at, char room[GD_REASON_SIZE])
{
    writer reason = gd_memory_writer(room, GD_REASON_SIZE);
    if (at->error.status == GEODIST_OK)
        gd_put_ambiguity(&reason, by, at);
    else
        gd_put_place_error(&reason, by, at->text, &at->error, false);
    return gd_written_text(&reason);
}

void gd_put_unanswered(row_writer *rows, const route *given, const stop *failed)
{
    char room[GD_REASON_SIZE];
    bool is_journey = rows->kind == ROW_JOURNEY;
    if (is_journey && rows->asked->quiet) {
        gd_put(rows->out, "NaN\n");
        return;
    }
    if (given->count == 1 && rows->asked->format == FORMAT_TEXT)
        return;
    failed_line answer = {.text = failed->text,
                          .reason = gd_explain_stop(&given->by, failed, room),
                          .places = is_journey ? 2 : 1,
                          .kind = rows->kind};
    gd_begin_row(rows, answer.places);
    gd_format(rows->asked)->put_failed_line(rows->out, rows->asked, &answer);
    gd_end_row(rows);
}

exit_status gd_report_stops(const options *asked, const route *found, writer *errors)
{
    exit_status status = EXIT_ANSWERED;
    for (size_t i = 0; i < found->count; i++)
        if (!gd_is_answered(asked, &found->stops[i]))
            status = EXIT_UNANSWERED;
    gd_put_route_errors(errors, found);
    if (asked->strict)
        gd_put_ambiguity_errors(errors, found);
    else if (!asked->quiet && !gd_is_for_programs(asked))
        gd_put_notes(errors, found);
    return status;
}
