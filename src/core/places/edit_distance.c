#include "places/edit_distance.h"

#include "text/slice.h"
#include "text/utf8.h"

enum { FAR = GD_MAX_EDITS + 1 };

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* The distance between the first `row` code points of the key and the first `column` of the query.
 * The cells on both sides of the band are FAR. */
static unsigned char *cell(gd_edit_distance *distance, size_t row, size_t column)
{
    return &distance->rows[row][column + 1];
}

/* The code point of the text at *at, which moves to the next one. */
static uint32_t next_code(geodist_text text, size_t *at)
{
    size_t length;
    uint32_t code = utf8_decode(slice(text, *at, text.length), &length);
    *at += length;
    return code;
}

void gd_edit_distance_start(gd_edit_distance *distance, geodist_text query)
{
    distance->query_length = 0;
    distance->key_length = 0;
    for (size_t at = 0; at < query.length;)
        distance->query[distance->query_length++] = next_code(query, &at);
    memset(distance->rows, FAR, sizeof distance->rows);
    for (size_t column = 0; column < FAR && column <= distance->query_length; column++)
        *cell(distance, 0, column) = (unsigned char)column;
}

/* Computes the row of one more code point, and returns the least distance in it. */
static unsigned compute_row(gd_edit_distance *distance, size_t row)
{
    uint32_t code = distance->key[row - 1];
    size_t first = row > GD_MAX_EDITS ? row - GD_MAX_EDITS : 0;
    size_t last = row + GD_MAX_EDITS;
    unsigned nearest = FAR;
    if (last > distance->query_length)
        last = distance->query_length;
    for (size_t column = first; column <= last; column++) {
        unsigned edits = FAR;
        if (column > 0) {
            bool same = distance->query[column - 1] == code;
            edits = *cell(distance, row - 1, column - 1) + (same ? 0u : 1u);
            if (column > first)
                edits = least(edits, *cell(distance, row, column - 1) + 1u);
            if (!same && column > 1 && row > 1 && distance->query[column - 2] == code &&
                distance->query[column - 1] == distance->key[row - 2])
                edits = least(edits, *cell(distance, row - 2, column - 2) + 1u);
        }
        edits = least(edits, *cell(distance, row - 1, column) + 1u);
        *cell(distance, row, column) = (unsigned char)least(edits, FAR);
        nearest = least(nearest, edits);
    }
    return nearest;
}

unsigned gd_edit_distance_next(gd_edit_distance *distance, geodist_text key, size_t shared,
                               size_t *dead_prefix)
{
    while (distance->key_length && distance->ends[distance->key_length - 1] > shared)
        distance->key_length--;
    size_t at = distance->key_length ? distance->ends[distance->key_length - 1] : 0;
    *dead_prefix = 0;
    while (at < key.length) {
        distance->key[distance->key_length] = next_code(key, &at);
        distance->ends[distance->key_length++] = at;
        if (compute_row(distance, distance->key_length) > GD_MAX_EDITS) {
            *dead_prefix = at;
            return FAR;
        }
    }
    size_t longer = distance->key_length > distance->query_length
                        ? distance->key_length - distance->query_length
                        : distance->query_length - distance->key_length;
    return longer > GD_MAX_EDITS ? FAR
                                 : *cell(distance, distance->key_length, distance->query_length);
}
