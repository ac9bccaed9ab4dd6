/* Times the readers of bare numbers on lines of two points. The script `numbers` builds and runs it. */
#define _POSIX_C_SOURCE 200809L

#include <geodist.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "../unit/pairs.h"
#include "coordinates/coordinate_list.h"
#include "coordinates/coordinate_list_simd.h"

enum { LINES = 20000, ROUNDS = 25, SHORTEST = 17 };

typedef size_t points_reader(geodist_text text, double *lat, double *lon, size_t capacity);

typedef struct {
    const char *name;
    points_reader *read;
} reader;

/* ---- Lines ------------------------------------------------------------------------------- */

typedef struct {
    const char *name;
    int decimals; /* at most; without the zeros at the end if they vary */
    bool varies;
    const char *separator;
} shape;

static const shape shapes[] = {
    {"4 decimals", 4, false, ","},
    {"6 decimals", 6, false, ","},
    {"up to 5 decimals", 5, true, ","},
    {"6 decimals, TAB", 6, false, "\t"},
    {"6 decimals, \", \"", 6, false, ", "},
    {"12 decimals", 12, false, ","},
    {"shortest of any double", SHORTEST, true, ","},
};

static char bytes[LINES * 4 * GEODIST_DEGREES_SIZE];
static geodist_text lines[LINES];

static size_t print_number(char *at, const shape *of, double number)
{
    size_t length;
    if (of->decimals == SHORTEST)
        return geodist_format_degrees(number, at, GEODIST_DEGREES_SIZE);
    length = (size_t)sprintf(at, "%.*f", of->decimals, number);
    while (of->varies && at[length - 1] == '0' && at[length - 2] != '.')
        length--;
    return length;
}

/* Returns the length of all lines. */
static size_t make_lines(const shape *of)
{
    uint64_t seed = 1;
    char *at = bytes;
    for (size_t i = 0; i < LINES; i++) {
        geodist_point points[2] = {random_point(&seed), random_point(&seed)};
        lines[i].bytes = at;
        for (int n = 0; n < 4; n++) {
            at += print_number(at, of, n % 2 ? points[n / 2].lon : points[n / 2].lat);
            at += sprintf(at, "%s", n == 3 ? "\n" : of->separator);
        }
        lines[i].length = (size_t)(at - lines[i].bytes) - 1;
    }
    return (size_t)(at - bytes);
}

/* ---- Times ------------------------------------------------------------------------------- */

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/* The least time of a pass over the lines, or 0 if not all of them can be read. */
static double least_time(points_reader *read)
{
    static double lat[1024], lon[1024]; /* as a batch: not always the same elements */
    double least = 0;
    for (int round = 0; round < ROUNDS; round++) {
        size_t points = 0;
        double start = now();
        for (size_t i = 0; i < LINES; i++)
            points += read(lines[i], lat + 2 * i % 1024, lon + 2 * i % 1024, 2);
        double seconds = now() - start;
        if (points < 2 * LINES)
            return 0;
        least = round == 0 || seconds < least ? seconds : least;
    }
    return least;
}

int main(void)
{
    const reader readers[] = {{"plain", gd_parse_points_plain},
                              {"SSE2", gd_parse_points_sse2},
                              {"AVX-512", gd_has_avx512_reader() ? gd_parse_points_avx512 : NULL},
                              {"as used", geodist_parse_points}};
    printf("%-26s%-10s%12s%12s\n", "lines", "reader", "ns/line", "MB/s");
    for (size_t s = 0; s < sizeof shapes / sizeof *shapes; s++) {
        size_t length = make_lines(&shapes[s]);
        for (size_t r = 0; r < sizeof readers / sizeof *readers; r++) {
            double seconds = readers[r].read ? least_time(readers[r].read) : 0;
            if (seconds > 0)
                printf("%-26s%-10s%12.1f%12.0f\n", shapes[s].name, readers[r].name,
                       1e9 * seconds / LINES, 1e-6 * (double)length / seconds);
        }
    }
    return 0;
}
