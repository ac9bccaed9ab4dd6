/* Runs a command of the program over an input in memory. Include it first: it asks for POSIX. */
#ifndef FUZZ_RUN_H
#define FUZZ_RUN_H

#define _DEFAULT_SOURCE

#include "commands/commands.h"
#include "fuzz.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { FUZZ_OUTPUT_SIZE = 1 << 24 };

typedef struct {
    exit_status status;
    geodist_text out, errors;
} fuzz_answer;

static inline void fuzz_write(int file, const uint8_t *bytes, size_t size, size_t piece)
{
    for (size_t at = 0; at < size; at += piece) {
        size_t length = size - at < piece ? size - at : piece;
        REQUIRE(write(file, bytes + at, length) == (ssize_t)length);
    }
}

static inline void fuzz_become_stdin(int file)
{
    REQUIRE(dup2(file, STDIN_FILENO) == STDIN_FILENO);
    if (file != STDIN_FILENO)
        close(file);
}

/* Standard input becomes the bytes, of which each read gets one piece. A packet takes memory of its
 * own, so there are at most a hundred; what is too large for the buffer of a socket is written by a
 * child process. Returns that process, or 0. */
static inline pid_t fuzz_set_stdin(const uint8_t *bytes, size_t size, size_t piece)
{
    int ends[2];
    if (piece < size / 100 + 1)
        piece = size / 100 + 1;
    if (size < 30000) {
        REQUIRE(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends) == 0);
        fuzz_write(ends[1], bytes, size, piece);
        close(ends[1]);
        fuzz_become_stdin(ends[0]);
        return 0;
    }
    REQUIRE(pipe(ends) == 0);
    pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        close(ends[0]);
        fuzz_write(ends[1], bytes, size, piece);
        _exit(0);
    }
    close(ends[1]);
    fuzz_become_stdin(ends[0]);
    return child;
}

typedef struct {
    FILE *file;
    char buffer[1 << 16], bytes[FUZZ_OUTPUT_SIZE];
} fuzz_output;

/* A writer to an empty file: a command flushes what it has when it waits for input. */
static inline writer fuzz_open_output(fuzz_output *to)
{
    if (!to->file)
        to->file = tmpfile();
    REQUIRE(to->file && ftruncate(fileno(to->file), 0) == 0 && lseek(fileno(to->file), 0, SEEK_SET) == 0);
    return gd_file_writer(fileno(to->file), to->buffer, sizeof to->buffer, UINT64_MAX);
}

/* What was written; it stays until the output is opened again. */
static inline geodist_text fuzz_read_output(writer *out, fuzz_output *from)
{
    REQUIRE(gd_flush(out));
    off_t size = lseek(fileno(from->file), 0, SEEK_CUR);
    REQUIRE(size >= 0 && size <= FUZZ_OUTPUT_SIZE);
    REQUIRE(pread(fileno(from->file), from->bytes, (size_t)size, 0) == (ssize_t)size);
    return (geodist_text){from->bytes, (size_t)size};
}

/* Room for an answer; two suffice for a comparison. */
typedef struct {
    fuzz_output out, errors;
} fuzz_room;

static inline fuzz_answer fuzz_run(run_command *run, const options *asked, const uint8_t *bytes,
                                   size_t size, size_t piece, fuzz_room *room)
{
    writer out = fuzz_open_output(&room->out), errors = fuzz_open_output(&room->errors);
    pid_t child = fuzz_set_stdin(bytes, size, piece);
    exit_status status = run(asked, &out, &errors);
    fuzz_become_stdin(open("/dev/null", O_RDONLY)); /* the child may write still */
    if (child)
        REQUIRE(waitpid(child, NULL, 0) == child);
    return (fuzz_answer){status, fuzz_read_output(&out, &room->out),
                         fuzz_read_output(&errors, &room->errors)};
}

/* Cuts off the last line if it begins with "geodist: note: ", as no error does. */
static inline bool fuzz_cut_note(geodist_text *errors)
{
    static const char note[] = "geodist: note: ";
    size_t length = sizeof note - 1, start = errors->length ? errors->length - 1 : 0;
    while (start > 0 && errors->bytes[start - 1] != '\n')
        start--;
    if (errors->length - start < length || memcmp(errors->bytes + start, note, length) != 0)
        return false;
    errors->length = start;
    return true;
}

/* Cuts off the summary of unknown and of ambiguous names, a line each: the last lines of the
 * messages. Returns their number. They say nothing about the status, unlike all other messages. */
static inline int fuzz_cut_summary(geodist_text *errors)
{
    enum { KINDS = 2 };
    int lines = 0;
    while (fuzz_cut_note(errors))
        lines++;
    REQUIRE(lines <= KINDS);
    return lines;
}

static inline void fuzz_require_same(const fuzz_answer *a, const fuzz_answer *b)
{
    REQUIRE(a->status == b->status);
    REQUIRE(fuzz_same_text(a->out, b->out));
    REQUIRE(fuzz_same_text(a->errors, b->errors));
}

#endif
