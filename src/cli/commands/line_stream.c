#define _POSIX_C_SOURCE 200809L

#include "commands/line_stream.h"

#include "messages/diagnostics.h"
#include "messages/progress.h"

#include <stdlib.h>
#include <unistd.h>

/* What a thread buffers: the answers of nearly all blocks. */
enum { BLOCK_OUTPUT = 1 << 21 };

struct shared_lines {
    stream_results results;
    progress shown;
    /* For the thread that has locked the input: */
    line_reader reader;
    uint64_t block_count, line_count; /* that were taken */
};

/* Reads the next block of lines. */
static geodist_text read_block(line_stream *of, writer *out, writer *errors)
{
    shared_lines *shared = of->shared;
    geodist_text block = gd_read_lines(&shared->reader, &of->lines, out, errors);
    of->bytes_read = shared->reader.input.taken;
    return block;
}

static void show_progress(line_stream *of)
{
    gd_show_progress(&of->shared->shown, of->line_count, of->bytes_read,
                     of->shared->results.errors);
}

/* ---- One thread -------------------------------------------------------------------- */

/* What stands before the rows, and depends on the first one, is written. */
static bool rows_have_begun(const line_stream *of)
{
    return of->rows.count > 0 || !(of->asked->header || of->asked->collect);
}

/* Answers lines until the end, or until more threads may help. False at the end. */
static bool answer_alone(line_stream *of, bool may_stop)
{
    writer *errors = of->shared->results.errors;
    while (gd_goes_on(&of->results)) {
        if (may_stop && of->taken >= GD_SETTLED_FROM && rows_have_begun(of))
            return true;
        geodist_text block = read_block(of, of->out, errors);
        if (of->line_count == 0 && gd_is_utf16(block)) {
            gd_put(errors, GD_UTF16_MESSAGE);
            of->results.stopped = of->shared->results.broken = true;
            break;
        }
        if (of->line_count == 0)
            block = gd_skip_byte_order_mark(block);
        if (!block.length)
            break;
        gd_answer_block(of, block);
        show_progress(of);
    }
    return false;
}

/* ---- Several threads --------------------------------------------------------------- */

/* The inner loop counts in one byte, of which a vector has the most. */
static uint64_t count_lines(geodist_text block)
{
    uint64_t count = block.bytes[block.length - 1] != '\n'; /* of the last line of the input */
    for (size_t i = 0; i < block.length;) {
        size_t end = block.length - i < UINT8_MAX ? block.length : i + UINT8_MAX;
        uint8_t few = 0;
        for (; i < end; i++)
            few = (uint8_t)(few + (block.bytes[i] == '\n'));
        count += few;
    }
    return count;
}

/* Takes the next block of the input. Whatever was answered before is already written or waits for
 * nothing but its turn: nothing is to be flushed before the input is waited for. */
static geodist_text take_block(line_stream *of)
{
    shared_lines *shared = of->shared;
    geodist_text block = {NULL, 0};
    gd_lock_input(&shared->results.order);
    if (!atomic_load(&shared->results.stopped))
        block = read_block(of, NULL, NULL);
    if (block.length) {
        gd_begin_block(&of->results, shared->block_count++);
        of->line_count = shared->line_count;
        shared->line_count += count_lines(block);
    }
    gd_unlock_input(&shared->results.order);
    return block;
}

static void answer_blocks(void *part)
{
    line_stream *of = part;
    geodist_text block;
    while (gd_goes_on(&of->results) && (block = take_block(of)).length) {
        gd_answer_block(of, block);
        if (gd_take_turn(&of->results))
            show_progress(of);
        gd_end_block(&of->results);
    }
}

/* ---- Parts ------------------------------------------------------------------------- */

static void free_part(line_stream *of)
{
    if (!of)
        return;
    free(of->cache);
    free(of);
}

/* Whether a row without an answer has room for the reason. */
static bool has_reasons(const options *asked)
{
    return gd_is_nested(asked) || gd_has_field(&asked->fields, FIELD_ERROR);
}

static line_stream *new_part(const line_command *run_by, void *state, const options *asked,
                             const place_lookup *by, shared_lines *shared)
{
    line_stream *of = calloc(1, sizeof *of);
    if (!of)
        return NULL;
    of->cache = gd_new_name_cache(*by);
    of->shared = shared;
    of->command = run_by;
    of->state = state;
    of->asked = asked;
    of->rows =
        (row_writer){.asked = asked, .kind = run_by->kind, .numbered = run_by->lists_results};
    of->numbers_only = asked->quiet && run_by->kind == ROW_JOURNEY;
    of->rows_have_reasons = has_reasons(asked);
    of->batch.by = *by;
    of->results.stream = &shared->results;
    if (!of->cache) {
        free_part(of);
        return NULL;
    }
    if (of->numbers_only && !asked->strict)
        gd_leave_out_rivals(of->cache);
    return of;
}

static void set_writer(line_stream *of, writer *out)
{
    of->out = of->rows.out = of->results.out = out;
}

/* ---- Several threads: their parts -------------------------------------------------- */

typedef struct {
    line_stream *of;
    writer out;
    char buffer[BLOCK_OUTPUT];
} thread_part;

/* A part that goes on where the first one is. NULL if memory is lacking. */
static line_stream *copy_part(const line_stream *first)
{
    const line_command *run_by = first->command;
    void *state = run_by->copy_state ? run_by->copy_state(first->state) : NULL;
    line_stream *of = NULL;
    if (state || !run_by->copy_state)
        of = new_part(run_by, state, first->asked, &first->batch.by, first->shared);
    if (!of && state)
        run_by->free_state(state);
    if (!of)
        return NULL;
    of->rows.count = first->rows.count;
    of->taken = first->taken;
    of->batch.lines_are_csv = first->batch.lines_are_csv;
    return of;
}

static bool open_thread(thread_part *part, line_stream *of, int file)
{
    part->of = of;
    if (!of)
        return false;
    part->out = gd_block_writer(&of->results, file, part->buffer, sizeof part->buffer);
    set_writer(of, &part->out);
    return true;
}

/* The first thread has the part that was there before. */
static void close_threads(thread_part **parts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        line_stream *of = parts[i] ? parts[i]->of : NULL;
        if (i > 0 && of && of->command->copy_state)
            of->command->free_state(of->state);
        if (i > 0)
            free_part(of);
        free(parts[i]);
    }
    free((void *)parts);
}

/* Makes the parts of so many threads. Returns how many there are: fewer if memory is lacking. */
static size_t open_threads(thread_part **parts, size_t count, line_stream *first)
{
    int file = first->out->file;
    size_t opened = 0;
    while (opened < count) {
        parts[opened] = calloc(1, sizeof *parts[opened]);
        if (!parts[opened] || !open_thread(parts[opened], opened ? copy_part(first) : first, file))
            break;
        opened++;
    }
    return opened;
}

static void run_threads(thread_part **parts, size_t count)
{
    shared_lines *shared = parts[0]->of->shared;
    void *arguments[GD_THREADS_MAX];
    shared->line_count = parts[0]->of->line_count;
    for (size_t i = 0; i < count; i++)
        arguments[i] = parts[i]->of;
    gd_run_threads(answer_blocks, arguments, count);
    parts[0]->of->line_count = shared->line_count;
}

/* Answers the rest of the input by so many threads. */
static void answer_side_by_side(line_stream *first, size_t count)
{
    stream_results *results = first->results.stream;
    writer *out = first->out;
    thread_part **parts = (thread_part **)calloc(count, sizeof *parts);
    size_t opened = 0;
    bool flushed = gd_flush(out);
    gd_flush(results->errors); /* nobody may hear what is said, but the answers go on */
    if (flushed && parts && gd_open_order(&results->order)) {
        opened = open_threads(parts, count, first);
        if (opened > 0)
            run_threads(parts, opened);
        gd_close_order(&results->order);
    }
    set_writer(first, out);
    first->results.has_turn = true;
    if (opened > 0) {
        first->results.stopped = atomic_load(&results->stopped);
        out->written = true;
        out->failure = results->failure;
    } else if (flushed) {
        answer_alone(first, false);
    }
    if (parts)
        close_threads(parts, count);
}

/* ---- The stream -------------------------------------------------------------------- */

static exit_status end(line_stream *of)
{
    stream_results *results = of->results.stream;
    shared_lines *shared = of->shared;
    int failure = shared->reader.input.failure;
    gd_end_progress(&shared->shown, of->line_count, shared->reader.input.taken, results->errors);
    gd_put_suppressed(results->errors, &results->failures, "lines could not be answered");
    gd_put_name_summary(results->errors, &results->names, &results->failures, "line");
    if (failure)
        gd_put_system_error(results->errors, "read", failure);
    if (failure || results->broken)
        return EXIT_BROKEN;
    if (gd_has_rows(of))
        gd_end_rows(&of->rows);
    return results->failures.count ? EXIT_UNANSWERED : EXIT_ANSWERED;
}

static size_t thread_count(const line_stream *of)
{
    if (of->command->one_thread)
        return 1;
    size_t count = of->asked->threads ? (size_t)of->asked->threads : gd_processor_count();
    return count < GD_THREADS_MAX ? count : GD_THREADS_MAX;
}

static exit_status run(line_stream *of)
{
    size_t threads = thread_count(of);
    of->shared->shown = gd_start_progress(of->asked->progress, STDIN_FILENO);
    if (answer_alone(of, threads > 1))
        answer_side_by_side(of, threads);
    return end(of);
}

exit_status gd_run_lines(const line_command *run_by, void *state, const options *asked,
                         const place_lookup *by, writer *out, writer *errors)
{
    exit_status status = EXIT_BROKEN;
    shared_lines *shared = calloc(1, sizeof *shared);
    line_stream *of = shared ? new_part(run_by, state, asked, by, shared) : NULL;
    if (of) {
        shared->reader.input.file = STDIN_FILENO;
        shared->results.errors = errors;
        of->results.has_turn = true;
        set_writer(of, out);
        status = run(of);
    } else {
        gd_put_out_of_memory(errors);
    }
    free_part(of);
    free(shared);
    return status;
}
