#include "places/edit_distance.h"

enum { FAR = GD_MAX_EDITS + 1 };

/* Keys are well-formed UTF-8: they come from the fold. */
static uint32_t code_point(const char *bytes, size_t *at)
{
    unsigned char lead = (unsigned char)bytes[(*at)++];
    if (lead < 0x80)
        return lead;
    unsigned following = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    uint32_t code = lead & (0x3fu >> following);
    while (following--)
        code = code << 6 | ((unsigned char)bytes[(*at)++] & 0x3f);
    return code;
}

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* The cell for so many code points of the sought key, in a row; the cells beside the band
 * are FAR. */
static unsigned char *cell(gd_edit_distance *distance, size_t row, size_t column)
{
    return &distance->rows[row][column + 1];
}

void gd_edit_distance_start(gd_edit_distance *distance, geodist_text sought)
{
    distance->sought_length = 0;
    distance->read_length = 0;
    for (size_t at = 0; at < sought.length;)
        distance->sought[distance->sought_length++] = code_point(sought.bytes, &at);
    memset(distance->rows, FAR, sizeof distance->rows);
    for (size_t column = 0; column < FAR && column <= distance->sought_length; column++)
        *cell(distance, 0, column) = (unsigned char)column;
}

/* Computes the row for one more code point, and gives the least distance in it. */
static unsigned next_row(gd_edit_distance *distance, size_t row)
{
    uint32_t code = distance->read[row - 1];
    size_t first = row > GD_MAX_EDITS ? row - GD_MAX_EDITS : 0;
    size_t last = row + GD_MAX_EDITS;
    unsigned nearest = FAR;
    if (last > distance->sought_length)
        last = distance->sought_length;
    for (size_t column = first; column <= last; column++) {
        unsigned edits = FAR;
        if (column > 0) {
            bool same = distance->sought[column - 1] == code;
            edits = *cell(distance, row - 1, column - 1) + (same ? 0u : 1u);
            if (column > first)
                edits = least(edits, *cell(distance, row, column - 1) + 1u);
            if (!same && column > 1 && row > 1 && distance->sought[column - 2] == code &&
                distance->sought[column - 1] == distance->read[row - 2])
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
    while (distance->read_length && distance->ends[distance->read_length - 1] > shared)
        distance->read_length--;
    size_t at = distance->read_length ? distance->ends[distance->read_length - 1] : 0;
    *dead_prefix = 0;
    while (at < key.length) {
        distance->read[distance->read_length] = code_point(key.bytes, &at);
        distance->ends[distance->read_length++] = at;
        if (next_row(distance, distance->read_length) > GD_MAX_EDITS) {
            *dead_prefix = at;
            return FAR;
        }
    }
    size_t longer = distance->read_length > distance->sought_length
                        ? distance->read_length - distance->sought_length
                        : distance->sought_length - distance->read_length;
    return longer > GD_MAX_EDITS ? FAR
                                  : *cell(distance, distance->read_length, distance->sought_length);
}
