#include "route/batch.h"

#include <math.h>

/* ---- Cutting ---------------------------------------------------------------------------- */

geodist_text cli_take_line(geodist_text *run, geodist_text *ending)
{
    const char *newline = memchr(run->bytes, '\n', run->length);
    size_t length = newline ? (size_t)(newline - run->bytes) : run->length;
    size_t taken = length + (newline != NULL);
    if (newline && length && run->bytes[length - 1] == '\r')
        length--;
    geodist_text text = {run->bytes, length};
    *ending = (geodist_text){run->bytes + length, taken - length};
    run->bytes += taken;
    run->length -= taken;
    return text;
}

static bool is_silent(geodist_text text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] != ' ' && text.bytes[i] != '\t')
            return text.bytes[0] == '#';
    return true; /* blank */
}

static bool may_be_numbers(char byte)
{
    return (byte >= '0' && byte <= '9') || byte == '-' || byte == '+' || byte == '.';
}

/* A line of bare numbers, which are read at once. */
static bool locate(block *filled, line *at)
{
    size_t first = at->first;
    size_t count =
        geodist_parse_points(at->text, filled->lat + first, filled->lon + first, STOPS_MOST - first);
    if (count < 2)
        return false;
    at->count = (uint32_t)count;
    for (size_t i = first; i < first + count; i++)
        filled->cities[i] = GEODIST_NO_ROW;
    return true;
}

/* Cutting takes quotes off in the line itself. */
static geodist_text copy_if_quoted(block *filled, geodist_text text)
{
    if (!text.length || !memchr(text.bytes, '"', text.length))
        return text;
    char *copy = filled->copies + filled->copied;
    memcpy(copy, text.bytes, text.length);
    filled->copied += text.length;
    return (geodist_text){copy, text.length};
}

static trouble_kind as_trouble(cut_outcome end)
{
    switch (end) {
    case CUT_UNBALANCED:
        return TROUBLE_UNBALANCED;
    case CUT_TRAILING:
        return TROUBLE_TRAILING;
    case CUT_MISSING:
        return TROUBLE_COLUMNS;
    case CUT_DONE:
        break;
    }
    return TROUBLE_NONE;
}

static trouble_kind cut_line(block *filled, const options *chosen, const columns *wanted, line *at)
{
    if (at->text.length > LINE_MOST)
        return TROUBLE_LONG_LINE;
    if (chosen->input == CUT_AUTO && !wanted->wanted && may_be_numbers(at->text.bytes[0])) {
        at->located = locate(filled, at);
        if (at->located)
            return TROUBLE_NONE;
    }
    geodist_text *fields = filled->texts + at->first;
    size_t count = 0;
    cut_outcome end =
        wanted->wanted ? cli_pick_columns(wanted, copy_if_quoted(filled, at->text), fields, &count)
                       : cli_cut(at->text, chosen->input, fields, &count);
    if (end != CUT_DONE)
        return as_trouble(end);
    at->about = at->first;
    at->count = (uint32_t)count;
    return count < 2 ? TROUBLE_SINGLE : TROUBLE_NONE;
}

void cli_cut_block(block *filled, const options *chosen, const columns *wanted, geodist_text *run)
{
    filled->line_count = filled->stop_count = filled->copied = 0;
    size_t taken = 0; /* a line has at most one stop more than it has bytes */
    while (run->length && filled->line_count < LINES_MOST) {
        geodist_text rest = *run, ending, text = cli_take_line(&rest, &ending);
        size_t most = (text.length < LINE_MOST ? text.length : LINE_MOST) + 1;
        if (taken + most > STOPS_MOST)
            break;
        taken += most;
        *run = rest;
        line *at = &filled->lines[filled->line_count++];
        *at = (line){.text = text,
                     .ending = ending,
                     .silent = is_silent(text),
                     .first = (uint32_t)filled->stop_count};
        if (!at->silent)
            at->trouble = cut_line(filled, chosen, wanted, at);
        filled->stop_count += at->count;
    }
}

/* ---- Finding ---------------------------------------------------------------------------- */

static bool is_to_be_found(const line *at)
{
    return !at->silent && !at->located && at->trouble == TROUBLE_NONE;
}

static trouble_kind find_stop(block *cut, const options *chosen, size_t i)
{
    const spot *found = cli_recall(cut->texts[i], cut->numbers[i]);
    if (!found)
        return TROUBLE_PLACE;
    cut->lat[i] = found->point.lat;
    cut->lon[i] = found->point.lon;
    cut->cities[i] = found->city;
    return chosen->strict && found->has_rivals ? TROUBLE_AMBIGUOUS : TROUBLE_NONE;
}

static void find_line(block *cut, const options *chosen, line *at)
{
    for (uint32_t i = at->first; i < at->first + at->count && at->trouble == TROUBLE_NONE; i++) {
        at->trouble = find_stop(cut, chosen, i);
        at->about = i;
    }
}

void cli_find_block(block *cut, const options *chosen)
{
    line *end = cut->lines + cut->line_count;
    for (const line *at = cut->lines; at < end; at++)
        if (is_to_be_found(at))
            for (size_t i = at->first; i < at->first + at->count; i++)
                cut->numbers[i] = cli_prepare_recall(cut->texts[i]);
    for (line *at = cut->lines; at < end; at++)
        if (is_to_be_found(at))
            find_line(cut, chosen, at);
}

/* ---- Measuring -------------------------------------------------------------------------- */

static void make_nowhere(block *found, const line *at)
{
    for (size_t i = at->first; i < at->first + at->count; i++) {
        found->lat[i] = NAN;
        found->lon[i] = 0;
    }
}

/* No kernel for these: each leg by itself. */
static void measure_on_ellipsoid(block *found)
{
    for (const line *at = found->lines; at < found->lines + found->line_count; at++)
        for (size_t i = at->first; i + 1 < at->first + at->count; i++)
            found->legs[i] = geodist_wgs84_distance(
                (geodist_point){found->lat[i], found->lon[i]},
                (geodist_point){found->lat[i + 1], found->lon[i + 1]});
}

void cli_measure_block(block *found, const options *chosen)
{
    for (const line *at = found->lines; at < found->lines + found->line_count; at++)
        if (at->trouble != TROUBLE_NONE)
            make_nowhere(found, at);
    if (!chosen->on.model->is_sphere)
        measure_on_ellipsoid(found);
    else if (found->stop_count > 1)
        geodist_distance_many(chosen->on.radius, (geodist_points){found->lat, found->lon},
                              (geodist_points){found->lat + 1, found->lon + 1},
                              found->stop_count - 1, found->legs);
}
