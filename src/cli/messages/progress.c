#define _POSIX_C_SOURCE 200809L

#include "messages/progress.h"

#include "output/format_number.h"

#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

progress cli_start_progress(const options *chosen, int input)
{
    struct stat file;
    progress of = {.shown = chosen->progress || (isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO))};
    if (of.shown && fstat(input, &file) == 0 && S_ISREG(file.st_mode))
        of.size = (uint64_t)file.st_size;
    of.began = of.shown ? seconds() : 0;
    of.next = of.began + 1;
    return of;
}

static void put_progress(const progress *of, double now, uint64_t lines, uint64_t bytes,
                         sink *errors)
{
    double elapsed = now > of->began ? now - of->began : 1e-9;
    cli_put(errors, "\rgeodist: ");
    cli_put_count(errors, lines);
    cli_put(errors, " lines, ");
    cli_put_count(errors, (uint64_t)((double)lines / elapsed));
    cli_put(errors, " a second");
    if (of->size) {
        cli_put(errors, ", ");
        cli_put_fixed(errors, 100.0 * (double)bytes / (double)of->size, 0);
        cli_put(errors, " %");
    }
    cli_flush(errors);
}

void cli_show_progress(progress *of, uint64_t lines, uint64_t bytes, sink *errors)
{
    double now = of->shown ? seconds() : 0;
    if (!of->shown || now < of->next)
        return;
    put_progress(of, now, lines, bytes, errors);
    /* A day of it stays below 64 KiB. */
    of->next = now + (now - of->began < 60 ? 1 : (now - of->began) / 60);
}

void cli_end_progress(progress *of, uint64_t lines, uint64_t bytes, sink *errors)
{
    if (!of->shown)
        return;
    put_progress(of, seconds(), lines, bytes, errors);
    cli_put(errors, "\n");
}
