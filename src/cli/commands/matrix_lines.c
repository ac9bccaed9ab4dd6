#define _POSIX_C_SOURCE 200809L

#include "commands/matrix_lines.h"

#include "input/decimal_comma.h"
#include "input/header_words.h"
#include "input/line_reader.h"
#include "input/quotes.h"
#include "messages/ambiguity_summary.h"
#include "messages/diagnostics.h"
#include "messages/message_limit.h"
#include "output/format_number.h"
#include "text/slice.h"

#include <stdlib.h>
#include <unistd.h>

enum { LINE_BYTES_MAX = GD_LINE_MAX + 1 };

typedef struct {
    const options *asked;
    matrix *to;
    writer *out, *errors;
    name_cache *cache;
    message_limit failures;
    ambiguity_summary ambiguous;
    uint64_t line_count;
    bool stopped; /* by --fail-fast or for lack of memory */
    bool broken;
    line_reader reader;
    batch batch;
    uint64_t numbers[GD_BATCH_ROUTES]; /* of the lines of the batch */
    char *scratch_end;
    char scratch[2 * GD_BATCH_PLACES + GD_NAME_SLACK]; /* without doubled quotes, decimal commas */
} matrix_reader;

/* ---- Lines ------------------------------------------------------------------------- */

/* Empty lines, and comments: # followed by a blank, # or ! or nothing. */
static bool is_empty(geodist_text text)
{
    if (text.length && text.bytes[0] == '#')
        return text.length == 1 || memchr(" \t#!", text.bytes[1], 4);
    return trim(text).length == 0;
}

static void add_line(matrix_reader *of, geodist_text line)
{
    batch *in = &of->batch;
    bool is_first = of->to->count == 0 && in->route_count == 0;
    size_t at = in->place_count++;
    batch_route *added = &in->routes[in->route_count];
    of->numbers[in->route_count++] = of->line_count;
    *added = (batch_route){.first = (uint32_t)at, .count = 1, .fault = (uint32_t)at};
    if (line.length > GD_LINE_MAX) {
        added->status = ROUTE_LINE_TOO_LONG;
        line.length = 0;
    } else if (is_first && gd_is_header(line)) {
        added->status = ROUTE_HEADER;
        added->whole = line;
    } else if (of->asked->decimal_comma) {
        line = gd_convert_decimal_commas(line, &of->scratch_end);
    }
    in->texts[at] = gd_unquote_field(line, &of->scratch_end);
}

/* Moves lines from the block to the batch until the batch is full or the block is empty. */
static void fill_batch(matrix_reader *of, geodist_text *block)
{
    size_t taken = 0;
    gd_clear_batch(&of->batch);
    of->scratch_end = of->scratch;
    while (block->length && of->batch.route_count < GD_BATCH_ROUTES) {
        geodist_text rest = *block, line = gd_take_line(&rest);
        taken += line.length < LINE_BYTES_MAX ? line.length : LINE_BYTES_MAX;
        if (taken > GD_BATCH_PLACES)
            break;
        *block = rest;
        of->line_count++;
        if (!is_empty(line))
            add_line(of, line);
    }
}

/* ---- Places ------------------------------------------------------------------------ */

static bool add_failure(matrix_reader *of, const batch_route *failed, uint64_t number)
{
    enum { REASON_SIZE = 4096 };
    char room[REASON_SIZE];
    writer reason = gd_memory_writer(room, sizeof room);
    if (gd_allow_any_message(&of->failures)) {
        gd_put(of->errors, "geodist: line ");
        gd_put_integer(of->errors, number);
        gd_put(of->errors, ": ");
        gd_put_failure(of->errors, &of->batch, failed, true);
        gd_put(of->errors, "\n");
    }
    of->stopped = of->asked->fail_fast;
    gd_put_failure(&reason, &of->batch, failed, false);
    return gd_add_unknown_to_matrix(of->to, of->batch.texts[failed->first],
                                    gd_written_text(&reason), number);
}

static bool add_place(matrix_reader *of, size_t index)
{
    const batch_route *found = &of->batch.routes[index];
    if (found->status != ROUTE_OK)
        return add_failure(of, found, of->numbers[index]);
    if (!of->asked->quiet)
        gd_count_ambiguity(&of->ambiguous, &of->batch, found, of->numbers[index]);
    geodist_place place = gd_batch_place(&of->batch, found, found->first);
    return gd_add_to_matrix(of->to, &place);
}

static void add_block(matrix_reader *of, geodist_text block)
{
    while (block.length && !of->stopped) {
        fill_batch(of, &block);
        gd_find_batch(&of->batch, of->cache, of->asked->strict);
        for (size_t i = 0; i < of->batch.route_count && !of->stopped; i++)
            if (!add_place(of, i)) {
                gd_put_out_of_memory(of->errors);
                of->stopped = of->broken = true;
            }
    }
}

/* ---- Standard input ---------------------------------------------------------------- */

static exit_status read_all(matrix_reader *of)
{
    while (!of->stopped) {
        geodist_text block = gd_read_lines(&of->reader, of->out, of->errors);
        if (of->line_count == 0 && gd_is_utf16(block)) {
            gd_put(of->errors, GD_UTF16_MESSAGE);
            return EXIT_BROKEN;
        }
        if (of->line_count == 0)
            block = gd_skip_byte_order_mark(block);
        if (!block.length)
            break;
        add_block(of, block);
    }
    gd_put_suppressed(of->errors, &of->failures, "lines could not be answered");
    gd_put_ambiguity_summary(of->errors, &of->ambiguous, "line");
    if (of->reader.input.failure)
        gd_put_system_error(of->errors, "read", of->reader.input.failure);
    if (of->reader.input.failure || of->broken)
        return EXIT_BROKEN;
    return of->failures.count ? EXIT_UNANSWERED : EXIT_ANSWERED;
}

exit_status gd_read_matrix(const options *asked, const place_lookup *by, matrix *to, writer *out,
                           writer *errors)
{
    exit_status status = EXIT_BROKEN;
    matrix_reader *of = calloc(1, sizeof *of);
    name_cache *cache = gd_new_name_cache(*by);
    if (of && cache) {
        of->asked = asked;
        of->to = to;
        of->out = out;
        of->errors = errors;
        of->cache = cache;
        of->batch.by = *by;
        of->reader.input.file = STDIN_FILENO;
        status = read_all(of);
    } else {
        gd_put_out_of_memory(errors);
    }
    free(cache);
    free(of);
    return status;
}
