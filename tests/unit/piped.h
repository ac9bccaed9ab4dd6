/* A pipe that a child process fills in pieces. */
#ifndef PIPED_H
#define PIPED_H

#include <geodist.h>

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
    pid_t child;
    int file;
} piped;

/* The child waits after each of the cuts, so that a read ends there unless it comes late. */
static inline piped open_pipe(geodist_text text, const size_t *cuts, size_t count)
{
    int ends[2];
    if (pipe(ends) != 0)
        exit(1);
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        size_t start = 0;
        for (size_t i = 0; i <= count; i++) {
            size_t end = i < count ? cuts[i] : text.length;
            while (start < end) {
                ssize_t put = write(ends[1], text.bytes + start, end - start);
                if (put <= 0)
                    _exit(1);
                start += (size_t)put;
            }
            if (i < count)
                usleep(200);
        }
        _exit(0);
    }
    close(ends[1]);
    return (piped){child, ends[0]};
}

/* A file with the text, from which a read gets all of it. */
static inline int open_file(geodist_text text)
{
    FILE *file = tmpfile();
    if (!file || fwrite(text.bytes, 1, text.length, file) != text.length || fflush(file) != 0)
        exit(1);
    int descriptor = dup(fileno(file));
    fclose(file);
    if (descriptor < 0 || lseek(descriptor, 0, SEEK_SET) != 0)
        exit(1);
    return descriptor;
}

static inline bool close_pipe(piped *of)
{
    int status;
    close(of->file);
    return waitpid(of->child, &status, 0) == of->child && status == 0;
}

#endif
