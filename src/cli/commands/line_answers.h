/* A block of lines -> answers in the same order. This is what all streams of lines share; a
 * line_command is what differs between them. */
#ifndef CLI_LINE_ANSWERS_H
#define CLI_LINE_ANSWERS_H

#include "commands/ordered_results.h"
#include "formats/row_writer.h"
#include "input/line_reader.h"

typedef struct line_stream line_stream;

/* What a command does with its lines. */
typedef struct {
    row_kind kind;
    bool one_thread;    /* the lines must be answered one after another */
    bool lists_results; /* a line has any number of rows, which are numbered */

    /* Takes a line that is neither empty nor longer than GD_LINE_MAX into the batch: writes the
     * texts of its places, from added->first on, and sets the other members. It may be called with
     * a copy of the line. */
    void (*read_line)(line_stream *of, batch_route *added, geodist_text line);

    /* After the places of the batch were found: does what is faster for all lines at once. May
     * change the status of a route. NULL if there is nothing to do. */
    void (*answer_batch)(line_stream *of);

    /* Writes the row or rows of a route that is ROUTE_OK. If there is no answer after all it
     * changes the status of the route and writes nothing. */
    void (*put_answer)(line_stream *of, batch_route *found);

    /* NULL for commands with rows. A command that collects the places of all lines takes one here
     * that has no answer; for empty lines nothing happens. */
    void (*collect_failure)(line_stream *of, const batch_route *failed);

    /* Explains why a route has no answer, as gd_put_failure() does. */
    void (*put_failure)(const line_stream *of, const batch_route *failed, bool with_help,
                        writer *out);

    /* The state for one more thread, or NULL if memory is lacking; and its end. Not used of a
     * command that has no state or only one thread. */
    void *(*copy_state)(const void *state);
    void (*free_state)(void *copy);
} line_command;

typedef struct {
    geodist_text text; /* without its ending */
    bool empty; /* an empty line or a comment */
    size_t route; /* in the batch, unless it is empty */
} pending_line;

/* What the threads of a stream have in common. */
typedef struct shared_lines shared_lines;

/* The part of one thread. */
struct line_stream {
    shared_lines *shared;
    const line_command *command;
    void *state; /* of the command, for this thread */
    const options *asked;
    writer *out;
    row_writer rows;
    name_cache *cache;
    uint64_t line_count; /* up to the line that is being written */
    uint64_t taken; /* bytes of the lines before the next batch, with one more for each */
    uint64_t bytes_read; /* of the input, up to the end of the block */
    bool numbers_only; /* --quiet: the total of each journey, without rows */
    bool rows_have_reasons;
    line_buffer lines;
    batch batch;
    size_t pending_count;
    pending_line pending[GD_BATCH_ROUTES];
    char *scratch_end; /* of what is used of it */
    /* Fields with doubled quotes, and copies of lines with decimal commas. */
    char scratch[2 * GD_BATCH_PLACES + GD_NAME_SLACK];
    block_results results;
};

/* What the lines before say of a line is settled by those that begin in so many bytes, a newline
 * counted with each, so that later lines can be answered side by side. */
enum { GD_SETTLED_FROM = 1 << 20 };

/* Answers whole lines. */
void gd_answer_block(line_stream *of, geodist_text block);

/* Whether the stream writes a row for each line. */
bool gd_has_rows(const line_stream *of);

#endif
