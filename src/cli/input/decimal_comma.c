#include "input/decimal_comma.h"

#include "text/ascii.h"

/* Digits with single points and commas between them. */
typedef struct {
    size_t start, end;
    size_t commas, points;
} digit_run;

static bool is_mark(geodist_text text, size_t at)
{
    return (text.bytes[at] == ',' || text.bytes[at] == '.') && at + 1 < text.length &&
           is_digit(text.bytes[at + 1]);
}

/* The next run from a position on; it is empty at the end of the text. */
static digit_run find_run(geodist_text text, size_t at)
{
    while (at < text.length && !is_digit(text.bytes[at]))
        at++;
    digit_run found = {.start = at, .points = at > 0 && text.bytes[at - 1] == '.'};
    for (; at < text.length && (is_digit(text.bytes[at]) || is_mark(text, at)); at++) {
        found.commas += text.bytes[at] == ',';
        found.points += text.bytes[at] == '.';
    }
    found.end = at;
    return found;
}

static bool has_decimal_commas(digit_run run)
{
    return run.points == 0 && run.commas % 2 == 1;
}

/* Makes the first, third, ... comma of a run a point. */
static void convert_run(char *bytes, digit_run run)
{
    for (size_t at = run.start, commas = 0; at < run.end; at++)
        if (bytes[at] == ',' && commas++ % 2 == 0)
            bytes[at] = '.';
}

geodist_text gd_convert_decimal_commas(geodist_text text, char **scratch)
{
    char *copy = NULL;
    if (!text.length || !memchr(text.bytes, ',', text.length))
        return text;
    for (digit_run run = find_run(text, 0); run.start < run.end; run = find_run(text, run.end)) {
        if (!has_decimal_commas(run))
            continue;
        if (!copy) {
            copy = memcpy(*scratch, text.bytes, text.length);
            *scratch += text.length;
        }
        convert_run(copy, run);
    }
    return copy ? (geodist_text){copy, text.length} : text;
}
