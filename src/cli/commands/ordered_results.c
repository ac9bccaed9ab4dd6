#include "commands/ordered_results.h"

#include "messages/diagnostics.h"

#include <errno.h>

/* Before the first bytes of a block are written. */
static bool may_write(void *asked)
{
    block_results *of = asked;
    gd_take_turn(of);
    return !atomic_load(&of->stream->stopped);
}

writer gd_block_writer(block_results *of, int file, char *buffer, size_t capacity)
{
    writer made = gd_file_writer(file, buffer, capacity, UINT64_MAX);
    made.may_write = may_write;
    made.asked = of;
    return made;
}

void gd_begin_block(block_results *of, uint64_t number)
{
    of->has_turn = false;
    of->block = number;
}

bool gd_take_turn(block_results *of)
{
    stream_results *stream = of->stream;
    if (of->has_turn)
        return !of->stopped;
    gd_await_turn(&stream->order, of->block);
    of->has_turn = true;
    if (atomic_load(&stream->stopped))
        of->stopped = true;
    else
        gd_count_logged(&stream->names, &of->names);
    of->names.length = 0;
    return !of->stopped;
}

void gd_end_block(block_results *of)
{
    stream_results *stream = of->stream;
    gd_take_turn(of);
    if (!atomic_load(&stream->stopped)) {
        stream->failures.count += of->suppressed;
        gd_flush(of->out);
        gd_flush(stream->errors);
        if (of->out->failure && of->out->failure != ECANCELED)
            stream->failure = of->out->failure;
        if (of->out->failure || of->stopped)
            atomic_store(&stream->stopped, true);
    }
    of->suppressed = 0;
    gd_pass_turn(&stream->order);
}

bool gd_allow_failure(block_results *of)
{
    stream_results *stream = of->stream;
    if (!of->has_turn && atomic_load_explicit(&stream->suppresses, memory_order_relaxed)) {
        of->suppressed++;
        return false;
    }
    if (!gd_take_turn(of))
        return false;
    bool allowed = gd_allow_any_message(&stream->failures);
    if (stream->failures.count >= GD_MESSAGES_MAX)
        atomic_store(&stream->suppresses, true);
    return allowed;
}

void gd_summarize_names(block_results *of, const batch *in, const batch_route *at, uint64_t number)
{
    if (!gd_may_use_names(at))
        return;
    if (!of->has_turn && gd_log_names(&of->names, in, at, number))
        return;
    if (gd_take_turn(of))
        gd_count_names(&of->stream->names, in, at, number);
}

void gd_break_results(block_results *of)
{
    if (gd_take_turn(of)) {
        gd_put_out_of_memory(of->stream->errors);
        of->stream->broken = true;
    }
    of->stopped = true;
}
