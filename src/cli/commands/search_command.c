/* --search: places of a name that is typed or misspelt, or of the text on each line. */
#include "commands/commands.h"
#include "commands/line_stream.h"
#include "input/quotes.h"
#include "messages/diagnostics.h"
#include "messages/place_error.h"
#include "output/escape.h"

#include <stdlib.h>

enum { DEFAULT_COUNT = 20 };

/* The matches of one text. */
typedef struct {
    size_t count, capacity;
    geodist_place *places;
} matches;

/* Without places if memory is lacking. */
static matches open_matches(const options *asked)
{
    size_t all = geodist_table_info().places;
    size_t count = asked->count ? (size_t)asked->count : DEFAULT_COUNT;
    matches of = {.capacity = count < all ? count : all};
    of.places = calloc(of.capacity, sizeof *of.places);
    return of;
}

static void find_matches(matches *of, geodist_text text)
{
    size_t found = geodist_search(text, of->places, of->capacity);
    of->count = found < of->capacity ? found : of->capacity;
}

static void put_no_match(writer *out, geodist_text text)
{
    if (gd_put_text_fault(out, text))
        return;
    gd_put(out, "no name equals, begins with or resembles ");
    gd_put_quoted(out, text);
}

static void put_rows(row_writer *rows, const matches *found)
{
    for (size_t i = 0; i < found->count; i++) {
        gd_begin_row(rows, 1);
        gd_format(rows->asked)
            ->put_city(rows->out, rows->asked, &found->places[i], NULL, gd_row_line(rows));
        gd_end_row(rows);
    }
}

/* ---- A text given as an argument --------------------------------------------------- */

static exit_status search(const options *asked, matches *found, writer *out, writer *errors)
{
    geodist_text text = geodist_string(asked->subject);
    row_writer rows = {.out = out, .asked = asked, .kind = ROW_PLACE};
    find_matches(found, text);
    put_rows(&rows, found);
    gd_end_rows(&rows);
    if (found->count)
        return EXIT_ANSWERED;
    gd_put(errors, "geodist: ");
    put_no_match(errors, text);
    gd_put(errors, "\n");
    return EXIT_UNANSWERED;
}

/* ---- Lines ------------------------------------------------------------------------- */

/* The text is no place that is to be found. */
static void read_text(line_stream *of, batch_route *added, geodist_text line)
{
    of->batch.texts[added->first] = gd_unquote_field(line, &of->scratch_end);
    added->count = added->known = 1;
}

static void put_matches(line_stream *of, batch_route *searched)
{
    matches *found = of->state;
    find_matches(found, of->batch.texts[searched->first]);
    if (!found->count) {
        searched->status = ROUTE_NO_RESULT;
        return;
    }
    put_rows(&of->rows, found);
    gd_end_line_rows(&of->rows);
}

static void put_failure(const line_stream *of, const batch_route *failed, bool with_help,
                        writer *out)
{
    if (failed->status == ROUTE_NO_RESULT)
        put_no_match(out, of->batch.texts[failed->first]);
    else
        gd_put_failure(out, &of->batch, failed, with_help);
}

static void *copy_matches(const void *state)
{
    const matches *from = state;
    matches *copy = calloc(1, sizeof *copy);
    if (!copy)
        return NULL;
    *copy = (matches){.capacity = from->capacity,
                      .places = calloc(from->capacity, sizeof *copy->places)};
    if (copy->places)
        return copy;
    free(copy);
    return NULL;
}

static void free_matches(void *state)
{
    free(((matches *)state)->places);
    free(state);
}

static exit_status search_lines(const options *asked, matches *found, writer *out, writer *errors)
{
    const line_command lines = {
        .kind = ROW_PLACE,
        .lists_results = asked->count != 1,
        .read_line = read_text,
        .put_answer = put_matches,
        .put_failure = put_failure,
        .copy_state = copy_matches,
        .free_state = free_matches,
    };
    return gd_run_lines(&lines, found, asked, &(place_lookup){.country_code = ""}, out, errors);
}

/* ---- The commands ------------------------------------------------------------------ */

typedef exit_status run_search(const options *asked, matches *found, writer *out, writer *errors);

static exit_status run(run_search *run_with, const options *asked, writer *out, writer *errors)
{
    exit_status status = EXIT_BROKEN;
    matches found = open_matches(asked);
    if (found.places)
        status = run_with(asked, &found, out, errors);
    else
        gd_put_out_of_memory(errors);
    free(found.places);
    return status;
}

exit_status gd_run_search(const options *asked, writer *out, writer *errors)
{
    return run(search, asked, out, errors);
}

exit_status gd_run_search_lines(const options *asked, writer *out, writer *errors)
{
    return run(search_lines, asked, out, errors);
}
