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

progress gd_start_progress(bool wanted, int input)
{
    struct stat file;
    progress of = {.shown = wanted || (isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO))};
    if (of.shown && fstat(input, &file) == 0 && S_ISREG(file.st_mode))
        of.size = (uint64_t)file.st_size;
    of.started = of.shown ? seconds() : 0;
    of.next = of.started + 1;
    return of;
}

static void put_progress(const progress *of, double now, uint64_t lines, uint64_t bytes,
                         writer *errors)
{
    double elapsed = now > of->started ? now - of->started : 1e-9;
    gd_put(errors, "\rgeodist: ");
    gd_put_integer(errors, lines);
    gd_put(errors, " lines, ");
    gd_put_integer(errors, (uint64_t)((double)lines / elapsed));
    gd_put(errors, " a second");
    if (of->size) {
        gd_put(errors, ", ");
        gd_put_fixed(errors, 100.0 * (double)bytes / (double)of->size, 0);
        gd_put(errors, " %");
    }
    gd_flush(errors);
}

void gd_show_progress(progress *of, uint64_t lines, uint64_t bytes, writer *errors)
{
    double now = of->shown ? seconds() : 0;
    if (!of->shown || now < of->next)
        return;
    put_progress(of, now, lines, bytes, errors);
    /* Less often as time goes on, so that the text of a day stays below 64 KiB. */
    of->next = now + (now - of->started < 60 ? 1 : (now - of->started) / 60);
}

void gd_end_progress(progress *of, uint64_t lines, uint64_t bytes, writer *errors)
{
    if (!of->shown)
        return;
    put_progress(of, seconds(), lines, bytes, errors);
    gd_put(errors, "\n");
}
